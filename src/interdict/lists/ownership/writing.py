"""Stakes and parties as statements; what could not be read, as signals with their line."""

from __future__ import annotations

from collections.abc import Iterable

from interdict.errors import ReadError
from interdict.lists.ownership.said import BadRow, SaidParty, SaidStake
from interdict.lists.parsing import PartOutput, SourceFile, tidy
from interdict.model.schema import is_a
from interdict.model.source import Dataset

MOST_REPORTED = 100
"""So many bad rows are reported one by one; further ones are counted."""

_UNKNOWN_SCHEMA = "LegalEntity"


class StakeWriter:
    """Collects what a file says and writes it: first the stakes, at the end the parties."""

    def __init__(self, dataset: Dataset, part: PartOutput) -> None:
        self._dataset = dataset
        self._part = part
        self._parties: dict[str, tuple[int, str | None, dict[tuple[str, str], None]]] = {}
        self._assets: set[str] = set()
        self._stakes: dict[str, tuple[str, str, str]] = {}
        self._n_stakes = self._n_bad = 0

    @property
    def n_bad(self) -> int:
        """How many rows could not be read."""
        return self._n_bad

    def bad(self, line: int, why: str, sample: str) -> None:
        """Reports a row that is not loaded."""
        self._n_bad += 1
        place = f"line {line} not read: {why}" if self._n_bad <= MOST_REPORTED else "further rows"
        self._part.signal("drift", place, sample, line)

    def odd(self, field: str, sample: str, line: int) -> None:
        """Reports something that is loaded, and was not understood in full."""
        self._part.signal("drift", field, sample, line)

    def check(self, stake: SaidStake) -> None:
        """Refuses what could not be computed with, and an id that stands for another stake.

        Raises:
            BadRow: if it is either.
        """
        stake.check()
        if self._stakes.get(stake.key, self._said(stake)) != self._said(stake):
            raise BadRow(f"the id {stake.key} stands for another stake already")

    def stake(self, stake: SaidStake) -> None:
        """One stake with its two parties.

        Raises:
            BadRow: if it cannot be used (see `check`).
        """
        self.check(stake)
        self._stakes[stake.key] = self._said(stake)
        self._n_stakes += 1
        self.party(stake.owner, stake.line)
        self.party(stake.asset, stake.line)
        self._assets.add(stake.asset.key)
        self._part.row(stake.key)
        facts = (
            ("owner", self._reference(stake.owner)),
            ("asset", self._reference(stake.asset)),
            ("percentage", stake.size),
            ("ownershipType", stake.kind),
            ("role", stake.means),
            ("startDate", stake.start),
            ("endDate", stake.end),
            *(("description", note) for note in stake.notes),
        )
        self._say(stake, "Ownership", facts)

    def directorship(self, stake: SaidStake) -> None:
        """A directorship: `owner` directs `asset`. It is no stake, and no control by itself."""
        stake.check()
        self.party(stake.owner, stake.line)
        self.party(stake.asset, stake.line)
        self._part.row(stake.key)
        facts = (
            ("director", self._reference(stake.owner)),
            ("organization", self._reference(stake.asset)),
            ("role", stake.means),
            ("startDate", stake.start),
            ("endDate", stake.end),
        )
        self._say(stake, "Directorship", facts)

    def party(self, party: SaidParty, line: int) -> None:
        """Notes a party; what several rows say of it adds up."""
        if party.record_id:
            return
        first, schema, facts = self._parties.get(party.key, (line, None, {}))
        if schema is not None and party.schema is not None and schema != party.schema:
            self.odd("two kinds for one party", f"{party.key}: {schema}, {party.schema}", line)
            schema = schema if is_a(schema, party.schema) else party.schema
        facts |= dict.fromkeys(party.facts)
        for prop in ("birthDate", "country"):
            values = {value for name, value in facts if name == prop}
            if len(values) > 1 and any(name == prop for name, _ in party.facts):
                self.odd(f"one party with several values of {prop}", party.key, line)
        self._parties[party.key] = (first, schema or party.schema, facts)

    def finish(self, file: SourceFile) -> None:
        """Writes the parties.

        Raises:
            ReadError: if the file held not one stake.
        """
        if not self._n_stakes:
            why = f" ({self._n_bad} rows could not be read)" if self._n_bad else ""
            raise ReadError(f"no stakes in the file{why}.", file=file.name)
        for key, (line, stated, facts) in self._parties.items():
            schema = stated or ("Company" if key in self._assets else _UNKNOWN_SCHEMA)
            entity_id = f"{self._dataset.name}-{key}"
            self._part.row(key)
            for prop, value in facts:
                if prop == "birthDate" and not is_a(schema, "Person"):
                    schema = "Person" if schema == _UNKNOWN_SCHEMA else schema
                self._part.statement(key, entity_id, schema, prop, value, line=line)

    def _said(self, stake: SaidStake) -> tuple[str, str, str]:
        return self._reference(stake.owner), self._reference(stake.asset), stake.kind

    def _reference(self, party: SaidParty) -> str:
        return party.record_id or f"{self._dataset.name}-{party.key}"

    def _say(self, stake: SaidStake, schema: str, facts: Iterable[tuple[str, str]]) -> None:
        entity_id = f"{self._dataset.name}-{stake.key}"
        for prop, value in facts:
            self._part.statement(
                stake.key,
                entity_id,
                schema,
                prop,
                value,
                line=stake.line,
                source=tidy(stake.source),
                grade=stake.grade,
            )


def read_rows(writer: StakeWriter, line: int, sample: str, stakes: Iterable[SaidStake]) -> None:
    """Writes the stakes of one row; a row of which one cannot be used is reported, whole."""
    try:
        said = list(stakes)
        for stake in said:
            writer.check(stake)
    except BadRow as error:
        writer.bad(line, str(error), sample)
        return
    for stake in said:
        writer.stake(stake)
