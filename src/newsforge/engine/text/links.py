"""Where a text holds a URL, a hashtag, a mention or a cashtag, by the grammar of X's reference (twitter-text 3.1.0).

Positions are half-open ranges of code points. The grammar also serves the other platforms: those that link only
addresses with a scheme ask for ``scheme_required``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import regex

from newsforge.engine.text.tlds import TLDS, USUAL_TLDS

#: Longer addresses are left as text by X.
MAX_URL_LENGTH = 4096
_MAX_TCO_SLUG_LENGTH = 40

#: Punctuation that no part of a domain holds; ``_`` and ``-`` may stand inside one.
_NOT_LABEL = r"!'#%&'()*+,\\./:;<=>?@\[\]\^{|}~$"
_PUNCT = _NOT_LABEL + r"_\-"
_SPACES = "\\t-\\r \\x85\\xa0\\u1680\\u180e\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000"
_INVALID = "\\ufffe\\ufeff\\uffff"
_DIRECTIONAL = "\\u202a-\\u202e\\u061c\\u200e\\u200f\\u2066-\\u2069"
_ACCENTED = (
    "\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\xff\\u0100-\\u024f\\u0253\\u0254\\u0256\\u0257\\u0259\\u025b\\u0263\\u0268"
    "\\u026f\\u0272\\u0289\\u028b\\u02bb\\u0300-\\u036f\\u1e00-\\u1eff"
)
_CYRILLIC = "\\u0400-\\u04ff"
_BREAK = _SPACES + _INVALID + _DIRECTIONAL

_PATH_CHAR = rf"[a-z{_CYRILLIC}0-9!*';:=+,.$/%#\[\]\-\u2013_~@|&{_ACCENTED}]"
_PARENS = rf"\((?:{_PATH_CHAR}+|(?:{_PATH_CHAR}*\({_PATH_CHAR}+\){_PATH_CHAR}*))\)"
_PATH_END = rf"[+\-a-z{_CYRILLIC}0-9=_#/{_ACCENTED}]"
_PATH = rf"(?:{_PATH_CHAR}*(?:{_PARENS}{_PATH_CHAR}*)*{_PATH_END}|{_PARENS}|@{_PATH_CHAR}+/)"
_QUERY_CHAR = r"[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]"
_QUERY = rf"\?{_QUERY_CHAR}*[a-z0-9\-_&=#/]"

#: A letter or mark, then what may stand beside one in a hashtag.
_TAG_LETTER = r"[\p{L}\p{M}]"
_TAG_CHAR = (
    r"[\p{L}\p{M}\p{Nd}_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\xb7]"
)
_HASHTAG = regex.compile(
    rf"(?:^|(?<=[\ufe0e\ufe0f])|(?<!{_TAG_CHAR}|&))([#＃](?!\ufe0f|\u20e3)(?>{_TAG_CHAR}*{_TAG_LETTER}{_TAG_CHAR}*))(?!://|[#＃])",
)
_MENTION = regex.compile(
    r"(?:(?<![a-zA-Z0-9_!#$%&*@＠])|(?<=(?:^|[^a-zA-Z0-9_+~.-])RT:?))([@＠][a-zA-Z0-9_]{1,20}+)"
    rf"(?![@＠{_ACCENTED}]|://)",
    regex.I,
)
#: ``@user@host`` of the fediverse, with its local part alone where there is no host.
_FEDIVERSE = regex.compile(
    r"(?<![=/\p{L}\p{N}_])@[a-z0-9_]++(?:[.-]++[a-z0-9_]++)*+(?:@[\p{L}\p{N}]++(?:[.-]++[\p{L}\p{N}]++)*+)?", regex.I
)
_CASHTAG = regex.compile(rf"(?:^|(?<=[{_SPACES}]))(\$[a-z]{{1,6}}(?:[._][a-z]{{1,2}})?)(?=$|\s|[{_PUNCT}])", regex.I)
#: A run keeps the space before it: at the very start of a text the grammar reads a leading accented letter otherwise.
_RUN = re.compile(rf"[{_SPACES}]?[^{_SPACES}]+")
_AFTER_DOT = re.compile(r"\.([a-zA-Z]{2,})")
_AFTER_DOT_WIDE = re.compile(r"\.[^\W\d_a-zA-Z]")
_SCHEME = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    start: int
    end: int
    text: str


def _tlds_of(run: str) -> frozenset[str]:
    """All that ``run`` can hold and more: a pattern of all 1,574 takes as long to compile as an article to be read."""
    held = TLDS.intersection(match.group(1).lower() for match in _AFTER_DOT.finditer(run))
    return USUAL_TLDS if run.isascii() and held <= USUAL_TLDS else TLDS


def _tld(names: frozenset[str]) -> str:
    """The pattern of a top-level domain; a tree of letters, because 1,574 alternatives take fifty times as long."""
    tree: dict[str, Any] = {}
    for name in sorted(names):
        branch = tree
        for letter in name:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return rf"(?:{_alternatives(tree)}(?=[^0-9a-zA-Z@+\-]|$)|xn--[\-0-9a-z]+)"


def _alternatives(tree: dict[str, Any]) -> str:
    options = [re.escape(letter) + _alternatives(branch) for letter, branch in tree.items() if letter]
    if not options:
        return ""
    return f"(?:{'|'.join(options)}){'?' if '' in tree else ''}"


@cache
def _url(tlds: frozenset[str]) -> re.Pattern[str]:
    char = f"[^{_PUNCT}{_BREAK}]"
    # A label holds no dot and does not end in [_-], so the possessive run loses nothing. The bounds (the DNS's for a
    # label) are not X's: they keep a text of thousands of labels from taking quadratic time.
    subdomain = rf"(?:{char}[^{_NOT_LABEL}{_BREAK}]{{0,62}}+(?<={char})\.)"
    name = rf"(?:{char}[^{_NOT_LABEL}_{_BREAK}]{{0,62}}+(?<={char}))"
    return re.compile(
        rf"(?:([^A-Za-z0-9@＠$#＃{_INVALID}]|[{_DIRECTIONAL}]|^))"
        rf"((https?://)?({subdomain}{{0,30}}{name}\.{_tld(tlds)})(?::[0-9]+)?(/{_PATH}*)?({_QUERY})?)",
        re.IGNORECASE,
    )


@cache
def _ascii_domain(tlds: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"[\-a-z0-9{_ACCENTED}]+(?:\.[\-a-z0-9{_ACCENTED}]+)*\.{_tld(tlds)}", re.IGNORECASE)


@cache
def _tco() -> re.Pattern[str]:
    return re.compile(rf"https?://t\.co/([a-z0-9]+)(?:{_QUERY})?", re.IGNORECASE)


@lru_cache(maxsize=512)
def _links_in_run(run: str, *, scheme_required: bool) -> tuple[Link, ...]:
    """With their places in ``run``: the same address stands in a post for every platform."""
    found: list[Link] = []
    tlds = _tlds_of(run)
    for match in _url(tlds).finditer(run):
        before, url, scheme, domain, path = match.group(1, 2, 3, 4, 5)
        if len(url) > MAX_URL_LENGTH:
            continue
        start = match.start(2)
        if scheme:
            tco = _tco().match(url)
            if tco is not None:
                if len(tco.group(1)) > _MAX_TCO_SLUG_LENGTH:
                    continue
                url = tco.group()
            found.append(Link(start, start + len(url), url))
            continue
        if scheme_required or before in {"-", "_", ".", "/"}:
            continue
        spans = [(start + m.start(), start + m.end()) for m in _ascii_domain(tlds).finditer(domain)]
        if spans and path:
            spans[-1] = (spans[-1][0], match.end(2))
        found += [Link(a, b, run[a:b]) for a, b in spans]
    return tuple(found)


def _may_hold_link(text: str) -> bool:
    """Rules nearly every text out at once: a full stop and a decimal point have no domain's letters after them."""
    if _AFTER_DOT_WIDE.search(text):
        return True
    names = (match.group(1).lower() for match in _AFTER_DOT.finditer(text))
    return any(name in TLDS or name == "xn" for name in names)


@lru_cache(maxsize=256)
def links(text: str, *, scheme_required: bool = False) -> tuple[Link, ...]:
    """The URLs of ``text``; without ``scheme_required`` also bare domains such as ``뉴스1.kr`` (there ``1.kr``)."""
    if (scheme_required and "://" not in text) or not _may_hold_link(text):
        return ()
    found: list[Link] = []
    for match in _RUN.finditer(text):
        run = match.group()
        if "." in run and (not scheme_required or _SCHEME.search(run)) and _may_hold_link(run):
            at = match.start()
            found += [
                Link(at + link.start, at + link.end, link.text)
                for link in _links_in_run(run, scheme_required=scheme_required)
            ]
    return tuple(found)


def hashtags(text: str) -> tuple[Link, ...]:
    """Hashtags with their sign, as X reads them; one inside a URL is none."""
    if "#" not in text and "＃" not in text:
        return ()
    return _outside_links(text, _HASHTAG)


def mentions(text: str) -> tuple[Link, ...]:
    """``@name`` as X reads it; a fediverse address counts as one mention of its local part."""
    if "@" not in text and "＠" not in text:
        return ()
    return _outside_links(text, _MENTION)


def fediverse_mentions(text: str) -> tuple[Link, ...]:
    """``@user`` and ``@user@host``, whole."""
    if "@" not in text:
        return ()
    return tuple(Link(m.start(), m.end(), m.group()) for m in _FEDIVERSE.finditer(text))


def cashtags(text: str) -> tuple[Link, ...]:
    """``$AAPL`` and the like, with their sign."""
    if "$" not in text:
        return ()
    return _outside_links(text, _CASHTAG)


def _outside_links(text: str, pattern: regex.Pattern[str]) -> tuple[Link, ...]:
    found = [(match.start(1), match.end(1)) for match in pattern.finditer(text)]
    taken = [(link.start, link.end) for link in links(text)] if found else []
    return tuple(Link(start, end, text[start:end]) for start, end in outside(found, taken))


def outside(spans: Iterable[tuple[int, int]], taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those of ``spans`` that begin in none of ``taken``, which are in order and apart."""
    starts = [start for start, _ in taken]
    kept = []
    for span in spans:
        before = bisect_right(starts, span[0]) - 1
        if before < 0 or taken[before][1] <= span[0]:
            kept.append(span)
    return kept
