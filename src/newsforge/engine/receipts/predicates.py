"""Verbs of the news by what they say: words on one line and side are one act."""

from __future__ import annotations

from functools import cache, lru_cache

#: Past forms that may stand for each other wherever one of them stands, figure and subject being the same.
_KOREAN = """
늘었 증가했 불어났 늘어났
줄었 감소했 줄어들었
올랐 상승했 뛰었 치솟았
내렸 하락했 떨어졌
밝혔 말했 전했 설명했 발표했
숨졌 사망했
다쳤 부상했
열렸 개최됐
"""
_ENGLISH = """
rose climbed increased grew
fell dropped declined decreased
said told noted stated
bought acquired purchased
began started
died perished
injured hurt
about around roughly approximately
percent %
city's city
"""
#: Lines of the Korean table by what an arrow says of them.
_UP, _DOWN = frozenset({0, 2}), frozenset({1, 3})
#: Endings of a past stem that leave a statement as it is.
_ENDINGS = ("다", "습니다", "고", "으며", "지만", "으나", "는데")


@cache
def _acts(language: str) -> dict[str, int]:
    table = _KOREAN if language == "ko" else _ENGLISH
    return {word: number for number, line in enumerate(table.strip().splitlines()) for word in line.split()}


def same_act(mine: str, theirs: str, language: str) -> bool:
    acts = _acts(language)
    if language == "ko":
        mine, theirs = _stem(mine), _stem(theirs)
    found = acts.get(mine)
    return found is not None and found == acts.get(theirs)


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    """The past stem; of a headline's noun (8.4% 감소) that of its verb."""
    for ending in _ENDINGS:
        if word.endswith(ending):
            return word.removesuffix(ending)
    return f"{word}됐" if word == "개최" else f"{word}했"


def is_way(arrow: str, word: str) -> bool:
    """감소 for the ↓ of a headline."""
    return {"↑": _UP, "↓": _DOWN}.get(arrow, frozenset()) & {_acts("ko").get(_stem(word))} != frozenset()
