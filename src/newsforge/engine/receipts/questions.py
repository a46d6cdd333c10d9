# ruff: noqa: E501 -- lists of words read best as lines of words; a Korean letter counts as two
"""Whether a sentence answers what the article leaves an open question: whether to, too early to say, under inquiry."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.words import Word, whole_word, words

#: So many of the question's words must stand in the claim, and at least so many.
_LEAST_SHARE, _LEAST_WORDS = 0.6, 2
_LEAST_BEGUN = 0.36


@dataclass(frozen=True, slots=True)
class _Language:
    """``question`` is what is open, with the asked words in group ``asked``; ``open`` is any word by which a claim
    leaves it open as well; ``answer`` is a word that closes it (None: any statement does)."""

    question: re.Pattern[str]
    open: re.Pattern[str]
    answer: re.Pattern[str] | None


_LANGUAGES = {
    "latin": _Language(
        re.compile(
            r"\b(?:whether|(?:too early|unable|impossible) to (?:say|tell|know)(?: if)?)(?: or not)? (?!whether)(?P<asked>[^.,;\"”]{8,140})"
        ),
        re.compile(
            r"\b(?:whether|if|may|might|could|would (?:decide|consider|study)|decid\w*|unclear|unknown|question\w*|not|no|never|possib\w+|consider\w*|investigat\w+|examin\w+|vote[sd]?|study\w*|ask\w*|early|doubt\w*|debat\w+|weigh\w*|review\w*|suspect\w*|alleg\w+|accus\w+|rule[sd]?|look\w* into|claim\w*|believ\w+|n't)\b|n't\b|\?"
        ),
        None,
    ),
    "ko": _Language(
        re.compile(
            r"(?P<asked>[^.,\"“”…]{4,70}?)(?:[았었했였]는지|는지|[을할될]지|인지|[는은를을] ?(?:게|것) 맞는지|여부|가능성|(?:이|라)?고 단정하기[는도]? ?(?:어렵|이르)|(?:이|라)?고 (?:단정|결론|말)할 수[는도]? ?없|의혹|혐의)"
        ),
        re.compile(
            r"는지|을지|할지|될지|인지|여부|가능성|조사|검토|논의|수사|결정할|판단할|결정한다|어렵|없|않|이르|아직|단정|의심|의혹|혐의|우려|불투명|미정|전망|예정|계획|방침|추정|보고 있|것으로 보|\?"
        ),
        re.compile(
            r"확인[했됐하돼된]|확정|결정[했됐돼된]|하기로|드러났|밝혀졌|입증|증명|판명|때문이다|원인이다|때문으로 결론|했다|됐다|이뤄졌|사실이"
        ),
    ),
    "ja": _Language(
        re.compile(r"(?P<asked>[^。、「」]{4,60}?)(?:かどうか|疑い|可能性|との見方|とは?断定でき|恐れ|との観測)"),
        re.compile(
            r"かどうか|疑い|可能性|見方|断定|調べ|検討|判断する|恐れ|見られ|とみ|観測|ない|予定|方針|見通し|容疑"
        ),
        re.compile(r"確認し|決め[たて]|決定|判明|明らかに|わかった|分かった|断定し"),
    ),
}


#: (begun, only announced): what a strike, a sale or a ban has done and what it will do.
_BEGUN = {
    "ko": (
        re.compile(r"돌입했|돌입한(?= )|돌입해|들어갔|시작했|시작됐|개시했|시행됐|시행했|벌였"),
        re.compile(r"예고|예정|들어가겠|돌입하겠|돌입하기로|들어가기로|하겠다|계획|방침|시작한다|시작할|들어간다|들어갈|돌입한다|돌입할|시행한다|시행할|될 수|파업이 된다|않으면"),
    ),
    "latin": (
        re.compile(r"\b(?:began|has begun|have begun|started|launched|went on|walked off|kicked off|took effect)\b"),
        re.compile(r"\b(?:will|would|plans? to|planned|threaten\w*|expected to|due to|set to|unless|warned|may|could)\b"),
    ),
    "ja": (
        re.compile(r"(?:入|突入し|始ま|始め|開始し)(?:った|た)(?!い)"),
        re.compile(r"予告|予定|入る(?:と|方針)|方針|計画|見通し|始める|開始する"),
    ),
}  # fmt: skip


def problems(claim: Claim) -> list[Problem]:
    return _begun(claim) or _answers(claim)


def _begun(claim: Claim) -> list[Problem]:
    """The post has it begun where the sentences it comes from announce it and none near them has anything begun."""
    begun, ahead = _BEGUN.get(script_of(claim.language), (None, None))
    if begun is None or ahead is None or claim.foreign or claim.alignment.coverage < _LEAST_BEGUN:
        return []
    mine = begun.search(claim.lower)
    if (
        mine is None
        or ahead.search(claim.lower)
        or any(begun.search(one.folded.text) for one in claim.evidence.sources)
    ):
        return []
    stated = [ahead.search(source.folded.text) for source in claim.alignment.sources[:2]]
    if not stated or any(match is None for match in stated):
        return []
    start, end = whole_word(claim.lower, *mine.span())
    words_ahead = stated[0].group() if stated[0] else ""
    why = f"The post says it has begun; the article says “{words_ahead}”."
    return [Problem("certainty", claim.text[start:end], why, start, end)]


def _answers(claim: Claim) -> list[Problem]:
    language = _LANGUAGES.get(script_of(claim.language))
    if language is None or claim.foreign or language.open.search(claim.lower):
        return []
    answer = language.answer.search(claim.lower) if language.answer else None
    if language.answer is not None and answer is None:
        return []
    for source in claim.alignment.sources[:3]:
        for question in language.question.finditer(source.folded.text):
            asked = words(question["asked"])
            if answer and _stated_after(claim, answer, source, question.end()):
                continue
            if _is_asked(claim, asked) and not _answered(claim, asked, source, language):
                start, end = whole_word(claim.lower, *(answer.span() if answer else _place(claim, asked)))
                text = claim.text[start:end]
                open_words = question.group().strip()[-60:]
                why = f"The post states it; the article leaves it open: “{open_words}”."
                return [Problem("certainty", text, why, start, end)]
    return []


def _stated_after(claim: Claim, answer: re.Match[str], source: Source, at: int) -> bool:
    """입건했다 in 과실치사 혐의로 입건했다: the charge is open, and that it was brought is not."""
    start, end = whole_word(claim.lower, *answer.span())
    return claim.lower[start:end][:2] in source.folded.text[at:]


def _is_asked(claim: Claim, asked: list[Word]) -> bool:
    wanted = [word for word in asked if word.meaningful]
    held = [word for word in wanted if any(_akin(word, mine) for mine in claim.words)]
    return len(held) >= _LEAST_WORDS and len(held) >= _LEAST_SHARE * len(wanted)


def _akin(one: Word, other: Word) -> bool:
    if one.stem == other.stem:
        return True
    short = min(len(one.stem), len(other.stem))
    return one.script == other.script == "hangul" and (
        (short >= 2 and one.stem[:2] == other.stem[:2]) or (short == 1 and one.stem[0] == other.stem[0])
    )


def _answered(claim: Claim, asked: list[Word], source: Source, language: _Language) -> bool:
    """Another sentence of the article says the same and leaves nothing open."""
    wanted = [word for word in asked if word.meaningful]
    for other in claim.evidence.sources:
        if other is source or language.open.search(other.folded.text):
            continue
        if sum(any(_akin(word, theirs) for theirs in other.words) for word in wanted) >= _LEAST_SHARE * len(wanted):
            return True
    return False


def _place(claim: Claim, asked: list[Word]) -> tuple[int, int]:
    stems = {word.stem for word in asked if word.meaningful}
    place = next((word for word in claim.words if word.stem in stems), claim.words[0])
    return place.start, place.end
