"""공사 관계자는, 재단은: an institution by its last noun, which says nothing until its name has been read."""

from __future__ import annotations

import re

_NOUNS = (
    "공사|공단|재단|협회|연맹|조합|위원회|은행|병원|대학|연구원|연구소|센터|거래소|진흥원|협의회|연합회|"
    "박물관|미술관|도서관"
)
#: At the head of what is told, where it is somebody and not a building site.
_SHORT = re.compile(rf"(?:^|(?<=[,·] ))(?P<noun>{_NOUNS})(?=(?:[은는이가의도]|에 따르면| 측[은이]?| 관계자[는가도]?) )")
_FULL = re.compile(
    rf"(?<![가-힣A-Za-z])[가-힣A-Za-z]{{2,12}}(?P<noun>{_NOUNS})(?![가-힣](?<![은는이가의도을를에와과로측]))"
)


def institutions(text: str) -> dict[str, tuple[str, ...]]:
    """Last nouns to the names of the article that end in them: 공사 to 서울교통공사."""
    found: dict[str, dict[str, None]] = {}
    for match in _FULL.finditer(text):
        found.setdefault(match["noun"], {})[match.group()] = None
    return {noun: tuple(names) for noun, names in found.items()}


def short_institutions(bare: str) -> set[str]:
    return {match["noun"] for match in _SHORT.finditer(bare)}


def with_institution(text: str, bare: str, known: dict[str, tuple[str, ...]]) -> str:
    """``text`` with the name in full, where the article has but one. ``bare`` is the text with its speech blanked."""
    match = _SHORT.search(bare)
    names = known.get(match["noun"], ()) if match else ()
    return text if match is None or len(names) != 1 else text[: match.start()] + names[0] + text[match.end() :]
