# ruff: noqa: E501, SIM905 -- lists of words read best as lines of words; a Korean letter counts as two
"""Words as they are compared: stems without particles and endings, and which words carry meaning at all."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Literal

Script = Literal["latin", "hangul", "han", "kana", "digit", "other"]

_WORD = re.compile(
    r"(?P<latin>[a-z\u00df-\u024f]+(?:'[a-z]+)?)"
    r"|(?P<digit>\d+(?:[.,:]\d+)*)"
    r"|(?P<hangul>[가-힣]+)"
    r"|(?P<han>[一-鿿々]+)"
    r"|(?P<kana>[ァ-ヺー]+)"
    r"|(?P<hira>[ぁ-ゖ]+)"
    r"|(?P<other>[^\W\d_a-z가-힣一-鿿ァ-ヺーぁ-ゖ]+)"
)
#: Taken off only where two syllables stay, the longest first.
_PARTICLES = frozenset(
    (
        "에서는 에서도 에게는 으로는 으로도 이라고 이라는 이라며 까지는 까지도 부터는 에서의 으로의 이라도 이지만 에서 에게 에는 에도 "
        "으로 로는 로도 라고 라는 라며 까지 부터 보다 처럼 만큼 이나 이며 이다 였다 이었다 한테 께서 마다 조차 밖에 이란 란 에선 에겐 "
        "들은 들이 들을 들의 들도 들과 들에게 측은 측이 은 는 이 가 을 를 의 에 도 로 와 과 만 나 며 께 랑 서 씨 들 "
        "하는 하고 하며 하면서 했다 했고 했으며 한다 하기로 하지 하자 해서 해 한 할 함 됐다 되는 되고 된다 된 될 돼 됨 시켰다 시킨 시키는 "
        "적 적인 적으로"
    ).split()
)
_PARTICLE_LENGTHS = range(max(map(len, _PARTICLES)), 0, -1)
_STOP = frozenset(
    "a an the of to in on at by for with from as and or but if than then that this these those which who whom whose "
    "what when where while is are was were be been being am do does did done has have had having will would can "
    "could may might must shall should it its it's he she they them their his her him we us our you your i my me "
    "there here so such also just more most very much many some any all each both other others another into onto "
    "out up over under about after before during since until between through against per via not no nor said says "
    "say saying told tells according added adds s t re ve ll d m one ones them themselves himself herself itself "
    "because although take takes took taking place get gets got make makes made come comes came go goes went though however still even only own same too now yet ago lrb rrb".split()
)
_SUFFIXES = (
    "ization", "isation", "ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "ed", "er", "es",
    "ly", "e", "s", "y",
)  # fmt: skip
_JAPANESE = re.compile(r"[一-鿿ぁ-ヺ]")
_JAPANESE_LETTER = re.compile(r"[一-鿿々ァ-ヺー]")
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1$")


@dataclass(frozen=True, slots=True)
class Word:
    """``stem`` compares; ``start``/``end`` are places in the folded text."""

    text: str
    stem: str
    start: int
    end: int
    script: Script

    @property
    def meaningful(self) -> bool:
        return self.script != "digit" and self.text not in _STOP and (len(self.text) > 1 or self.script == "han")


def words(folded_text: str) -> list[Word]:
    """The words of folded, lower-cased text in order. Hiragana runs are grammar and left out."""
    found: list[Word] = []
    for match in _WORD.finditer(folded_text):
        kind = match.lastgroup
        text = match.group()
        if kind == "hira":
            continue
        if kind == "latin":
            stem = english_stem(text)
        elif kind == "hangul":
            stem = korean_stem(text)
        else:
            stem = text
        found.append(Word(text, stem, match.start(), match.end(), kind))  # type: ignore[arg-type]  # group names
    return found


def features(word: Word) -> tuple[str, ...]:
    """What two words can share: the stem, or for Korean and Han words their pairs of characters."""
    if word.script in {"hangul", "han"} and len(word.stem) > 1:
        return _pairs(word.stem)
    return (word.stem,)


@lru_cache(maxsize=20_000)
def _pairs(stem: str) -> tuple[str, ...]:
    return tuple(stem[index : index + 2] for index in range(len(stem) - 1))


@lru_cache(maxsize=20_000)
def english_stem(word: str) -> str:
    """A crude stem: enough to see that "announced" and "announcement" are one word."""
    word = word.removesuffix("'s")
    if "'" in word:
        word = word.split("'", maxsplit=1)[0]
    if len(word) > 3:
        for suffix in _SUFFIXES:
            if word.endswith(suffix) and len(word) - len(suffix) >= 3:
                word = word[: -len(suffix)]
                break
        if len(word) > 3:  # added is of add
            word = _DOUBLED.sub(r"\1", word)
    return word[:7]


@lru_cache(maxsize=20_000)
def korean_stem(word: str) -> str:
    """The word without its particle or the commonest endings, where at least two syllables stay."""
    for length in _PARTICLE_LENGTHS:
        if len(word) - length >= 2 and word[-length:] in _PARTICLES:
            return word[:-length]
    return word


def whole_word(text: str, start: int, end: int) -> tuple[int, int]:
    """The range widened to the word it stands in, within a dozen characters. Japanese words end where their letters
    change."""
    if _JAPANESE.search(text[start:end]):
        return _japanese_word(text, start, end)
    while start > 0 and text[start - 1].isalnum() and end - start < 12:
        start -= 1
    while end < len(text) and text[end].isalnum() and end - start < 16:
        end += 1
    return start, end


def _japanese_word(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and _JAPANESE_LETTER.match(text[start - 1]) and end - start < 12:
        start -= 1
    while end < len(text) and _JAPANESE_LETTER.match(text[end]) and end - start < 16:
        end += 1
    return start, end


#: Words among which as many with a meaning are found as are asked for.
_WITHIN = 24


def around(words: list[Word], start: int, end: int, before: int, after: int) -> list[Word]:
    """The words with a meaning around a place, in one clause or not. Words stand in their order, so that a sentence of
    hundreds of figures need not be read whole for each."""
    at = bisect_right(words, start, key=lambda word: word.end)
    left = islice((word for word in reversed(words[max(0, at - _WITHIN) : at]) if word.meaningful), before)
    at = bisect_left(words, end, key=lambda word: word.start)
    right = islice((word for word in words[at : at + _WITHIN] if word.meaningful), after)
    return [*reversed(list(left)), *right]


def in_form_of(word: str, stated: str, roots: tuple[str, str] = ("", "")) -> str | None:
    """``stated`` where it ends as ``word`` does and so can stand in its place: 늘었다 for 줄었다, not 늘린 for 줄었다.
    ``roots`` are the parts of the two that make the difference."""
    if word.isascii() and stated.isascii():
        alike = all(word.endswith(ending) == stated.endswith(ending) for ending in ("ing", "s"))
    else:
        mine, theirs = (
            one.rpartition(root)[2] if root else one for one, root in zip((word, stated), roots, strict=True)
        )
        alike = word[-1:] == stated[-1:] or mine == theirs
    return stated if alike else None
