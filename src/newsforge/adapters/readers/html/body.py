"""The body of an article out of a page: the container its content system is known by, else the extractor that
agrees with the others, else the page's own script state."""

from __future__ import annotations

from dataclasses import dataclass, replace

from selectolax.lexbor import LexborHTMLParser

from newsforge.adapters.readers.html import element_classes, page_state, selectors, wording
from newsforge.adapters.readers.html.page_state import State
from newsforge.adapters.readers.html.structured import Json, text_of
from newsforge.engine.article import LeftOut

#: Pages beyond this take trafilatura seconds (40,000 paragraphs: 4 s); resiliparse reads them in 60 ms.
_MAX_FOR_TRAFILATURA = 1_500_000
_MAX_ELEMENTS_FOR_TRAFILATURA = 25_000
#: Below this the page is asked for its script state.
_MISSED = 150
#: Below this an extractor has probably missed the article.
_SHORT = 300
#: About the shortest sentence of news prose.
_SENTENCE = 50
#: The shortest text of a link that may be another article's headline.
_TEASER = 18
_MAX_LINKS = 5_000


@dataclass(frozen=True, slots=True)
class Body:
    """``source`` names what it was read with; ``state`` is set where it came from the page's scripts."""

    lines: list[str]
    source: str
    left_out: tuple[LeftOut, ...] = ()
    state: State | None = None

    @property
    def is_known(self) -> bool:
        """It stood in the one element that a content system gives to an article's body."""
        return self.source.startswith("#")


def read_body(
    shown: LexborHTMLParser, scripts: LexborHTMLParser, articles: list[Json], *, title: str, language: str
) -> Body:
    """``shown`` is the page without scripts and hidden parts, ``scripts`` the whole page."""
    selection = selectors.find_korean_body(shown)
    if selection:
        own, gone = selectors.own_lines(selection.blocks)
        return Body(own, selection.selector, tuple(gone))
    body = _without_links(_extracted(shown.html or "", elements=len(shown.css("*"))), shown)
    declared = _declared(articles, body.lines)
    if declared:
        return Body(declared, "articleBody")
    if _length(body.lines) >= _MISSED:
        return body
    state = page_state.find_state(scripts, title=title, language=language)
    if state and _length(state.lines) > _length(body.lines):
        return Body(list(state.lines), "page state", state=state)
    return body


def _extracted(html: str, *, elements: int) -> Body:
    rough = _resiliparse(html)
    if len(html) > _MAX_FOR_TRAFILATURA or elements > _MAX_ELEMENTS_FOR_TRAFILATURA:
        return Body(rough, "resiliparse")
    precise = _trafilatura(html, precise=True)
    if _length(precise) >= max(0.6 * _length(rough), _SHORT):
        return Body(precise, "trafilatura precise")
    balanced = _trafilatura(html, precise=False)
    if _length(balanced) > 2 * _length(precise) and (_is_prose(balanced) or not precise):
        return Body(balanced, "trafilatura")
    return Body(precise, "trafilatura precise") if precise else Body(rough, "resiliparse")


def _is_prose(lines: list[str]) -> bool:
    """Most characters stand in lines as long as a sentence."""
    return sum(len(line) for line in lines if len(line) >= _SENTENCE) >= 0.6 * _length(lines)


def _trafilatura(html: str, *, precise: bool) -> list[str]:
    from trafilatura import bare_extraction

    element_classes.use_table()
    try:
        document = bare_extraction(html, favor_precision=precise, include_comments=False, with_metadata=False)
    except Exception:  # noqa: BLE001 -- whatever a page does to it, the next extractor takes over
        return []
    text = getattr(document, "text", None)
    if not isinstance(text, str):
        return []
    # trafilatura writes "- " before the items of a list
    return [line.removeprefix("- ") for line in wording.lines(text) if line != "-"]


def _resiliparse(html: str) -> list[str]:
    from resiliparse.extract.html2text import extract_plain_text

    try:
        return wording.lines(extract_plain_text(html, main_content=True, alt_texts=False, list_bullets=False))
    except Exception:  # noqa: BLE001 -- as above
        return []


def _without_links(body: Body, shown: LexborHTMLParser) -> Body:
    """Without lines that are nothing but a link to another article, unless the article is a list of links."""
    linked: set[str] = set()
    seen: set[int] = set()
    for link in shown.css("a")[:_MAX_LINKS]:
        text = wording.line(link.text() or "")
        around = link.parent
        if len(text) < _TEASER or around is None:
            continue
        linked.add(wording.folded(text))
        if around.mem_id in seen:
            continue  # several links in it: their texts are told one by one
        seen.add(around.mem_id)
        whole = wording.line(around.text() or "")
        if len(text) >= 0.75 * len(whole):
            linked.add(wording.folded(whole))
    links = [line for line in body.lines if len(line) >= _TEASER and wording.folded(line) in linked]
    if not links or _length(links) > 0.35 * _length(body.lines):
        return body
    gone = set(links)
    return replace(
        body,
        lines=[line for line in body.lines if line not in gone],
        left_out=(*body.left_out, *(LeftOut(line, "link") for line in links)),
    )


def _declared(articles: list[Json], lines: list[str]) -> list[str]:
    """schema.org ``articleBody`` where it holds the same text and at least a quarter more."""
    for article in articles:
        declared = page_state.read_lines(text_of(article.get("articleBody")))
        if _length(declared) < 1.25 * _length(lines) or _length(declared) < _MISSED:
            continue
        whole = wording.folded("".join(declared))
        same = sum(len(line) for line in lines if wording.folded(line) in whole)
        if same >= 0.6 * _length(lines):
            return declared
    return []


def _length(lines: list[str] | tuple[str, ...]) -> int:
    return sum(map(len, lines))
