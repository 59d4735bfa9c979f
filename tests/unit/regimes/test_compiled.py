"""The form of the regimes that loads at once."""

from __future__ import annotations

from interdict.regimes.catalog import files_of_package, load_regimes, regimes_of
from interdict.regimes.compiled import digest_of_files, from_lines, to_lines


def test_it_gives_back_what_was_read() -> None:
    """Every field of every regime, as the files have it."""
    contents, shared = files_of_package()
    digest = digest_of_files(contents, shared)
    read = regimes_of(contents, shared)
    again = from_lines(to_lines(read, digest), digest)
    assert again is not None
    assert list(again.items()) == list(read.items())
    assert (again.tags, again.announcing) == (read.tags, read.announcing)
    assert (again.official_lists, again.digest) == (read.official_lists, read.digest)


def test_a_changed_file_makes_it_stale() -> None:
    """One more byte, another name or a changed shared file: nothing of it is used."""
    contents, shared = files_of_package()
    digest = digest_of_files(contents, shared)
    text = to_lines(regimes_of({}), digest)
    name = min(contents)
    use = min(shared)
    for other in (
        digest_of_files(contents | {name: contents[name] + b"\n"}, shared),
        digest_of_files(contents, shared | {use: shared[use] + b"\n"}),
        digest_of_files({k: v for k, v in contents.items() if k != name}, shared),
    ):
        assert from_lines(text, other) is None
    assert from_lines(text, digest) == {}


def test_loading_gives_the_same_digest_either_way() -> None:
    """Receipts pin the digest of the files, whichever form they were loaded from."""
    assert load_regimes().digest == regimes_of(*files_of_package()).digest
