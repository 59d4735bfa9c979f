"""Which lists there are, and which plug-in reads them.

A plug-in is a module or a package of this package, one for each publisher (or one named by an
entry point of the group `interdict.lists`), that offers `DATASETS`, `claims_file` and `parse`;
nothing registers itself.
"""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from importlib.metadata import entry_points
from typing import Protocol, cast

import interdict.lists
from interdict.errors import ConfigError, InvalidInput, NotFound, ReadError
from interdict.lists.misplaced import looks_like, what_it_is
from interdict.lists.parsing import Output, ParsedEdition, SourceFile
from interdict.model.source import Dataset

ENTRY_POINTS = "interdict.lists"
"""Group of the entry points under which other distributions add lists."""

_SUFFIX = re.compile(r"[a-z0-9][a-z0-9_]{0,40}$")
"""What follows the name of a dataset of which there may be several."""

HEAD_LENGTH = 4096
"""So many bytes of a file a plug-in sees when it is asked whether the file is its own."""


class ListPlugin(Protocol):
    """What a list module offers."""

    DATASETS: tuple[Dataset, ...]
    # Optional: FILES, a mapping of dataset name -> what its files are called, for messages;
    # NAMED, names of datasets of which there may be several (`ftm` reads `ftm_NAME`, too);
    # MAPPED, names of datasets whose `parse` takes `mapping`, column title -> role.

    def claims_file(self, dataset: Dataset, name: str, head: bytes) -> str | None:
        """The part of `dataset` that the file is, by its name and first bytes; None: not ours."""

    def parse(self, dataset: Dataset, files: Sequence[SourceFile], out: Output) -> None:
        """Reads the files, which `claims_file` accepted, one for each part at most.

        Raises:
            ReadError: if a file is not what it claims to be; nothing of it counts then.
        """


def datasets() -> dict[str, Dataset]:
    """Every dataset of every plug-in, by name, sorted."""
    return {name: dataset for name, (dataset, _) in sorted(_plugins().items())}


def find(name: str) -> tuple[Dataset, ListPlugin]:
    """The dataset of that name (or alias; letter case is ignored) and the module that reads it.

    Raises:
        NotFound: if there is none; the known names are listed.
    """
    wanted = name.strip().lower().replace("-", "_")
    for dataset, plugin in _plugins().values():
        known = (dataset.name, *dataset.aliases)
        if wanted in (other.lower().replace("-", "_") for other in known):
            return dataset, plugin
    for dataset, plugin in _plugins().values():
        base, _, suffix = wanted.partition(f"{dataset.name}_")
        several = dataset.name in getattr(plugin, "NAMED", ())
        if several and not base and _SUFFIX.match(suffix):
            title = f"{dataset.title}: {suffix}"
            return replace(dataset, name=wanted, title=title, aliases=()), plugin
    raise NotFound(f"no list is called {name!r}. Known lists: {', '.join(datasets())}.")


def parse_files(
    dataset_name: str, files: Iterable[SourceFile], *, mapping: Mapping[str, str] | None = None
) -> ParsedEdition:
    """Parses the files of one edition of a dataset.

    A file that no part claims is reported as drift on the primary part, never just ignored.

    Args:
        mapping: column title -> role, for a table whose columns are not to be guessed.

    Raises:
        NotFound: if there is no such dataset.
        InvalidInput: if none of the files belongs to it, two are the same part, or it takes no
            mapping (or not that one).
        ReadError: if a file is broken.
    """
    dataset, plugin = find(dataset_name)
    takes_mapping = any(_is_of(dataset, name) for name in getattr(plugin, "MAPPED", ()))
    if mapping and not takes_mapping:
        raise InvalidInput(f"{dataset.name}: only the columns of your own list can be mapped")
    claimed: dict[str, SourceFile] = {}
    unclaimed: list[str] = []
    given = list(files)
    for file in given:
        part = plugin.claims_file(dataset, file.base_name, file.data[:HEAD_LENGTH])
        if part is None:
            unclaimed.append(file.name)
        elif part in claimed:
            raise InvalidInput(
                f"{dataset.name}: {claimed[part].name} and {file.name} are both the part "
                f"{part!r}. Load one edition at a time."
            )
        else:
            claimed[part] = file
    if not claimed:
        known = getattr(plugin, "FILES", {}).items()
        named = [text for name, text in known if _is_of(dataset, name)]
        wanted = named[0] if named else ", ".join(dataset.parts)
        raise InvalidInput(
            f"{dataset.name}: nothing to load among {', '.join(unclaimed) or 'no files'}. "
            f"Looked for {wanted}; published at {dataset.url}.{_hints(dataset, given)}"
        )
    out = Output(dataset)
    with _collector_paused():
        inputs = [claimed[part] for part in dataset.parts if part in claimed]
        try:
            if mapping:
                plugin.parse(dataset, inputs, out, mapping=mapping)  # type: ignore[call-arg]
            else:
                plugin.parse(dataset, inputs, out)
        except ReadError as error:
            blamed = [file for file in inputs if file.name == error.file]
            error.add(_hints(dataset, blamed))
            raise
    out.unclaimed(unclaimed)
    return out.result()


def _hints(dataset: Dataset, files: Iterable[SourceFile]) -> str:
    """What is to be said of files that the list cannot read; empty if nothing is known."""
    plugins = [(one, plugin.claims_file) for one, plugin in _plugins().values()]
    found: dict[str, None] = {}
    for file in files:
        head = file.data[:HEAD_LENGTH]
        others = looks_like(head, plugins)
        if told := what_it_is(head) if dataset.name not in others else "":
            found[f" {file.name}: {told}."] = None
        elif others and dataset.name not in others:
            found[f" {file.name} looks like: {', '.join(others)}."] = None
    return "".join(found)


def _is_of(dataset: Dataset, name: str) -> bool:
    """True if the dataset has that name, or is one of several that begin with it."""
    return dataset.name == name or dataset.name.startswith(f"{name}_")


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Pauses the garbage collector for a parse.

    A list makes hundreds of thousands of small objects that all stay and form no cycles;
    looking through them again and again takes a third of the time of a parse.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@cache
def _plugins() -> dict[str, tuple[Dataset, ListPlugin]]:
    """Dataset name -> dataset and plug-in module.

    Raises:
        ConfigError: if two plug-ins offer the same dataset.
    """
    names = [f"{interdict.lists.__name__}.{m.name}" for m in pkgutil.iter_modules(_package_path())]
    modules = [importlib.import_module(name) for name in names]
    modules += [entry.load() for entry in entry_points(group=ENTRY_POINTS)]
    found: dict[str, tuple[Dataset, ListPlugin]] = {}
    for module in modules:
        for dataset in getattr(module, "DATASETS", ()):
            if dataset.name in found:
                raise ConfigError(f"two list plug-ins offer the dataset {dataset.name!r}")
            found[dataset.name] = (dataset, cast(ListPlugin, module))
    return found


def _package_path() -> Sequence[str]:
    return list(interdict.lists.__path__)
