"""The contract of every list plug-in, on a fixture folder of its own.

A plug-in `interdict/lists/NAME` brings `tests/contracts/lists/NAME/` (with a folder for each
dataset, if it reads several): the files of one invented edition, and `golden.json`, what they
parse to. After a deliberate change write the
golden files anew, and read the difference: `python tests/contracts/test_lists.py`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from interdict.lists import catalog
from interdict.lists.ftm.schemata import properties as ftm_properties
from interdict.lists.parsing import SIGNAL_KINDS, ParsedEdition, SourceFile
from interdict.model.schema import EVENT_PROPERTIES, IDENTIFIER_PROPERTIES, PARENTS
from interdict.ownership.datasets import only_tells_owners

FIXTURES = Path(__file__).parent / "lists"
GOLDEN = "golden.json"
DATASETS = sorted(catalog.datasets())

PROPERTIES = {
    "Thing": """name alias previousName weakAlias country summary description notes sourceUrl
        address program programId topics keywords createdAt modifiedAt""",
    "LegalEntity": """abbreviation email phone website legalForm incorporationDate
        dissolutionDate status sector classification jurisdiction mainCountry registrationNumber
        idNumber taxNumber licenseNumber vatCode uscCode okpoCode ogrnCode leiCode dunsCode
        swiftBic""",
    "Person": """title firstName secondName middleName lastName nameSuffix birthDate birthPlace
        birthCountry deathDate position nationality citizenship passportNumber
        socialSecurityNumber gender ethnicity height fatherName motherName""",
    "Organization": "imoNumber",
    "Vehicle": "registrationNumber type model buildDate",
    "Vessel": "imoNumber flag pastFlags pastTypes callSign mmsi tonnage grossRegisteredTonnage",
    "Airplane": "serialNumber icaoCode",
    "CryptoWallet": "publicKey currencySymbol holder",
    "Interval": """startDate endDate date summary namesMentioned sourceUrl recordId status role
        description""",
    "Sanction": """entity authority authorityId unscId program programId status reason provisions
        listingDate""",
    "UnknownLink": "subject object role",
    "Ownership": "owner asset percentage ownershipType",
    "Directorship": "director organization",
    "Membership": "member organization",
    "Representation": "agent client",
    "Family": "person relative relationship",
    "Identification": "holder number type country authority",
}
"""FollowTheMoney's properties that lists use, by the schema that defines them."""

EXTENSIONS = {
    # The life cycle of a designation, one dated property for each event.
    "Sanction": frozenset(EVENT_PROPERTIES),
    # FollowTheMoney knows these codes for companies; lists do not tell companies from others.
    "Organization": frozenset({"bikCode", "isinCode", "ticker"}),
}


def known_properties(schema: str) -> frozenset[str]:
    """Properties of the schema and of its ancestors, with the documented extensions."""
    own = frozenset(ftm_properties(schema)) | frozenset(PROPERTIES.get(schema, "").split())
    own |= EXTENSIONS.get(schema, frozenset())
    if schema in ("Vessel", "Airplane"):
        own |= IDENTIFIER_PROPERTIES  # lists print numbers of all kinds for ships, too
    return own.union(*(known_properties(parent) for parent in PARENTS.get(schema, ())))


def fixture_folder(dataset: str) -> Path:
    """Where the dataset's fixture files stand."""
    module = catalog.find(dataset)[1].__name__.rpartition(".")[2]  # type: ignore[attr-defined]
    own = FIXTURES / module / dataset
    return own if own.exists() else FIXTURES / module


def fixture_files(dataset: str) -> list[SourceFile]:
    """The fixture files, by name."""
    paths = sorted(path for path in fixture_folder(dataset).glob("*") if path.is_file())
    return [SourceFile(path.name, path.read_bytes()) for path in paths if path.name != GOLDEN]


def parse(dataset: str) -> ParsedEdition:
    """The fixture edition, parsed."""
    files = fixture_files(dataset)
    assert files, f"{dataset} has no fixture: put files into {fixture_folder(dataset)}"
    return catalog.parse_files(dataset, files)


def as_data(edition: ParsedEdition) -> dict[str, Any]:
    """An edition as plain data, one line of JSON for each statement."""
    published = edition.published_at
    return {
        "dataset": edition.dataset,
        "published_at": published.isoformat() if published else None,
        "parts": [
            {
                "part": content.part.part,
                "file": content.part.file_name,
                "rows": content.part.n_rows,
                "records": content.part.n_records,
                "signals": [
                    [s.kind, s.field, s.sample, s.line, s.count] for s in content.part.signals
                ],
                "statements": [
                    [line, s.entity_id, s.schema, s.prop, s.value]
                    + [f"{key}={value}" for key, value in extra(s).items() if value]
                    for s, line in content.statements
                ],
            }
            for content in edition.parts
        ],
    }


def extra(statement: Any) -> dict[str, str]:
    """What a statement holds beyond its subject, property and value."""
    return {
        name: getattr(statement, name)
        for name in ("record_id", "lang", "qualifier", "source", "grade")
    }


def golden_text(dataset: str) -> str:
    """The golden file's text: JSON with one statement or signal on each line."""
    data = as_data(parse(dataset))
    for part in data["parts"]:
        for key in ("signals", "statements"):
            part[key] = [f"@{json.dumps(row, ensure_ascii=False)}@" for row in part[key]]
    text = json.dumps(data, indent=1, ensure_ascii=False)
    lines = []
    for line in text.splitlines():
        start, mark, rest = line.partition('"@')
        lines.append(start + json.loads(f'"{rest.rpartition("@")[0]}"') + rest.rpartition('@"')[2]
                     if mark else line)  # fmt: skip
    return "\n".join(lines) + "\n"


def statement_keys(edition: ParsedEdition) -> list[bytes]:
    """Ids of all statements, in order."""
    return [s.key for content in edition.parts for s, _ in content.statements]


@pytest.mark.parametrize("dataset", DATASETS)
def test_a_fixture_parses_to_its_golden_statements(dataset: str) -> None:
    """The fixture edition gives exactly the statements and signals of the golden file."""
    golden = fixture_folder(dataset) / GOLDEN
    if not golden.exists():
        pytest.fail(f"no {golden.name} for {dataset}: run `python tests/contracts/test_lists.py`")
    expected = json.loads(golden.read_text(encoding="utf-8"))
    assert as_data(parse(dataset)) == expected


@pytest.mark.parametrize("dataset", DATASETS)
def test_ids_are_the_same_on_every_run(dataset: str) -> None:
    """Parsing twice, with the files in another order, gives the same statements once each."""
    first = statement_keys(parse(dataset))
    again = statement_keys(catalog.parse_files(dataset, fixture_files(dataset)[::-1]))
    assert first == again
    for content in parse(dataset).parts:
        keys = [s.key for s, _ in content.statements]
        assert len(keys) == len(set(keys))


@pytest.mark.parametrize("dataset", DATASETS)
def test_every_statement_is_well_formed(dataset: str) -> None:
    """Schemata and properties are known, values are not empty, ids carry the dataset's name."""
    edition = parse(dataset)
    for content in edition.parts:
        for statement, line in content.statements:
            assert statement.dataset == dataset
            assert statement.entity_id.startswith(f"{dataset}-{statement.record_id}")
            assert statement.record_id
            assert statement.value == " ".join(statement.value.split()) != ""
            assert statement.prop in known_properties(statement.schema), statement
            assert line >= 0


@pytest.mark.parametrize("dataset", DATASETS)
def test_counts_describe_the_content(dataset: str) -> None:
    """Row, record and statement counts fit each other, and the primary part comes with rows."""
    edition = parse(dataset)
    known = catalog.datasets()[dataset]
    assert [c.part.part for c in edition.parts] == [
        part for part in known.parts if part in {c.part.part for c in edition.parts}
    ]
    for content in edition.parts:
        assert content.part.n_statements == len(content.statements)
        assert content.part.n_rows >= content.part.n_records > 0
        records = {s.record_id for s, _ in content.statements}
        assert len(records) <= content.part.n_records
        assert all(signal.kind in SIGNAL_KINDS for signal in content.part.signals)
        assert all(signal.count > 0 for signal in content.part.signals)


@pytest.mark.parametrize("dataset", DATASETS)
def test_links_lead_to_parties_of_the_same_dataset(dataset: str) -> None:
    """What holds, concerns or is linked names an entity that has statements of its own."""
    edition = parse(dataset)
    statements = [s for content in edition.parts for s, _ in content.statements]
    ids = {s.entity_id for s in statements}
    for statement in statements:
        if statement.prop in ("entity", "holder", "subject", "object"):
            assert statement.value in ids, statement


@pytest.mark.parametrize("dataset", [name for name in DATASETS if not only_tells_owners(name)])
def test_every_sanction_names_its_party_its_programme_and_its_authority(dataset: str) -> None:
    """A listing without its party, programme or authority could not become a designation."""
    props: dict[str, set[str]] = {}
    for content in parse(dataset).parts:
        for statement, _ in content.statements:
            if statement.schema == "Sanction":
                props.setdefault(statement.entity_id, set()).add(statement.prop)
    assert props
    for sanction, held in props.items():
        assert {"entity", "authority"} <= held, sanction
        assert held & {"program", "programId"}, sanction


if __name__ == "__main__":
    for name in DATASETS:
        (fixture_folder(name) / GOLDEN).write_text(golden_text(name), encoding="utf-8")
