"""The bundled articles on their way through the pipeline: the demonstration, and the trial of a key."""

from __future__ import annotations

import time
from typing import Final

import structlog

from newsforge.adapters.readers.source import SourceReader
from newsforge.adapters.writers.embedded import EmbeddedWriter
from newsforge.engine.article import Article
from newsforge.engine.platforms.registry import get_platform
from newsforge.pipeline.conversion import convert
from newsforge.pipeline.ports import Source
from newsforge.pipeline.result import Conversion
from newsforge.samples import sample

log = structlog.get_logger(__name__)

#: What the landing page shows, in its order.
_PLATFORMS: Final = ("x", "threads", "instagram", "linkedin", "bluesky", "facebook", "kakao", "sms", "newsletter")


async def read_sample(language: str) -> Article:
    """Raise :class:`newsforge.samples.SampleNotFound`."""
    return await SourceReader().read(Source(kind="file", name="sample.html", data=sample(language)))


async def convert_sample(language: str) -> Conversion:
    platforms = [get_platform(one) for one in _PLATFORMS]
    article = await read_sample(language)
    fit = [platform for platform in platforms if platform.writes(article.language)]
    return await convert(article, fit, [EmbeddedWriter()], link=article.url)


async def warm_up() -> None:
    """Load what the first conversion would wait for, by doing one: analysers, tables, compiled patterns."""
    began = time.perf_counter()
    for language in ("ko", "en"):
        await convert_sample(language)
    log.info("warmed_up", took_s=round(time.perf_counter() - began, 2))
