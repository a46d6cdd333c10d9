"""Receipts: what in the article supports each sentence of a post, or what in the sentence is unsupported."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsforge.engine.article import Article, SourceSpan
from newsforge.engine.post import Post
from newsforge.engine.receipts.evidence import Evidence
from newsforge.engine.receipts.front_matter import FRONT_MATTER, front_receipts
from newsforge.engine.receipts.links import is_known_tag, is_known_url
from newsforge.engine.receipts.model import Loose, Problem, Receipt, Status, Wording
from newsforge.engine.receipts.units import LONGEST_READ, units
from newsforge.engine.receipts.verdict import judge

_NUMBER = r"[(\[]?\s*(\d+)\s*/\s*(\d+)\s*[)\]]?"
_OPENING_NUMBER = re.compile(rf"\s*{_NUMBER}(?=\s)")
_CLOSING_NUMBER = re.compile(rf"(?<!\S){_NUMBER}\s*$")

__all__ = ["Evidence", "Loose", "Problem", "Receipt", "Status", "Wording", "check_text", "receipts"]


def receipts(post: Post, article: Article, *, evidence: Evidence | None = None) -> tuple[Receipt, ...]:
    """One receipt a sentence of every part, then of the title, subject and preheader; then one for each hashtag that
    stands in none of them and is not of the article (``field`` is then ``hashtags``). Pass the article's ``evidence``
    when several posts are checked: it remembers sentences. The post's own link is the house's word."""
    evidence = evidence or Evidence.of(article)
    found: list[Receipt] = []
    total = len(post.parts)
    for index, text in enumerate(post.parts):
        found += _text_receipts(
            text, evidence, post.language, part=index, house=_house(post, evidence), numbering=(index + 1, total)
        )
    for field in ("title", "subject", "preheader"):
        text = getattr(post, field)
        if text:
            found += _text_receipts(text, evidence, post.language, field=field, house=_house(post, evidence))
    return tuple(found + _tag_receipts(post, evidence))


def _house(post: Post, evidence: Evidence) -> tuple[str, ...]:
    """The disclosure, and the link where it is not an address of the article (which is traced like any other)."""
    link = (post.link or "").strip()
    own = bool(link) and is_known_url(link, evidence)
    return tuple(line for line in ((post.disclosure or "").strip(), "" if own else link) if line)


def _tag_receipts(post: Post, evidence: Evidence) -> list[Receipt]:
    found = []
    for tag in post.hashtags:
        shown = f"#{tag}"
        if is_known_tag(tag, evidence) or any(shown in part or f'"{tag}"' in part for part in post.parts):
            continue
        problem = Problem("name", shown, f"The article does not have the word “{tag}”.", 0, len(shown))
        found.append(
            Receipt(
                sentence=shown, start=0, end=len(shown), status="unsupported", field="hashtags", problems=(problem,)
            )
        )
    return found


def check_text(
    text: str, article: Article, *, language: str | None = None, evidence: Evidence | None = None
) -> tuple[Receipt, ...]:
    """Receipts of a text that is no post yet; ``part`` is 0."""
    evidence = evidence or Evidence.of(article)
    return tuple(_text_receipts(text, evidence, language or article.language, part=0))


def _text_receipts(  # noqa: PLR0913 -- where the text stands in the post has as many parts
    text: str,
    evidence: Evidence,
    language: str,
    *,
    part: int | None = None,
    field: str | None = None,
    house: tuple[str, ...] = (),
    numbering: tuple[int, int] | None = None,
) -> Iterator[Receipt]:
    front = FRONT_MATTER.match(text)
    if front is not None:
        yield from front_receipts(front, evidence, language, house, part=part, field=field)
    for start, end, is_house in _pieces(text[:LONGEST_READ], house, front.end() if front is not None else 0):
        if is_house:
            shown = text[start:end]
            yield Receipt(
                sentence=shown, start=start, end=end, status="supported", part=part, field=field,
                spans=(SourceSpan(0, len(shown), shown, "house"),), wording="exact",
            )  # fmt: skip
            continue
        first, last = _without_numbering(text, start, end, numbering)
        for unit in units(text, language, first=first, last=last, known=evidence.units):
            verdict = judge(unit.text, evidence, language)
            yield Receipt(
                sentence=unit.text, start=unit.start, end=unit.end, status=verdict.status, part=part, field=field,
                spans=verdict.spans, problems=verdict.problems, wording=verdict.wording, unaligned=verdict.unaligned,
            )  # fmt: skip
    if len(text) > LONGEST_READ:
        yield _unread(text, part, field)


def _unread(text: str, part: int | None, field: str | None) -> Receipt:
    rest = text[LONGEST_READ:]
    problem = Problem("wording", rest[:80], "The post is too long to be checked to its end.", 0, len(rest))
    return Receipt(
        sentence=rest,
        start=LONGEST_READ,
        end=len(text),
        status="unsupported",
        part=part,
        field=field,
        problems=(problem,),
    )


def _pieces(text: str, house: tuple[str, ...], place: int) -> Iterator[tuple[int, int, bool]]:
    """The text around the house's own lines, and those lines. A link goes on to the next space or bracket."""
    mark = re.compile("|".join(re.escape(line) + (r"(?![^\s<>()\"'])" if "://" in line else "") for line in house))
    for match in mark.finditer(text, place) if house else ():
        if match.start() > place:
            yield place, match.start(), False
        yield match.start(), match.end(), True
        place = match.end()
    if place < len(text):
        yield place, len(text), False


def _without_numbering(text: str, start: int, end: int, numbering: tuple[int, int] | None) -> tuple[int, int]:
    if numbering is None or numbering[1] < 2:
        return start, end
    shown = (str(numbering[0]), str(numbering[1]))
    opening = _OPENING_NUMBER.match(text, start, end)
    if opening is not None and opening.groups() == shown:
        start = opening.end()
    closing = _CLOSING_NUMBER.search(text[start:end])
    return start, start + closing.start() if closing is not None and closing.groups() == shown else end
