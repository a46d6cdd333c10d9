"""A Markdown file's front matter, read as what it means: a title, tags, an address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from newsforge.engine.article import SourceSpan
from newsforge.engine.receipts.alignment import align
from newsforge.engine.receipts.evidence import Evidence
from newsforge.engine.receipts.folding import folded
from newsforge.engine.receipts.links import is_known_tag, is_known_url
from newsforge.engine.receipts.model import Loose, Problem, Receipt
from newsforge.engine.receipts.verdict import judge
from newsforge.engine.receipts.words import words

_ADDRESSES = frozenset(["source", "url", "link", "canonical", "canonical_url"])
FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<lines>(?:[\w-]+:[^\n]*\n)+)---[ \t]*(?:\n|$)")
_LINE = re.compile(r"(?P<key>[\w-]+):[ \t]*(?P<value>[^\n]*)")
_QUOTED = re.compile(r'^"(.*)"$|^\'(.*)\'$')


def front_receipts(  # noqa: PLR0913 -- where the text stands in the post has as many parts
    front: re.Match[str],
    evidence: Evidence,
    language: str,
    house: tuple[str, ...],
    *,
    part: int | None,
    field: str | None,
) -> Iterator[Receipt]:
    """A receipt for the title's words, and one a line for tags and addresses. Other keys say nothing of the news."""
    offset = front.start("lines")
    for line in _LINE.finditer(front["lines"]):
        key, value = line["key"].lower(), line["value"].strip()
        start = offset + line.start("value")
        if key in {"title", "description", "summary", "subtitle", "excerpt"} and value:
            quoted = _QUOTED.match(value)
            inner = (quoted.group(1) or quoted.group(2) or "") if quoted else value
            begun = start + (1 if quoted else 0)
            verdict = judge(str(_decoded(value)) if "\\" in inner else inner, evidence, language)
            problems = () if "\\" not in inner else tuple(_whole(problem, inner) for problem in verdict.problems)
            yield Receipt(
                sentence=inner,
                start=begun,
                end=begun + len(inner),
                status=verdict.status,
                part=part,
                field=field,
                spans=verdict.spans,
                problems=problems or verdict.problems,
                wording=verdict.wording,
                unaligned=verdict.unaligned if "\\" not in inner else tuple(_all(inner) for _ in verdict.unaligned[:1]),
            )
        elif value:
            own = key in _ADDRESSES and str(_decoded(value)) in house
            wrong = () if own else _line_problems(key, value, line, evidence)
            text = line.group().rstrip()
            yield Receipt(
                sentence=text,
                start=offset + line.start(),
                end=offset + line.start() + len(text),
                status="unsupported" if wrong else "supported",
                part=part,
                field=field,
                spans=() if wrong else _spans("" if own else key, "" if own else text, evidence) or _house(text),
                problems=wrong,
                wording=None if wrong else "exact",
            )


def _spans(key: str, text: str, evidence: Evidence) -> tuple[SourceSpan, ...]:
    """The article's address; the sentences that have the tags; or the house's word."""
    address = evidence.article.url
    if key in _ADDRESSES and address:
        return (SourceSpan(0, len(address), address, "url"),)
    found = align(words(folded(text.partition(":")[2])), evidence, most=3).sources
    return tuple(source.span() for source in found)


def _house(text: str) -> tuple[SourceSpan, ...]:
    return (SourceSpan(0, len(text), text, "house"),)


def _line_problems(key: str, value: str, line: re.Match[str], evidence: Evidence) -> tuple[Problem, ...]:
    text = line.group()
    if key in {"tags", "keywords", "categories"}:
        listed = _decoded(value)
        tags = [str(tag) for tag in listed] if isinstance(listed, list) else re.split(r"[,\[\]]", value)
        wrong = [tag.strip().lstrip("#") for tag in tags if tag.strip() and not is_known_tag(tag.strip(), evidence)]
        why = "The article does not have the word “{}”."
        return tuple(_at(text, tag, "name", why.format(tag)) for tag in wrong)
    if key in _ADDRESSES:
        address = str(_decoded(value))
        if not is_known_url(address, evidence):
            return (_at(text, address, "url", "This address is neither the article's own nor in it."),)
    return ()


def _at(text: str, shown: str, kind: str, why: str) -> Problem:
    place = max(text.find(shown), 0)
    return Problem(kind, shown, why, place, min(len(text), place + len(shown)))  # type: ignore[arg-type]  # name, url


def _whole(problem: Problem, inner: str) -> Problem:
    return Problem(problem.kind, inner, problem.why, 0, len(inner))


def _all(inner: str) -> Loose:
    return Loose(inner, 0, len(inner))


def _decoded(value: str) -> object:
    try:
        return json.loads(value)
    except ValueError:
        return value.strip("\"'")
