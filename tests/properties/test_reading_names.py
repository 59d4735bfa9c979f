"""Names are read by short ways that must not differ from the long one."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from interdict.text.latin import JOINING, SPOKEN_MARKS, plain_words, without_accents
from interdict.text.names import Kind, Token, tokenise
from interdict.text.names import _lone_words as lone_words
from interdict.text.names import _words_together as words_together
from interdict.text.normalize import fold

LETTERS = "abcçdéßøıİŁžñſﬁ'`´’\"“&.-/,() \t\n012٣áâa\u0301\u0345\u200d\ud800ʼㅤªºーЖд한王ا"
TEXT = st.one_of(st.text(max_size=24), st.text(alphabet=LETTERS, max_size=24))

_WORDS = (
    "ltd limited gmbh s a de c v sa llc company compny sociedad sociedadd holding al bin ibn mr dr "
    "and the of mv m forty 4 44 first two ii 2nd 1 invoice 4711 s3rgei cal1ixte teodor vaskelis "
    "corp corporacion b ben oglu lo trading limitted"
).split()
NAME = st.lists(st.sampled_from(_WORDS), max_size=7).map(" ".join)
ANY_NAME = st.one_of(NAME, TEXT)
PERSON = st.sampled_from([True, False, None])

_EXTRA = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}
_EXTRA |= {"ı": "i", "ə": "a", "ħ": "h", "ŧ": "t", "ŋ": "n", "ĸ": "k", "ɓ": "b", "ɗ": "d"}
_EXTRA |= {"ƙ": "k"}


def _plain_sign_by_sign(text: str) -> str:
    """What `without_accents` says it does, one sign after the other."""
    kept = []
    for char in unicodedata.normalize("NFKD", text).casefold():
        category = unicodedata.category(char)
        accent = "\u0300" <= char <= "\u036f" or "\u1ab0" <= char <= "\u1aff"
        if char in _EXTRA:
            kept.append(_EXTRA[char])
        elif char.isascii() or (category == "Mn" and not accent):
            kept.append(char)
        elif (
            category in ("Mn", "Cf", "Sk")
            or char in JOINING
            or (category == "Lm" and char not in SPOKEN_MARKS)
        ):
            pass
        else:
            kept.append(char if category[0] in "LMN" else " ")
    return "".join(kept)


@settings(max_examples=500, deadline=None)
@given(TEXT)
def test_accents_are_taken_away_sign_by_sign(text: str) -> None:
    """A sign means the same in every text, whichever was read before."""
    assert without_accents(text) == _plain_sign_by_sign(text)


@settings(max_examples=500, deadline=None)
@given(st.one_of(st.text(alphabet=st.characters(max_codepoint=127), max_size=30), NAME))
def test_ascii_words_are_what_their_definition_says(text: str) -> None:
    """Lower case; quotes are dropped, `&` is a word, all else that is no letter parts words."""
    spoken = re.sub("['`\"]", "", text.lower()).replace("&", " and ")
    assert plain_words(text) == " ".join(re.findall("[a-z0-9]+", spoken))


@settings(max_examples=600, deadline=None)
@given(ANY_NAME, st.sampled_from([False, None]))
def test_words_read_one_by_one_are_read_as_together(name: str, person: bool | None) -> None:
    """Where the short way gives an answer for a name that is no person's, it is the long way's."""
    words = fold(name).split()
    alone = lone_words(words)
    assert alone is None or alone == words_together(words, person)


def test_the_short_way_is_taken_and_left() -> None:
    """Plain names go it; numbers, letters, forms and misspelt forms do not."""
    assert lone_words(["teodor", "vaskelis"]) == [Token("teodor"), Token("vaskelis")]
    for words in (["forty", "4"], ["a", "b", "c"], ["vaskelis", "gmbh"], ["vaskelis", "limitted"]):
        assert lone_words(words) is None


@settings(max_examples=400, deadline=None)
@given(ANY_NAME, PERSON)
def test_reading_a_name_again_gives_the_same(name: str, person: bool | None) -> None:
    """What is remembered of words does not depend on the names they came in."""
    first = tokenise(name, person=person)
    for other in (f"{name} ltd", f"ben {name}", f"invoice {name} 4711"):
        tokenise(other, person=person)
        tokenise(other, person=not person)
    assert tokenise(name, person=person) == first
    assert not first or any(token.kind in (Kind.NAME, Kind.INITIAL) for token in first)
