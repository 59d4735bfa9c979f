"""The statements that an index carries, as columns: looked up by number or by entity.

Texts are kept once. What most statements of a list share (dataset, property, language ...) is
a *form*, kept once too; so a statement takes 20 bytes and what is new in it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from interdict.matching.arrays import Array, Texts, packed
from interdict.model.statement import Statement

_FORM = ("dataset", "schema", "prop", "lang", "qualifier", "source", "grade", "document_id")
_WIDTH = len(_FORM) + 2
_ABSENT = 0xFFFFFFFF


class StatementColumns:
    """Takes statements in; rows are numbered as they come."""

    def __init__(self) -> None:
        self._texts: dict[str, int] = {}
        self._forms: dict[tuple[str | int | None, ...], int] = {}
        self._columns: dict[str, list[int]] = {n: [] for n in ("value", "record", "form", "life")}
        self._entities: list[str] = []

    def add(self, statement: Statement, life: int) -> int:
        """Takes a statement with its basic life class; returns its row."""
        columns = self._columns
        form = _form_of(statement)
        self._entities.append(statement.entity_id)
        columns["value"].append(self._text(statement.value))
        columns["record"].append(self._text(statement.record_id))
        columns["form"].append(self._forms.setdefault(form, len(self._forms)))
        columns["life"].append(life)
        return len(self._entities) - 1

    def _text(self, text: str) -> int:
        return self._texts.setdefault(text, len(self._texts))

    def _cell(self, value: str | int | None) -> int:
        """A part of a form as a number: of its text, or itself."""
        if isinstance(value, str):
            return self._text(value)
        return _ABSENT if value is None else value

    def arrays(self) -> dict[str, Array]:
        """The columns as flat arrays, for `StatementTable`."""
        flat = [self._cell(value) for form in self._forms for value in form]
        forms = np.array(flat, dtype=np.uint32)
        names = sorted(set(self._entities), key=lambda name: name.encode())
        number = {name: at for at, name in enumerate(names)}
        entity = np.array([number[name] for name in self._entities], dtype=np.uint32)
        order = np.argsort(entity, kind="stable").astype(np.uint32)
        first = np.searchsorted(entity[order], np.arange(len(names) + 1)).astype(np.uint32)
        blob, offsets = packed(list(self._texts))
        name_blob, name_offsets = packed(names)
        arrays: dict[str, Array] = {
            "statement.text": blob,
            "statement.text_at": offsets,
            "statement.forms": forms,
            "statement.entity": entity,
            "entity.text": name_blob,
            "entity.text_at": name_offsets,
            "entity.order": order,
            "entity.first": first,
        }
        for name, values in self._columns.items():
            arrays[f"statement.{name}"] = np.array(values, dtype=np.uint32)
        return arrays


class StatementTable:
    """The statements of a compiled index; decodes what is asked for and nothing else."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self._arrays = arrays
        self._texts = Texts(arrays["statement.text"], arrays["statement.text_at"])
        self._names = Texts(arrays["entity.text"], arrays["entity.text_at"])
        self._forms: dict[int, tuple[Any, ...]] = {}

    def __len__(self) -> int:
        return len(self._arrays["statement.entity"])

    def life(self, row: int) -> int:
        """The basic life class of a statement."""
        return int(self._arrays["statement.life"][row])

    def rows_of(self, entity_id: str) -> Sequence[int]:
        """Rows about an entity, in the order in which they were recorded; empty if unknown."""
        at = bisect_left(_Encoded(self._names), entity_id.encode())
        if at == len(self._names) or self._names[at] != entity_id:
            return ()
        first = self._arrays["entity.first"]
        rows: list[int] = self._arrays["entity.order"][int(first[at]) : int(first[at + 1])].tolist()
        return rows

    def __getitem__(self, row: int) -> Statement:
        arrays, text = self._arrays, self._texts
        form = self._form(int(arrays["statement.form"][row]))
        dataset, schema, prop, lang, qualifier, source, grade, document_id, start, end = form
        return Statement(
            dataset=dataset,
            entity_id=self._names[int(arrays["statement.entity"][row])],
            schema=schema,
            prop=prop,
            value=text[int(arrays["statement.value"][row])],
            record_id=text[int(arrays["statement.record"][row])],
            lang=lang,
            qualifier=qualifier,
            source=source,
            grade=grade,
            document_id=document_id,
            start=start,
            end=end,
        )

    def _form(self, number: int) -> tuple[Any, ...]:
        form = self._forms.get(number)
        if form is None:
            flat = self._arrays["statement.forms"]
            values = flat[number * _WIDTH : (number + 1) * _WIDTH].tolist()
            texts = tuple(self._texts[value] for value in values[: len(_FORM)])
            form = texts + tuple(None if v == _ABSENT else v for v in values[len(_FORM) :])
            self._forms[number] = form
        return form


def _form_of(statement: Statement) -> tuple[str | int | None, ...]:
    """In the order of `_FORM`, then the span; written out because it runs for every row."""
    return (
        statement.dataset,
        statement.schema,
        statement.prop,
        statement.lang,
        statement.qualifier,
        statement.source,
        statement.grade,
        statement.document_id,
        statement.start,
        statement.end,
    )


class _Encoded(Sequence[bytes]):
    """Texts as bytes, the order in which they are sorted."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def __len__(self) -> int:
        return len(self._texts)

    def __getitem__(self, at: int) -> bytes:  # type: ignore[override]
        return self._texts[at].encode()
