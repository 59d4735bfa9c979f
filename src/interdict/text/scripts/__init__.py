"""Readers of one script or family of scripts each: letters in, Latin readings out.

A reader takes the neighbouring words that are written in its script and gives one to four
readings of them together, best first, each in lower-case ASCII words.
"""

KEPT_WORDS = 16_384
"""So many words are remembered by a reader: names of one file share most of theirs."""
