"""Web addresses, e-mail addresses and @handles."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A bare domain counts with a well-known ending only: "3.5" and "U.S." and "끝났다.그는" are none.
_ENDINGS = (
    "com|net|org|edu|gov|int|info|biz|news|app|dev|io|ai|co|me|tv|ly|gl|be|kr|jp|uk|us|de|fr|cn|eu|ca|au|in|ru"
    "|ch|es|it|nl|se|no|nz"
    "|blog|shop|online|site|tech|xyz|world|media|press|africa|asia|한국"
)
_SCHEME = r"(?:https?|ftp)://[^\s<>\"“”‘’「」『』（）]{1,2000}"
_WWW = r"(?<![\w@.])www\.[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}(?:[/?#][^\s<>\"“”‘’「」『』（）]{0,2000})?"
_DOMAIN = (
    rf"(?<![\w@./-])(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{{0,61}}[a-zA-Z0-9])?\.){{1,5}}(?:{_ENDINGS})(?![\w@-]|\.[a-zA-Z0-9])"
    r"(?:[/?#][^\s<>\"“”‘’「」『』（）]{0,2000})?"
)
_MAIL = re.compile(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}", re.ASCII)
_URL = re.compile(f"{_SCHEME}|{_WWW}|{_DOMAIN}", re.IGNORECASE)
_HANDLE = re.compile(r"(?<![\w@./+-])@(?P<name>[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,62}[A-Za-z0-9_])?)(?![\w@])", re.ASCII)
_CLOSING = {")": "(", "]": "[", "}": "{"}
_HANGUL_TAIL = re.compile(r"[가-힣ぁ-んァ-ン一-龥]+$")


def urls(text: str) -> tuple[str, ...]:
    """Every web and e-mail address as written, in order, with repetitions; no closing punctuation."""
    return tuple(text[start:end] for start, end in _address_spans(text))


def handles(text: str) -> tuple[str, ...]:
    """Every @handle as written, with its @."""
    return tuple(match[0] for match in _HANDLE.finditer(text)) if "@" in text else ()


def link_spans(text: str) -> Iterator[tuple[int, int]]:
    yield from _address_spans(text)
    if "@" in text:
        yield from (match.span() for match in _HANDLE.finditer(text))


def _address_spans(text: str) -> list[tuple[int, int]]:
    if "." not in text and "://" not in text:
        return []
    spans = [(match.start(), _trimmed(match)) for match in _URL.finditer(text)]
    if "@" in text:
        spans += [(match.start(), match.end()) for match in _MAIL.finditer(text)]
    return sorted(spans)


def _trimmed(match: re.Match[str]) -> int:
    """The end without sentence punctuation, an unopened bracket or the particle that follows a Korean URL."""
    url = match[0]
    tail = _HANGUL_TAIL.search(url)
    if tail:
        url = url[: tail.start()]
    while url and (
        url[-1] in ".,;:!?'’\"…·、。" or (url[-1] in _CLOSING and url.count(_CLOSING[url[-1]]) < url.count(url[-1]))
    ):
        url = url[:-1]
    return match.start() + len(url)
