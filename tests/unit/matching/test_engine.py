"""The engine on a small invented list."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from interdict.errors import InvalidInput
from interdict.matching import (
    DEFAULT_THRESHOLD,
    INDEXED_PROPERTIES,
    Index,
    IndexRow,
    TokenMatcher,
    compile_index,
)
from interdict.matching.compare import compare
from interdict.model.entity import Held
from interdict.model.match import Match, Party
from interdict.model.statement import Presence, Statement

WALLET = "0xAb5801a7D398351b8bE11C439e05C5B3259aeC9B"

LISTED: list[tuple[str, str, dict[str, list[str]]]] = [
    (
        "x-1",
        "Person",
        {
            "name": ["Teodor Vaskelis Moran"],
            "alias": ["El Relojero"],
            "weakAlias": ["Teo"],
            "birthDate": ["1962-11-23"],
            "nationality": ["Venezuela"],
            "passportNumber": ["V-1234567"],
        },
    ),
    ("x-2", "Person", {"name": ["Teodor Ernest Vaskelis Garza"], "birthDate": ["1990-06-21"]}),
    ("x-3", "Organization", {"name": ["Altamar Cartel"], "alias": ["Cartel of the Tides"]}),
    ("x-4", "Company", {"name": ["Comercial Dunarea S.A. de C.V."], "country": ["mx"]}),
    ("x-5", "Vessel", {"name": ["Northern Wimbrel"], "imoNumber": ["9074729"]}),
    ("x-6", "CryptoWallet", {"publicKey": [WALLET]}),
    ("x-7", "Person", {"name": ["Abdulqadir al-Sharabi"], "birthDate": ["1964~", "1951/1953"]}),
    ("x-8", "Person", {"name": ["Ion Q. Branescu"], "phone": ["+40 721 000 111"]}),
    ("x-9", "Organization", {"name": ["The Company"]}),
]


def held_pairs() -> list[tuple[str, Held]]:
    """The list as statements."""
    return [
        (
            entity,
            Held(
                Statement("own", entity, schema, prop, value, entity),
                Presence(None, True, None, None),
            ),
        )
        for entity, schema, props in LISTED
        for prop, values in props.items()
        for value in values
    ]


@pytest.fixture(scope="module")
def matcher() -> TokenMatcher:
    """The engine over the list."""
    return TokenMatcher(Index.compile(held_pairs()))


def search(matcher: TokenMatcher, *names: str, threshold: int = 1, **known: Any) -> list[Match]:
    """Matches above almost nothing."""
    return matcher.search(Party(names, **known), threshold=threshold, limit=10)


def score(matcher: TokenMatcher, entity: str, *names: str, **known: Any) -> int:
    """The score of one entity, 0 if it is not found."""
    found = search(matcher, *names, **known)
    return next((match.score for match in found if match.entity_id == entity), 0)


@pytest.mark.parametrize(
    ("entity", "name"),
    [
        ("x-1", "Teodor Vaskelis Moran"),
        ("x-1", "TEODOR VÁSKELIS-MORAN"),
        ("x-1", "Moran, Teodor Vaskelis"),
        ("x-1", "vaskelis moran teodor"),
        ("x-1", "Teodor Vaskelis"),
        ("x-1", "TeodorVaskelis Moran"),
        ("x-1", "TeodorVaskelisMoran"),
        ("x-1", "Teodor Vas kelis Moran"),
        ("x-1", "T. Vaskelis Moran"),
        ("x-1", "Teodor Juan Vaskelis Moran"),
        ("x-1", "Teodro Vaskelys Morran"),
        ("x-1", "Теодор Васкелис Моран"),
        ("x-3", "Cartel of the Tides"),
        ("x-3", "The Altamar Cartel"),
        ("x-4", "Comercial Dunarea"),
        ("x-4", "Comercial Dunarea, Sociedad Anonima de Capital Variable"),
        ("x-4", "Comercial Dunarea GmbH"),
        ("x-7", "Abd al-Qadir Sharabi"),
        ("x-8", "Ion Branescu"),
        ("x-8", "Ion Quintus Branescu"),
        ("x-9", "The Company"),
    ],
)
def test_a_listed_name_is_found_through_usual_changes(
    matcher: TokenMatcher, entity: str, name: str
) -> None:
    """Order, accents, script, typos, joined words, initials, missing and extra words, forms."""
    found = search(matcher, name, threshold=DEFAULT_THRESHOLD)
    assert found and found[0].entity_id == entity


@pytest.mark.parametrize(
    "name",
    ["Altamar Seafood Ltd", "Teodor Novak", "Moran", "S.A. de C.V.", "Nothing Alike"],
)
def test_a_shared_word_alone_is_no_alert(matcher: TokenMatcher, name: str) -> None:
    """Not even a rare one beside other words."""
    assert search(matcher, name, threshold=DEFAULT_THRESHOLD) == []


def test_parts_add_up_and_say_why(matcher: TokenMatcher) -> None:
    """Readable, signed, and complete."""
    match = search(matcher, "Teodor Vaskelis Ltd", birth_date="1962-11-23")[0]
    details = [part.detail for part in match.parts]
    assert sum(part.points for part in match.parts) == match.score
    assert "token 'teodor' equals 'teodor'" in details
    assert "extra query token 'ltd' (legal form)" in details
    assert "listed token 'moran' is not in the query" in details
    assert "birth date 1962-11-23 agrees" in details


def test_the_namesake_does_not_outrank(matcher: TokenMatcher) -> None:
    """Each full name finds its own bearer first."""
    assert search(matcher, "Teodor Vaskelis Garza")[0].entity_id == "x-2"
    assert search(matcher, "Teodor Vaskelis Moran")[0].entity_id == "x-1"


def test_a_match_carries_its_row(matcher: TokenMatcher) -> None:
    """The name that matched, its kind, its statement and presence; the caption is the main name."""
    match = search(matcher, "El Relojero")[0]
    assert (match.name, match.name_kind, match.caption) == (
        "El Relojero",
        "alias",
        "Teodor Vaskelis Moran",
    )
    assert match.statement.value == "El Relojero"
    assert match.presence is not None


def test_a_weak_alias_supports_and_does_not_make_a_match(matcher: TokenMatcher) -> None:
    """Alone it stays below the threshold; a birth date lifts it; a switch makes it strong."""
    assert 0 < score(matcher, "x-1", "Teo") < DEFAULT_THRESHOLD
    assert score(matcher, "x-1", "Teo", birth_date="1962-11-23") >= DEFAULT_THRESHOLD
    partial = "Teodor Vaskelis Novak"
    assert score(matcher, "x-1", partial, "Teo") > score(matcher, "x-1", partial)
    strong = TokenMatcher(Index.compile(held_pairs()), weak_aliases=True)
    assert score(strong, "x-1", "Teo") >= DEFAULT_THRESHOLD
    assert strong.VERSION != matcher.VERSION


def test_birth_dates_order_as_evidence(matcher: TokenMatcher) -> None:
    """Agreement, partial agreement, none, a slip, another day, a clear difference."""
    dates = ["1962-11-23", "1962", None, "1962-11-28", "1962-02-03", "1975-02-03"]
    scores = [score(matcher, "x-1", "Teodor Vaskelis Moran", birth_date=d) for d in dates]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)
    assert scores[3] >= DEFAULT_THRESHOLD > scores[-1]


def test_day_and_month_swapped_is_a_small_doubt() -> None:
    """1962-03-07 for 1962-07-03."""
    one = Held(Statement("own", "y", "Person", "name", "Ada Holmqvist"))
    born = Held(Statement("own", "y", "Person", "birthDate", "1962-07-03"))
    matcher = TokenMatcher(Index.compile([("y", one), ("y", born)]))
    assert score(matcher, "y", "Ada Holmqvist", birth_date="1962-03-07") > 8_500


@pytest.mark.parametrize(
    ("date", "alerts"), [("1965", True), ("1964", True), ("1952-05", True), ("1990", False)]
)
def test_approximate_dates_and_ranges_are_read(
    matcher: TokenMatcher, date: str, alerts: bool
) -> None:
    """Circa allows a few years, a range every day in it; the date that fits best counts."""
    reached = score(matcher, "x-7", "Abdulqadir al-Sharabi", birth_date=date)
    assert (reached >= DEFAULT_THRESHOLD) is alerts


def test_countries_are_light_evidence(matcher: TokenMatcher) -> None:
    """In any spelling; a difference does not clear anybody."""
    name = "Teodor Vaskelis Moran"
    agrees = score(matcher, "x-1", name, countries=("VEN",))
    differs = score(matcher, "x-1", name, countries=("Norway",))
    assert agrees > score(matcher, "x-1", name) > differs > DEFAULT_THRESHOLD


def test_a_text_that_is_no_country_does_not_count_against(matcher: TokenMatcher) -> None:
    """A city or a slip in a country's name."""
    party = Party(("Teodor Vaskelis Moran",), "Person")
    plain = matcher.search(party, threshold=1, limit=1)[0]
    for text in ("Maracaibo", "Venezuelaa"):
        asked = Party(party.names, party.schema, countries=(text,))
        assert matcher.search(asked, threshold=1, limit=1)[0].parts == plain.parts


def test_a_ship_is_found_as_payments_write_it(matcher: TokenMatcher) -> None:
    """With what kind of ship it is, and its number in the same field."""
    for name in ("MV Northern Wimbrel", "M/V Northern Wimbrel"):
        assert matcher.search(Party((name,)), threshold=DEFAULT_THRESHOLD, limit=1)
    for name in ("MT Wimbrell, IMO 9074729", "Northern Wimbrel (IMO: 9074729)"):
        found = matcher.search(Party((name,)), threshold=DEFAULT_THRESHOLD, limit=1)
        assert found[0].parts[-1].detail.endswith("agrees and decides")


def test_another_month_of_the_same_year_is_not_called_a_year_off(matcher: TokenMatcher) -> None:
    """It is doubted as much, and said as it is."""
    asked = Party(("Teodor Vaskelis Moran",), "Person", "1962-05")
    part = matcher.search(asked, threshold=1, limit=1)[0].parts[-1]
    assert "agrees in the year alone" in part.detail
    assert part.points == -600


def test_a_strong_identifier_decides(matcher: TokenMatcher) -> None:
    """Whatever the name; a number that many share does not."""
    found = search(matcher, "Somebody Else", identifiers=("v 1234567",), threshold=9_000)
    assert [match.entity_id for match in found] == ["x-1"]
    assert found[0].name_kind == "identifier"
    assert found[0].statement.prop == "passportNumber"
    assert search(matcher, "Somebody Else", identifiers=("+40721000111",)) == []
    assert score(matcher, "x-8", "Ion Branescu", identifiers=("+40721000111",)) > score(
        matcher, "x-8", "Ion Branescu"
    )


@pytest.mark.parametrize("name", [WALLET, WALLET.lower(), "IMO 9074729", "9074729"])
def test_a_number_typed_as_a_name_is_found(matcher: TokenMatcher, name: str) -> None:
    """A wallet address or an IMO number, whatever kind of party is asked about."""
    found = search(matcher, name, schema="Person", threshold=9_000)
    assert [match.entity_id for match in found] in (["x-5"], ["x-6"])


def test_kinds_of_party_are_kept_apart(matcher: TokenMatcher) -> None:
    """A person is no cartel; an unknown kind is compared with all; a company is an organization."""
    assert search(matcher, "Altamar Cartel", schema="Person") == []
    assert search(matcher, "Altamar Cartel", schema="PublicBody") != []
    assert search(matcher, "Altamar Cartel") != []
    assert search(matcher, "Northern Wimbrel", schema="Vessel") != []


@pytest.mark.parametrize("names", [(), ("",), ("-",), ("\x00\x01",), ("X",), ("…", "Y")])
def test_nothing_to_match_is_an_error(matcher: TokenMatcher, names: tuple[str, ...]) -> None:
    """With a message that says so; never an empty answer."""
    with pytest.raises(InvalidInput, match="nothing to match"):
        search(matcher, *names)


def test_bad_values_are_errors(matcher: TokenMatcher) -> None:
    """A birth date that is none, a threshold or a limit out of bounds."""
    with pytest.raises(InvalidInput, match="birth date"):
        search(matcher, "Ion Branescu", birth_date="23.11.62")
    with pytest.raises(InvalidInput, match="threshold"):
        search(matcher, "Ion Branescu", threshold=0)
    with pytest.raises(InvalidInput, match="limit"):
        matcher.search(Party(("Ion Branescu",)), threshold=1, limit=0)


def test_very_long_names_are_bounded_work(matcher: TokenMatcher) -> None:
    """The words beyond the bound count against a match."""
    padded = "Teodor Vaskelis Moran " + "lorem ipsum dolor " * 600
    assert score(matcher, "x-1", padded) < 1_000
    assert search(matcher, "x" * 10_000) == []
    assert score(matcher, "x-3", "cartel tides " * 1_000) < 1_000


def test_a_name_of_very_many_words_is_found_as_it_is_listed() -> None:
    """What both names go on with counts against neither; another ending does."""
    words = [f"{left}{right}a" for left in "bdfgklmn" for right in ("ari", "ole", "unt")]
    name = " ".join([*words, *(f"re{word}" for word in words), *(f"un{word}" for word in words)])
    index = Index.compile([("l-1", Held(Statement("own", "l-1", "Organization", "name", name)))])
    long = TokenMatcher(index)
    (found,) = search(long, name, threshold=DEFAULT_THRESHOLD)
    assert found.score == 9_000 == sum(part.points for part in found.parts)
    swapped = " ".join(reversed(name.split()))
    assert score(long, "l-1", swapped) < DEFAULT_THRESHOLD
    assert score(long, "l-1", name + " besides") < found.score
    assert list(long.search_many([Party((name,))] * 6, threshold=7_000, limit=1)) == [[found]] * 6


def test_the_order_of_statements_does_not_matter(matcher: TokenMatcher) -> None:
    """Compiling is deterministic."""
    other = TokenMatcher(Index.compile(reversed(held_pairs())))
    for name in ("Teodor Vaskelis", "Cartel of the Tides", "Ion Branescu"):
        assert search(matcher, name) == search(other, name)


def test_limit_and_ties(matcher: TokenMatcher) -> None:
    """Best first, equal scores by entity id, at most `limit`."""
    twins = [
        (entity, Held(Statement("own", entity, "Person", "name", "Mira Solberg")))
        for entity in ("t-3", "t-1", "t-2")
    ]
    found = TokenMatcher(Index.compile(twins)).search(
        Party(("Mira Solberg",)), threshold=1, limit=2
    )
    assert [match.entity_id for match in found] == ["t-1", "t-2"]


def test_an_empty_index_answers_nothing() -> None:
    """A record without names is searched without an error."""
    assert search(TokenMatcher(Index.compile([])), "Ion Branescu") == []


def test_links_between_parties_are_not_indexed() -> None:
    """A sanction or passport is nobody."""
    row = Held(Statement("own", "s-1", "Sanction", "name", "Altamar Cartel"))
    assert Index.compile([("s-1", row)]).n_names == 0


def test_every_listed_property_is_indexed() -> None:
    """What the caller reads for the index is what the index reads."""
    used = {prop for _, _, props in LISTED for prop in props}
    assert used <= INDEXED_PROPERTIES


def test_dead_rows_are_not_seen() -> None:
    """A name, birth date or identifier whose life is not alive neither matches nor is cited."""
    rows = [
        IndexRow("y", "Person", "name", "Ada Holmqvist", statement_id="old", life=0),
        IndexRow("y", "Person", "name", "Ada Holmqvist", statement_id="young", life=1),
        IndexRow("y", "Person", "alias", "Berta Lindqvist", life=0),
        IndexRow("y", "Person", "birthDate", "1962-07-03", life=0),
        IndexRow("y", "Person", "passportNumber", "V1234567", life=0),
    ]
    cited: list[str] = []

    def resolve(row: IndexRow) -> Held:
        cited.append(row.statement_id)
        return Held(Statement(row.dataset, row.entity_id, row.schema, row.prop, row.value))

    matcher = TokenMatcher(Index(compile_index(rows)), resolve=resolve)

    def asked(party: Party, alive: tuple[bool, bool]) -> list[Match]:
        return matcher.search(party, threshold=5_000, limit=5, alive=np.array(alive))

    ada = Party(("Ada Holmqvist",), birth_date="1962-07-03")
    assert [m.score for m in asked(ada, (False, True))] == [9_000]
    assert cited == ["young"]
    assert asked(ada, (True, True))[0].score > 9_000
    assert asked(ada, (False, False)) == []
    assert asked(Party(("Berta Lindqvist",)), (False, True)) == []
    assert asked(Party(("Berta Lindqvist",)), (True, False))[0].caption == "Ada Holmqvist"
    number = Party(("Somebody Else",), identifiers=("V1234567",))
    assert asked(number, (False, True)) == []
    assert asked(number, (True, False)) != []


def test_compare_scores_two_entities_as_a_search_would() -> None:
    """The same name, a relative, another birth date, another kind of party."""

    def person(name: str, **known: str) -> dict[str, Any]:
        properties = {"name": [name], **{prop: [value] for prop, value in known.items()}}
        return {"schema": "Person", "properties": properties}

    moran = person("Teodor Vaskelis Moran", birthDate="1962-11-23")
    same = compare(person("Vaskelis Moran, Teodor"), moran)
    assert same == 0.9
    assert compare(person("Teodor Vaskelis Moran", birthDate="1962-11-23"), moran) > same
    assert compare(person("Teodor Vaskelis Garza"), moran) < 0.6
    assert compare(person("Teodor Vaskelis Moran", birthDate="1990-01-05"), moran) < 0.6
    assert compare({"schema": "Vessel", "properties": {"name": ["Moran"]}}, moran) == 0.0


def test_a_party_is_called_what_a_list_calls_it() -> None:
    """Names that documents give come after those of lists, whatever the alphabet says."""
    rows = [
        IndexRow("y", "Organization", "name", "Altamar Group", dataset="documents"),
        IndexRow("y", "Organization", "name", "Zephyr Altamar", dataset="own"),
    ]
    found = TokenMatcher(Index(compile_index(rows))).search(
        Party(("Altamar Group",)), threshold=1, limit=1
    )
    assert (found[0].name, found[0].caption) == ("Altamar Group", "Zephyr Altamar")
