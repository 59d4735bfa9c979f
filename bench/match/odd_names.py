"""Names that cost the most: long, repetitive, in many scripts, one edit from everything."""

from __future__ import annotations

import random
from collections import Counter

from bench.match.inputs import SEED, misspelt_everywhere

LONG = 10_000
"""Characters of a giant name."""


def odd_names(listed: list[str]) -> dict[str, str]:
    """By what they are made of; some out of the list under test, so that much of it is met."""
    rng = random.Random(SEED)
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = [word for name in listed for word in name.split() if len(word) > 3]
    common = [word for word, _ in Counter(words).most_common(200)]
    return {
        "one word of 10,000 letters": "".join(rng.choices(letters, k=LONG)),
        "one-letter words": " ".join(rng.choices(letters, k=LONG // 2)),
        "200 listed words": " ".join(rng.sample(words, 200)),
        "200 misspelt listed words": misspelt_everywhere(" ".join(rng.sample(words, 200)), rng),
        "the 200 commonest listed words": " ".join(common),
        "32 initials": " ".join(rng.choices(letters, k=32)),
        "one common word": common[0],
        "particles": "de la al bin " * (LONG // 13),
        "legal forms": "Ltd. S.A. GmbH Co. " * (LONG // 19),
        "Han": "金川贸易有限公司" * (LONG // 8),
        "Arabic": "عبد الرحمن " * (LONG // 11),
        "Hangul": "김정은" * (LONG // 3),
        "combining marks": "o\u0301" * (LONG // 2),
        "random bytes": rng.randbytes(LONG).decode("utf-8", "replace"),
    }
