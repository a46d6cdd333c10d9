"""The command line: ``newsforge convert | check | count | platforms | doctor | demo``.

Exit codes: 0 everything is ready to publish; 1 a source gave no article, or a defect; 2 the command was given wrong;
3 something is not ready (unsupported, over a limit, or no post).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import typer

from newsforge import __version__
from newsforge.cli import check, convert, doctor, platforms

app = typer.Typer(
    name="newsforge",
    help="A news article becomes posts that are ready to publish, with every sentence traced to its source.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 all ready · 1 no article · 2 wrong call · 3 something is not ready to publish",
)
app.command("convert")(convert.convert)
app.command("check")(check.check)
app.command("count")(platforms.count)
app.command("platforms")(platforms.list_platforms)
app.command("doctor")(doctor.doctor)
app.command("demo")(convert.demo)


@app.callback(invoke_without_command=True)
def about(
    *, version: bool = typer.Option(default=False, help="Print the version.", show_default=False, is_eager=True)
) -> None:
    if version:
        typer.echo(f"newsforge {__version__}")
        raise typer.Exit


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave the process with its exit code; an expected error is one sentence."""
    from newsforge.kit.errors import NewsforgeError

    try:
        app(args=list(arguments) if arguments is not None else None, prog_name="newsforge")
    except NewsforgeError as error:
        sys.stderr.write(f"newsforge: {error} [{error.code}]\n")
        raise SystemExit(2 if error.code in {"unknown_platform", "bad_setting", "bad_option"} else 1) from None
    except BrokenPipeError:
        # The reader (`| head`) has gone: that is no error of ours, and Python must not complain while it exits.
        sys.stderr.close()
        raise SystemExit(0) from None
