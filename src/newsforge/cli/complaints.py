"""How the command line says that something went wrong: a sentence on standard error, and with ``--json`` an object
on standard output, so that a script never has to read the sentence."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer

from newsforge.cli.words import Words, words_of
from newsforge.kit.errors import NewsforgeError

#: Codes of errors that are the caller's own, told apart from an article that cannot be had.
_WRONG_CALL = frozenset(
    {
        "bad_call",
        "unknown_platform",
        "bad_setting",
        "bad_option",
        "bad_writer_name",
        "unknown_language",
        "port_taken",
        "folder_busy",
        "web_pages_missing",
    }
)

#: The exit code of a program that Ctrl-C ends.
STOPPED = 128 + 2


class BadCall(NewsforgeError):
    """The command line itself is wrong: an unknown option, a missing argument."""

    code = "bad_call"


class Defect(NewsforgeError):
    """The message of the cause may hold a piece of the article or of a key, so only its kind is told."""

    code = "defect"

    def __init__(self, cause: Exception) -> None:
        super().__init__(
            f"An unexpected {type(cause).__name__} stopped the work.",
            remedy="Nothing was half-saved. Run it again with NEWSFORGE_DEBUG=1 and report what it prints.",
        )


def bad_call(error: Any) -> BadCall:
    """Typer's own complaint, in the form of ours."""
    command = error.ctx.command_path if getattr(error, "ctx", None) is not None else "newsforge"
    message = error.format_message()
    return BadCall(message if message.endswith((".", "?", ")")) else f"{message}.", remedy=f"See {command} --help.")


def exit_code(error: NewsforgeError) -> int:
    return 2 if error.code in _WRONG_CALL else 1


def complain(error: NewsforgeError, words: Words, *, as_json: bool, source: str | None = None) -> None:
    """``source`` where several are in work."""
    if as_json:
        form: dict[str, Any] = {} if source is None else {"source": source}
        form["error"] = {"code": error.code, "message": error.message, "remedy": error.remedy}
        sys.stdout.write(json.dumps(form, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    place = f"{source}: " if source and source.strip() else ""
    sys.stderr.write(f"newsforge: {place}{words.error(error)}\n")


@contextmanager
def told_when_stopped() -> Iterator[None]:
    """Ctrl-C ends the command with a word, not in silence."""
    try:
        yield
    except KeyboardInterrupt:
        sys.stderr.write(f"newsforge: {words_of()('stopped')}\n")
        raise typer.Exit(STOPPED) from None
