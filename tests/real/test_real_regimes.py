"""Every tag of the real lists names a programme, and the page that says so tells the truth."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from interdict.regimes.catalog import load_regimes

REGIMES = load_regimes()
PAGE = Path(__file__).parents[2] / "docs" / "regimes.md"
_ROW = re.compile(r"^\| `(?P<tag>[^`]+)` \| `(?P<key>[A-Z0-9-]+)` \| (?P<cells>.+) \|$", re.M)


def _csv_tags(path: Path) -> Counter[str]:
    """Entries for each tag of a delimited OFAC file; the outer brackets are missing there."""
    found: Counter[str] = Counter()
    for row in csv.reader(path.read_bytes().decode("latin-1").splitlines()):
        if len(row) > 3:
            found.update(t for t in row[3].strip().replace("-0-", "").split("] [") if t.strip())
    return found


def _elements(path: Path, element: str) -> Counter[str]:
    """Contents of an XML element, counted; reads broken files, too."""
    text = path.read_text("utf-8", errors="replace")
    return Counter(re.findall(rf"<{element}>([^<]*)<", text))


def _editions(shared: Path) -> dict[str, dict[str, Counter[str]]]:
    """Tags by dataset and edition."""
    ofac, un = shared / "data" / "ofac", shared / "data" / "un"
    sdn = {
        "2019-01-15": _csv_tags(ofac / "sdn_2019_01" / "sdn.csv"),
        "2021-04-14": _csv_tags(ofac / "sdn_2021_04" / "sdn.csv"),
        "2021-07-07": _csv_tags(ofac / "sdn_2021_07" / "sdn.csv"),
    }
    for path in sorted((ofac / "history").glob("sdn_*.csv")):
        sdn[path.stem.removeprefix("sdn_")] = _csv_tags(path)
    cons = {
        "2025-03": _elements(ofac / "ofac_cons_2025_03" / "consolidated.xml", "program"),
        "2025-12": _csv_tags(ofac / "ofac_cons_2025_12" / "cons_prim.csv"),
    }
    un_sc = {
        path.stem.removeprefix("un_"): _elements(path, "UN_LIST_TYPE")
        for path in sorted(un.glob("un_*.xml"))
    }
    return {"us_ofac_sdn": sdn, "us_ofac_cons": cons, "un_sc": un_sc}


def test_every_tag_of_every_edition_names_a_programme(shared: Path) -> None:
    """OFAC's two lists and the United Nations': nothing falls through to a bare tag."""
    editions = _editions(shared)
    assert len(editions["us_ofac_sdn"]) > 10
    for dataset, by_day in editions.items():
        unclaimed = {
            tag for tags in by_day.values() for tag in tags if not REGIMES.by_tag(dataset, tag)
        }
        assert unclaimed == set(), dataset


def test_tags_of_a_later_table_name_a_programme(shared: Path) -> None:
    """Also those that came after the last edition at hand, as a third party gives them."""
    path = shared / "data" / "multi_list" / "sanctions_2026-04-22.csv"
    with path.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["Source"] == "OFAC"]
    tags = {t.strip() for row in rows for t in re.split(r"[;|]", row["Sanction Imposed"])} - {""}
    assert len(tags) > 60
    assert {tag for tag in tags if not REGIMES.by_tag("us_ofac_sdn", tag)} == set()


UK_SIGNALLED = {
    "Burundi", "Egypt", "Tunisia", "Turkey", "UK Freezing Orders", "Ukraine (Misappropriation)",
    "Zimbabwe",
}  # fmt: skip
"""Regimes of the British list before 2021 whose designations no file of this version claims."""


def test_tags_of_other_lists_name_a_programme_or_are_known_not_to(shared: Path) -> None:
    """The Union's marks all do; of the United Kingdom's, those of regimes that are gone do not."""
    eu, uk = shared / "data" / "eu", shared / "data" / "uk"
    marks = set()
    for path in eu.glob("*.xml"):
        text = path.read_text("utf-8", errors="replace")
        marks |= set(re.findall(r'programme="([^"]+)"', text))
    assert len(marks) > 10
    assert {mark for mark in marks if not REGIMES.by_tag("eu_fsf", mark)} == set()
    for path in uk.glob("ConList_*.csv"):
        rows = list(csv.reader(path.read_text("utf-8", errors="replace").splitlines()))
        head = next(row for row in rows if "Regime" in row)
        at = head.index("Regime")
        regimes = {row[at].strip() for row in rows if len(row) > at} - {"Regime", ""}
        assert len(regimes) > 20
        unclaimed = {tag for tag in regimes if not REGIMES.by_tag("uk_ofsi", tag)}
        assert unclaimed <= UK_SIGNALLED, path.name


@pytest.mark.parametrize(
    ("heading", "dataset"),
    [
        ("tag of `us_ofac_sdn`", "us_ofac_sdn"),
        ("tag of `us_ofac_cons`", "us_ofac_cons"),
        ("list type of `un_sc`", "un_sc"),
    ],
)
def test_the_page_of_tags_is_true(shared: Path, heading: str, dataset: str) -> None:
    """Each row gives the programme that claims the tag, and the entries in those editions."""
    table = PAGE.read_text("utf-8").partition(f"| {heading} |")[2].partition("\n\n")[0]
    head, _, body = table.partition("\n")
    days = [cell.strip() for cell in head.split("|")[1:-1]]
    editions = _editions(shared)[dataset]
    rows = {m["tag"]: (m["key"], m["cells"].split(" | ")) for m in _ROW.finditer(body)}
    claimed = {tag for name, tag in REGIMES.tags if name == dataset}
    assert rows.keys() == claimed
    for tag, (key, cells) in rows.items():
        assert REGIMES.tags[dataset, tag] == key
        counts = [str(editions[day][tag] or "–") for day in days]
        assert cells == counts, tag


@pytest.fixture(scope="module")
def record(
    shared: Path, tmp_path_factory: pytest.TempPathFactory, interdict: Callable[[Path], Any]
) -> Any:
    """The articles, the release and the notice."""
    command = interdict(tmp_path_factory.mktemp("regimes"))
    register = shared / "data" / "federal_register"
    command.json("read", *sorted((shared / "seeds").glob("*.txt")))
    (release,) = register.glob("treasury_press_2025-07-25*")
    attested = ("--published", "2025-07-25", "--publisher", "US Department of the Treasury")
    command.json("read", release, *attested, "--kind", "press_release")
    (notice,) = register.glob("fr_2025-20750*")
    command.json("read", notice)
    return command


DAYS = ("2025-07-24", "2025-07-25", "2025-11-16", "2025-11-20", "2025-11-24")
NO, ON, SOON, DUE = "not_in_force", "in_force", "pending", "due_unconfirmed"


@pytest.mark.parametrize(
    ("addressee", "programme", "code", "expected"),
    [
        ("US_FI", "US-SDGT", "asset_freeze", (NO, ON, ON, ON, ON)),
        ("US_FI", "US-SDGT", "report_blocked", (NO, ON, ON, ON, ON)),
        ("US_FI", "US-FTO", "fi_retain_report", (NO, NO, SOON, SOON, ON)),
        ("US_PERSON", "US-SDGT", "dealing_ban", (NO, ON, ON, ON, ON)),
        ("US_PERSON", "US-FTO", "material_support_crime", (NO, NO, SOON, SOON, ON)),
        ("ANY_PERSON_EXTRATERRITORIAL", "US-FTO", "material_support_crime",
         (NO, NO, SOON, SOON, ON)),
        ("ANY_PERSON_EXTRATERRITORIAL", "US-FTO", "civil_liability", (NO, NO, SOON, SOON, ON)),
        ("ALIEN", "US-FTO", "inadmissible", (NO, NO, SOON, SOON, ON)),
        ("ALIEN", "US-FTO", "deportable", (NO, NO, SOON, SOON, ON)),
        ("FOREIGN_FI", "US-SDGT", "secondary_sanctions_exposure", (NO, ON, ON, ON, ON)),
        ("EAR_EXPORTER", "US-SDGT", "export_licence", (NO, ON, ON, ON, ON)),
        ("EAR_EXPORTER", "US-FTO", "export_licence", (NO, NO, SOON, SOON, DUE)),
    ],
)  # fmt: skip
def test_who_is_barred_from_what_since_when(
    record: Any, addressee: str, programme: str, code: str, expected: tuple[str, ...]
) -> None:
    """On the five days of the story, for each addressee; the export duty runs from July."""
    got = []
    for day in DAYS:
        answer = record.json("effects", "Cartel de los Soles", "--as-of", day, "--for", addressee)
        effects = {
            (d["programme"], e["effect"]["code"]): e["status"]
            for d in answer["designations"]
            for e in d["effects"]
        }
        got.append(effects[programme, code])
    assert tuple(got) == expected


def test_deadlines_and_what_stands_beside(record: Any) -> None:
    """Ten business days over Thanksgiving; a reward and an indictment designate nobody."""
    answer = record.json(
        "effects", "Cartel de los Soles", "--as-of", "2025-11-24", "--for", "US_FI"
    )
    due = {
        (d["programme"], one["counted_on"]): one["by"]
        for d in answer["designations"]
        for e in d["effects"]
        if e["effect"]["code"] == "report_blocked"
        for one in e["due"]
        if one["what"] == "Report of blocked property"
    }
    assert due["US-FTO", "2025-11-24"] == "2025-12-09"
    assert due["US-SDGT", "2025-07-25"] == "2025-08-08"
    person = record.json("effects", "Nicolas Maduro", "--as-of", "2025-11-24")
    assert person["designations"] == []
    assert {"reward", "indictment"} <= {one["kind"] for one in person["beside"]}
    assert all(one["is_not"] for one in person["beside"])
