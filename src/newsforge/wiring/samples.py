"""The bundled articles on their way through the pipeline: the demonstration, and the trial of a key."""

from __future__ import annotations

from typing import Final

from newsforge.adapters.readers.source import SourceReader
from newsforge.adapters.writers.embedded import EmbeddedWriter
from newsforge.engine.article import Article
from newsforge.engine.platforms.registry import get_platform
from newsforge.pipeline.conversion import convert
from newsforge.pipeline.ports import Source
from newsforge.pipeline.result import Conversion
from newsforge.samples import sample

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
