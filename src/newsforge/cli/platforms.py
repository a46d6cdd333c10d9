"""``newsforge platforms`` and ``newsforge count``."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from newsforge.cli.complaints import told_when_stopped
from newsforge.cli.sources import source_of
from newsforge.cli.words import Words, words_of

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from newsforge.engine.platforms.measure import Measure
    from newsforge.engine.platforms.record import Platform

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def list_platforms(*, as_json: AsJson = False) -> None:
    """Show every platform's limits, how it counts, and how it is published."""
    from newsforge.engine.platforms.as_data import as_data
    from newsforge.engine.platforms.registry import platforms

    known = tuple(platforms().values())
    if as_json:
        sys.stdout.write(json.dumps([as_data(platform) for platform in known], ensure_ascii=False) + "\n")
        return
    from rich.text import Text

    from newsforge.cli.screen import consoles

    words = words_of()
    console = consoles()[0]
    rows = [(platform.id, *_row(platform, words)) for platform in known]
    tables = [_table(rows, columns, words) for columns in (_COLUMNS, _NARROW)]
    paper = console.options.update_width(_ANY_WIDTH)
    fitting = next((table for table in tables if console.measure(table, options=paper).maximum <= console.width), None)
    if fitting is not None:
        console.print(fitting)
    else:
        _print_list(console, rows, words)
    console.print(Text(words("not_documented"), style="dim"))


#: The columns of a row, and those that a narrow terminal shows; where not even they fit, each platform has two lines.
_COLUMNS = ("", "platform", "limit", "counting", "hashtags", "threads", "publish")
_NARROW = ("", "platform", "limit", "counting", "publish")
_ANY_WIDTH = 1000
_FIGURES = frozenset({"limit", "hashtags"})


def _table(rows: Sequence[tuple[str, ...]], columns: Sequence[str], words: Words) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="dim")
    for column in columns:
        justify: Literal["left", "right"] = "right" if column in _FIGURES else "left"
        table.add_column(column and words(column), justify=justify, no_wrap=True)
    for row in rows:
        table.add_row(*(row[_COLUMNS.index(column)] for column in columns))
    return table


def _print_list(console: Console, rows: Sequence[tuple[str, ...]], words: Words) -> None:
    from rich.padding import Padding
    from rich.text import Text

    for name, title, limit, counting, hashtags, threads, publish in rows:
        console.print(Text.assemble((name, "bold"), f"  {title}"))
        labelled = [
            f"{words(column)} {value}" for column, value in (("hashtags", hashtags), ("threads", threads)) if value
        ]
        facts = [f"{limit} {counting}", *labelled, publish]
        console.print(Padding.indent(Text(" · ".join(facts), style="dim"), 2))


def _row(platform: Platform, words: Words) -> tuple[str, ...]:
    limit = next(limit for limit in platform.limits if limit.field == "part")
    tags = platform.hashtags.max
    return (
        platform.name.get(words.language) or platform.name["en"],
        f"{limit.max:,}",
        words(f"unit_{limit.unit}") + ("" if limit.confidence == "documented" else " ?"),
        "" if tags is None else str(tags),
        f"≤{platform.thread.max_parts}" if platform.thread else "",
        words(platform.publish.mode) + "".join(words(f"and_{needed}") for needed in platform.media.required),
    )


def _state(measure: Measure, words: Words) -> tuple[str, str]:
    over = measure.length - measure.max
    if over <= 0:
        return f"  {words('fits')}", "green"
    is_refused = measure.severity == "reject"
    return f"  {words('over' if is_refused else 'over_advice', n=over)}", "red" if is_refused else "yellow"


def count(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The text, or - for standard input.")],
    *,
    platform: Annotated[str, typer.Option("--platform", "-p", help="Whose rules to count by.")],
    as_json: AsJson = False,
) -> None:
    """Count a text as a platform counts it. Exit code 3 when it does not fit."""
    from newsforge.engine.platforms.measure import measure, violations
    from newsforge.engine.platforms.registry import get_platform
    from newsforge.engine.post import Post

    record = get_platform(platform)
    if text == "-":
        with told_when_stopped():
            text = source_of(text).data.decode("utf-8", "replace").rstrip("\n")
    post = Post(platform=record.id, language="", writer="", parts=(text,))
    measures = [m for m in measure(post, record) if m.part == 0]
    # A bare text has no title to miss: only what concerns the text itself counts here.
    faults = [v for v in violations(post, record) if v.code != "missing_field"]
    if as_json:
        from newsforge.pipeline.json_form import measure_form

        form = {
            "platform": record.id,
            "fits": not faults,
            "measure": [measure_form(m) for m in measures],
            "violations": [{"code": v.code, "message": v.message} for v in faults],
        }
        sys.stdout.write(json.dumps(form, ensure_ascii=False) + "\n")
    else:
        from rich.text import Text

        from newsforge.cli.screen import consoles, meter

        words = words_of()
        console = consoles()[0]
        for one in measures:
            console.print(
                Text.assemble(meter(one), f" {words(f'unit_{one.unit}')}", _state(one, words) if text.strip() else "")
            )
        for fault in faults:
            if fault.code != "too_long":
                console.print(Text(f"! {words.say(fault.message)}", style="yellow"))
    raise typer.Exit(3 if faults else 0)
