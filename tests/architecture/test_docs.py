"""The documentation names everything there is, shows nothing that there is not, and links hold."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from interdict.cli.app import app
from interdict.documents.catalog import readers
from interdict.lists.catalog import datasets
from interdict.model.claim import CLAIM_KINDS
from interdict.model.designation import StateName
from interdict.model.source import Grade
from interdict.regimes.catalog import load_regimes

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(DOCS.glob("*.md"))]

_LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^```.*?^```$", re.M | re.S)
_HEADING = re.compile(r"^(#+) (.+)$", re.M)


def page(name: str) -> str:
    """A page of the documentation."""
    return (DOCS / name).read_text("utf-8")


def page_name(path: Path) -> str:
    """A page as a test names it."""
    return path.relative_to(ROOT).as_posix()


def subcommands(command: Any) -> dict[str, Any]:
    """The commands of a group; empty for a command that does something."""
    return dict(getattr(command, "commands", {}))


@cache
def commands() -> dict[tuple[str, ...], Any]:
    """Every command by its words; groups among them, the program itself under ()."""
    found: dict[tuple[str, ...], Any] = {}

    def walk(command: Any, words: tuple[str, ...]) -> None:
        found[words] = command
        for name, inner in subcommands(command).items():
            walk(inner, (*words, name))

    walk(get_command(app), ())
    return found


def runnable() -> list[tuple[str, ...]]:
    """Words of the commands that do something, in the order of the help."""
    return [words for words, command in commands().items() if not subcommands(command)]


def options_of(words: tuple[str, ...]) -> set[str]:
    """Options of a command, in every spelling; the help option is left out."""
    return {
        spelling
        for parameter in commands()[words].params
        for spelling in (*parameter.opts, *parameter.secondary_opts)
        if spelling.startswith("--") and spelling != "--help"
    }


def section(words: tuple[str, ...]) -> str:
    """The section of docs/commands.md whose heading is that command, without its examples."""
    text = page("commands.md")
    title = "interdict " + " ".join(words)
    found = re.search(rf"^## `{re.escape(title)}`$(.*?)(?=^## |\Z)", text, re.M | re.S)
    assert found, f"docs/commands.md has no section headed `{title}`"
    return _FENCE.sub("", found[1])


def named_options(text: str) -> set[str]:
    """The options that a text names in code: `--as-of`, or `--keep FOLDER`."""
    return set(re.findall(r"`(--[a-z][a-z-]+)", text))


@pytest.mark.parametrize("words", runnable(), ids=" ".join)
def test_every_option_of_a_command_is_documented(words: tuple[str, ...]) -> None:
    """Its section names each of its options, and no option that it does not have."""
    of_program = options_of(())
    assert options_of(words) <= named_options(section(words))
    everywhere = set().union(*(options_of(other) for other in commands()))
    assert named_options(section(words)) <= everywhere | of_program | {"--help"}


@pytest.mark.parametrize("words", runnable(), ids=" ".join)
def test_every_argument_of_a_command_is_documented(words: tuple[str, ...]) -> None:
    """The first line of its section is how it is called, with its arguments."""
    text = page("commands.md")
    title = re.escape("interdict " + " ".join(words))
    usage = re.search(rf"^## `{title}`\n\n`({title}[^`]*)`", text, re.M)
    assert usage, f"no line of use under the heading of {words}"
    for parameter in commands()[words].params:
        if parameter.param_type_name == "argument":
            assert (parameter.metavar or parameter.name.upper()) in usage[1], parameter.name


def test_the_options_of_the_program_are_documented() -> None:
    """The options before a command stand on the page, too."""
    assert options_of(()) <= named_options(page("commands.md"))


def test_no_command_is_documented_that_does_not_exist() -> None:
    """Every section headed by a command is about one that there is, and about one only."""
    headed = [
        tuple(title.split()[1:])
        for _, title in _HEADING.findall(_FENCE.sub("", page("commands.md")).replace("`", ""))
        if title.startswith("interdict ")
    ]
    assert sorted(headed) == sorted(runnable())


def examples() -> Iterator[tuple[str, str]]:
    """(page, command line) of every example in the documentation: lines that start with `$`."""
    for path in PAGES:
        text = path.read_text("utf-8").replace("\\\n", " ")
        for line in re.findall(r"^\s*\$ (interdict .*)$", text, re.M):
            yield page_name(path), line


@pytest.mark.parametrize(("where", "line"), sorted(set(examples())))
def test_examples_call_commands_and_options_that_exist(where: str, line: str) -> None:
    """What a page shows on a command line can be typed."""
    typed = shlex.split(line.partition(" | ")[0], comments=True)[1:]
    words: tuple[str, ...] = ()
    given = [word.partition("=")[0] for word in typed if word.startswith("--")]
    for word in typed:
        # What is none of the group's commands is a value: `--workspace DIR` before a command.
        if word in subcommands(commands()[words]):
            words = (*words, word)
    known = options_of(words) | options_of(()) | {"--help"}
    assert words in runnable() or given, f"{where}: {line}"
    assert set(given) <= known, f"{where}: {line}"


def test_there_are_examples() -> None:
    """The test above has something to look at on the page of commands and in the README."""
    shown = [where for where, _ in examples()]
    assert shown.count("docs/commands.md") >= len(runnable())
    assert shown.count("README.md") > 5


@pytest.mark.parametrize("name", datasets())
def test_every_dataset_is_documented(name: str) -> None:
    """Its name, other names, parts and licence stand on the page of lists."""
    dataset, text = datasets()[name], page("lists.md")
    for word in (dataset.name, *dataset.aliases, *dataset.parts, dataset.issuer):
        assert f"`{word}`" in text, word
    assert dataset.url in text


@pytest.mark.parametrize("key", list(load_regimes()))
def test_every_regime_is_documented(key: str) -> None:
    """Its key stands on the page of regimes."""
    assert f"`{key}`" in page("regimes.md")


@pytest.mark.parametrize("name", readers())
def test_every_reader_is_documented(name: str) -> None:
    """Its NAME stands on the page of documents."""
    assert f"`{name}`" in page("documents.md")


@pytest.mark.parametrize("kind", sorted(CLAIM_KINDS))
def test_every_kind_of_claim_is_documented(kind: str) -> None:
    """It stands on the page of claims."""
    text = page("claims.md")
    assert f"`{kind}`" in text


@pytest.mark.parametrize("word", [*(s.value for s in StateName), *(g.value for g in Grade)])
def test_every_state_and_grade_is_documented(word: str) -> None:
    """It stands on the page of the record."""
    assert f"`{word}`" in page("record.md")


def test_the_changelog_tells_of_this_version() -> None:
    """The version that the program reports has a dated entry."""
    from interdict import __version__

    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.search(rf"^## \[{re.escape(__version__)}\] - \d{{4}}-\d\d-\d\d$", text, re.M)


def anchors(path: Path) -> set[str]:
    """The anchors of a page's headings, as they are made when it is shown."""
    found: set[str] = set()
    for _, title in _HEADING.findall(_FENCE.sub("", path.read_text("utf-8"))):
        bare = re.sub(r"[^\w\- ]", "", title.strip().lower())
        found.add(bare.replace(" ", "-"))
    return found


@pytest.mark.parametrize("path", PAGES, ids=page_name)
def test_internal_links_resolve(path: Path) -> None:
    """A link to a file of the project, or to a heading of a page, leads somewhere."""
    for target in _LINK.findall(_FENCE.sub("", path.read_text("utf-8"))):
        if "://" in target or target.startswith("mailto:"):
            continue
        name, _, anchor = target.partition("#")
        to = path if not name else (path.parent / name).resolve()
        assert to.exists(), target
        if anchor:
            assert anchor in anchors(to), target


def test_every_page_is_linked_from_the_readme() -> None:
    """Nobody finds a page that nothing leads to."""
    linked = set(_LINK.findall((ROOT / "README.md").read_text("utf-8")))
    assert {f"docs/{path.name}" for path in DOCS.glob("*.md")} <= linked
