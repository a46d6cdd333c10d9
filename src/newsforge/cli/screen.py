"""How a conversion looks in a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from newsforge.cli.words import Words

if TYPE_CHECKING:
    from newsforge.engine.article import Article
    from newsforge.engine.platforms.measure import Measure
    from newsforge.engine.receipts.model import Receipt
    from newsforge.pipeline.result import Conversion, PlatformResult

#: Lines of one part that are shown unless everything is asked for.
SHOWN_LINES = 12
_METER_CELLS = 10
_STATUS_STYLE = {"clean": "green", "review": "yellow", "unsupported": "red", "invalid": "yellow", "failed": "red"}
_STATUS_MARK = {"clean": "✓", "review": "?", "unsupported": "✗", "invalid": "!", "failed": "✗"}


def consoles() -> tuple[Console, Console]:
    """Standard output for results, standard error for progress and problems."""
    return Console(highlight=False), Console(stderr=True, highlight=False)


def show_article(console: Console, article: Article, words: Words) -> None:
    facts = [article.site]
    if article.published_at:
        facts.append(article.published_at.strftime("%Y-%m-%d %H:%M"))
    if article.authors:
        facts.append(", ".join(article.authors))
    facts.append(words("sentences", n=len(article.sentences)))
    if article.left_out:
        facts.append(words("left_out", n=len(article.left_out)))
    # No box: its lines take two cells in many Korean terminals, and break.
    console.print(Text(article.title, style="bold blue"))
    console.print(Text(" · ".join(filter(None, facts)), style="dim"))
    if article.url:
        console.print(Text(article.url, style="dim"))


def show_conversion(console: Console, conversion: Conversion, words: Words, *, full: bool) -> None:
    show_article(console, conversion.article, words)
    numbers = {(s.start, s.end): index + 1 for index, s in enumerate(conversion.article.sentences)}
    refused = _refused_alike(conversion.results)
    for result in conversion.results:
        if result in refused:
            continue
        console.print()
        _show_result(console, result, numbers, words, full=full)
    if refused:
        console.print()
        _show_refused(console, refused, words)
    console.print()
    for notice in conversion.notices:
        console.print(Text(f"! {words.say(notice)}", style="yellow"))
    clean = [result for result in conversion.results if result.status == "clean"]
    waiting = sum(bool(result.requires) for result in clean)
    line = words("summary", posts=len(conversion.results), seconds=conversion.took_s, ready=len(clean) - waiting)
    if waiting:
        line += words("waiting", n=waiting)
    if unread := sum(result.status == "review" for result in conversion.results):
        line += words("reading_first", n=unread)
    console.print(Text(line, style="bold green" if len(clean) == len(conversion.results) else "bold yellow"))


#: So many platforms with one and the same answer hear it once.
_MANY_ALIKE = 3


def _refused_alike(results: Sequence[PlatformResult]) -> list[PlatformResult]:
    """Those without a post for the reason that most have: the writer's, not the platform's."""
    answers = Counter((result.error, result.remedy) for result in results if result.post is None)
    answer, count = next(iter(answers.most_common(1)), (("", ""), 0))
    if count < _MANY_ALIKE:
        return []
    return [result for result in results if result.post is None and (result.error, result.remedy) == answer]


def _show_refused(console: Console, refused: list[PlatformResult], words: Words) -> None:
    names = ", ".join(result.platform.name.get(words.language) or result.platform.name["en"] for result in refused)
    first = refused[0]
    mark = (f"{_STATUS_MARK[first.status]} ", f"bold {_STATUS_STYLE[first.status]}")
    console.print(Text.assemble(mark, (words("no_posts", n=len(refused)), "bold"), (f"  {names}", "dim")))
    console.print(Padding.indent(Text(words.say(f"{first.error} {first.remedy}".strip()), style="red"), 2))


def _show_result(
    console: Console, result: PlatformResult, numbers: dict[tuple[int, int], int], words: Words, *, full: bool
) -> None:
    console.print(_heading(result, words))
    post = result.post
    if post is None:
        console.print(Padding.indent(Text(words.say(f"{result.error} {result.remedy}".strip()), style="red"), 2))
        return
    for name in ("title", "subject", "preheader"):
        if value := getattr(post, name):
            console.print(Padding.indent(Text.assemble((f"{words(name)}  ", "dim"), (value, "bold")), 2))
    for index, text in enumerate(post.parts):
        if index:
            console.print()
        measures = [m for m in result.measures if m.part == index and m.severity == "reject"]
        console.print(_part(text, measures if len(post.parts) > 1 else [], words, full=full))
    if evidence := _evidence(result.receipts, numbers, words):
        console.print(Padding.indent(evidence, 2))
    for receipt in result.receipts:
        for problem in receipt.problems:
            line = Text.assemble(("✗ ", "red"), (problem.text, "bold red"), (f"  {words.why(problem)}", "red"))
            console.print(Padding.indent(line, 2))
    if result.to_read:
        _show_to_read(console, result.to_read, words)
    for violation in result.violations:
        console.print(Padding.indent(Text(f"! {words.say(violation.message)}", style="yellow"), 2))
    for measure in result.measures:
        if measure.exceeded and measure.severity == "advise":
            told = words("too_long_to_see", length=measure.length, most=measure.max)
            console.print(Padding.indent(Text(f"! {told}", style="yellow"), 2))
    if len(result.attempts) > 1:
        console.print(Padding.indent(Text(words.say(result.why), style="dim italic"), 2))


def _show_to_read(console: Console, receipts: tuple[Receipt, ...], words: Words) -> None:
    console.print(Padding.indent(Text(f"? {words('read_these', n=len(receipts))}", style="cyan"), 2))
    for receipt in receipts:
        console.print(Padding.indent(loosened(receipt), 4))
        for span in receipt.spans[:1]:
            console.print(Padding.indent(Text(f"↳ {span.text}", style="dim"), 6))


def loosened(receipt: Receipt) -> Text:
    """The sentence with its new words underlined."""
    sentence = Text(receipt.sentence)
    for loose in receipt.unaligned:
        sentence.stylize("cyan underline", loose.start, loose.end)
    return sentence


def _heading(result: PlatformResult, words: Words) -> Text:
    style = _STATUS_STYLE[result.status]
    name = result.platform.name.get(words.language) or result.platform.name["en"]
    line = Text.assemble((f"{_STATUS_MARK[result.status]} ", f"bold {style}"), (name, "bold"))
    if result.status == "review":
        line.append(f"  {words('review')}", "bold yellow reverse")
    if result.post is not None:
        if len(result.post.parts) > 1:
            line.append(f"  ×{len(result.post.parts)}", "cyan")
        tightest = _tightest(
            m for m in result.measures if m.severity == "reject" and m.field in {None, "part", "payload"}
        )
        if tightest is not None:
            line.append("  ")
            line.append_text(meter(tightest))
        traced = sum(receipt.status != "unsupported" for receipt in result.receipts)
        line.append(f"  {words('traced', n=traced, total=len(result.receipts))}", style)
        if result.to_read:
            line.append(f"  {words('to_read', n=len(result.to_read))}", "yellow")
    if result.requires:
        needed = ", ".join(words(what) if what in {"image", "video"} else what for what in result.requires)
        line.append(f"  {words('needs', what=needed)}", "magenta")
    if result.writer and result.writer != "embedded":
        line.append(f"  {result.writer}", "dim")
    return line


def meter(measure: Measure) -> Text:
    """``▰▰▰▱▱ 241/280``: green below nine tenths, yellow near the limit, red past it."""
    share = measure.length / measure.max if measure.max else 0
    style = "red" if share > 1 else "yellow" if share > 0.9 else "green"
    filled = min(_METER_CELLS, round(share * _METER_CELLS))
    return Text.assemble(
        ("▰" * filled, style),
        ("▱" * (_METER_CELLS - filled), "dim"),
        (f" {measure.length:,}/{measure.max:,}", style if share > 1 else "dim"),
    )


def _tightest(measures: Iterable[Measure]) -> Measure | None:
    return max(measures, key=lambda m: m.length / m.max if m.max else 0, default=None)


def _part(text: str, measures: list[Measure], words: Words, *, full: bool) -> RenderableType:
    lines = text.splitlines() or [""]
    hidden = 0
    if not full and len(lines) > SHOWN_LINES:
        hidden = len(lines) - SHOWN_LINES + 2
        lines = lines[: len(lines) - hidden]
    body = Text("\n".join(lines))
    if hidden:
        body.append("\n" + words("more_lines", n=hidden), "dim italic")
    tightest = _tightest(measures)
    return _Margin(Group(body, meter(tightest)) if tightest else body)


class _Margin:
    """A blue line down the left of a post and nothing right of it, so that the text can be copied."""

    def __init__(self, inside: RenderableType) -> None:
        self._inside = inside

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = max(20, options.max_width - 4)
        for line in console.render_lines(self._inside, options.update(width=width), pad=False):
            yield Segment("  ▏ ", Style(color="blue"))
            yield from line
            yield Segment.line()


def _evidence(receipts: Iterable[Receipt], numbers: dict[tuple[int, int], int], words: Words) -> Text | None:
    """Which of the article's sentences carry the post, by number, in the order in which the post uses them."""
    used: list[str] = []
    for receipt in receipts:
        for span in receipt.spans:
            label = _label(span.field, span.start, numbers, words)
            if label and label not in used:
                used.append(label)
    return Text(f"{words('evidence')} {' '.join(used)}", style="dim") if used else None


def _label(field: str, start: int, numbers: dict[tuple[int, int], int], words: Words) -> str | None:
    if field == "title":
        return words("source_title")
    if field != "text":
        return None
    return next((f"#{number}" for (first, last), number in numbers.items() if first <= start < last), None)
