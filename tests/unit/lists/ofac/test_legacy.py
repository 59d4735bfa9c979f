"""How the four files of an OFAC edition fit together."""

from __future__ import annotations

import pytest

from interdict.errors import ReadError
from interdict.lists.catalog import parse_files
from interdict.lists.parsing import ParsedEdition, SourceFile
from interdict.store.base import PartContent


def entry(number: int, name: str, *, kind: str = "-0- ", remark: str = "-0- ") -> str:
    """A row of the entries file."""
    empty = "-0- ," * 7
    return f'{number},"{name}",{kind},"SDGT",{empty}"{remark}"\r\n'


def parse(**texts: str) -> ParsedEdition:
    """An edition of the files `sdn`, `alt`, `add`, `sdn_comments`."""
    files = [SourceFile(f"{name}.csv", text.encode()) for name, text in texts.items()]
    return parse_files("us_ofac_sdn", files)


def part(edition: ParsedEdition, name: str) -> PartContent:
    """One part of it."""
    return next(content for content in edition.parts if content.part.part == name)


def values(content: PartContent, prop: str) -> list[str]:
    """Values of a property, in order."""
    return [s.value for s, _ in content.statements if s.prop == prop]


def cut_remark(shift: int) -> tuple[str, str]:
    """A remark of 1,000 characters and its rest, the cut `shift` characters further on."""
    fields = [f"Website www.p{i}.example" for i in range(100, 130)] + ["Website " + "w" * shift]
    fields += [f"DOB {year}" for year in range(1950, 1999)]
    whole = "; ".join(fields)
    assert len(whole) > 1000
    return whole[:1000], whole[1000:] + "."


@pytest.mark.parametrize("shift", range(2, 13))
def test_a_cut_remark_goes_on_in_the_comments_file(shift: int) -> None:
    """Each file asserts its own fields; the one that crosses the cut belongs to the comments.

    Wherever in a field the cut falls, the entries file says the same with and without the
    comments, and both together say everything once.
    """
    head, rest = cut_remark(shift)
    edition = parse(sdn=entry(7, "X", remark=head), sdn_comments=f'7,"{rest}"\r\n')
    alone = parse(sdn=entry(7, "X", remark=head))
    entries, comments = part(edition, "entries"), part(edition, "comments")
    years = values(entries, "birthDate") + values(comments, "birthDate")
    assert years == [str(year) for year in range(1950, 1999)]
    assert entries.statements == part(alone, "entries").statements
    assert [s.kind for s in part(alone, "entries").part.signals] == ["cut"]
    assert entries.part.signals == comments.part.signals == ()


def test_a_rest_that_fits_no_cut_remark_is_held_aside() -> None:
    """A comments file of another date is never glued to remarks that are whole."""
    edition = parse(
        sdn=entry(7, "X", remark="DOB 1950."), sdn_comments='7,"DOB 1951."\r\n8,"DOB 1952."\r\n'
    )
    comments = part(edition, "comments")
    assert comments.statements == ()
    assert {(s.kind, s.field) for s in comments.part.signals} == {
        ("held_aside", "rest of a remark that is not cut"),
        ("held_aside", "remark without its entry"),
    }
    assert values(part(edition, "entries"), "birthDate") == ["1950"]


def test_alias_and_address_rows_say_the_same_with_and_without_the_entries() -> None:
    """Which files were loaded together must not change what a file asserts."""
    files = {
        "alt": '7,1,"aka","GRAU, Otto",-0- \r\n9,2,"fka","PIER ONE, S.A.",-0- \r\n',
        "add": '7,1,"Pier 4","Zenda","Ruritania",-0- \r\n',
    }
    alone, together = parse(**files), parse(sdn=entry(7, "GRAU, A", kind='"individual"'), **files)
    for name in ("aliases", "addresses"):
        assert part(alone, name).statements == part(together, name).statements
        assert not part(alone, name).part.signals
    (signal,) = part(together, "aliases").part.signals
    assert (signal.kind, signal.sample) == ("held_aside", "9")


def test_every_programme_tag_is_a_listing_of_its_own() -> None:
    """`FTO] [SDGT` is two, never the first only."""
    text = entry(7, "X").replace('"SDGT"', '"FTO] [SDGT] [CAATSA - RUSSIA"')
    content = part(parse(sdn=text), "entries")
    ids = {s.entity_id for s, _ in content.statements if s.schema == "Sanction"}
    stem = "us_ofac_sdn-7-sanction-"
    assert ids == {stem + "FTO", stem + "SDGT", stem + "CAATSA-RUSSIA"}


def test_a_link_leads_to_the_only_entry_of_that_name() -> None:
    """A name that two entries bear, or none, stays a name."""
    text = (
        entry(1, "PIER S.A.")
        + entry(2, "TWIN")
        + entry(3, "TWIN")
        + entry(4, "A", remark="Linked To: TWIN; Linked To: GONE; Linked To: PIER S.A.")
        + entry(5, "B", remark="Linked To: PIER S.A.; POB Zenda.")
    )
    content = part(parse(sdn=text), "entries")
    assert values(content, "object") == ["us_ofac_sdn-1", "us_ofac_sdn-1"]
    assert values(content, "namesMentioned") == ["TWIN", "GONE"]


@pytest.mark.parametrize("name", ["sdn", "alt", "add", "sdn_comments"])
def test_a_broken_file_refuses_the_edition(name: str) -> None:
    """Whichever of the files is broken, the error names it."""
    with pytest.raises(ReadError, match=rf"{name}\.csv, line 2"):
        parse(**{name: '1,"x"\r\n' if name == "sdn_comments" else ""} | {
            name: {
                "sdn": entry(1, "X") + "2,3\r\n",
                "alt": '1,1,"aka","Y",-0- \r\n2,3\r\n',
                "add": '1,1,-0- ,-0- ,"Z",-0- \r\n2,3\r\n',
                "sdn_comments": '1,"x"\r\nx,"y"\r\n',
            }[name]
        })  # fmt: skip
