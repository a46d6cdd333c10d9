"""The command line: ``newsforge convert | check | count | platforms | doctor | demo | up``.

Exit codes: 0 everything is ready to publish; 1 a source gave no article, or a defect; 2 the command was given wrong;
3 something is not ready (unsupported, over a limit, or no post).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from newsforge import __version__
from newsforge.cli import check, convert, doctor, platforms, service, up

#: Codes of errors that are the caller's own, told apart from an article that cannot be had.
_WRONG_CALL = frozenset(
    {
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

app = typer.Typer(
    name="newsforge",
    help="A news article becomes posts that are ready to publish, with every sentence traced to its source.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 all ready · 1 no article · 2 wrong call · 3 something is not ready to publish",
)
app.command("convert")(convert.convert)
app.command("check")(check.check)
app.command("count")(platforms.count)
app.command("platforms")(platforms.list_platforms)
app.command("doctor")(doctor.doctor)
app.command("demo")(convert.demo)
app.command("up")(up.up)
app.command("api")(service.api)
app.command("worker")(service.worker)
app.command("migrate")(service.migrate)
app.command("openapi")(service.print_openapi)
app.command("demo-account", hidden=True)(service.demo_account)


@app.callback(invoke_without_command=True)
def about(
    *,
    version: Annotated[bool, typer.Option("--version", help="Print the version.", is_eager=True)] = False,
) -> None:
    if version:
        typer.echo(f"newsforge {__version__}")
        raise typer.Exit


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave the process with its exit code; an expected error is one sentence."""
    import logging

    from newsforge.kit.errors import NewsforgeError

    # What goes wrong is said in the result; log lines of the parts below would only break into it.
    logging.getLogger().addHandler(logging.NullHandler())
    try:
        app(args=list(arguments) if arguments is not None else None, prog_name="newsforge")
    except NewsforgeError as error:
        sys.stderr.write(f"newsforge: {error} [{error.code}]\n")
        raise SystemExit(2 if error.code in _WRONG_CALL else 1) from None
    except Exception as error:
        if os.environ.get("NEWSFORGE_DEBUG"):
            raise
        # The message may hold a piece of the article or of a key, so only the kind of the defect is shown.
        sys.stderr.write(
            f"newsforge: an unexpected {type(error).__name__} stopped the work. Nothing was half-saved. "
            "Run it again with NEWSFORGE_DEBUG=1 and report what it prints. [defect]\n"
        )
        raise SystemExit(1) from None
