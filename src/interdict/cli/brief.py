"""`brief`: what the record says of a party on a date, written to be sent on."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from interdict.cli.conflicts import PolicyName
from interdict.cli.context import AsOf, HeldAt, Json, KnownAt, config, workspace
from interdict.cli.output import ReaderGone, messages, print_json
from interdict.cli.times import times_of
from interdict.errors import InvalidInput

_HTML_FILES = (".html", ".htm")


def brief(
    party: Annotated[str, typer.Argument(help="An id, or the exact name of a party.")],
    html: Annotated[bool, typer.Option("--html", help="One page that needs no other.")] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="The default.")] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write it there; .html makes HTML."),
    ] = None,
    policy: PolicyName = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    held_at: HeldAt = None,
    json: Json = False,
) -> None:
    """A brief to send on: state, timeline, effects, allegations, differences, sources, gaps."""
    from interdict.reporting.rendering import to_html, to_markdown
    from interdict.workspace.brief import brief_of

    if html + markdown + json > 1:
        raise InvalidInput("choose one of --html, --markdown and --json")
    if json and output is not None:
        raise InvalidInput("--json goes to standard output: redirect it to keep it")
    with workspace() as ws:
        made = brief_of(ws, party, times_of(config(), as_of, known_at, held_at), policy)
    if json:
        print_json(made)
        return
    as_html = html or (not markdown and output is not None and output.suffix.lower() in _HTML_FILES)
    write_text(to_html(made) if as_html else to_markdown(made), output)


def write_text(text: str, output: Path | None) -> None:
    """Writes a text to a file, replaced as a whole, or to standard output as it is.

    Raises:
        InvalidInput: if the file cannot be written.
    """
    if output is None:
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except BrokenPipeError:
            raise ReaderGone from None
        return
    aside = output.with_name(f".{output.name}.part")
    try:
        aside.write_text(text, "utf-8")
        aside.replace(output)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise InvalidInput(f"{output} cannot be written: {error.strerror}") from error
    messages().print(f"written: {output}", markup=False)
