"""Laws of matching: nothing is lost by the index, explanations add up, folding is stable."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from unittest import mock

from hypothesis import example, given, settings
from hypothesis import strategies as st

from interdict.errors import InvalidInput
from interdict.matching import Index, TokenMatcher
from interdict.matching import candidates as candidates_module
from interdict.matching import compiled as loops_module
from interdict.matching import engine as engine_module
from interdict.matching import one_name as one_name_module
from interdict.matching.align import align
from interdict.matching.asked import read
from interdict.matching.base import FULL_SCORE
from interdict.matching.candidates import Pair
from interdict.matching.index import ListedName
from interdict.matching.links import Words
from interdict.matching.lookup import Lookup, Question
from interdict.matching.rereading import reread
from interdict.matching.runs import bones, run_keys
from interdict.matching.scoring import name_score
from interdict.matching.similarity import INITIAL, asked_similarity, edit_similarity
from interdict.model.entity import Held
from interdict.model.match import Match, Party
from interdict.model.statement import Statement
from interdict.text.names import tokenise
from interdict.text.normalize import fold

WORD = st.sampled_from(
    "ivan iwan ivanov petrov petrow mohamed muhammad al bin de ali alia cartel of the tides "
    "altamar al-tamar ltd limited llc j m maduro madura company 47 48 nicolasmaduro nicolas "
    "abdul rahman abdulrahman el ai sa ws haji qari".split()
)
NAME = st.lists(WORD, min_size=1, max_size=5).map(" ".join)
ASKED = st.one_of(
    NAME,
    st.lists(st.one_of(WORD, st.sampled_from("jmib")), min_size=6, max_size=14).map(" ".join),
)
"""Also names of more words and initials than any listed one has."""
KIND = st.sampled_from(["name", "alias", "weakAlias"])
SCHEMA = st.sampled_from(["Person", "Organization", "LegalEntity"])
WITH_LOOPS = st.sampled_from([False, True] if find_spec("numba") else [False])
LIST = st.lists(st.tuples(st.integers(0, 6), SCHEMA, KIND, NAME), min_size=1, max_size=14)


def compiled(rows: list[tuple[int, str, str, str]]) -> Index:
    """An index over a drawn list; the first schema drawn for an entity is its own."""
    schemata: dict[int, str] = {}
    for number, schema, _, _ in rows:
        schemata.setdefault(number, schema)
    return Index.compile(
        (f"e-{number}", Held(Statement("d", f"e-{number}", schemata[number], kind, name)))
        for number, _, kind, name in rows
    )


@contextmanager
def searching(*, loops: bool, few: int, frequent: int | None = None) -> Iterator[None]:
    """Names looked at by loops or in columns, by itself up to `few`, words of more than so many
    postings left out of the expansion."""
    with ExitStack() as stack:
        patch = mock.patch.object
        stack.enter_context(patch(loops_module, "_loaded", [loops]))
        stack.enter_context(patch(engine_module, "FEW", few))
        if frequent is not None:
            stack.enter_context(patch(candidates_module, "FREQUENT", frequent))
            stack.enter_context(patch(one_name_module, "FREQUENT", frequent))
        if frequent is not None and loops:
            from interdict.matching.compiled import meetings

            rules = meetings.RULES._replace(frequent=frequent)
            stack.enter_context(patch(meetings, "RULES", rules))
        yield


def brute_force(index: Index, party: Party, threshold: int) -> list[Match]:
    """The search with every listed name aligned with every asked one, words compared in pairs."""
    matcher = TokenMatcher(index, equivalents=False)
    matcher._lookup.similar = asked_similarity  # type: ignore[method-assign]
    fitting = matcher._kinds_fitting(party.schema)

    def everything(
        _: Index, lookup: Lookup, questions: list[Question], slots: object, living: object
    ) -> list[list[Pair]]:
        rows = [
            row
            for row in range(index.n_names)
            if fitting is None
            or fitting[index.arrays["entity_schema"][index.arrays["name_entity"][row]]]
        ]
        return [
            [
                Pair(row, True, FULL_SCORE)
                for row in rows
                if shares_a_word(lookup.weighted(question.name), index.name(row))
            ]
            for question in questions
        ]

    with (
        mock.patch.object(engine_module, "candidates", everything),
        mock.patch.object(engine_module, "FEW", 0),
    ):
        return matcher.search(party, threshold=threshold, limit=1_000)


def shares_a_word(asked: Words, name: ListedName) -> bool:
    """What the guarantee asks for: one link that is neither initial nor light alone."""
    for link in align(asked, name.side, asked_similarity).links:
        listed = name.side.tokens[link.listed[0] : sum(link.listed)]
        if link.similarity != INITIAL and not all(token.kind.is_light for token in listed):
            return True
    return False


TITLED = [
    (0, "Person", "name", "qari ali ivanov"),
    (1, "Person", "name", "haji petrov mohamed"),
]


@settings(max_examples=250, deadline=None)
@example(TITLED, "qari ivanov", None, 6_400, 1_000, 0, False)
@example(TITLED, "haji petrov", None, 6_400, 1_000, 4, False)
@example(TITLED, "qari ali", "Person", 6_400, 1_000, 4, True)
@given(
    LIST,
    ASKED,
    st.sampled_from([None, "Person", "Company"]),
    st.integers(3_000, 9_000),
    st.sampled_from([0, 2, 1_000]),
    st.sampled_from([0, 4]),
    WITH_LOOPS,
)
def test_the_index_finds_what_scoring_every_name_finds(
    rows: list[tuple[int, str, str, str]],
    asked: str,
    schema: str | None,
    threshold: int,
    frequent: int,
    few: int,
    loops: bool,
) -> None:
    """Candidates by words and bounds lose no match that reaches the threshold.

    Whichever words are frequent enough to be left out of the expansion, in columns, by itself or
    in loops.
    """
    party = Party((asked,), schema=schema)
    index = compiled(rows)
    with searching(loops=loops, few=few, frequent=frequent):
        try:
            found = TokenMatcher(index, equivalents=False).search(
                party, threshold=threshold, limit=1_000
            )
        except InvalidInput:
            return  # a single letter
    assert found == brute_force(index, party, threshold)


SPELT_OUT = [
    (0, "Organization", "name", "obshchestvo s ogranichennoy otvetstvennostyu oboronregistr"),
    (0, "Organization", "alias", "oboronregistr"),
    (1, "Organization", "name", "llc petrov"),
]
"""A legal form in words, one of which is an initial as well."""

MISTYPED = "obshchestvo s ogranichennoy otvetstvennsotyu oboronregistr"


@settings(max_examples=200, deadline=None)
@example(SPELT_OUT, MISTYPED, 6_000, 0, False)
@example(SPELT_OUT, MISTYPED, 6_000, 4, False)
@example(SPELT_OUT, MISTYPED, 6_000, 4, True)
@given(LIST, ASKED, st.sampled_from([1, 3_000, 6_000]), st.sampled_from([0, 4]), WITH_LOOPS)
def test_no_bound_is_below_the_score(
    rows: list[tuple[int, str, str, str]], asked: str, threshold: int, few: int, loops: bool
) -> None:
    """What is said of a pair before it is aligned holds when it is."""
    index = compiled(rows)
    matcher = TokenMatcher(index, equivalents=False)
    try:
        read_party = reread(read(Party((asked,))), matcher._lookup)
    except InvalidInput:
        return
    with searching(loops=loops, few=few):
        questions, found = matcher._compared([read_party], threshold, None)
    for question, pairs in zip(questions, found, strict=True):
        side = matcher._lookup.weighted(question.name)
        for pair in pairs:
            listed = index.name(pair.name)
            alignment = align(side, listed.side, matcher._lookup.similar, runs=True)
            assert name_score(alignment) <= pair.bound


@given(st.lists(st.text(alphabet="abdlrehn7", min_size=1, max_size=14), min_size=1, max_size=12))
def test_runs_have_the_key_of_their_bones(runs: list[str]) -> None:
    """Two runs share a key exactly if they share their bones."""
    keys = run_keys(runs).tolist()
    for left, left_key in zip(runs, keys, strict=True):
        for right, right_key in zip(runs, keys, strict=True):
            assert (left_key == right_key) is (bones(left) == bones(right))


@settings(max_examples=60, deadline=None)
@given(
    LIST, st.lists(st.tuples(NAME, st.sampled_from([None, "1961-02-03"])), max_size=6), WITH_LOOPS
)
def test_a_batch_gives_the_answers_of_single_searches(
    rows: list[tuple[int, str, str, str]], asked: list[tuple[str, str | None]], loops: bool
) -> None:
    """Exactly, in order, whichever of both is in loops."""
    index = compiled(rows)
    parties = [Party((name + " xavi",), birth_date=birth) for name, birth in asked]
    with searching(loops=loops, few=engine_module.FEW):
        many = list(TokenMatcher(index).search_many(parties, threshold=3_000, limit=5))
    with searching(loops=not loops and bool(find_spec("numba")), few=engine_module.FEW):
        single = [TokenMatcher(index).search(p, threshold=3_000, limit=5) for p in parties]
    assert many == single


@settings(max_examples=200, deadline=None)
@given(LIST, st.lists(NAME, min_size=1, max_size=3), st.sampled_from([None, "1960", "1961-02-03"]))
def test_parts_add_up_to_the_score(
    rows: list[tuple[int, str, str, str]], asked: list[str], birth: str | None
) -> None:
    """To the point, for every match; scores stay within bounds."""
    born = [
        (f"e-{n}", Held(Statement("d", f"e-{n}", "Person", "birthDate", "1961-02-03")))
        for n in range(7)
    ]
    index = compiled([(number, "Person", kind, name) for number, _, kind, name in rows])
    pairs = [(row.entity_id, index.held(row)) for row in map(index.row, range(index.n_rows))]
    matcher = TokenMatcher(Index.compile(pairs + born))
    party = Party(tuple(asked), birth_date=birth)
    try:
        found = matcher.search(party, threshold=1, limit=100)
    except InvalidInput:
        return
    for match in found:
        assert sum(part.points for part in match.parts) == match.score
        assert 1 <= match.score <= 10_000
        assert all(part.detail for part in match.parts)


@settings(max_examples=200, deadline=None)
@given(LIST, st.integers(0, 13))
def test_a_strong_name_asked_as_listed_is_found_with_the_full_score(
    rows: list[tuple[int, str, str, str]], at: int
) -> None:
    """Whatever else is on the list."""
    index = compiled(rows)
    listed = index.name(at % index.n_names)
    if listed.prop == "weakAlias" or len(fold(listed.value)) < 2:
        return
    found = TokenMatcher(index).search(
        Party((listed.value,), schema=index.schema(listed.entity)), threshold=8_000, limit=100
    )
    assert index.entity_id(listed.entity) in [match.entity_id for match in found]


@given(st.text(max_size=60))
def test_fold_is_stable_and_plain(text: str) -> None:
    """Folding twice changes nothing, and only a-z, 0-9 and single spaces remain."""
    folded = fold(text)
    assert fold(folded) == folded
    assert all(char == " " or (char.isascii() and char.isalnum()) for char in folded)
    assert folded == folded.lower() == " ".join(folded.split())


@given(st.text(max_size=60), st.sampled_from([None, True, False]))
def test_any_text_is_tokenised(text: str, person: bool | None) -> None:
    """Without an error; and it has tokens exactly if it folds to something."""
    assert bool(tokenise(text, person=person)) is bool(fold(text))


@settings(max_examples=150, deadline=None)
@given(st.text(min_size=0, max_size=80))
def test_any_name_is_answered_or_refused(text: str) -> None:
    """No text, in whatever script, breaks a search."""
    matcher = TokenMatcher(compiled([(1, "Person", "name", "ivan petrov")]))
    try:
        matcher.search(Party((text,)), threshold=1, limit=5)
    except InvalidInput as error:
        assert "nothing to match" in str(error)


@given(st.sampled_from(["karim", "petrov", "sharabi"]), st.sampled_from(["kerim", "petrow"]))
def test_similarity_is_symmetric(left: str, right: str) -> None:
    """Which side is the query does not matter to two words."""
    assert edit_similarity(left, right, 1) == edit_similarity(right, left, 1)
