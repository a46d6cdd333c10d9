"""The HTML form of a post says what its parts and fields say: what is receipted there is receipted here."""

import html
import re

import pytest

from newsforge.adapters.writers.embedded import EmbeddedWriter
from newsforge.engine.platforms.registry import get_platform
from newsforge.engine.text.frame import is_frame
from newsforge.pipeline.conversion import convert
from tests.corpus.loader import articles

_HIDDEN = re.compile(r"<(style|script|head)\b.*?</\1>", re.DOTALL)
_BREAK = re.compile(r"</?(?:p|h\d|li|div|tr|td|blockquote|br|ul|ol|table|body|html)\b[^>]*>")
_TAG = re.compile(r"<[^>]+>")
#: What fills a mail client's preview line after the preheader.
_PADDING = re.compile(r"[\s\u034f\u200c\u00a0\ufeff]+$")


def lines_of(source: str) -> list[str]:
    lines = _BREAK.sub("\n", _HIDDEN.sub("", source)).split("\n")
    shown = (" ".join(_PADDING.sub("", html.unescape(_TAG.sub("", line))).split()) for line in lines)
    return [line for line in shown if line]


@pytest.mark.parametrize("article", articles(), ids=lambda article: article.slug)
async def test_html_says_no_more_than_the_parts(article):
    source = article.article()
    platforms = [get_platform(name) for name in ("newsletter", "naver_blog", "feed")]
    conversion = await convert(source, platforms, [EmbeddedWriter()], link=source.url)
    for result in conversion.results:
        post = result.post
        said = " ".join(" ".join([*post.parts, post.title or "", post.subject or "", post.preheader or ""]).split())
        said = said.replace("• ", "")
        extra = [line for line in lines_of(post.html) if line.removeprefix("• ") not in said and not is_frame(line)]
        assert extra == [], result.platform.id
