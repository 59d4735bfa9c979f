"""Where lists are fetched from: the addresses that come along, and those of one's own."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from interdict.errors import InvalidInput, NotFound
from interdict.lists import catalog
from interdict.workspace.fetching.content import check_form
from interdict.workspace.fetching.sources import Sources, read_sources

GOOD = """
un_sc:
  cited: a mirror in the house
  verified: 2024-06-01
  redirect_hosts: [Files.example]
  formats:
    xml:
      - {url: "https://mirror.example/un.xml", name: un.xml, form: xml}
    other:
      - {url: "https://mirror.example/un2.xml", name: un2.xml, form: xml}
"""


@pytest.mark.parametrize("name", Sources.load(Path("/nowhere")).names())
def test_every_source_is_of_a_list_that_reads_its_files(name: str) -> None:
    """Its plug-in claims each file by name, for parts of their own, the entries among them."""
    heads = {"zip": b"PK\x03\x04", "sheet": b"PK\x03\x04", "html": b"<html>", "xml": b"<a/>",
             "csv": b"Unique ID,Name\n1,a\n"}  # fmt: skip
    for source in Sources.load(Path("/nowhere")).formats(name):
        dataset, plugin = catalog.find(source.dataset)
        assert dataset.name == name and source.cited
        parts = []
        for file in source.files:
            head = heads[file.form]
            check_form(head, file.form, file.name)
            parts.append(plugin.claims_file(dataset, file.name.lower(), head))
            assert urlsplit(file.url).scheme == "https"
        assert len(set(parts)) == len(parts) and dataset.primary in parts


def test_every_official_list_but_a_closed_one_can_be_fetched() -> None:
    """OFSI's list was given up; the others are files of your own, no publisher's, or come along."""
    without = set(catalog.datasets()) - set(Sources.load(Path("/nowhere")).names())
    assert without == {"uk_ofsi", "interdict_fto", "own_list", "ftm", "targets", "ownership"}


def test_the_usual_format_comes_first_and_others_by_name(tmp_path: Path) -> None:
    """A list answers to its other names, too."""
    known = Sources.load(tmp_path)
    assert known.find("ofac").key == "us_ofac_sdn.enhanced"
    assert [file.name for file in known.find("sdn", "csv").files] == [
        "sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv",
    ]  # fmt: skip
    with pytest.raises(NotFound, match=r"no format 'pdf' to fetch\. Known: enhanced, advanced"):
        known.find("sdn", "pdf")
    with pytest.raises(NotFound, match="uk_ofsi: no address is known"):
        known.find("uk_ofsi")
    with pytest.raises(NotFound, match="no list is called"):
        known.find("no_such_list")


def test_a_workspace_may_have_addresses_of_its_own(tmp_path: Path) -> None:
    """They replace those of the lists that they name, and no others."""
    (tmp_path / "sources.yml").write_text(GOOD, "utf-8")
    known = Sources.load(tmp_path)
    source = known.find("un_sc")
    assert source.files[0].url == "https://mirror.example/un.xml"
    assert (source.hosts, source.verified) == (frozenset({"files.example"}), "2024-06-01")
    assert [s.format for s in known.formats("un_sc")] == ["xml", "other"]
    assert known.find("ch_seco").files[0].url.startswith("https://www.sesam")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("https://mirror.example/un.xml", "http://mirror.example/un.xml", "starts with https"),
        ("https://mirror.example/un.xml", "https://a:b@mirror.example/", "starts with https"),
        ("https://mirror.example/un.xml", "file:///etc/passwd", "starts with https"),
        ("name: un.xml", "name: ../un.xml", "no name of letters"),
        ("name: un.xml", "nome: un.xml", "unknown field 'nome'"),
        ("form: xml", "form: pdf", "form 'pdf' is none of"),
        ("cited: a mirror", "site: a mirror", "unknown field 'site'"),
        ("redirect_hosts: [Files.example]", "redirect_hosts: files", "a list of host names"),
        ("un_sc:", "un_sc: [", "not YAML"),
        (GOOD, "just text", "a mapping with entries"),
        ("    xml:\n", "    Xml Format:\n", "no name of letters"),
    ],
)
def test_a_mistake_in_addresses_is_named_with_its_place(old: str, new: str, message: str) -> None:
    """The file is; nothing of it is used."""
    assert old in GOOD
    with pytest.raises(InvalidInput, match=message) as refused:
        read_sources(GOOD.replace(old, new, 1), "sources.yml")
    assert str(refused.value).startswith("sources.yml")


def test_two_files_of_one_name_are_refused() -> None:
    """One would be read for the other."""
    line = '      - {url: "https://mirror.example/un.xml", name: un.xml, form: xml}\n'
    with pytest.raises(InvalidInput, match="two files of one name"):
        read_sources(GOOD.replace(line, line * 2), "sources.yml")
