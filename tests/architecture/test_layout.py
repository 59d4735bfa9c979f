"""The house rules that a program can check: sizes, names, layers, docstrings, no strange paths."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"
MODULES = sorted((SOURCE / "interdict").rglob("*.py"))

MOST_LINES = 500
MANY_LINES = 400

LONG_MODULES = {
    # Over 400 lines. A ratchet: a name leaves when its module has been cut, none is added.
    "interdict/store/sql_view.py",
}

MOST_FUNCTION_LINES = 80

MIGRATIONS = "interdict/store/migrations/versions/"
"""A migration is one step that is never edited again: its length is the schema's."""

BANNED_NAMES = frozenset("util helper common core manager service handler misc".split())
"""Words that say nothing of what a module holds; a plural `s` is taken off before comparing."""

UNDOCUMENTED = {
    # Public things without a docstring. A ratchet, as above: document one, and take it out.
    "interdict/claims/date_readings.py": """
        ago calendar_period day_and_month day_month_year decade fixed from_previous iso
        month_alone month_range month_year part_of_current plain_year quarter relative_day
        stretch vague weekday_alone year_range
    """,
    "interdict/lists/un/entry.py": """
        Entry.address Entry.alias Entry.birth_date Entry.birth_place Entry.document
        Entry.gender Entry.original_script
    """,
}

MACHINE_FOLDERS = ("home", "Users", "work", "root", "mnt", "private/var")
"""Where checkouts and home folders live: a path below them is right on one machine only."""

TEXT_FILES = frozenset(
    ".cfg .csv .html .ini .json .jsonl .lock .md .py .toml .tsv .txt .typed .xml .yaml .yml".split()
)
OURS = ("src", "tests", "docs", "bench", "plans")
"""Folders of the project; with the files beside them, they hold every text that is kept."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(module: Path) -> str:
    """A module as these lists name it: its path from the source folder."""
    return module.relative_to(SOURCE).as_posix()


def parsed(module: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(module.read_text("utf-8"), filename=str(module))


def n_lines(module: Path) -> int:
    """Lines of a module."""
    return len(module.read_text("utf-8").splitlines())


def definitions(tree: ast.AST, prefix: str = "") -> Iterator[tuple[str, Function | ast.ClassDef]]:
    """Every function and class with its dotted name, at any depth."""
    for node in ast.iter_child_nodes(tree):
        inner = prefix
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield f"{prefix}{node.name}", node
            inner = f"{prefix}{node.name}."
        yield from definitions(node, inner)


def public(tree: ast.AST, prefix: str = "") -> Iterator[tuple[str, Function | ast.ClassDef]]:
    """Classes, functions and methods that others may use: nothing private, nothing nested."""
    for node in getattr(tree, "body", []):
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            continue
        if not node.name.startswith("_"):
            yield f"{prefix}{node.name}", node
            if isinstance(node, ast.ClassDef):
                yield from public(node, f"{prefix}{node.name}.")


def test_there_are_modules_to_look_at() -> None:
    """The rules below are about the package that is installed, not about an empty folder."""
    assert len(MODULES) > 80
    assert SOURCE / "interdict/model/statement.py" in MODULES


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_no_module_is_longer_than_500_lines(module: Path) -> None:
    """A module that has grown past 500 lines holds more than one thing."""
    assert n_lines(module) <= MOST_LINES


def test_the_long_modules_are_those_that_are_known() -> None:
    """Modules over 400 lines only become fewer."""
    long = {name_of(module) for module in MODULES if n_lines(module) > MANY_LINES}
    assert long - LONG_MODULES == set(), "cut it along its nouns before it grows further"
    assert LONG_MODULES - long == set(), "no longer long: take it out of LONG_MODULES"


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_no_function_is_longer_than_80_lines(module: Path) -> None:
    """A function fits on a screen or two."""
    if name_of(module).startswith(MIGRATIONS):
        return
    for name, node in definitions(parsed(module)):
        if not isinstance(node, ast.ClassDef):
            assert (node.end_lineno or 0) - node.lineno + 1 <= MOST_FUNCTION_LINES, name


def test_no_module_has_a_name_that_says_nothing() -> None:
    """`utils` and its like hold whatever nobody found a place for."""
    for module in MODULES:
        path = module.relative_to(SOURCE).with_suffix("")
        words = {word.removesuffix("s") for part in path.parts for word in part.split("_")}
        assert not words & {name.removesuffix("s") for name in BANNED_NAMES}, path


def test_import_contracts_hold(capfd: pytest.CaptureFixture[str]) -> None:
    """Imports go down only, the nouns need the standard library alone, only the store has SQL."""
    kept = sys.path.copy()
    try:
        code = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    finally:
        sys.path[:] = kept
    said = capfd.readouterr().out
    assert code == 0, said
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    n_contracts = len(contracts["tool"]["importlinter"]["contracts"])
    assert f"Contracts: {n_contracts} kept, 0 broken." in said


@pytest.mark.parametrize(
    "module", [m for m in MODULES if "/model/" in m.as_posix() or m.stem == "errors"], ids=name_of
)
def test_the_nouns_import_the_standard_library_only(module: Path) -> None:
    """Whoever reads the model needs to know nothing but Python."""
    for node in ast.walk(parsed(module)):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names = [node.module or ""]
        for name in names:
            own = name == "interdict.errors" or name.startswith("interdict.model")
            assert own or name.partition(".")[0] in sys.stdlib_module_names, name


@pytest.mark.parametrize("module", [m for m in MODULES if n_lines(m) > 1], ids=name_of)
def test_every_module_says_what_it_is(module: Path) -> None:
    """A module begins with a docstring; a package file that holds nothing need not."""
    assert ast.get_docstring(parsed(module))


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_everything_public_has_a_docstring(module: Path) -> None:
    """Classes, functions and methods say what they are; what does not yet only becomes less."""
    known = set(UNDOCUMENTED.get(name_of(module), "").split())
    bare = {name for name, node in public(parsed(module)) if not ast.get_docstring(node)}
    assert bare - known == set(), "write what it is, what it returns, when it fails"
    assert known - bare == set(), "documented by now: take it out of UNDOCUMENTED"


def texts() -> Iterator[Path]:
    """Every text file of the project."""
    for path in sorted(ROOT.iterdir()):
        if path.is_file() and (path.suffix in TEXT_FILES or path.name in ("LICENSE", "Makefile")):
            yield path
    for folder in OURS:
        for path in sorted((ROOT / folder).rglob("*")):
            made = {"__pycache__", "out"} & set(path.relative_to(ROOT).parts)
            if path.is_file() and path.suffix in TEXT_FILES and not made:
                yield path


def test_no_text_names_a_folder_of_one_machine() -> None:
    """Neither code nor documentation holds a path that only its author has."""
    found = []
    pattern = re.compile(rf"(?<![\w.:/-])/(?:{'|'.join(MACHINE_FOLDERS)})/|[A-Z]:\\Users")
    looked_at = list(texts())
    assert len(looked_at) > 200
    for path in looked_at:
        text = path.read_text("utf-8", errors="replace")
        found += [f"{path.relative_to(ROOT)}: {m[0]}" for m in pattern.finditer(text)]
    assert found == []


def test_version_is_the_package_s(interdict: Callable[[Path], Any], tmp_path: Path) -> None:
    """`interdict --version` tells the version that is installed, which is the project's."""
    ran = interdict(tmp_path)("--version")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert ran.code == 0
    assert ran.out.split() == ["interdict", version("interdict")]
    assert version("interdict") == project["version"]
