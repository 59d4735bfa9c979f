"""From entries and judgements to what is joined and what is asked: parties of our own making."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from interdict.model.statement import Statement
from interdict.reconcile.ground import AUTOMATIC
from interdict.reconcile.resolution.party import ListedParty, Number, party_of
from interdict.reconcile.resolution.resolve import JudgedPair, Resolution, resolve
from interdict.reconcile.resolution.rules import Decision, resolution_rules
from interdict.store.base import Judgement

IMO = "9074729"  # its check digit holds
OTHER_IMO = "9176187"


def entry(entity_id: str, schema: str = "Person", **facts: str | list[str]) -> ListedParty:
    """An entry of the list before the dash in its id."""
    dataset = entity_id.partition("-")[0]
    party = party_of(
        entity_id,
        [
            Statement(dataset, entity_id, schema, prop, value)
            for prop, values in facts.items()
            for value in ([values] if isinstance(values, str) else values)
        ],
    )
    assert party is not None
    return party


def run(parties: Iterable[ListedParty], judgements: Iterable[Judgement] = ()) -> Resolution:
    """A run by the project's own rules."""
    return resolve(sorted(parties, key=lambda p: p.id), list(judgements), resolution_rules())


def ids(pairs: Iterable[JudgedPair]) -> set[tuple[str, str]]:
    """The ids of pairs, the smaller first."""
    return {(min(p.left.id, p.right.id), max(p.left.id, p.right.id)) for p in pairs}


def outcome(left: ListedParty, right: ListedParty) -> str:
    """`same`, `unsure`, or `apart` for two entries alone."""
    found = run([left, right])
    if found.joined:
        return "same"
    return "unsure" if found.review else "apart"


OSKAR = entry("red-1", name="Oskar BRANDWEIN", birthDate="1961-03-14", nationality="se")


class TestPersons:
    """A name alone joins nobody; a birth date or a number that agrees beside it does."""

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"name": "Brandwein, Oskar", "birthDate": "1961-03-14"}, "same"),
            ({"name": "Oscar Brandwein", "birthDate": "1961-03-14"}, "same"),
            ({"name": "Oskar Brandwein", "birthDate": "1961", "nationality": "Sweden"}, "same"),
            ({"name": "Oskar Brandwein", "birthDate": "1960~", "country": "se"}, "unsure"),
            ({"name": "Oskar Brandwein"}, "unsure"),
            ({"name": "Oskar Brandwein", "birthDate": "1931-08-02"}, "apart"),
            ({"name": "Oskar Lindqvist", "birthDate": "1931-08-02"}, "apart"),
            ({"name": "Jonas Brandwein", "birthDate": "1961-03-14"}, "apart"),
            ({"weakAlias": "Oskar Brandwein", "birthDate": "1961-03-14"}, "apart"),
        ],
    )
    def test_name_and_birth(self, facts: dict[str, str], expected: str) -> None:
        """The day joins; the year with a country joins; what contradicts keeps apart."""
        assert outcome(OSKAR, entry("blue-7", **facts)) == expected

    def test_the_first_of_january_is_a_year(self) -> None:
        """A placeholder for an unknown day neither joins like a day nor contradicts one."""
        left = entry("red-1", name="Oskar Brandwein", birthDate="1961-01-01")
        right = entry("blue-1", name="Oskar Brandwein", birthDate="1961-01-01")
        assert outcome(left, right) == "unsure"
        assert outcome(left, replace(OSKAR, id="blue-1", dataset="blue")) == "unsure"

    def test_brothers_stay_apart(self) -> None:
        """One birth date in a family, and another given name, join nobody without a question."""
        facts = {"birthDate": "1955-05-04", "nationality": "se"}
        left = entry("red-1", name="Kamal Sorel Abdnor Tivari", **facts)
        right = entry("blue-1", name="Jamal Sorel Abdnor Tivari", **facts)
        assert outcome(left, right) != "same"

    def test_a_passport_and_a_name_join(self) -> None:
        """Also where the birth date is known to one list alone; not against the birth date."""
        left = entry("red-1", name="Oskar Brandwein", passportNumber="QX774510")
        right = entry("blue-1", name="Oskar Hjalmar Brandwein", passportNumber="qx 774510")
        assert outcome(left, right) == "same"
        dated = [replace(p, births=o.births) for p, o in (
            (left, OSKAR), (right, entry("x-1", name="x y", birthDate="1931-08-02")))]  # fmt: skip
        assert outcome(*dated) == "unsure"

    def test_a_number_of_another_country_is_another_number(self) -> None:
        """Countries number their passports on their own."""
        left = replace(OSKAR, births=(), numbers=frozenset({Number("paper", "774510", "se")}))
        right = replace(left, id="blue-1", dataset="blue")
        assert outcome(left, right) == "same"
        other = replace(right, numbers=frozenset({Number("paper", "774510", "no")}))
        assert outcome(left, other) == "unsure"

    def test_genders_that_differ_keep_apart(self) -> None:
        """Unless a number says otherwise: then a person is asked."""
        left = entry("red-1", name="Kim Lindqvist", birthDate="1961-03-14", gender="male")
        right = entry("blue-1", name="Kim Lindqvist", birthDate="1961-03-14", gender="female")
        assert outcome(left, right) == "apart"
        number = frozenset({Number("paper", "QX774510")})
        pair = [replace(party, numbers=number) for party in (left, right)]
        assert outcome(*pair) == "unsure"


class TestOthers:
    """Organizations, ships, wallets, references."""

    def test_a_rare_name_with_its_context_joins_organizations(self) -> None:
        """The country, or what the programme is about, must agree; the name alone is asked."""
        name = "Grauhafen Seelotsen Verein"
        left = entry("red-1", "Organization", name=name, program="SYRIA")
        right = entry("blue-1", "Organization", name=name, program="The Syria Regulations 2019")
        assert outcome(left, right) == "same"
        assert outcome(left, replace(right, programmes=frozenset())) == "unsure"

    def test_a_legal_form_more_may_be_a_daughter(self) -> None:
        """A short name with the form of another country is asked about; one form is the same."""
        left = entry("red-1", "Organization", name="Grauhafen Seebank", country="se")
        daughter = entry("blue-1", "Organization", name="Grauhafen Seebank PLC", country="se")
        assert outcome(left, daughter) == "unsure"
        assert outcome(replace(daughter, id="red-1", dataset="red"), daughter) == "same"

    def test_a_ship_is_its_number(self) -> None:
        """One IMO number is one ship under any name, two numbers are two ships of one name."""
        left = entry("red-1", "Vessel", name="Grey Heron", imoNumber=IMO)
        assert (
            outcome(left, entry("blue-1", "Vessel", name="Sun", imoNumber=f"IMO {IMO}")) == "same"
        )
        other = entry("blue-1", "Vessel", name="Grey Heron", imoNumber=OTHER_IMO)
        assert outcome(left, other) == "apart"

    def test_a_person_is_no_ship(self) -> None:
        """Kinds that exclude each other are not even looked at."""
        left = entry("red-1", name="Grey Heron", idNumber="774510")
        right = entry("blue-1", "Vessel", name="Grey Heron", idNumber="774510")
        assert run([left, right]).n_pairs == 0

    def test_a_wallet_is_its_address(self) -> None:
        """Base58 addresses tell upper from lower case."""
        address = "1BoatSLRHtKNngkdXEeobR76b53LETtpyT"
        left = entry("red-1", "CryptoWallet", publicKey=address)
        assert outcome(left, entry("blue-1", "CryptoWallet", publicKey=address)) == "same"
        lower = entry("blue-1", "CryptoWallet", publicKey=address.lower())
        assert outcome(left, lower) == "apart"

    def test_a_quoted_reference_joins_what_is_named_alike(self) -> None:
        """A quoted number with unlike names may be that of somebody else: a person is asked."""
        left = entry("red-1", name="Oskar Brandwein", unscId="QDi.999")
        assert outcome(left, entry("blue-1", name="O. Brandwein", unscId="QDi.999")) == "same"
        assert outcome(left, entry("blue-1", name="Ada Lovel", unscId="QDi.999")) == "unsure"

    def test_another_reference_is_asked_about(self) -> None:
        """A name and birth date that agree do not overrule two different reference numbers."""
        left = replace(OSKAR, references=frozenset({"QDi.998"}))
        right = replace(OSKAR, id="b-1", dataset="b", references=frozenset({"QDi.999"}))
        assert outcome(left, right) == "unsure"

    def test_a_number_of_the_other_list_is_that_entry_and_no_other_there(self) -> None:
        """Alike by name: joined with the entry that is quoted; asked about any other one."""
        quoting = entry("blue-1", name="Oskar Brandwein")
        assert outcome(OSKAR, replace(quoting, quotes=frozenset({"red-1"}))) == "same"
        assert outcome(OSKAR, replace(quoting, quotes=frozenset({"red-2"}))) == "unsure"
        assert outcome(OSKAR, replace(quoting, quotes=frozenset({"green-2"}))) == "unsure"

    def test_a_quoted_number_finds_unlike_names(self) -> None:
        """They are a pair to look at, and a person is asked; a contradiction outweighs it."""
        other = entry("blue-1", name="Ada Lovel", unscId="QDi.999")
        quoting = replace(other, quotes=frozenset({"red-1"}))
        assert outcome(OSKAR, quoting) == "unsure"
        assert outcome(replace(OSKAR, references=frozenset({"QDi.998"})), quoting) == "apart"

    def test_a_number_and_a_birthday_need_more_of_the_name_than_a_word(self) -> None:
        """A publisher may have put both to another person: somebody looks at it."""
        facts = {"birthDate": "1961-03-14", "passportNumber": "QX774510"}
        left = entry("red-1", name="Oskar Hjalmar Brandwein", **facts)
        assert outcome(left, entry("blue-1", name="Oskar Lindqvist", **facts)) == "unsure"


class TestTogether:
    """What several pairs add up to."""

    def test_three_lists_are_joined_by_two_judgements(self) -> None:
        """No judgement is needed between entries that are one party already."""
        three = [replace(OSKAR, id=f"{name}-1", dataset=name) for name in ("a", "b", "c")]
        assert len(run(three).joined) == 2

    def test_two_entries_of_one_list_are_never_joined(self) -> None:
        """Where both fit a third as well, neither is joined, and both are asked about."""
        twins = [replace(OSKAR, id=f"red-{at}") for at in (1, 2)]
        found = run([*twins, replace(OSKAR, id="blue-1", dataset="blue")])
        assert found.joined == ()
        assert ids(found.review) == {("blue-1", "red-1"), ("blue-1", "red-2")}

    def test_the_stronger_rule_wins(self) -> None:
        """The entry that shares a passport is taken, the other one is left to a person."""
        number = frozenset({Number("paper", "QX774510")})
        strong = replace(OSKAR, id="red-1", numbers=number)
        other = replace(OSKAR, id="blue-1", dataset="blue", numbers=number)
        found = run([strong, replace(OSKAR, id="red-2"), other])
        assert ids(found.joined) == {("blue-1", "red-1")}
        assert ids(found.review) == {("blue-1", "red-2")}

    def test_no_chain_over_a_contradiction(self) -> None:
        """An entry without a birth date fits two that have different ones: none is chosen."""
        facts = {"name": "Oskar Hjalmar Brandwein", "program": "SYRIA"}
        left = entry("a-1", birthDate="1961-03-14", **facts)
        middle = entry("b-1", **facts)
        right = entry("c-1", birthDate="1931-08-02", **facts)
        found = run([left, middle, right])
        assert found.joined == ()
        assert ids(found.review) >= {("a-1", "b-1"), ("b-1", "c-1")}

    def test_a_second_run_finds_nothing(self) -> None:
        """All that was joined is judged, and what is asked stays the same."""
        three = [replace(OSKAR, id=f"{name}-1", dataset=name) for name in ("a", "b", "c")]
        first = run([*three, entry("d-1", name="Oskar Brandwein")])
        second = run([*three, entry("d-1", name="Oskar Brandwein")],
                     [pair.judgement() for pair in first.joined])  # fmt: skip
        assert first.joined and not second.joined
        assert len(first.review) == len(second.review) == 1

    def test_a_person_is_not_overruled(self) -> None:
        """A pair that somebody has parted is never joined again, nor by way of a third entry."""
        three = [replace(OSKAR, id=f"{name}-1", dataset=name) for name in ("a", "b", "c")]
        parted = Judgement("a-1", "b-1", False, "A. Reviewer", "two cousins")
        found = run(three, [parted])
        assert len(found.joined) == 1
        assert ("a-1", "b-1") not in ids(found.joined)
        assert "kept apart by A. Reviewer" in found.review[0].why

    def test_what_a_run_joined_is_asked_about_once_it_contradicts(self) -> None:
        """An edition that brings another birth date brings its pair to a person."""
        joined = Judgement("blue-1", "red-1", True, AUTOMATIC, "name-and-birthday", seq=4)
        other = entry("blue-1", name="Oskar Brandwein", birthDate="1931-08-02")
        (asked,) = run([OSKAR, other], [joined]).review
        assert (asked.decision, "transaction 4" in asked.why) == (Decision.DIFFERENT, True)

    def test_nothing_comes_of_nothing(self) -> None:
        """An empty record is no error."""
        assert run([]) == Resolution((), (), 0, 0)
