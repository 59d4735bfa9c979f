"""A run against a matcher of our own, kept, read again, compared and reported."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from interdict.errors import InvalidInput
from interdict.lab.clean import PERSONS, CleanName, clean_names
from interdict.lab.compare import compare, sign_test
from interdict.lab.content import content_of
from interdict.lab.metrics import Outcome
from interdict.lab.probes import Plan, Probe, probes_of
from interdict.lab.regulators import expectations
from interdict.lab.report import report_html
from interdict.lab.run import measure
from interdict.lab.runfile import Card, ListCard, Run, as_dict, finished, from_dict, read_run
from interdict.lab.subjects import Subject
from interdict.model.match import Match, Party, ScorePart
from interdict.model.statement import Statement
from interdict.text.normalize import fold

FULL_NAMES = [
    (given, family)
    for given in ("Orsin", "Mirel", "Teodrik", "Alda")
    for family in ("<HALVE>", "KARVAN", "DASK")
]
BORN = ("1970-03-07",)
SUBJECTS = [
    Subject(f"x-{at}", "Person", f"{given} {family}", f"{family}, {given}", birth_dates=BORN)
    for at, (given, family) in enumerate(FULL_NAMES)
    if at != 5
]
PLAN = Plan(sample=6, clean=16, kinds=("exact", "one_edit", "shuffled", "same_day"))


class WordMatcher:
    """Scores a listed name by the share of its words that the query holds, times 0.9."""

    NAME = "words"
    VERSION = "1"

    def __init__(self, *, worth: int = 9_000) -> None:
        self.worth = worth
        self.asked: list[int] = []

    def search(self, party: Party, *, threshold: int, limit: int) -> list[Match]:
        """See `Matcher.search`."""
        self.asked.append(threshold)
        query = set(fold(" ".join(party.names)).split())
        matches = []
        for subject in SUBJECTS:
            words = fold(subject.name).split()
            score = self.worth * len(query & set(words)) // len(words)
            part = ScorePart("words", score, party.names[0], subject.name, "words that agree")
            row = Statement("own", subject.id, "Person", "name", subject.name)
            matches.append(
                Match(subject.id, "Person", subject.name, score, (part,), subject.name, "name", row)
            )
        found = [match for match in matches if match.score >= threshold]
        return sorted(found, key=lambda match: (-match.score, match.entity_id))[:limit]


def run_of(worth: int = 9_000, plan: Plan = PLAN, threshold: int = 6_000) -> Run:
    """A run with the matcher above."""
    card = Card(
        lists=(ListCard("own", "2021-07-07", "covered"),),
        as_of="2021-08-01",
        known_at="2021-08-01T00:00:00+00:00",
        held_at=3,
        n_parties=len(SUBJECTS),
        n_names=len(SUBJECTS),
        engine=f"words 1, {worth}",
        weak_aliases=False,
        version="0",
        plan=plan,
        threshold=threshold,
        budget=12,
        configuration="c0ffee",
    )
    clock = iter(range(100_000))
    measured = measure(
        WordMatcher(worth=worth),
        probes_of(SUBJECTS, plan),
        clean_names(SUBJECTS, plan),
        plan=plan,
        threshold=threshold,
        timer=lambda: next(clock) / 1_000,
    )
    return finished(card, measured)


def test_each_query_is_asked_once_at_the_lowest_threshold() -> None:
    """Scores then tell about every higher one; misses alone are asked again, deeper."""
    matcher = WordMatcher()
    probes = [Probe("exact", "x-1", Party(("Orsin KARVAN",)), "Orsin KARVAN")]
    steps: list[tuple[int, int]] = []
    clean = [CleanName(PERSONS, "Alda Aune", Party(("Alda Aune",)))]
    measured = measure(
        matcher, probes, clean, plan=PLAN, threshold=6_000,
        progress=lambda done, total: steps.append((done, total)),
    )  # fmt: skip
    assert matcher.asked == [4_000, 4_000]
    assert measured.outcomes == (
        Outcome("exact", "x-1", "Orsin KARVAN", "Orsin KARVAN", 9_000, 1, 9_000),
    )
    assert measured.clean[0].scores == (4_500, 4_500, 4_500)
    assert steps[-1] == (2, 2)
    assert measured.seconds == ()


def test_misses_are_explained_by_the_parts_of_their_score() -> None:
    """One edit in one of two words halves the score here, below the threshold."""
    run = run_of()
    missed = [one for one in run.misses if one.kind == "one_edit"]
    assert len(missed) == 3
    assert all(one.score == 4_500 for one in missed)
    assert missed[0].parts[0].detail == "words that agree"
    assert [one for one in run.misses if one.kind == "exact"] == []


def test_false_alerts_name_the_listed_party_that_came_up() -> None:
    """At a threshold of 0.45, one common word is enough here."""
    run = run_of(threshold=4_500)
    assert run.false_alerts[0].kind == PERSONS
    assert run.false_alerts[0].match_id.startswith("x-")


def test_a_run_is_the_same_every_time() -> None:
    """Same plan, same list, same engine: the same outcomes."""
    assert run_of() == run_of()


def test_a_run_survives_its_file(tmp_path: Path) -> None:
    """What is written is what is read."""
    run = run_of()
    file = tmp_path / "run.json"
    file.write_text(json.dumps(as_dict(run)), "utf-8")
    assert read_run(file) == run


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "not JSON"),
        ("[]", "not a run of the lab"),
        ('{"format": "interdict-lab-run/1"}', "damaged"),
    ],
)
def test_a_file_that_is_no_run_is_refused(tmp_path: Path, content: str, message: str) -> None:
    """By name, with what to do."""
    file = tmp_path / "run.json"
    file.write_text(content, "utf-8")
    with pytest.raises(InvalidInput, match=message):
        read_run(file)
    with pytest.raises(InvalidInput, match="cannot be read"):
        read_run(tmp_path / "none.json")


def test_an_impossible_plan_in_a_file_is_refused() -> None:
    """Also where the JSON is whole."""
    data = as_dict(run_of())
    data["card"]["plan"]["kinds"] = ["no_such_kind"]
    with pytest.raises(InvalidInput, match="no kind of test"):
        from_dict(data, "run.json")


def test_the_content_gives_recall_alerts_and_a_proposal() -> None:
    """Shares are 0 to 1, alerts per 1,000; every kind and every clean kind is there."""
    content = content_of(run_of())
    kinds = {one["key"]: one for one in content["kinds"]}
    assert set(kinds) == set(PLAN.kinds or ())
    assert kinds["exact"]["recall_in_use"]["share"] == 1.0
    assert kinds["exact"]["recall"]["0.95"]["share"] == 0.0
    assert kinds["one_edit"]["recall_in_use"]["share"] == 0.0
    assert kinds["one_edit"]["recall"]["0.45"]["share"] == 1.0
    assert content["controls"]["n"] == 12
    main = next(one for one in content["proposals"] if one["is_main"])
    assert main["clean_kind"] == "common names"
    assert content["threshold"] == 0.6
    assert content_of(run_of(), threshold=9_100)["controls"]["n_hits"] == 0


def test_limits_name_what_could_not_be_tested() -> None:
    """Small samples, kinds that no record suits, and the caution about budgets."""
    everything = run_of(plan=replace(PLAN, kinds=None))
    told = " ".join(content_of(everything)["limits"])
    assert "6 records at most" in told
    assert "No record of these lists suits these kinds" in told
    assert "native script" in told
    assert "504.3(e)" in told


class Page(HTMLParser):
    """Collects ids, links to them, and whether elements are closed in order."""

    VOID = frozenset({"meta", "link", "br"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens an element."""
        if tag not in self.VOID:
            self.open.append(tag)
        given = dict(attrs)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if tag == "a" else []
        self.loads += [given[key] or "" for key in ("src",) if key in given]
        self.loads += [tag] if tag in ("script", "link", "iframe") else []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element without content."""

    def handle_endtag(self, tag: str) -> None:
        """Closes an element."""
        assert self.open.pop() == tag


def test_the_page_is_whole_and_needs_nothing_else() -> None:
    """Closed elements, unique ids, links that lead somewhere, nothing loaded, names escaped."""
    html = report_html(content_of(run_of(threshold=4_600)))
    page = Page()
    page.feed(html)
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert page.loads == []
    assert "&lt;HALVE&gt;" in html
    assert "<HALVE>" not in html
    assert "$" not in re.sub(r"<style>.*?</style>", "", html, flags=re.S)
    assert html.count("<caption>") >= 5


def test_the_curve_is_a_picture_with_a_title_and_a_description() -> None:
    """Well-formed SVG; one line for each family of the run; both thresholds marked."""
    html = report_html(content_of(run_of()))
    found = re.search(r"<svg.*?</svg>", html, re.S)
    assert found is not None
    root = ElementTree.fromstring(found.group(0))
    space = "{http://www.w3.org/2000/svg}"
    assert root.find(f"{space}title") is not None
    assert root.find(f"{space}desc") is not None
    assert len(root.findall(f"{space}polyline")) == 3
    texts = [element.text or "" for element in root.findall(f"{space}text")]
    assert any(text.startswith("in use: 0.60") for text in texts)
    for line in root.findall(f"{space}polyline"):
        for point in line.attrib["points"].split():
            x, y = map(float, point.split(","))
            assert 0 <= x <= 860
            assert 0 <= y <= 420


def test_two_engines_are_compared_test_by_test() -> None:
    """A weaker engine loses controls; the other direction wins them back."""
    strong, weak = run_of(), run_of(worth=5_000)
    found = compare(strong, weak)
    exact = next(one for one in found.kinds if one.kind == "exact")
    assert (exact.n_shared, exact.n_lost, exact.n_won, exact.n_rescored) == (6, 6, 0, 6)
    assert exact.chance == pytest.approx(2 / 64)
    assert found.lost[0].before == 9_000
    assert found.won == ()
    assert found.differences == ("engine: words 1, 9000 -> words 1, 5000",)
    back = compare(weak, strong)
    assert len(back.won) == len(found.lost)
    assert compare(strong, strong).lost == ()


def test_a_common_threshold_can_be_asked_for() -> None:
    """Both runs are then judged at it."""
    found = compare(run_of(), run_of(worth=5_000), threshold=4_000)
    assert found.thresholds == (4_000, 4_000)
    assert next(one for one in found.kinds if one.kind == "exact").n_lost == 0


def test_a_larger_sample_does_not_look_like_a_change() -> None:
    """Recall is compared on the tests that both runs asked."""
    small, large = run_of(plan=replace(PLAN, sample=3)), run_of(plan=replace(PLAN, sample=9))
    for change in compare(small, large).kinds:
        assert change.n_shared == 3
        assert change.before == change.after


def test_runs_without_a_common_test_cannot_be_compared() -> None:
    """Nothing would be paired."""
    left = run_of(plan=replace(PLAN, kinds=("exact",)))
    right = run_of(plan=replace(PLAN, kinds=("shuffled",)))
    with pytest.raises(InvalidInput, match="no test in common"):
        compare(left, right)


def test_the_sign_test_is_two_sided() -> None:
    """Ten lost and none won hardly comes by chance; five and five does."""
    assert sign_test(10, 0) == pytest.approx(2 / 1024)
    assert sign_test(5, 5) == 1.0
    assert sign_test(0, 0) == 1.0


def test_every_expectation_has_a_source_and_a_grade() -> None:
    """And says as well what a run does not show."""
    found = expectations()
    assert len({one.key for one in found}) == len(found) >= 8
    for one in found:
        assert one.source.startswith("https://")
        assert one.grade in ("A", "B", "C")
        assert one.does_not_show


@pytest.mark.parametrize("bad", [{"sample": 0}, {"clean": 0}, {"kinds": ("typo",)}])
def test_a_plan_that_measures_nothing_is_refused(bad: dict[str, object]) -> None:
    """A sample of none, or a kind that does not exist."""
    with pytest.raises(InvalidInput):
        Plan(**bad)  # type: ignore[arg-type]
