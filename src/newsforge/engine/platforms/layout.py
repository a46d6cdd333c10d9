"""A writer's content becomes a post: link, hashtags, disclosure and numbering stand where the record wants them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

import regex

from newsforge.engine.platforms import html, markdown
from newsforge.engine.platforms.alerts import quieted
from newsforge.engine.platforms.furniture import Furniture, assemble, furnish, one_line
from newsforge.engine.platforms.measure import measure_text, part_limit
from newsforge.engine.platforms.record import Platform, ThreadRule
from newsforge.engine.platforms.thread import Fits, pieces_of, split
from newsforge.engine.post import Content, Post
from newsforge.engine.text.counting import strict_weight
from newsforge.engine.text.korean_charset import transliterate

_EMPTY_LINES = regex.compile(r"\n\s*\n")
_LINE_END = regex.compile(r"[^\S\n]+(?=\n|$)|\r")


def lay_out(  # noqa: PLR0913 one value each, all but two by keyword
    content: Content,
    platform: Platform,
    *,
    language: str,
    writer: str,
    link: str | None = None,
    disclosure: str | None = None,
) -> Post:
    """The post, complete and in the platform's form; :func:`violations` says whether it may be published.

    Nothing of the paragraphs is ever dropped: a text that cannot fit stays too long. Of the hashtags those stay that
    the platform takes, as many as is its habit. A ``link`` that is no http address is left out.
    """
    content = _tidy(content, platform)
    furniture, tags, address = furnish(
        platform, hashtags=content.hashtags, link=link, disclosure=_written(disclosure, platform)
    )
    post = Post(
        platform=platform.id,
        language=language,
        writer=writer,
        parts=(),
        hashtags=tags,
        title=content.title if "title" in platform.fields else None,
        subject=content.subject if "subject" in platform.fields else None,
        preheader=content.preheader if "preheader" in platform.fields else None,
        link=address,
        disclosure=furniture.disclosure,
    )
    if platform.form == "markdown":
        return replace(post, parts=(markdown.document(post, content.paragraphs),))
    post = replace(post, parts=_parts(content, platform, furniture, language))
    return replace(post, html=html.render(post, content, platform.form)) if "html" in platform.fields else post


def budget(platform: Platform, *, hashtags: tuple[str, ...], link: str | None, disclosure: str | None) -> int:
    """How much of the first part limit is left for the paragraphs, in its unit, when the post is to be one part."""
    furniture, _, address = furnish(platform, hashtags=hashtags, link=link, disclosure=_written(disclosure, platform))
    if platform.form == "markdown":
        post = Post(
            platform=platform.id, language="", writer="", parts=(), link=address, disclosure=furniture.disclosure
        )
        whole = markdown.document(replace(post, hashtags=hashtags), ("x",))
    else:
        whole = _single("x", platform, furniture)
    return max(0, part_limit(platform).max - measure_text(whole, platform) + measure_text("x", platform))


def _written(text: str | None, platform: Platform) -> str | None:
    line = one_line(text)
    if line and platform.charset == "cp949":
        line = transliterate(line, platform.transliterate)
    return quieted(line, platform.mentions) if line else line


def _tidy(content: Content, platform: Platform) -> Content:
    paragraphs = tuple(
        paragraph
        for given in content.paragraphs
        for paragraph in _apart(unicodedata.normalize("NFC", given))
        if paragraph
    )
    if platform.charset == "cp949":
        paragraphs = tuple(transliterate(paragraph, platform.transliterate).strip() for paragraph in paragraphs)
    paragraphs = tuple(quieted(paragraph, platform.mentions) for paragraph in paragraphs)
    return Content(
        paragraphs=tuple(filter(None, paragraphs)),
        hashtags=content.hashtags,
        title=_written(content.title, platform),
        subject=_written(content.subject, platform),
        preheader=_written(content.preheader, platform),
        parted=content.parted,
        opening=content.opening,
    )


def _apart(text: str) -> list[str]:
    """Its paragraphs, no line of them with space at its end."""
    if "\n" not in text and "\r" not in text:
        return [text.strip()]
    return [part.strip() for part in _EMPTY_LINES.split(_LINE_END.sub("", text))]


def _separator(platform: Platform) -> str:
    return "\n\n" if platform.blank_line else "\n"


def _single(body: str, platform: Platform, furniture: Furniture) -> str:
    blocks = [*furniture.closing(), furniture.disclosure or ""]
    return assemble(body, blocks, _separator(platform))


def _fits(text: str, platform: Platform) -> bool:
    return all(
        (strict_weight(text) if limit.unit == "weighted" else measure_text(text, platform, limit.unit)) <= limit.max
        for limit in platform.limits
        if limit.field == "part" and limit.severity == "reject"
    )


def _parts(content: Content, platform: Platform, furniture: Furniture, language: str) -> tuple[str, ...]:
    separator, paragraphs = _separator(platform), content.paragraphs
    single = _single(separator.join(paragraphs), platform, furniture)
    if platform.thread is None or not paragraphs or _fits(single, platform):
        return (single,)
    frame = _Frame(platform, platform.thread, furniture)
    pieces = pieces_of(paragraphs, language, separator, opening=content.opening if content.parted else None)
    digits = 1
    while True:
        bodies = split(pieces, frame.reserving(digits), separator)
        if len(str(len(bodies))) <= digits:
            return tuple(frame.part(body, index, len(bodies)) for index, body in enumerate(bodies))
        digits += 1


@dataclass(frozen=True, slots=True)
class _Frame:
    """The parts of one thread: disclosure in the first, link and hashtags in the last, a number in each."""

    platform: Platform
    rule: ThreadRule
    furniture: Furniture

    def part(self, body: str, index: int, total: int) -> str:
        return self._write(body, index, str(total), last=index == total - 1)

    def reserving(self, digits: int) -> Fits:
        def fits(body: str, index: int, last: bool) -> bool:
            return _fits(self._write(body, index, "9" * digits, last=last), self.platform)

        return fits

    def _write(self, body: str, index: int, total: str, *, last: bool) -> str:
        blocks = self.furniture.closing() if last else []
        if index == 0 and self.furniture.disclosure:
            blocks.append(self.furniture.disclosure)
        blocks.append(self.rule.numbering.format(index=index + 1, total=total))
        return assemble(body, blocks, _separator(self.platform))
