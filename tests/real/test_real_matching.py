"""Matching on a real edition of a large list: known persons, recall by class, false alerts."""

from __future__ import annotations

import csv
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from interdict.lists.catalog import parse_files
from interdict.lists.parsing import SourceFile
from interdict.matching import (
    DEFAULT_THRESHOLD,
    INDEXED_PROPERTIES,
    Index,
    Matcher,
    TokenMatcher,
)
from interdict.matching.index import ListedName
from interdict.model.entity import Held
from interdict.model.match import Party

N_NEGATIVES = 2_000
N_SAMPLED = 400
MADURO = "us_ofac_sdn-22790"


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of real lists."""
    folder = os.environ.get("INTERDICT_TEST_DATA")
    if not folder:
        pytest.skip("INTERDICT_TEST_DATA is not set: real data not at hand")
    return Path(folder) / "data"


@pytest.fixture(scope="session")
def index(data: Path) -> Index:
    """The edition of July 2021, compiled."""
    files = sorted((data / "ofac" / "sdn_2021_07").glob("*.csv"))
    edition = parse_files("us_ofac_sdn", [SourceFile(f.name, f.read_bytes()) for f in files])
    return Index.compile(
        (statement.entity_id, Held(statement))
        for part in edition.parts
        for statement, _ in part.statements
        if statement.prop in INDEXED_PROPERTIES
    )


@pytest.fixture(scope="session")
def matcher(index: Index) -> TokenMatcher:
    """The engine over it."""
    return TokenMatcher(index)


def best(matcher: Matcher, name: str, **known: str) -> str | None:
    """The entity that is found first at the default threshold."""
    party = Party((name,), schema="Person", birth_date=known.get("birth_date"))
    found = matcher.search(party, threshold=DEFAULT_THRESHOLD, limit=5)
    return found[0].entity_id if found else None


def test_the_list_is_compiled(index: Index) -> None:
    """Every entry has a name in the index."""
    assert len(set(index.arrays["name_entity"].tolist())) == 8_976


def names_of(index: Index, *, weak: bool) -> list[ListedName]:
    """The listed names that are, or are not, weak aliases."""
    names = (index.name(number) for number in range(index.n_names))
    return [name for name in names if (name.prop == "weakAlias") is weak]


@pytest.mark.parametrize(
    "name",
    [
        "Nicolas Maduro Moros",
        "Nicolás Maduro Moros",
        "MADURO MOROS, Nicolas",
        "Moros Nicolas Maduro",
        "Nicolas Madruo Moros",
        "NicolasMaduro Moros",
        "Nicolas Maduro",
        "NicolasMaduro",
        "Николас Мадуро",
    ],
)
def test_a_well_known_person_is_found_first(matcher: TokenMatcher, name: str) -> None:
    """With accents, in any order, with a typo, joined, shortened, in another script."""
    assert best(matcher, name, birth_date="1962-11-23") == MADURO
    assert best(matcher, name) == MADURO


def test_the_son_does_not_outrank_and_is_himself(matcher: TokenMatcher) -> None:
    """Father and son are told apart by their second surname, and by birth dates."""
    assert best(matcher, "Nicolás Maduro Guerra") == "us_ofac_sdn-26946"
    assert best(matcher, "Nicolas Maduro", birth_date="1990-06-21") == "us_ofac_sdn-26946"


def test_a_shared_place_name_is_no_alert(matcher: TokenMatcher) -> None:
    """A fish trader of Sinaloa is not the cartel."""
    trader = Party(("Sinaloa Seafood Ltd",), schema="Company")
    assert matcher.search(trader, threshold=DEFAULT_THRESHOLD, limit=5) == []
    cartel = Party(("Sinaloa Cartel",), schema="Organization")
    assert matcher.search(cartel, threshold=DEFAULT_THRESHOLD, limit=5) != []


def test_weak_aliases_alone_do_not_alert(index: Index, matcher: TokenMatcher) -> None:
    """Unless asked to; for every weak alias whose party holds no stronger name like it."""
    weak = names_of(index, weak=True)
    assert len(weak) > 1_000
    strong = TokenMatcher(index, weak_aliases=True)
    lifted = quiet = 0
    for name in random.Random(1).sample(weak, 200):
        entity_id = index.entity_id(name.entity)
        value = name.value
        asked = Party((value,), schema=index.schema(name.entity))
        if len(value) < 3:
            continue
        found = matcher.search(asked, threshold=DEFAULT_THRESHOLD, limit=100)
        assert all(match.name_kind != "weakAlias" for match in found)
        if entity_id not in [match.entity_id for match in found]:
            quiet += 1
            found = strong.search(asked, threshold=DEFAULT_THRESHOLD, limit=100)
            lifted += entity_id in [match.entity_id for match in found]
    assert quiet > 100
    assert lifted == quiet


def test_ordinary_names_rarely_alert(data: Path, matcher: TokenMatcher) -> None:
    """At most 12 of 1,000, names alone, at the default threshold."""
    path = data / "names" / "yente" / "negatives_us.csv"
    with path.open(encoding="utf-8", newline="") as file:
        names = [
            row["full_name"]
            for _, row in zip(range(N_NEGATIVES), csv.DictReader(file), strict=False)
        ]
    alerts = sum(best(matcher, name) is not None for name in names)
    assert alerts <= 12 * N_NEGATIVES / 1_000


def one_edit(word: str, rng: random.Random) -> str:
    """The word with a letter added, dropped, changed, or swapped with the next."""
    at, letter = rng.randrange(len(word)), rng.choice("abcdefghijklmnopqrstuvwxyz")
    after = word[at + 1 :]
    return rng.choice(
        [
            word[:at] + letter + word[at:],
            word[:at] + after,
            word[:at] + letter + after,
            word[:at] + after[:1] + word[at] + after[1:],
        ]
    )


def typo(name: str, rng: random.Random) -> str:
    """One edit in the longest word."""
    longest = max(name.split(), key=len)
    return " ".join(one_edit(w, rng) if w == longest else w for w in name.split())


def shuffled(name: str, rng: random.Random) -> str:
    """The words in another order."""
    return " ".join(rng.sample(name.split(), len(name.split())))


@pytest.mark.parametrize(
    ("change", "recall"),
    [
        (lambda name, rng: name, 1.0),
        (lambda name, rng: name.lower().title(), 1.0),
        (shuffled, 0.99),
        (typo, 0.97),
        (lambda name, rng: name.replace(" ", "", 1), 0.98),
    ],
    ids=["exact", "case", "order", "one typo", "joined words"],
)
def test_sampled_names_are_found(
    index: Index,
    matcher: TokenMatcher,
    change: Callable[[str, random.Random], str],
    recall: float,
) -> None:
    """The share of listed strong names that alert on their own party, by kind of change."""
    rng = random.Random(11)
    strong = names_of(index, weak=False)
    hits = 0
    for name in rng.sample(strong, N_SAMPLED):
        entity_id = index.entity_id(name.entity)
        asked = Party((change(name.value, rng),), schema=index.schema(name.entity))
        found = matcher.search(asked, threshold=DEFAULT_THRESHOLD, limit=100)
        hits += entity_id in [match.entity_id for match in found]
    assert hits / N_SAMPLED >= recall
