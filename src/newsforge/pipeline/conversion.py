"""An article becomes posts: every platform's chain of writers at once, under one deadline."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from newsforge.engine.article import Article
from newsforge.engine.platforms.record import Platform
from newsforge.engine.post import Length, Tone
from newsforge.engine.receipts import Evidence
from newsforge.pipeline.chain import Chain
from newsforge.pipeline.errors import UnknownLanguage
from newsforge.pipeline.order import EventListener, Order, ResultListener, compute
from newsforge.pipeline.ports import Preparing, Writer
from newsforge.pipeline.remembered import Memory
from newsforge.pipeline.result import Conversion

#: One AI attempt; three of them and the embedded writer's share fit into the usual 30 s. Who allows a conversion more
#: time has slower models, or a slower machine: there an attempt has its share of it, as long as a client waits.
ATTEMPT_S = 9.0
_ATTEMPT_SHARE = 0.3
_ATTEMPT_AT_MOST_S = 60.0
#: Vendor calls in flight for one conversion.
VENDOR_SLOTS = 12
#: The end of the deadline that belongs to the embedded writer: enough for a cold start of the Korean analyser.
_EMBEDDED_SHARE = 0.2
_EMBEDDED_AT_MOST_S = 3.0
_PREPARE_AFTER_S = 0.25


async def convert(  # noqa: PLR0913 - one order has this many wishes, all but three with a default
    article: Article,
    platforms: Sequence[Platform],
    writers: Sequence[Writer],
    *,
    language: str | None = None,
    tone: Tone = "neutral",
    length: Length = "standard",
    instruction: str = "",
    disclosure: str = "auto",
    link: str | None = None,
    deadline_s: float = 30.0,
    attempt_s: float | None = None,
    vendor_slots: int = VENDOR_SLOTS,
    on_event: EventListener | None = None,
    on_result: ResultListener | None = None,
    memory: Memory | None = None,
) -> Conversion:
    """Always ends within ``deadline_s`` with one result a platform; nothing a writer does raises from here. Raise
    :class:`UnknownLanguage` at once for a ``language`` that is no code.

    ``writers`` are asked in their order, automatic ones last. ``language`` None means the article's own.
    ``disclosure`` is ``auto``, ``none`` or the house's own line. ``link`` None means no link in the posts.
    ``on_event(name, fields)`` hears ``written``, ``checked``, ``rewritten``, ``fell_back`` and ``post_ready``; it
    runs in the event loop, so it must be quick, and must not raise. So does ``on_result``, which gets each platform's
    result as soon as it is there. ``memory`` spares the writers what was written for an equal order before.
    """
    loop = asyncio.get_running_loop()
    began = loop.time()
    code = _language_code(language, article)
    reserve_s = min(_EMBEDDED_AT_MOST_S, deadline_s * _EMBEDDED_SHARE)
    if attempt_s is None:
        attempt_s = max(ATTEMPT_S, min(_ATTEMPT_AT_MOST_S, deadline_s * _ATTEMPT_SHARE))
    order = Order(
        article=article,
        writers=tuple(sorted(writers, key=lambda writer: writer.kind == "automatic")),
        language=code,
        tone=tone,
        length=length,
        instruction=instruction.strip(),
        disclosure=disclosure,
        link=link,
        ai_until=began + deadline_s - reserve_s,
        until=began + deadline_s,
        attempt_s=attempt_s,
        evidence=Evidence.of(article),
        vendor_slots=asyncio.Semaphore(vendor_slots),
        on_event=on_event,
        on_result=on_result,
        memory=memory,
    )
    preparations = [asyncio.ensure_future(compute(order.evidence.read))]
    preparations += [
        asyncio.ensure_future(_prepare(writer, order.evidence, after_vendors=order.writers[0].kind == "ai"))
        for writer in order.writers
        if isinstance(writer, Preparing) and code == article.language
    ]
    try:
        async with asyncio.TaskGroup() as group:
            chains = [group.create_task(Chain(platform, order).run()) for platform in platforms]
    finally:
        await _end(*preparations)
    return Conversion(
        article=article,
        language=order.language,
        results=tuple(chain.result() for chain in chains),
        notices=tuple(order.refused.values()),
        took_s=loop.time() - began,
    )


async def _prepare(writer: Preparing, evidence: Evidence, *, after_vendors: bool) -> None:
    """Loading a language's analyser stops the whole process for a moment, so the vendors' calls go out before."""
    if after_vendors:
        await asyncio.sleep(_PREPARE_AFTER_S)
    await writer.prepare(evidence)


async def _end(*early_work: asyncio.Future[Any]) -> None:
    """What went wrong in it has been, or would have been, met again by the chains."""
    for work in early_work:
        work.cancel()
    await asyncio.gather(*early_work, return_exceptions=True)


def _language_code(language: str | None, article: Article) -> str:
    """``en-US`` and ``zh_Hant`` are written as ``en`` and ``zh``: articles carry ISO 639-1."""
    if not language:
        return article.language
    return language_code(language)


def language_code(language: str) -> str:
    """The first part of a language tag. Raise :class:`UnknownLanguage`."""
    code = language.strip().replace("_", "-").partition("-")[0].lower()
    if not (code.isascii() and code.isalpha() and len(code) in {2, 3}):
        raise UnknownLanguage(
            f"{language!r} is not a language code.",
            remedy="Write ko, en, ja, zh, es, fr, de, vi, id, th, pt or another code of ISO 639.",
        )
    return code
