"""The pattern language of frame rules, which becomes regular expressions over typed tokens.

    {authority:ISSUER} <..4> @intends to @designate {subject:TARGET} as? {programme:LABELLED+}

- a lower-case word stands for itself; `@name` for any entry of a word class;
- an upper-case name is a token of that type (or type class), `{slot:TYPE|TYPE}` names it,
  `{slot:TYPE+}` takes a list ("A, B (also known as C) and D");
- `{slot:COUNT=strikes|raids}` takes a count of those things only, `{slot:COUNT=@people}` of those
  of a word class;
- `<..4>`, `<1..3>` is a gap of so many tokens without a comma, `<,..4>` one that may hold
  commas; no gap runs over a negation, a hedge such as
  "effectively" or "if", a colon, a semicolon or the quotation marks of an utterance;
- `<clause>` takes all tokens to the next punctuation mark, `<phrase>` also stops before "but",
  "while" and "and allowing", `<rest>` goes to the sentence's end;
- `START` is the beginning of the sentence, or the place after a colon;
- `( a | b c )` are alternatives; `?` after a word, class, type or `)` makes it optional,
  `*` and `+` repeat it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from interdict.claims.tokens import Encoded
from interdict.claims.vocabulary import Lexicon
from interdict.errors import InvalidInput

_PIECE = re.compile(
    r"\{(?P<slot>\w+):(?P<kinds>[A-Z|]+)(?:=(?P<norms>[\w|@]+))?(?P<many>\+)?\}"
    r"|<(?P<over>,?)(?P<low>\d*)\.\.(?P<high>\d+)>"
    r"|<(?P<run>clause|phrase|rest)>"
    r"|@(?P<cls>\w+)"
    r"|(?P<kind>[A-Z]{2,})(?![\w-])"
    r"|(?P<mark>[(|)?*+])"
    r"|(?P<word>[^\s()|?*+{}<>@]+)"
    r"|(?P<space>\s+)"
)
_REPEATS = ("?", "*", "+")
_ANY = r"[^\]]*\]"
_GAP = rf"\[(?!BREAK|NEG|HEDGE|COLON){_ANY}"
_GAP_WITHIN = rf"\[(?!BREAK|NEG|HEDGE|COLON|W:,){_ANY}"
_EFFECTS = (
    "lets?|makes?|bars?|bans?|freezes?|blocks?|allows?|prohibits?|prevents?|permits?|enables?|gives?"
    "|obliges?|requires?|criminali[sz]es?|subjects?|imposes?|cuts?|opens?|forbids?|permite|impide"
    "|bloquea|prohibe|congela|obliga"
)
"""Verbs that begin another effect after "and"."""
_RUNS = {
    "clause": rf"(?:\[(?!BREAK|COLON|LPAR|W:[,.?!]\]){_ANY}){{1,25}}",
    "phrase": (
        r"(?:\[(?!BREAK|COLON|LPAR|HEDGE|W:[,.?!]\]|W:(?:but|while|although|because|after)\]"
        rf"|W:(?:and|then|y|e)\](?:\[W:also\])?\[(?:W:\w+ing\]|IT:|W:that\]|W:(?:{_EFFECTS})\])){_ANY})"
        r"{1,30}"
    ),
    "rest": rf"(?:\[(?!BREAK|COLON|W:[.?!]\]){_ANY}){{1,40}}",
}
_ASIDE = rf"(?:\[LPAR:\](?:\[(?!RPAR){_ANY}){{1,8}}\[RPAR:\])?"
_AND = (
    r"(?:\[W:,\](?:\[W:(?:and|y|et|e|und)\])?|\[W:(?:and|&|y|et|e|und)\])"
    r"(?:\[W:(?:as|como|comme|als)\])?"
)


class Pattern:
    """A pattern, read and checked. Most documents meet few patterns: each compiles when asked."""

    __slots__ = ("_pieces", "_regex", "_words", "needs", "source")

    needs: tuple[frozenset[str], ...]
    """What a sentence must hold for it to match: something of each set.

    The sets hold words and kinds of tokens, as `Encoded.atoms` does. They say less than the
    pattern (nothing about order), and are looked at before it.
    """

    def __init__(self, source: str, words: Lexicon) -> None:
        """Reads a pattern over the encoding of `tokens.encode`.

        Raises:
            InvalidInput: if it cannot be read, or names an unknown word class.
        """
        self.source = source
        self._words = words
        self._pieces = _pieces(source)
        _check(self._pieces, words, source)
        self.needs = tuple(_alternatives(self._pieces[::-1], words))
        self._regex: re.Pattern[str] | None = None

    def may_match(self, encoded: Encoded) -> bool:
        """False where the sentence lacks what the pattern needs."""
        return not any(map(encoded.atoms.isdisjoint, self.needs))

    @property
    def regex(self) -> re.Pattern[str]:
        """Its regular expression, over `Encoded.code`."""
        if self._regex is None:
            self._regex = re.compile("".join(_piece(one, self._words) for one in self._pieces))
        return self._regex


def _pieces(source: str) -> list[re.Match[str]]:
    pieces: list[re.Match[str]] = []
    at = 0
    while at < len(source):
        piece = _PIECE.match(source, at)
        if piece is None:
            raise InvalidInput(f"not a pattern, from {source[at : at + 20]!r}: {source!r}")
        at = piece.end()
        if not piece["space"]:
            pieces.append(piece)
    return pieces


def _check(pieces: Sequence[re.Match[str]], words: Lexicon, source: str) -> None:
    """What a regular expression would refuse, and classes that the lexicon does not have."""
    depth, slots, before = 0, set(), "("
    for piece in pieces:
        mark = piece["mark"] or ""
        depth += {"(": 1, ")": -1}.get(mark, 0)
        if depth < 0:
            break
        if mark in _REPEATS and before in ("(", "|", *_REPEATS):
            raise InvalidInput(f"nothing to repeat before {mark} in the pattern {source!r}")
        if piece["slot"] in slots:
            raise InvalidInput(f"two slots {piece['slot']!r} in the pattern {source!r}")
        if piece["slot"]:
            slots.add(piece["slot"])
        for name in filter(None, (piece["cls"], *_classes(piece["norms"] or ""))):
            if name not in words.classes:
                raise InvalidInput(f"unknown word class @{name} in the pattern {source!r}")
        before = mark
    if depth:
        raise InvalidInput(f"unbalanced parentheses in the pattern {source!r}")


def _classes(norms: str) -> list[str]:
    return [norm[1:] for norm in norms.split("|") if norm.startswith("@")]


def _alternatives(rest: list[re.Match[str]], words: Lexicon) -> list[frozenset[str]]:
    """The needs of what stands up to the closing parenthesis, which is taken off `rest`."""
    branches: list[list[frozenset[str]]] = [[]]
    while rest:
        piece = rest.pop()
        if piece["mark"] == ")":
            break
        if piece["mark"] == "|":
            branches.append([])
            continue
        own = _alternatives(rest, words) if piece["mark"] == "(" else _needed(piece, words)
        if rest and rest[-1]["mark"] in ("?", "*"):
            rest.pop()
            continue
        branches[-1] += own
    if len(branches) == 1:
        return branches[0]
    if not all(branches):
        return []
    return [frozenset().union(*(min(needs, key=len) for needs in branches))]


def _needed(piece: re.Match[str], words: Lexicon) -> list[frozenset[str]]:
    if piece["slot"]:
        return [frozenset(_flat(piece["kinds"].split("|"), words))]
    if piece["kind"]:
        return [] if piece["kind"] == "START" else [frozenset(_flat([piece["kind"]], words))]
    if piece["cls"]:
        return [frozenset(entry.split()[0] for entry in words.classes[piece["cls"]])]
    return [frozenset([piece["word"]])] if piece["word"] else []


def _piece(piece: re.Match[str], words: Lexicon) -> str:
    if piece["slot"]:
        one = _typed(piece["kinds"].split("|"), words, _norms(piece["norms"] or "", words))
        if piece["many"]:
            one = f"{one}{_ASIDE}(?:{_AND}{one}{_ASIDE}){{0,30}}"
        return f"(?P<{piece['slot']}>{one})"
    if piece["high"]:
        gap = _GAP if piece["over"] else _GAP_WITHIN
        return f"(?:{gap}){{{piece['low'] or 0},{piece['high']}}}?"
    if piece["run"]:
        return f"(?:{_RUNS[piece['run']]})"  # one unit, so that a ? behind it means "or not"
    if piece["cls"]:
        return _any_of(words.classes[piece["cls"]])
    if piece["kind"] == "START":
        return r"(?:^|(?<=\[COLON:\]))"
    if piece["kind"]:
        return _typed([piece["kind"]], words)
    if piece["mark"]:
        return "(?:" if piece["mark"] == "(" else piece["mark"]
    return f"(?:{_phrase(piece['word'])})"


def _norms(norms: str, words: Lexicon) -> str:
    """The words after `=`, with those of a class in place of its name."""
    known: list[str] = []
    for norm in norms.split("|"):
        known += words.classes[norm[1:]] if norm.startswith("@") else [norm]
    return "|".join(known)


def _any_of(entries: Sequence[str]) -> str:
    """Any of the entries of a class, in their order; plain words in a row share their bracket."""
    parts = []
    for is_word, run in groupby(entries, key=_is_word):
        if is_word:
            parts.append(rf"\[W:(?:{'|'.join(map(re.escape, run))})\]")
        else:
            parts += map(_phrase, run)
    return f"(?:{'|'.join(parts)})"


def _is_word(entry: str) -> bool:
    return " " not in entry and not entry.isupper()


def _phrase(entry: str) -> str:
    return "".join(
        rf"\[{word}:{_ANY}" if word.isupper() else rf"\[W:{re.escape(word)}\]"
        for word in entry.split()
    )


def _typed(kinds: list[str], words: Lexicon, norms: str = "") -> str:
    what = rf"(?:{norms})\]" if norms else _ANY
    return rf"(?:\[(?:{'|'.join(_flat(kinds, words))}):{what})"


def _flat(kinds: list[str], words: Lexicon) -> dict[str, None]:
    """The plain kinds that a list of kinds and type classes stands for, in order."""
    return dict.fromkeys(base for kind in kinds for base in words.types.get(kind, (kind,)))
