"""Where the command line begins: `screen NAME` at once, everything else with its framework.

`commands` puts the commands together; a new one is registered there.
"""

from __future__ import annotations

import os
import sys
from typing import Any

from interdict.cli.output import ReaderGone
from interdict.errors import InterdictError

INTERRUPTED = 130
"""Exit code after Ctrl-C."""

STOPPED = "stopped; what was done before stands\n"


def main() -> None:
    """Runs the command line; errors meant for the user end it with 1 and a message."""
    try:
        sys.exit(run(sys.argv[1:]))
    except InterdictError as error:
        from interdict.cli.output import messages

        messages().print(f"error: {error}", style="red", markup=False)
        sys.exit(1)
    except (ReaderGone, BrokenPipeError):
        # The reader of our output has gone (`| head`): not an error; what is buffered goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        sys.stderr.write(STOPPED)
        sys.exit(INTERRUPTED)
    except SystemExit as ended:
        if ended.code == INTERRUPTED:
            sys.stderr.write(STOPPED)
        raise


def run(words: list[str]) -> int:
    """Runs one command line; returns its exit code, unless the framework exits with it."""
    from interdict.cli.quick import plain_screen

    asked = plain_screen(words)
    if asked is None:
        from interdict.cli import commands

        commands.run(words)
        return 0
    from interdict.cli.one_party import answer

    code = answer(asked[1], asked[0])
    sys.stdout.flush()
    return code


def __getattr__(name: str) -> Any:
    """The framework's `app`, for tests and completion, loaded when it is asked for."""
    if name == "app":
        from interdict.cli.commands import app

        return app
    raise AttributeError(name)


if __name__ == "__main__":
    main()
