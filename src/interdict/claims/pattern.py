"""The pattern language of frame rules, compiled to regular expressions over typed tokens.

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
        rf"|W:(?:and|then)\](?:\[W:also\])?\[(?:W:\w+ing\]|IT:|W:that\]|W:(?:{_EFFECTS})\])){_ANY})"
        r"{1,30}"
    ),
    "rest": rf"(?:\[(?!BREAK|COLON|W:[.?!]\]){_ANY}){{1,40}}",
}
_ASIDE = rf"(?:\[LPAR:\](?:\[(?!RPAR){_ANY}){{1,8}}\[RPAR:\])?"
_AND = (
    r"(?:\[W:,\](?:\[W:(?:and|y|et|e|und)\])?|\[W:(?:and|&|y|et|e|und)\])"
    r"(?:\[W:(?:as|como|comme|als)\])?"
)


def compile_pattern(source: str, words: Lexicon) -> re.Pattern[str]:
    """The regular expression of a pattern, over the encoding of `tokens.encode`.

    Raises:
        InvalidInput: if the pattern cannot be read, or names an unknown word class.
    """
    parts: list[str] = []
    depth = at = 0
    while at < len(source):
        piece = _PIECE.match(source, at)
        if piece is None:
            raise InvalidInput(f"not a pattern, from {source[at : at + 20]!r}: {source!r}")
        at = piece.end()
        if piece["space"]:
            continue
        depth += {"(": 1, ")": -1}.get(piece["mark"] or "", 0)
        parts.append(_piece(piece, words, source))
    if depth:
        raise InvalidInput(f"unbalanced parentheses in the pattern {source!r}")
    try:
        return re.compile("".join(parts))
    except re.error as error:
        raise InvalidInput(f"not a pattern ({error}): {source!r}") from None


def needs_of(source: str, words: Lexicon) -> tuple[frozenset[str], ...]:
    """What a sentence must hold for a readable pattern to match: something of each set.

    The sets hold words and kinds of tokens, as `Encoded.atoms` does. They say less than the
    pattern (nothing about order), and are looked at before it.
    """
    tokens = [piece for piece in _PIECE.finditer(source) if not piece["space"]]
    return tuple(_alternatives(tokens[::-1], words))


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


def _piece(piece: re.Match[str], words: Lexicon, source: str) -> str:
    if piece["slot"]:
        one = _typed(piece["kinds"].split("|"), words, _norms(piece["norms"] or "", words, source))
        if piece["many"]:
            one = f"{one}{_ASIDE}(?:{_AND}{one}{_ASIDE}){{0,30}}"
        return f"(?P<{piece['slot']}>{one})"
    if piece["high"]:
        gap = _GAP if piece["over"] else _GAP_WITHIN
        return f"(?:{gap}){{{piece['low'] or 0},{piece['high']}}}?"
    if piece["run"]:
        return f"(?:{_RUNS[piece['run']]})"  # one unit, so that a ? behind it means "or not"
    if piece["cls"]:
        if piece["cls"] not in words.classes:
            raise InvalidInput(f"unknown word class @{piece['cls']} in the pattern {source!r}")
        return "(?:" + "|".join(_phrase(entry) for entry in words.classes[piece["cls"]]) + ")"
    if piece["kind"] == "START":
        return r"(?:^|(?<=\[COLON:\]))"
    if piece["kind"]:
        return _typed([piece["kind"]], words)
    if piece["mark"]:
        return "(?:" if piece["mark"] == "(" else piece["mark"]
    return f"(?:{_phrase(piece['word'])})"


def _norms(norms: str, words: Lexicon, source: str) -> str:
    """The words after `=`, with those of a class in place of its name."""
    known: list[str] = []
    for norm in norms.split("|"):
        if norm.startswith("@") and norm[1:] not in words.classes:
            raise InvalidInput(f"unknown word class {norm} in the pattern {source!r}")
        known += words.classes[norm[1:]] if norm.startswith("@") else [norm]
    return "|".join(known)


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
