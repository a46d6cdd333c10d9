"""The command line: ``newsforge convert | check | count | platforms | doctor | demo | up``.

Exit codes: 0 everything is ready to publish; 1 a source gave no article, or a defect; 2 the command was given wrong;
3 something is not ready (unsupported, over a limit, or no post); 4 nothing is wrong, but a person has to compare new
wording with the article first (``check``, and ``convert --strict``).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer
from typer.exceptions import TyperException

from newsforge import __version__
from newsforge.cli import check, convert, doctor, platforms, service, up
from newsforge.cli.help import Command, Group

if TYPE_CHECKING:
    from newsforge.kit.errors import NewsforgeError

#: The exit code of a program that SIGPIPE ends.
_UNHEARD = 128 + 13

app = typer.Typer(
    name="newsforge",
    cls=Group,
    help="A news article becomes posts that are ready to publish, with every sentence traced to its source.",
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 all ready · 1 no article · 2 wrong call · 3 something is not ready to publish"
    " · 4 to be read first (check, convert --strict)",
)
app.command("convert", cls=Command)(convert.convert)
app.command("check", cls=Command)(check.check)
app.command("count", cls=Command)(platforms.count)
app.command("platforms", cls=Command)(platforms.list_platforms)
app.command("doctor", cls=Command)(doctor.doctor)
app.command("demo", cls=Command)(convert.demo)
app.command("up", cls=Command)(up.up)
app.command("api", cls=Command)(service.api)
app.command("worker", cls=Command)(service.worker)
app.command("worker-health", cls=Command)(service.worker_health)
app.command("rotate-signing-key", cls=Command)(service.rotate_signing_key)
app.command("migrate", cls=Command)(service.migrate)
app.command("openapi", cls=Command)(service.print_openapi)
app.command("demo-account", cls=Command, hidden=True)(service.demo_account)


@app.callback(invoke_without_command=True)
def about(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help="Print the version.", is_eager=True)] = False,
) -> None:
    if version:
        typer.echo(f"newsforge {__version__}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave the process with its exit code; an expected error is one sentence."""
    import logging

    from newsforge.cli.complaints import complain, exit_code
    from newsforge.cli.words import words_of

    # What goes wrong is said in the result; log lines of the parts below would only break into it.
    logging.getLogger().addHandler(logging.NullHandler())
    given = sys.argv[1:] if arguments is None else list(arguments)
    failure = _run(given)
    complain(failure, words_of(), as_json="--json" in given)
    raise SystemExit(exit_code(failure))


def _run(given: list[str]) -> NewsforgeError:
    """What went wrong; a command that did its work leaves with its own exit code."""
    from newsforge.cli.complaints import Defect, bad_call
    from newsforge.kit.errors import NewsforgeError

    try:
        code = app(args=given, prog_name="newsforge", standalone_mode=False)
    except SystemExit as leave:
        # Whoever reads the output had enough (``| head``): as the shell tells it, and no failure of ours.
        raise SystemExit(_UNHEARD if isinstance(leave.__context__, BrokenPipeError) else leave.code) from None
    except NewsforgeError as error:
        return error
    except TyperException as error:
        return bad_call(error)
    except Exception as error:
        if os.environ.get("NEWSFORGE_DEBUG"):
            raise
        return Defect(error)
    raise SystemExit(code or 0)
