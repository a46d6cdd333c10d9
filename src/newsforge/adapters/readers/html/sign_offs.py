"""How the agencies sign in English at the end: (Reporting by Jane Doe in Paris; Editing by Tom Roe)."""

from __future__ import annotations

import re

from newsforge.adapters.readers.html.names import clean_names

_WORK = (
    r"(?:additional\s+)?(?:reporting|writing|compiled|edited|editing|graphics?|photography)"
    r"(?:\s+and\s+(?:writing|editing|reporting))?"
)
_SIGN_OFF = re.compile(
    rf"(?:^|(?<=[.!?\"”’)])\s+)[(\[]?\s*(?P<first>{_WORK})\s+by\s+(?P<names>[A-Z][^;()\[\]]{{2,160}}?)"
    rf"(?:\s*[;.]\s*{_WORK}\s+by\s+[^;()\[\]]{{3,160}}?){{0,4}}\.?\s*[)\]]?\s*$",
    re.IGNORECASE,
)
_LONGEST = 400
_WRITERS = re.compile(r"reporting|writing|compiled", re.IGNORECASE)
_PLACE = re.compile(r"\s+(?:in|at|from)\s+[A-Z].*$")


def split_sign_off(text: str) -> tuple[str, str]:
    """``(story, sign-off)`` of a last paragraph; the sign-off is empty where there is none."""
    start = max(0, len(text) - _LONGEST)
    match = _SIGN_OFF.search(text, start)
    if match is None or (start and match.start() == start) or not _is_signed(match):
        return text, ""
    return text[: match.start()].rstrip(), match.group().strip()


def signed_authors(lines: list[str]) -> list[str]:
    """Who reported or wrote it, not who edited it."""
    for text in reversed(lines[-4:]):
        sign_off = split_sign_off(text)[1]
        match = _SIGN_OFF.match(sign_off) if sign_off else None
        if match and _WRITERS.search(match["first"]):
            return _people(match["names"])
    return []


def _is_signed(match: re.Match[str]) -> bool:
    """Names, and nothing that is prose: "Reporting by the agency found that ..."."""
    people = _people(match["names"])
    return bool(people) and len(match["names"].split()) <= 8 * len(people)


def _people(names: str) -> list[str]:
    parts = re.split(r",\s*|\s+and\s+", names)
    return clean_names([_PLACE.sub("", part) for part in parts if part], sites=())
