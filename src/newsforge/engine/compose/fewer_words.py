"""A Korean headline for the narrowest places: what only says more of a thing goes, and who does what stays.

‘도심 나무 의사’ 조경학자 백인호 별세 becomes 조경학자 백인호 별세. Whether a form still says what the
headline says, the receipts are asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from newsforge.engine.compose.prose import is_balanced
from newsforge.engine.text.korean import Token, tokens

#: Words that a headline keeps beside who it is about.
_LEAST_TOLD = 2
#: As many things go at once; a headline has no more than these that may.
_MOST_GONE, _MOST_FOUND = 4, 9
_TIME = re.compile(
    r"^(?:올해|내년|지난해|작년|이달|내달|다음달|오늘|내일|어제|상반기|하반기|\d{1,4}(?:년|월|일|분기)|\d+(?:년|달|주|일|시간|분)새)(?:부터|까지|에|에만|엔)?$"
)
_WITHIN = re.compile(r"^\d+(?:년|개월|달|주|일|시간|분)$")
_COUNTED = re.compile(r"^\d[\d.,만천백]*(?:곳|명|척|대|개|건|종|채|가구|마리|편|점|장|권|통)$")
_SUM = re.compile(r"^\d[\d.,조억만천백]*(?:원|달러|엔|유로|위안)$")
_PERIOD = re.compile(r"^(?:하루|매일|매년|매달|매주|\d+(?:년|개월|일|주)간?)$")
_SIZED = re.compile(r"^(?:규모|상당)(?:의)?$")
_FIGURE_CASE = re.compile(r"^\d[^\s]*(?:까지|으로|로)$")
#: Bare nouns that only say how much of a thing the next one is.
_ADJECTIVES = frozenset(("유명", "인기", "대형", "초대형", "주요", "신규", "국내"))
#: What is done to a thing, as headlines say it.
_DONE = frozenset((
    "시범", "정식", "본격", "공식", "전면", "첫", "확대", "운영", "출시", "출간", "개최", "도입", "공개", "시행",
    "추진", "발표", "개봉", "개장", "개설", "설치", "발간", "제작", "공모", "모집", "선정", "판매", "지원", "개발",
    "가동", "착공", "준공", "개통", "폐지", "중단", "취소", "연장", "재개", "체결",
))  # fmt: skip
_QUOTE = re.compile(r"^[“\"‘'].*[”\"’']$")


_PIECE = re.compile(r"[“\"][^”\"]+[”\"][^\s“\"]*|[‘'][^’']+[’'][^\s‘']*|\S+")


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    tags: tuple[str, ...]

    @property
    def bare_noun(self) -> bool:
        return bool(self.tags) and self.tags[-1] in {"NNG", "NNP", "XSN", "NNB", "SL"} and "SN" not in self.tags

    @property
    def describes(self) -> bool:
        """A verb before a noun: 적발된, 되사는."""
        return len(self.tags) > 1 and self.tags[-1] == "ETM"


def told_in_fewer(text: str) -> tuple[str, ...]:
    """Longest first; empty for a headline of several clauses, whose first one is told alone."""
    if re.search(r"…|\.{3}|·{3}|[?？]", text):
        return ()
    words = _words(text)
    subject = next((at + 1 for at, word in enumerate(words) if word.text.endswith(",")), 0)
    spans = list(dict.fromkeys(_spans(words, subject)))[:_MOST_FOUND]
    found: set[str] = set()
    for number in range(1, _MOST_GONE + 1):
        for gone in combinations(spans, number):
            places = [place for span in gone for place in span]
            if len(places) == len(set(places)):
                found.add(_told(words, subject, set(places)))
    return tuple(sorted(found - {"", text}, key=lambda form: (-len(form), form)))


def _told(words: Sequence[_Word], subject: int, gone: set[int]) -> str:
    if len([at for at in range(subject, len(words)) if at not in gone]) < _LEAST_TOLD or len(words) - 1 in gone:
        return ""
    form = " ".join(word.text for at, word in enumerate(words) if at not in gone)
    return form if is_balanced(form) else ""


def noun_phrases(text: str) -> tuple[str, ...]:
    """섬마을 분교, of a headline that is somebody's words: runs of bare nouns, longest first."""
    runs: list[list[str]] = [[]]
    for match in re.finditer(r"[가-힣A-Za-z0-9]+|[^가-힣A-Za-z0-9 ]", text):
        word = _Word(match.group(), tuple(_tags(tokens(match.group()), 0, len(match.group()))))
        if word.bare_noun and all(tag.startswith(("NN", "XSN", "SL")) for tag in word.tags):
            runs[-1].append(word.text)
        else:
            runs.append([])
    return tuple(sorted((" ".join(run) for run in runs if len(run) > 1), key=lambda phrase: (-len(phrase), phrase)))


def _words(text: str) -> list[_Word]:
    """Words as they are spaced, a quotation as one."""
    morphemes = tokens(text)
    return [
        _Word(match.group(), tuple(_tags(morphemes, match.start(), match.end()))) for match in _PIECE.finditer(text)
    ]


def _tags(morphemes: Sequence[Token], start: int, end: int) -> Iterator[str]:
    """Without those of marks; a figure has one."""
    for token in morphemes:
        if start <= token.start < end and (token.tag == "SN" or not token.tag.startswith(("S", "W"))):
            yield token.tag


def _spans(words: Sequence[_Word], subject: int) -> Iterator[tuple[int, ...]]:
    """What may go, each as the places of its words."""
    if subject > 1 and all(word.bare_noun for word in words[: subject - 1]):
        # 노벨문학상 수상 작가 한서윤, ...: the name is enough.
        yield tuple(range(subject - 1))
    for at in range(subject, len(words)):
        yield from _span_at(words, subject, at)
    if _QUOTE.match(words[-1].text) and len(words) > subject + _LEAST_TOLD:
        yield (len(words) - 1,)


def _span_at(words: Sequence[_Word], subject: int, at: int) -> Iterator[tuple[int, ...]]:
    word = words[at]
    if at + 1 == len(words):
        return
    if word.describes:
        yield from {_description(words, subject, at), tuple(range(_opening(words, subject, at), at + 1))}
    elif word.text in {"끝", "끝에"} and at - 1 > subject - 1 and words[at - 1].bare_noun:
        yield tuple(range(_opening(words, subject, at), at + 1))  # 연장 접전 끝 부산 꺾고
    elif word.text == "위해":
        yield tuple(range(_opening(words, subject, at), at + 1))
    elif word.text == "만에" and _WITHIN.match(words[at - 1].text):
        parted = at - 2 == subject > 0 and words[at - 2].bare_noun
        yield tuple(range(at - 1 - parted, at + 1))  # …, 개봉 12일 만에
    elif _SIZED.match(word.text) and "SN" in words[at - 1].tags:
        yield (at - 1, at)
    elif _may_go(words, subject, at):
        yield (at,)
        if _QUOTE.match(word.text):
            # 항암 신약 'DB-1101' 임상 3상: with what it is a name of
            yield tuple(range(_opening(words, subject, at), at + 1))
    elif _FIGURE_CASE.match(word.text) and at - 1 > subject and words[at - 1].bare_noun and not _is_range(words, at):
        yield (at - 1, at)
        if at - 2 > subject:
            yield (at - 2, at - 1, at)
    elif word.tags[-1:] == ("JKB",) and "SN" not in word.tags and not word.text.endswith(("로", "와", "과")):
        yield tuple(range(_opening(words, subject, at), at + 1))


def _may_go(words: Sequence[_Word], subject: int, at: int) -> bool:
    """A time, an adverb, how many there are of a thing, or a name that something is known by."""
    word, after = words[at], words[at + 1]
    if word.text in _ADJECTIVES and after.bare_noun:
        return True
    if word.tags == ("MAG",) or (_TIME.match(word.text) and after.text != "만에"):
        return True
    if _PERIOD.match(word.text) and ("SN" in after.tags or after.bare_noun):
        return True
    if _SUM.match(word.text) and after.bare_noun and at + 2 < len(words) and words[at + 2].bare_noun:
        return True
    if not after.bare_noun:
        return False
    counts = _COUNTED.match(word.text) is not None and at > subject and words[at - 1].bare_noun
    # '아이돌봄 택시' | 시범 운영: what is done to it, and no noun that it is a name of.
    is_object = all(later.text.rstrip("…") in _DONE for later in words[at + 1 :])
    return counts or (_QUOTE.match(word.text) is not None and not is_object)


def _is_range(words: Sequence[_Word], at: int) -> bool:
    """자정부터 새벽 5시까지."""
    return any(word.text.endswith("부터") for word in words[:at])


def _description(words: Sequence[_Word], subject: int, at: int) -> tuple[int, ...]:
    """세 번 적발된 after a bare noun, which then says which; with its object, subject or place the whole clause."""
    first = at
    while first > subject and words[first - 1].tags[-1:] in {("NNB",), ("MM",), ("MAG",)}:
        first -= 1
    if first > subject and words[first - 1].bare_noun:
        return tuple(range(first, at + 1))
    return tuple(range(_opening(words, subject, first), at + 1))


def _opening(words: Sequence[_Word], subject: int, at: int) -> int:
    """Where the phrase begins that ends at a place: behind the last word with a particle."""
    first = at
    while first > subject and (
        words[first - 1].bare_noun or "SN" in words[first - 1].tags or words[first - 1].tags[-1:] == ("ETN",)
    ):
        first -= 1
    return first
