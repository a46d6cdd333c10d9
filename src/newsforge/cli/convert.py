"""``newsforge convert`` and ``newsforge demo``."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newsforge.cli.complaints import STOPPED, complain
from newsforge.cli.sources import Given, given
from newsforge.cli.words import words_of
from newsforge.kit.errors import NewsforgeError

if TYPE_CHECKING:
    from newsforge.engine.platforms.record import Platform
    from newsforge.pipeline.ports import Source
    from newsforge.pipeline.result import Conversion

#: Sources in work at once: enough to hide the network and the vendors, few enough for two cores.
AT_ONCE = 4
#: Exit codes: a post is not fit to be published; a post has to be read first.
_NOT_READY, _UNREAD = 3, 4

To = Annotated[
    str,
    typer.Option("--to", "-t", metavar="x,threads", help="Platforms, separated by commas; all of them when left out."),
]
Language = Annotated[
    str | None,
    typer.Option("--language", "-l", help="Language of the posts (ko, en, ja, ...); the article's own when left out."),
]
WriterChoice = Annotated[
    str,
    typer.Option(
        "--writer",
        "-w",
        metavar="auto|embedded|openai:MODEL|...",
        help="auto: the AI writers that are set up, then the embedded one.",
    ),
]
Tone = Annotated[str, typer.Option(help="neutral, friendly, urgent or formal.")]
Length = Annotated[str, typer.Option(help="short, standard or long.")]
Disclosure = Annotated[
    str | None, typer.Option(help="auto: say that the post was made automatically; none; or your own line.")
]
Link = Annotated[
    str | None, typer.Option(help="Link in the posts instead of the article's own address; none for no link.")
]
Instruction = Annotated[str, typer.Option(help="A wish for AI writers, in plain words.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object a source, one a line.")]
Out = Annotated[
    Path | None, typer.Option(help="Save the posts in this folder, a sub-folder a source.", file_okay=False)
]
Full = Annotated[bool, typer.Option("--full", help="Show long posts whole.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What one call of the command asks for, checked before anything is read."""

    platforms: tuple[Platform, ...]
    #: Whether the platforms were named one by one: then each gets its answer, even a refusal.
    is_chosen: bool
    language: str | None
    writer: str
    tone: str
    length: str
    disclosure: str | None
    link: str | None
    instruction: str


class BadOption(NewsforgeError):
    """An option holds a word that the command does not know."""

    code = "bad_option"


def convert(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="Addresses, files (HTML, text, Markdown, PDF, DOCX, HWP, HWPX) or - for standard input.",
        ),
    ],
    *,
    to: To = "",
    language: Language = None,
    writer: WriterChoice = "auto",
    tone: Tone = "neutral",
    length: Length = "standard",
    disclosure: Disclosure = None,
    link: Link = None,
    instruction: Instruction = "",
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 4 when a post has to be read against the article first.")
    ] = False,
    as_json: AsJson = False,
    out: Out = None,
    full: Full = False,
) -> None:
    """Turn articles into posts, every sentence traced to its source.

    Exit code 3 when a post is not ready. Posts for review (new wording, which a person has to compare with the article)
    are marked, counted on standard error, and exit with 0, or with 4 under --strict.
    """
    wishes = Wishes(
        platforms=_platforms(to),
        is_chosen=_is_chosen(to),
        language=_known_language(language),
        writer=writer or "auto",
        tone=_one_of("tone", tone, ("neutral", "friendly", "urgent", "formal")),
        length=_one_of("length", length, ("short", "standard", "long")),
        disclosure=disclosure,
        link=_link(link),
        instruction=instruction,
    )
    code = _complete(sources, wishes, as_json=as_json, out=out, full=full)
    raise typer.Exit(0 if code == _UNREAD and not strict else code)


def demo(
    *,
    sample: Annotated[str, typer.Option(help="ko, en or ja: the bundled article's language.")] = "ko",
    to: To = "",
    as_json: AsJson = False,
    out: Out = None,
    full: Full = False,
) -> None:
    """Convert a bundled article: no network, no key."""
    from newsforge import samples
    from newsforge.pipeline.ports import Source

    name = _one_of("sample", sample, tuple(samples.samples()))
    source = Source(kind="file", name=f"{name}.html", data=samples.sample(name))
    wishes = Wishes(
        platforms=_platforms(to), is_chosen=_is_chosen(to), language=None, writer="embedded",
        tone="neutral", length="standard", disclosure=None, link=None, instruction="",
    )  # fmt: skip
    code = _complete([source], wishes, as_json=as_json, out=out, full=full)
    if not as_json and sys.stdout.isatty():
        typer.secho(words_of()("demo_next"), dim=True)
    raise typer.Exit(0 if code == _UNREAD else code)


def _one_of(option: str, value: str, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise BadOption(f"--{option} {value} is not known.", remedy=f"Choose one of {', '.join(allowed)}.")
    return value


def _known_language(value: str | None) -> str | None:
    from newsforge.pipeline.conversion import language_code

    return None if value is None else language_code(value)


def _link(value: str | None) -> str | None:
    from newsforge.engine.platforms.furniture import web_address

    if value is None or value == "none" or web_address(value):
        return value
    raise BadOption(f"--link {value} is no web address.", remedy="Give an http(s):// address, or none.")


def _is_chosen(to: str) -> bool:
    return to.strip().lower() not in {"", "all"}


def _platforms(to: str) -> tuple[Platform, ...]:
    from newsforge.engine.platforms.registry import get_platform, platforms

    if not _is_chosen(to):
        return tuple(platforms().values())
    asked = [part.strip().lower() for part in to.split(",") if part.strip()]
    if not asked:
        raise BadOption(f"--to {to} names no platform.", remedy=f"There are: {', '.join(platforms())}.")
    return tuple(get_platform(name) for name in dict.fromkeys(asked))


def _complete(sources: Sequence[str | Source], wishes: Wishes, *, as_json: bool, out: Path | None, full: bool) -> int:
    import asyncio

    if out is not None:
        from newsforge.cli.files import prepare_folder

        prepare_folder(out)
    saved: set[Path] = set()
    try:
        return asyncio.run(
            _run([given(each) for each in sources], wishes, as_json=as_json, out=out, full=full, taken=saved)
        )
    except KeyboardInterrupt:
        words = words_of()
        kept = words("stopped_saved", n=len(saved), total=len(sources), folder=out) if out else words("stopped")
        sys.stderr.write(f"newsforge: {kept}\n")
        return STOPPED


async def _run(
    sources: Sequence[Given], wishes: Wishes, *, as_json: bool, out: Path | None, full: bool, taken: set[Path]
) -> int:
    """``taken`` gets the folder of each source that is saved."""
    import asyncio

    from newsforge.cli.progress import Progress
    from newsforge.cli.screen import consoles, show_conversion
    from newsforge.settings import Settings
    from newsforge.wiring import open_workbench

    words = words_of()
    stdout, stderr = consoles()
    worst = unread = 0
    async with open_workbench(Settings.of(), writer=wishes.writer) as bench:
        slots = asyncio.Semaphore(AT_ONCE)
        with Progress(stderr, words, total=len(sources), platforms=len(wishes.platforms)) as progress:

            async def one(each: Given) -> Conversion | NewsforgeError:
                async with slots:
                    try:
                        progress.begin(each.name)
                        return await _convert_one(bench, each, wishes, progress)
                    except NewsforgeError as error:
                        return error
                    finally:
                        progress.end(each.name)

            tasks = [asyncio.create_task(one(each)) for each in sources]
            for name, task in zip([each.name for each in sources], tasks, strict=True):
                outcome = await task
                if isinstance(outcome, NewsforgeError):
                    worst = worst or 1
                    progress.pause()
                    complain(outcome, words, as_json=as_json, source=name)
                    continue
                if any(result.status not in {"clean", "review"} for result in outcome.results):
                    worst = _NOT_READY
                unread += sum(result.status == "review" for result in outcome.results)
                progress.pause()
                # Saved before it is shown: whoever reads the output may stop early.
                if out is not None:
                    from newsforge.cli.files import save

                    saved = save(outcome, out, taken=taken)
                    stderr.print(words("saved", n=saved.count, folder=saved.folder), style="dim")
                    if saved.edited:
                        stderr.print(words("edits_kept", names=", ".join(saved.edited)), style="yellow")
                if as_json:
                    _print_json(name, outcome)
                else:
                    show_conversion(stdout, outcome, words, full=full)
    if unread:  # said apart from the posts, so that it is heard where they go into a file or a program
        stderr.print(words("review_warning", n=unread), style="bold yellow")
    return worst or (_UNREAD if unread else 0)


async def _convert_one(bench: Any, source: Given, wishes: Wishes, progress: Any) -> Conversion:
    from newsforge.pipeline.chain import wrong_language
    from newsforge.pipeline.conversion import convert as convert_article

    article = await bench.reader.read(source.read())
    link = article.url if wishes.link is None else None if wishes.link == "none" else wishes.link
    language = (wishes.language or article.language).split("-")[0].lower()
    left_out = [platform for platform in wishes.platforms if not (wishes.is_chosen or platform.writes(language))]
    conversion = await convert_article(
        article,
        [platform for platform in wishes.platforms if platform not in left_out],
        bench.writers,
        language=wishes.language,
        tone=wishes.tone,  # type: ignore[arg-type]  # checked by _one_of
        length=wishes.length,  # type: ignore[arg-type]  # checked by _one_of
        instruction=wishes.instruction,
        disclosure=wishes.disclosure or bench.settings.conversion.disclosure,
        link=link,
        deadline_s=bench.settings.conversion.deadline_s,
        on_event=progress.event,
    )
    said = tuple(wrong_language(platform, language).message for platform in left_out)
    return replace(conversion, notices=(*conversion.notices, *said))


def _print_json(name: str, conversion: Conversion) -> None:
    from newsforge.pipeline.json_form import conversion_form

    sys.stdout.write(json.dumps({"source": name, **conversion_form(conversion)}, ensure_ascii=False) + "\n")
    sys.stdout.flush()
