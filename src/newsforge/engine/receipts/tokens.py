"""A sentence as its wording is traced: every word, figure and date in order, and the marks between them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from newsforge.engine.facts.model import DateMention, Facts, Figure
from newsforge.engine.receipts.amounts import agree as figures_agree
from newsforge.engine.receipts.dates import agree as dates_agree
from newsforge.engine.receipts.predicates import is_way, same_act
from newsforge.engine.text import syllables

Kind = Literal["word", "figure", "date"]

_PIECE = re.compile(
    r"(?P<latin>[a-z\u00df-\u024f]+(?:['&.-][a-z\u00df-\u024f]+)*(?:'s|')?)"
    r"|(?P<digit>\d+(?:[.,:]\d+)*%?)"
    r"|(?P<hangul>[가-힣]+)"
    r"|(?P<han>[一-鿿々]+)"
    r"|(?P<kana>[ァ-ヺー]+)"
    r"|(?P<hira>[ぁ-ゖ]+)"
    r"|(?P<arrow>[↑↓])"
    r"|(?P<other>[^\W\d_])"
)
_MARK = re.compile(r"[,;:·()\[\]\"'“”‘’「」『』【】、。.!?…/|=+<>→~-]|\s-\s")
_IS_JAPANESE = re.compile(r"[一-鿿ぁ-ヺ]")
#: Particles by what they make of a noun; longest first.
_PARTICLES = {
    "이": "doer", "가": "doer", "은": "doer", "는": "doer", "께서": "doer",
    "을": "object", "를": "object", "의": "of", "에": "at", "에서": "from", "에게": "to", "으로": "by", "로": "by",
    "와": "and", "과": "and", "도": "also", "만": "only", "부터": "since", "까지": "until", "보다": "than",
}  # fmt: skip
_PARTICLE_LENGTHS = range(max(map(len, _PARTICLES)), 0, -1)
#: What may follow a past stem (a syllable that ends in ㅆ) without changing what is stated.
_STATED = ("다", "습니다", "고", "으며", "지만", "으나", "는데", "어요", "고요")
_LIGHT_VERB = re.compile(r"(?:했|됐|되었|하였|시켰)(?:다|고|으며|지만|으나|습니다)?$")
#: Final consonants by their place in a syllable: ㅆ, ㅂ, ㄴ.
_JA_STATED = re.compile(r"(?:しました|した|して|し)$")
_JA_PASSIVE = re.compile(r"(?:されました|された|されて|され)$")
#: Words that may come or go: nothing is said by them.
_EMPTY = frozenset({"a", "an", "the", "also", "が", "は"})


@dataclass(frozen=True, slots=True)
class Token:
    """``marks`` are the punctuation between the token before and this one."""

    kind: Kind
    text: str
    start: int
    end: int
    marks: str = ""
    capital: bool = False
    figure: Figure | None = None
    date: DateMention | None = None
    tail: str = ""

    @property
    def is_empty(self) -> bool:
        return self.kind == "word" and self.text in _EMPTY


def tokens(lower: str, cased: str, facts: Facts) -> list[Token]:
    """``lower`` and ``cased`` are one text, place for place, and the facts' places are places in it."""
    facts_read: list[Figure | DateMention] = [*facts.figures, *facts.dates]
    taken = sorted(facts_read, key=lambda one: (one.start, -one.end))
    found: list[Token] = []
    place = 0
    for kind, start, end, fact in _spans(lower, taken):
        between = lower[place:start]
        marks = "".join(_MARK.findall(between)).strip()
        if not marks and place and " " in between and _IS_JAPANESE.match(lower[start]):
            marks = "、"  # headlines part their phrases by spaces
        figure = fact if isinstance(fact, Figure) else None
        date = fact if isinstance(fact, DateMention) else None
        text = lower[start:end]
        found.append(Token(kind, text, start, end, marks, cased[start : start + 1].isupper(), figure, date))
        place = end
    return _with_tails(found)


def _spans(
    text: str, taken: Iterable[Figure | DateMention]
) -> Iterable[tuple[Kind, int, int, Figure | DateMention | None]]:
    place = 0
    for fact in taken:
        if fact.start < place:
            continue
        yield from (("word", *match.span(), None) for match in _PIECE.finditer(text, place, fact.start))
        yield "figure" if isinstance(fact, Figure) else "date", fact.start, fact.end, fact
        place = fact.end
    yield from (("word", *match.span(), None) for match in _PIECE.finditer(text, place))


def _with_tails(found: list[Token]) -> list[Token]:
    """A particle that is written onto a figure or a date belongs to it."""
    joined: list[Token] = []
    for token in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.kind != "word"
            and not last.tail
            and token.kind == "word"
            and token.start == last.end
            and (token.text in _PARTICLES or token.text in {"は", "が", "の", "に", "を", "で", "と", "から", "まで"})
        ):
            joined[-1] = Token(
                last.kind,
                last.text,
                last.start,
                token.end,
                last.marks,
                last.capital,
                last.figure,
                last.date,
                token.text,
            )
            continue
        joined.append(token)
    return joined


def matches(mine: Token, theirs: Token) -> bool:
    """Whether a token of a post says what a token of the article says, in the same role."""
    if mine.kind != theirs.kind:
        return mine.text == theirs.text
    if mine.figure is not None and theirs.figure is not None:
        return (
            figures_agree(mine.figure, theirs.figure)
            and (mine.figure.bound == theirs.figure.bound or mine.figure.value != theirs.figure.value)
            and _roles_agree(mine.tail, theirs.tail)
        )
    if mine.date is not None and theirs.date is not None:
        if mine.text == theirs.text:
            return _roles_agree(mine.tail, theirs.tail)
        return dates_agree(mine.date, theirs.date) and _roles_agree(mine.tail, theirs.tail)
    return _words_match(mine.text, theirs.text)


def _words_match(mine: str, theirs: str) -> bool:
    if mine == theirs:
        return True
    if "↑" in {mine, theirs} or "↓" in {mine, theirs}:
        return is_way(mine, theirs) or is_way(theirs, mine)
    if "가" <= mine[0] <= "힣" and "가" <= theirs[0] <= "힣":
        return _korean_match(mine, theirs) or same_act(mine, theirs, "ko")
    if mine[0].isascii() and theirs[0].isascii():
        bare = mine.removesuffix("'s").removesuffix("'")
        other = theirs.removesuffix("'s").removesuffix("'")
        return bare == other or same_act(bare, other, "en")
    return _japanese_match(mine, theirs)


def _korean_match(mine: str, theirs: str) -> bool:
    mine, ours, noun, role = _korean_forms(mine)
    theirs, stated, other, stated_role = _korean_forms(theirs)
    if mine == theirs:
        return True
    if ours is not None and ours == stated:
        return True
    if stated is not None and _LIGHT_VERB.sub("", theirs) == mine and len(mine) > 1:
        return True  # 증가 for 증가했다
    return (noun == other and _roles_agree(role, stated_role)) or (
        len(mine) > 1 and mine == other and stated_role in {"이", "가", "은", "는", "을", "를", "의", "께서"}
    )


@lru_cache(maxsize=20_000)
def _korean_forms(word: str) -> tuple[str, str | None, str, str]:
    """Its plain form, and of that the past stem, the noun and the particle."""
    plain = _plain(word)
    return plain, _past_stem(plain), *split_particle(plain)


def _roles_agree(mine: str, theirs: str) -> bool:
    if not mine or not theirs:
        return not mine or mine == theirs
    return _PARTICLES.get(mine, mine) == _PARTICLES.get(theirs, theirs) or {mine, theirs} == {"は", "が"}


def split_particle(word: str) -> tuple[str, str]:
    """정부가 as 정부 and 가; at least two syllables stay."""
    for length in _PARTICLE_LENGTHS:
        if len(word) - length >= 2 and word[-length:] in _PARTICLES:
            return word[:-length], word[-length:]
    return word, ""


def _plain(word: str) -> str:
    """올린다 for the polite 올립니다, 없다 for 없습니다, 안이다 for 안입니다."""
    if word.endswith("습니다"):
        return word.removesuffix("습니다") + "다"
    stem = word.removesuffix("니다")
    if stem == word or not stem or syllables.final_of(stem[-1]) != syllables.B:
        return word
    if stem.endswith("입"):
        return stem[:-1] + "이다"
    return stem[:-1] + syllables.with_final(stem[-1], syllables.N) + "다"


def _past_stem(word: str) -> str | None:
    """늘었 of 늘었다, 늘었고 and 늘었습니다; None for what is no plain past."""
    for ending in _STATED:
        stem = word.removesuffix(ending)
        if stem != word and stem and syllables.final_of(stem[-1]) == syllables.SS:
            return stem
    return None


def _japanese_match(mine: str, theirs: str) -> bool:
    if {mine, theirs} <= {"は", "が"}:
        return True
    if mine.replace("ました", "た").replace("ます", "る") == theirs:
        return True
    for form in (_JA_PASSIVE, _JA_STATED):
        if form.search(mine) and form.search(theirs):
            return form.sub("", mine) == form.sub("", theirs)
    return False
