"""The five articles, the release and the notice, as one record: what a user asks of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from interdict.cli.times import now
from interdict.config import Config
from interdict.workspace import Workspace

GROUP = "Cartel of the Suns"
FTO, SDGT = "US-FTO", "US-SDGT"
AFTER_ARTICLES, AFTER_RELEASE, AFTER_REVIEWS, AFTER_NOTICE = 5, 6, 9, 10
"""Numbers of the transactions by which each was in: 5 articles, 1 release, 3 reviews, 1 notice."""


@dataclass(frozen=True)
class Story:
    """The record's command line, and the folder of the articles."""

    command: Any
    articles: dict[str, Path]
    undated: str

    def states(self, *times: str) -> dict[str, Any]:
        """The group's designations by programme, as a screening of its alias shows them."""
        answer = self.command.json("screen", GROUP, *times)
        designations = answer["hits"][0]["designations"] if answer["hits"] else []
        return {d["programme"]: d["state"] for d in designations}


@pytest.fixture(scope="module")
def story(
    shared: Path, tmp_path_factory: pytest.TempPathFactory, interdict: Callable[[Path], Any]
) -> Story:
    """All of it read, in the order in which the questions are asked."""
    command = interdict(tmp_path_factory.mktemp("story"))
    register = shared / "data" / "federal_register"
    articles = {path.name: path for path in sorted((shared / "seeds").glob("*.txt"))}
    read = command.json("read", *articles.values())
    assert read["held_at"] == AFTER_ARTICLES
    (undated,) = [d["file"] for d in read["documents"] if d["published"] is None]
    (release,) = register.glob("treasury_press_2025-07-25*")
    attested = ("--published", "2025-07-25", "--publisher", "US Department of the Treasury")
    done = command.json("read", release, *attested, "--kind", "press_release")
    assert done["held_at"] == AFTER_RELEASE
    reviews = sorted(register.glob("fr_*review*"))
    assert command.json("read", *reviews)["held_at"] == AFTER_REVIEWS
    (notice,) = register.glob("fr_2025-20750*")
    assert command.json("read", notice)["held_at"] == AFTER_NOTICE
    return Story(command, articles, undated)


def held(moment: int) -> tuple[str, str]:
    """The record as it was after a transaction."""
    return ("--held-at", str(moment))


def cited(state: Any) -> set[str]:
    """The sources of a state."""
    return {citation["source"] for citation in state["citations"]}


def test_the_articles_make_exactly_one_pending_designation(story: Story) -> None:
    """Announced and expected, on the word of all five, with exact spans."""
    rows = story.command.json("pending", "--as-of", "2025-11-20", *held(AFTER_ARTICLES))
    (row,) = rows
    assert (row["caption"], row["programme"]) == ("Cartel de los Soles", FTO)
    assert row["state"] == "pending"
    assert (row["announced"], row["expected"]) == ("2025-11-16", "2025-11-24")
    assert cited(row) == set(story.articles)
    for citation in row["citations"]:
        raw = story.articles[citation["source"]].read_bytes().decode("utf-8")
        said = raw[citation["start"] : citation["end"]]
        assert said == citation["quote"]
        assert said.strip()
        assert citation["grade"] == "press"


def test_an_undated_article_is_known_from_when_it_was_read(story: Story) -> None:
    """By 20 November 2025 only the four dated ones could be known."""
    (row,) = story.command.json(
        "pending", "--as-of", "2025-11-20", "--known-at", "2025-11-20", *held(AFTER_ARTICLES)
    )
    assert cited(row) == story.articles.keys() - {story.undated}
    assert (row["state"], row["announced"], row["expected"]) == (
        "pending",
        "2025-11-16",
        "2025-11-24",
    )


def test_no_person_is_designated_by_the_articles(story: Story) -> None:
    """Every party that they name is asked for its designations."""
    parties = set()
    for path in story.articles.values():
        ran = story.command("claims", path, "--json")
        claims = [json.loads(line) for line in ran.out.splitlines()]
        parties |= {(c["subject"], c["subject_schema"]) for c in claims if c["subject"]}
        parties |= {(c["object"], c["object_schema"]) for c in claims if c["object"]}
    persons = sorted({name for name, schema in parties if schema == "Person"})
    assert any("Maduro" in name for name in persons)
    asked = 0
    for name in persons:
        ran = story.command("show", name, *held(AFTER_ARTICLES), "--json")
        if ran.code == 0:
            asked += 1
            assert ran.json["designations"] == [], name
    assert asked > 0


def test_press_alone_makes_an_older_act_reported(story: Story) -> None:
    """July's act: not in force on their word alone."""
    sdgt = story.states("--as-of", "2025-11-20", *held(AFTER_ARTICLES))[SDGT]
    assert (sdgt["name"], sdgt["since"], sdgt["grade"]) == ("reported", "2025-07", "press")
    assert cited(sdgt) <= set(story.articles)


def test_the_issuers_release_puts_its_own_act_in_force(story: Story) -> None:
    """Graded as what it is, from the day of the act."""
    states = story.states("--as-of", "2025-11-20", *held(AFTER_RELEASE))
    sdgt = states[SDGT]
    assert (sdgt["name"], sdgt["since"], sdgt["grade"]) == ("in_force", "2025-07-25", "issuer")
    assert states[FTO]["name"] == "pending"


def test_before_the_act_nothing_is_in_force(story: Story) -> None:
    """On 1 July, and what no list covers is said."""
    answer = story.command.json(
        "screen", GROUP, "--as-of", "2025-07-01", *held(AFTER_RELEASE)
    )  # fmt: skip
    states = {d["programme"]: d["state"]["name"] for h in answer["hits"] for d in h["designations"]}
    assert "in_force" not in states.values()
    assert states[FTO] == "not_covered"
    covered = {c["dataset"]: c["status"] for c in answer["coverage"]}
    assert covered["us_ofac_sdn"] == "not_loaded"
    assert any("us_ofac_sdn" in warning for warning in answer["warnings"])


@pytest.mark.parametrize(
    ("day", "fto"),
    [
        ("2025-11-15", "not_covered"),
        ("2025-11-20", "pending"),
        ("2025-11-23", "pending"),
        ("2025-11-24", "due_unconfirmed"),
        ("2026-06-01", "due_unconfirmed"),
    ],
)
def test_the_passing_of_the_date_alone_puts_nothing_in_force(
    story: Story, day: str, fto: str
) -> None:
    """Due and unconfirmed from the expected day on, for as long as nothing confirms it."""
    states = story.states("--as-of", day, *held(AFTER_REVIEWS))
    assert states[FTO]["name"] == fto
    assert states[SDGT]["name"] == "in_force"


def test_the_notice_puts_it_in_force_as_a_copy(story: Story) -> None:
    """From the day of publication, with its citation."""
    fto = story.states("--as-of", "2025-11-24")[FTO]
    assert (fto["name"], fto["since"], fto["grade"]) == ("in_force", "2025-11-24", "copy")
    assert any("90 FR 53045" in (c["detail"] or "") for c in fto["citations"])
    assert story.states("--as-of", "2025-11-23")[FTO]["name"] == "pending"


def test_what_could_be_known_before_is_still_pending(story: Story) -> None:
    """The notice does not change what was known on 20 November."""
    for day in ("2025-11-20", "2025-11-24"):
        fto = story.states("--as-of", day, "--known-at", "2025-11-20")[FTO]
        assert fto["name"] == "pending", day


def test_what_was_held_before_is_still_unconfirmed(story: Story) -> None:
    """By transaction number, and by the time of the transaction before."""
    with Workspace(Config(story.command.workspace), now) as ws:
        read_at = {t.seq: t.recorded_at.isoformat() for t in ws.store.transactions()}
    for moment, name in (
        (str(AFTER_REVIEWS), "due_unconfirmed"),
        (read_at[AFTER_REVIEWS], "due_unconfirmed"),
        (read_at[AFTER_NOTICE], "in_force"),
    ):
        fto = story.states("--as-of", "2025-11-24", "--held-at", moment)[FTO]
        assert fto["name"] == name, moment


def test_reviews_designate_nobody(story: Story) -> None:
    """Three notices that maintain designations: no new one, nobody in force by them."""
    pending = [
        {row["designation"] for row in story.command.json("pending", "--as-of", day, *held(seq))}
        for day in ("2014-12-31", "2021-02-01", "2025-11-20")
        for seq in (AFTER_RELEASE, AFTER_REVIEWS)
    ]
    assert pending[0::2] == pending[1::2]
    for name in ("Popular Front for the Liberation of Palestine-General Command",
                 "Palestinian Islamic Jihad", "al-Shabaab"):  # fmt: skip
        ran = story.command("show", name, "--json")
        if ran.code == 0:
            for designation in ran.json["designations"]:
                assert designation["state"] not in ("in_force", "pending", "due_unconfirmed")
        else:
            assert name in ran.err


def test_a_reviewer_makes_it_official(
    story: Story, tmp_path: Path, interdict: Callable[[Path], Any]
) -> None:
    """Without the notice, on the word of a named person; before that word it was unconfirmed."""
    command = interdict(tmp_path / "record")
    command("read", *story.articles.values())
    asked = ("screen", GROUP, "--as-of", "2025-11-24", "--json")
    unsigned = command("confirm", f"{GROUP}:{FTO}", "--event", "published", "--on", "2025-11-24",
                       "--reason", "read in the journal")  # fmt: skip
    assert unsigned.code == 1
    done = command.json(
        "confirm", f"{GROUP}:{FTO}", "--event", "published", "--on", "2025-11-24",
        "--by", "A. Reviewer", "--reason", "read in the journal",
    )  # fmt: skip
    found = {
        seq: {
            d["programme"]: d["state"]
            for d in command(*asked, "--held-at", seq).json["hits"][0]["designations"]
        }[FTO]
        for seq in (done["held_at"] - 1, done["held_at"])
    }
    before, after = found.values()
    assert before["name"] == "due_unconfirmed"
    assert (after["name"], after["grade"], after["since"]) == ("in_force", "official", "2025-11-24")
    assert any(c["by"] == "A. Reviewer" for c in after["citations"])


def test_a_withdrawn_notice_no_longer_speaks(
    shared: Path, story: Story, tmp_path: Path, interdict: Callable[[Path], Any]
) -> None:
    """From then on it is due and unconfirmed again; what was held before still has it."""
    command = interdict(tmp_path / "record")
    (notice,) = (shared / "data" / "federal_register").glob("fr_2025-20750*")
    command("read", *story.articles.values(), notice)
    before = command.json("withdraw", notice.name, "--reason", "a test", "--by", "A")["held_at"] - 1
    record = Story(command, story.articles, story.undated)
    assert record.states("--as-of", "2025-11-24")[FTO]["name"] == "due_unconfirmed"
    assert record.states("--as-of", "2025-11-24", *held(before))[FTO]["name"] == "in_force"


def test_a_leader_is_alleged_and_not_designated(story: Story) -> None:
    """By whom, with the denials, and no designation of his comes of it."""
    dossier = story.command.json("show", "Nicolas Maduro", "--as-of", "2025-11-20")
    assert FTO not in {d["programme"] for d in dossier["designations"]}
    leading = [c for c in dossier["claims"] if c["kind"] == "leadership"]
    assert leading
    group = story.command.json("show", GROUP, "--as-of", "2025-11-20")["entity"]["ids"]
    assert any(c["subject_id"] in group or c["object_id"] in group for c in leading)
    assert all(c["stance"] in ("alleged", "denied", "unverified") for c in leading if c["speaker"])
    assert {"alleged"} <= {c["stance"] for c in leading}
    assert any(c["speaker"] for c in leading if c["stance"] == "alleged")
    denials = [c for c in dossier["claims"] if c["kind"] == "denial" or c["stance"] == "denied"]
    assert any("Maduro" in (c["speaker"] or "") for c in denials)


def test_effects_differ_before_and_after_publication(story: Story) -> None:
    """By addressee, with citation and grade of proof; force is never among them."""
    found = {}
    for day in ("2025-11-20", "2025-11-25"):
        answer = story.command.json("effects", "Cartel de los Soles", "--as-of", day)
        found[day] = {
            (d["programme"], e["effect"]["code"], e["effect"]["addressee"]): e
            for d in answer["designations"]
            for e in d["effects"]
        }
        assert "legal advice" in answer["note"].lower()
        for effect in found[day].values():
            assert effect["effect"]["legal_basis"]
            assert effect["effect"]["grade"] in {"A", "B", "C", "U"}
            words = json.dumps(effect).lower()
            for force in ("lethal", "military force", "use of force", "air strike", "armed attack"):
                assert force not in words
    before, after = found["2025-11-20"], found["2025-11-25"]
    assert len({key[2] for key in after}) > 2
    status = {key: (e["status"], after[key]["status"]) for key, e in before.items() if key in after}
    fto = {pair for key, pair in status.items() if key[0] == FTO}
    assert any(pair[0] != pair[1] for pair in fto)
    assert all(a == b for key, (a, b) in status.items() if key[0] == SDGT)


def test_effects_for_one_addressee(story: Story) -> None:
    """Its own, and those of every wider class in which it lies: a US bank is a US person."""
    asked = ("effects", "Cartel de los Soles", "--as-of", "2025-11-25")
    every = {d["programme"]: d["effects"] for d in story.command.json(*asked)["designations"]}
    some = story.command.json(*asked, "--for", "US_FI")["designations"]
    wider = {"US_FI", "US_PERSON", "PERSON_SUBJECT_TO_US_JURISDICTION",
             "ANY_PERSON_EXTRATERRITORIAL"}  # fmt: skip
    for designation in some:
        expected = [e for e in every[designation["programme"]]
                    if e["effect"]["addressee"] in wider]  # fmt: skip
        assert designation["effects"] == expected
        assert 0 < len(expected) < len(every[designation["programme"]])
    assert "US_FI" in {e["effect"]["addressee"] for d in some for e in d["effects"]}
    unknown = story.command(*asked, "--for", "NOBODY")
    assert unknown.code == 1
    assert "US_FI" in unknown.err


def test_reading_all_of_it_again_adds_nothing(story: Story) -> None:
    """The record stands where it stood."""
    again = story.command.json("read", *story.articles.values())
    assert {d["outcome"] for d in again["documents"]} == {"already_held"}
    assert again["held_at"] == AFTER_NOTICE
