"""The cards of a page that lists articles: many elements built alike, each a headline that leads elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from newsforge.adapters.readers.html import wording

_TAGS = "li, article, section, div, tr, dl, dd, a, p"
_HEADED = "h1 a, h2 a, h3 a, h4 a, h5 a, h6 a, a h1, a h2, a h3, a h4, a h5, a h6, dt a, a dt, strong a, a strong"
_HEADINGS = "h2, h3, h4, h5, h6, dt, p, div"
_TITLED = re.compile(r"tit|head|subj|sbj|ttl", re.IGNORECASE)
_STATE = re.compile(r"\d+|\b(?:first|last|odd|even|active|on|lead|top|big|small)\b", re.IGNORECASE)
_LEADS = re.compile(r"\b(?:location|navigate|goto|open|view|article|news)\w*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.。]['\"”’」』)）\]]*\s*$")
#: How a teaser ends where the list cuts it.
_CUT = re.compile(
    r"(?:…|\.\.\.|·{3})\s*$|(?:…|\.\.\.)\s*(?:더\s*보기|read more|more|続きを読む|もっと見る)\s*$", re.IGNORECASE
)
#: When or by whom each listed article was written.
_DATED = re.compile(
    r"\d+\s*(?:분|시간|일|주)\s*전|\d+\s*(?:min(?:ute)?s?|hours?|hrs?|h|days?|d)\s+ago|\d+\s*(?:分|時間|日)前|"
    r"\d{4}\s*[.\-/年]\s*\d{1,2}\s*[.\-/月]\s*\d{1,2}|[가-힣]{2,4}\s?기자|\bBy [A-Z]\w+ [A-Z]|"
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b",
)
_CLOCK = re.compile(r"\b\d{1,2}:\d{2}\b")
_FEWEST = 4
_LIGHTEST, _HEAVIEST = 12, 900
_HEADLINE = 14
#: The share of a card's text that its link may fall short of when it is not marked as its heading.
_LINKED = 0.5
_WHOLLY = 0.8
_FOLLOWING = 2
#: The share of a group that must be cards.
_MOST = 0.6
#: A line longer than this may be several cards.
_JOINED = 60
_MAX_TEXTS = 2_000
_MAX_ELEMENTS = 15_000
_MAX_CHARACTERS = 400_000


@dataclass(frozen=True, slots=True)
class Cards:
    """``linked`` lead elsewhere, ``plain`` only look like teasers; ``pictures`` are a picture and its words. All texts
    are folded. ``stamped`` are those of the linked ones that tell when or by whom each was written."""

    linked: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    stamped: tuple[str, ...] = ()


def share(lines: Iterable[str], texts: Iterable[str]) -> float:
    """How much of the lines stands in the texts of cards, be it that extraction joined several in one line."""
    distinct = sorted(set(texts), key=len, reverse=True)[:_MAX_TEXTS]
    within = "\n".join(distinct)
    total = inside = 0
    for line in lines:
        key = wording.folded(line)
        total += len(key)
        if key and key in within:
            inside += len(key)
        elif len(key) > _JOINED:
            inside += _covered(key, distinct)
    return inside / total if total else 0.0


def _covered(line: str, texts: list[str]) -> int:
    """The characters of the line that are cards' texts; longer texts are taken out before those within them."""
    left = line
    for text in texts:
        if _HEADLINE // 2 <= len(text) <= len(left):
            left = left.replace(text, "")
    return len(line) - len(left)


def is_cut(text: str) -> bool:
    return _CUT.search(text) is not None


def find_cards(shown: LexborHTMLParser) -> Cards:
    groups: dict[tuple[str, str, str], list[LexborNode]] = defaultdict(list)
    for node in shown.css(_TAGS)[:_MAX_ELEMENTS]:
        above = node.parent
        if above is not None:
            groups[_signature(above)[1], *_signature(node)].append(node)
    found: dict[str, list[str]] = {"linked": [], "plain": [], "pictures": []}
    left = _MAX_CHARACTERS
    stamped: list[str] = []
    for members in groups.values():
        if len(members) < _FEWEST or left < 0:
            continue
        texts = [wording.line(node.text(separator=" ") or "") for node in members]
        left -= sum(map(len, texts))
        told = [(n, t) for n, t in zip(members, texts, strict=True) if _LIGHTEST <= wording.weight(t) <= _HEAVIEST]
        for kind, fits in (("linked", _is_linked), ("pictures", _is_picture), ("plain", _is_plain)):
            fitting = [text for node, text in told if fits(node, text)]
            if len(set(fitting)) >= _FEWEST and len(fitting) >= _MOST * len(told):
                found[kind].extend(map(wording.folded, fitting))
                if kind == "linked" and sum(map(_is_stamped, fitting)) > _MOST * len(fitting):
                    stamped.extend(map(wording.folded, fitting))
                break
    for headed in _headed(shown):
        found["linked"].extend(map(wording.folded, headed))
        if sum(map(_is_stamped, headed)) > _MOST * len(headed):
            stamped.extend(map(wording.folded, headed))
    return Cards(tuple(found["linked"]), tuple(found["plain"]), tuple(found["pictures"]), tuple(stamped))


def _headed(shown: LexborHTMLParser) -> Iterator[list[str]]:
    """Cards without an element of their own: headings that are links, each with what follows it."""
    groups: dict[tuple[str, str, str], list[LexborNode]] = defaultdict(list)
    for node in shown.css(_HEADINGS)[:_MAX_ELEMENTS]:
        text = wording.line(node.text(separator=" ") or "")
        link = node.css_first("a[href]")
        if link is None or node.parent is None or wording.weight(text) < _HEADLINE:
            continue
        if len(wording.line(link.text(separator=" ") or "")) >= _WHOLLY * len(text):
            groups[_signature(node.parent)[1], *_signature(node)].append(node)
    for members in groups.values():
        others = frozenset(node.mem_id for node in members)
        told = [text for node in members if wording.weight(text := _with_following(node, others)) <= _HEAVIEST]
        if len(set(told)) >= _FEWEST and len(told) >= _MOST * len(members):
            yield told


def _with_following(heading: LexborNode, others: frozenset[int]) -> str:
    """Two elements at most: what follows the last heading of a list may be the rest of the page."""
    texts = [heading.text(separator=" ") or ""]
    node = heading.next
    while node is not None and node.mem_id not in others and len(texts) <= _FOLLOWING:
        if node.is_element_node:
            texts.append(node.text(separator=" ") or "")
        node = node.next
    return wording.line(" ".join(texts))


def _signature(node: LexborNode) -> tuple[str, str]:
    names = _STATE.sub("", node.attributes.get("class") or "").split()
    return node.tag or "", names[0] if names else ""


def _is_stamped(text: str) -> bool:
    """At its beginning or end: dates stand in the middle of prose as well."""
    ends = (text[:24], text[-40:])
    return any(_DATED.search(each) or _CLOCK.search(each) for each in ends)


def _is_linked(node: LexborNode, text: str) -> bool:
    """The headline is a link: marked as a heading, or opening the card, or most of it; or the card itself is one."""
    if _LEADS.search(node.attributes.get("onclick") or "") or "data-href" in node.attributes:
        return True
    if node.tag == "a":
        return bool(node.attributes.get("href")) and wording.weight(text) >= _HEADLINE
    links = node.css("a[href]")
    if not 1 <= len(links) <= 6:
        return False
    longest = max((wording.line(link.text(separator=" ") or "") for link in links), key=len)
    if wording.weight(longest) < _HEADLINE:
        return False
    if len(longest) >= (_WHOLLY if node.tag == "p" else _LINKED) * len(text):
        return True
    if node.tag == "p":
        return False
    return node.css_first(_HEADED) is not None or -1 < text.find(longest) <= 25 or _names_title(links)


def _names_title(links: list[LexborNode]) -> bool:
    around = (*links, *(link.parent for link in links))
    return any(node is not None and _TITLED.search(node.attributes.get("class") or "") for node in around)


def _is_plain(node: LexborNode, _: str) -> bool:
    """A headline and what was cut of a lead, or a date or author of its own, without a link that a parser can see.
    A clock alone heads the entries of live reports."""
    if node.tag in {"a", "p"}:
        return False
    pieces = [wording.line(piece) for piece in (node.text(separator="\n") or "").split("\n")]
    pieces = [piece for piece in pieces if piece]
    if not 2 <= len(pieces) <= 8 or all(_SENTENCE_END.search(piece) for piece in pieces):
        return False
    return any(map(is_cut, pieces)) or any(len(p) < 60 and _DATED.search(p) for p in pieces)


def _is_picture(node: LexborNode, text: str) -> bool:
    return node.css_first("img, picture, video") is not None and wording.weight(text) < 500
