"""What can happen to a file: cut off, bytes flipped, taken out, put in, encodings mixed."""

from __future__ import annotations

import random

PIECES = (
    *"\x85 \u2028 \x0b \x0c \x1c \ufeff \u200b 😀 \r \r\n \n\n".split(" "),
    *"\\ ' \" “ ” « ( ) [ ] ; : …".split(),
    " will designate ",
    " designated ",
    " as a foreign terrorist organization ",
    " Secretary of State ",
    " 31 February 2031 ",
    " in 99999 ",
    "&#0;",
    "</p>",
    "\x00",
)
ENCODINGS = ("utf-8", "cp1252", "utf-16-le", "utf-16", "shift_jis")


def damaged(data: bytes, seed: int) -> bytes:
    """A file cut off, with bytes flipped, taken out, or put in from elsewhere."""
    chance = random.Random(seed)
    found = bytearray(data[: chance.randrange(1, len(data) + 1)])
    for _ in range(chance.randrange(8)):
        at = chance.randrange(len(found))
        action = chance.randrange(4)
        if action == 0:
            found[at] = chance.randrange(256)
        elif action == 1:
            del found[at : at + chance.randrange(1, 30)]
        elif action == 2:
            found[at:at] = data[at : at + chance.randrange(1, 60)]
        else:
            found[at:at] = "é “x” ".encode(chance.choice(["utf-8", "cp1252", "utf-16-le"]))
        found = found or bytearray(b"x")
    return bytes(found)


def disfigured(data: bytes, seed: int) -> bytes:
    """A file that is whole but for marks, phrases and characters put in; or of other encoding."""
    chance = random.Random(seed)
    text = data.decode("utf-8", "replace")
    for _ in range(chance.randrange(1, 9)):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(PIECES) + text[at + chance.choice((0, 0, 1, 5)) :]
    return text.encode(chance.choice(ENCODINGS) if chance.random() < 0.3 else "utf-8", "replace")
