"""``newsforge check``: is everything in this text in that article?"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from newsforge.cli.complaints import told_when_stopped
from newsforge.cli.sources import source_of
from newsforge.cli.words import words_of
from newsforge.kit.errors import NewsforgeError

if TYPE_CHECKING:
    from newsforge.engine.receipts.model import Receipt
    from newsforge.pipeline.ports import Source

#: Status, or ``free`` wording, to mark and colour.
_LOOKS = {
    "supported": ("✓", "green"),
    "reformatted": ("≈", "green"),
    "free": ("?", "cyan"),
    "unsupported": ("✗", "red"),
}
_UNSUPPORTED, _UNREAD = 3, 4


class NoPost(NewsforgeError):
    """There is no text to check."""

    code = "no_post"


def check(
    post: Annotated[str, typer.Argument(metavar="POST", help="A text file with the post, or - for standard input.")],
    *,
    against: Annotated[str, typer.Option("--against", "-a", metavar="SOURCE", help="The article: address or file.")],
    language: Annotated[
        str | None, typer.Option("--language", "-l", help="The post's language, where it is not clear.")
    ] = None,
    allow_review: Annotated[
        bool,
        typer.Option("--allow-review", help="Exit with 0 where no fault is found and new wording is left to read."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Hold a post against an article, sentence by sentence.

    Exit code 0 when all of it is in the article's words, 3 when something is unsupported or there is nothing to
    compare, 4 when no fault is found but a person has to compare new wording with the article.
    """
    if post == against == "-":
        raise NoPost("Only one of POST and --against can be standard input.", remedy="Put the other into a file.")
    import asyncio

    with told_when_stopped():
        # Both are read before the event loop starts: while it waits for standard input, it would not hear Ctrl-C.
        text, source = _text(post), source_of(against)
        found = asyncio.run(_receipts(text, source, language))
    bad = [receipt for receipt in found if receipt.status == "unsupported"]
    unread = [receipt for receipt in found if receipt.needs_reading]
    is_empty = not bad and not unread and not _tells(found)
    if as_json:
        from newsforge.pipeline.json_form import receipt_form

        status = "unsupported" if bad else "review" if unread else "empty" if is_empty else "clean"
        form = {"clean": status == "clean", "status": status, "receipts": [receipt_form(receipt) for receipt in found]}
        sys.stdout.write(json.dumps(form, ensure_ascii=False) + "\n")
    else:
        _show(found, len(bad), len(unread), is_empty=is_empty)
    if bad or is_empty:
        raise typer.Exit(_UNSUPPORTED)  # what says nothing of the article is no post
    raise typer.Exit(_UNREAD if unread and not allow_review else 0)


def _tells(found: tuple[Receipt, ...]) -> bool:
    """Whether anything in the post is of the article, and not greetings and the frame of every post."""
    return any(span.field != "house" for receipt in found for span in receipt.spans)


def _text(post: str) -> str:
    data = source_of(post).data
    post = "Standard input" if post == "-" else post
    if not data:
        raise NoPost(f"{post} holds no text to check.", remedy="Give a file with the post, or - for standard input.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NoPost(f"{post} is not UTF-8 text.", remedy="Save the post as UTF-8 text.") from None
    if not text.strip():
        raise NoPost(f"{post} is empty.", remedy="Give a file with the post, or - for standard input.")
    return text


async def _receipts(text: str, against: Source, language: str | None) -> tuple[Receipt, ...]:
    from newsforge.engine.receipts import check_text
    from newsforge.settings import Settings
    from newsforge.wiring import open_workbench

    async with open_workbench(Settings.of(), writer="embedded") as bench:
        article = await bench.reader.read(against)
    return check_text(text, article, language=language)


def _show(found: tuple[Receipt, ...], bad: int, unread: int, *, is_empty: bool) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from newsforge.cli.screen import consoles, loosened

    words = words_of()
    console = consoles()[0]
    for receipt in found:
        mark, style = _LOOKS["free" if receipt.needs_reading else receipt.status]
        sentence = loosened(receipt)
        for problem in receipt.problems:
            sentence.stylize("bold red underline", problem.start, problem.end)
        console.print(Text.assemble((f"{mark} ", f"bold {style}")) + sentence)
        for problem in receipt.problems:
            console.print(
                Padding.indent(Text.assemble((problem.text, "bold red"), (f"  {words.why(problem)}", "red")), 4)
            )
        if receipt.status != "supported":
            for span in receipt.spans[:2]:
                console.print(Padding.indent(Text(f"↳ {span.text}", style="dim"), 4))
    if bad:
        console.print(Text(words("dirty_check", n=len(found), bad=bad), style="bold red"))
    if unread:
        console.print(
            Text(words("read_besides" if bad else "read_check", n=len(found), free=unread), style="bold yellow")
        )
    elif is_empty:
        console.print(Text(words("nothing_to_check"), style="bold red"))
    elif not bad:
        console.print(Text(words("clean_check", n=len(found)), style="bold green"))
