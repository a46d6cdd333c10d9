"""What 이 불로, 이 병원은 and この事故で speak of, where the title or the first sentence has named it and nothing else
of its kind has come in between: then the sentence stands wherever that word has been read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsforge.engine.compose.dependence import Standing, standing
from newsforge.engine.compose.phrases import KOREAN_ROLE
from newsforge.engine.compose.same_body import find_body
from newsforge.engine.text.korean import Token

#: Words by which an event may have been told, by the noun that takes it up.
_EVENTS = {
    "불": ("화재", "불이", "불로", "불은", "불을", "불길"),
    "화재": ("화재", "불이", "불로", "불은"),
    "사고": ("사고", "추돌", "충돌", "추락", "전복", "탈선", "침몰", "붕괴", "폭발", "끼임", "매몰", "감전", "누출",
           "들이받"),
    "폭발": ("폭발",),
    "지진": ("지진",),
    "붕괴": ("붕괴", "무너"),
    "눈": ("폭설", "대설", "눈이"),
    "비": ("폭우", "호우", "비가"),
    "火災": ("火災", "火事", "出火", "全焼"),
    "火事": ("火災", "火事", "出火", "全焼"),
    "事故": ("事故", "衝突", "追突", "転落", "脱線", "爆発", "はねられ"),
    "地震": ("地震",),
    "大雪": ("大雪",),
    "大雨": ("大雨", "豪雨"),
    "爆発": ("爆発",),
}  # fmt: skip
#: 이 가운데, 이 자리에서: no thing.
_NO_THING = re.compile(
    r"(?:가운데|중|때|날|자리|점|경우|기간|시기|과정|정도|말|일|사실|소식|부분|결과|분야|관계자|문제|내용|상황|상태|방식|방법|외|밖|"
    r"사이|뒤|후|전|시각|시점|단계|수치|규모|비율|금액|돈|사람|남성|여성|남자|여자|지역|이야기|얘기)$"
)
_OTHER = re.compile(r"^(?:다른|또|인근|주변|옆|각|일부|다수|전국|모든|여러|별도|해외|국내|두|세|네|\d.*)$")
_EARLIER = re.compile(r"지난해|작년|재작년|\d{4}년|앞서|과거|예전|昨年|過去|\d{4}年")
#: Sentences after the first among which it is still in mind.
_NEAR, _EVENT_NEAR = 12, 8
_JA_THIS = re.compile(r"^この(?P<noun>[一-龥]{2,6})(?=[はがをにでの、])")
_THIS_EVENT = re.compile(
    rf"이 (?P<noun>{'|'.join(sorted((noun for noun in _EVENTS if re.match('[가-힣]', noun)), key=len, reverse=True))})"
    r"(?=(?:으?로|[은는이가을를의에도]|때문에) )"
)


@dataclass(frozen=True, slots=True)
class Referring:
    """``standing`` of a sentence that takes up what is one of ``forms``."""

    standing: Standing
    forms: tuple[str, ...]


def find_antecedent(
    sentence: str, around: tuple[Sequence[str], Sequence[str]], title: str, language: str, morphemes: Sequence[Token]
) -> Referring | None:
    """``around`` are the article's sentences ahead of it, from the first on, and those behind it."""
    before, after = around
    if not before:
        return None
    if language == "ja" and (body := _same_body(sentence, before, after, title)):
        return body
    if len(before) > _NEAR:
        return None
    named = f"{title}\n{before[0]}"
    opening = _opening(sentence, language, morphemes)
    if opening is None:
        return None
    prefix, noun = opening
    forms = _EVENTS.get(noun, (noun,))
    if not any(form in named for form in forms) or _has_rival(noun, named, before[1:]):
        return None
    shifted = [
        Token(token.form, token.tag, token.start - len(prefix), token.end - len(prefix))
        for token in morphemes
        if token.start >= len(prefix)
    ]
    rest = standing(sentence[len(prefix) :], language, morphemes=shifted)
    if rest.alone is None:
        return None
    return Referring(Standing(sentence, prefix + rest.alone, "subject"), forms)


def _same_body(sentence: str, before: Sequence[str], after: Sequence[str], title: str) -> Referring | None:
    found = find_body(sentence, before, after, title)
    if found is None:
        return None
    short, name = found
    rest = standing(sentence.replace(short, name), "ja")
    if rest.alone is None:
        return None
    # A connective or a stray day may have gone.
    alone = rest.alone.replace(name, short, sentence.count(short))
    return Referring(Standing(sentence, alone, "subject"), (name,)) if name not in sentence else None


def _opening(sentence: str, language: str, morphemes: Sequence[Token]) -> tuple[str, str] | None:
    """What points back, and the noun that it points to."""
    if language == "ja":
        match = _JA_THIS.match(sentence)
        return ("この", match["noun"]) if match and match["noun"] in _EVENTS else None
    if language != "ko":
        return None
    if not sentence.startswith("이 "):
        return None
    noun = _first_noun(sentence, morphemes)
    return ("이 ", noun) if noun else None


def _first_noun(sentence: str, morphemes: Sequence[Token]) -> str:
    """병원 of 이 병원은; empty unless a particle follows it."""
    if event := _THIS_EVENT.match(sentence):
        return event["noun"]
    end = start = len("이 ")
    particle = False
    for token in morphemes:
        if token.start < start:
            continue
        if token.start != end:
            break
        if token.tag not in {"NNG", "NNP", "XSN"}:
            particle = token.tag.startswith("J")
            break
        end = token.end
    noun = sentence[start:end]
    is_thing = len(noun) > 1
    return noun if particle and is_thing and not _NO_THING.match(noun) and not KOREAN_ROLE.match(noun) else ""


def _has_rival(noun: str, named: str, between: Sequence[str]) -> bool:
    """Whether another of its kind has been told of since."""
    if noun in _EVENTS:
        told = [text for text in between if any(form in text for form in (noun, *_EVENTS[noun]))]
        return len(between) > _EVENT_NEAR or any(_EARLIER.search(text) for text in told)
    known = {word for word, _, _ in _mentions(noun, named)}
    others = set()
    for word, before, after in (mention for text in between for mention in _mentions(noun, text)):
        if word == noun and (_OTHER.match(before) or _OTHER.match(after) or after.startswith("들")):
            return True
        if word not in {noun, *known}:
            others.add(word)
    return len(others) > 1 or bool(others and known - {noun})


def _mentions(noun: str, text: str) -> Iterator[tuple[str, str, str]]:
    """Words that end in the noun, with what stands before and after."""
    words = text.split()
    for at, word in enumerate(words):
        place = word.find(noun)
        if place >= 0:
            core = re.sub(r"^[^\w]+", "", word[: place + len(noun)])
            tail = word[place + len(noun) :]
            after = "들" if tail.startswith("들") else words[at + 1] if at + 1 < len(words) else ""
            yield core, words[at - 1] if at else "", after
