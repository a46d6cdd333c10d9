# ruff: noqa: E501 -- patterns of three languages read best beside each other; a Korean letter counts as two
"""What was agreed or decided to be done with a thing of which the article only says that it will be talked about, was
asked for or was left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsforge.engine.receipts.certainty import EN_PAST
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem

#: With what it is done, what is done, and that it is settled.
_DONE_WITH = {
    "ko": (
        re.compile(r"(?P<what>[가-힣]{2,8})(?:을|를|은|는|도) (?:[가-힣A-Za-z0-9.%]+ ){0,3}?(?P<done>[가-힣]{1,6}기로) ?(?:[가-힣]+ )?(?:했|합의|결정|확정|의결|뜻|정)"),
        re.compile(r"(?P<what>[가-힣]{2,8}) (?:[0-9]+[가-힣]+ )?(?P<done>연장|인상|인하|확대|축소|폐지|도입|신설|단축|감축|지급|이전|개편|통합)(?:에|안에|하는 데) (?:[가-힣]+ )?(?:합의|동의)"),
    ),
    "ja": (
        re.compile(r"(?P<what>[一-鿿ァ-ヺー]{2,8})(?:を|は|も)[^。、]{0,14}?(?P<done>[一-鿿ぁ-ゖ]{1,8})(?:ことで|ことに|ことを|で)(?:合意|決め|決定|一致)"),
        re.compile(r"(?P<what>[一-鿿ァ-ヺー]{2,8})の(?P<done>延長|引き上げ|引き下げ|拡大|縮小|廃止|導入|新設|短縮|削減|支給|移転)(?:で|に|を)(?:合意|決め|決定|一致)"),
    ),
    "latin": (
        re.compile(r"\b(?:agreed|decided|voted|agreement|deal) to (?P<done>[a-z]{3,}) (?:the |its |their |a |an )?(?P<what>[a-z]{4,}(?: (?!to\b|from\b|by\b|for\b|in\b|at\b|on\b|of\b|and\b|with\b)[a-z]{3,})?)"),
        re.compile(r"\bagreed (?:on|to) (?:a|an|the) (?P<done>[a-z]{3,}) (?:in|of|to) (?:the |its )?(?P<what>[a-z]{4,}(?: (?!to\b|from\b|by\b|for\b|in\b)[a-z]{3,})?)"),
    ),
}  # fmt: skip
#: Will be done, where it is only thought of.
_WILL = re.compile(
    r"\b(?:will|is to|are to|is going to) (?P<done>[a-z]{2,}) (?:a|an|the|its|their) (?:new )?(?P<what>[a-z]{4,})"
)
_THOUGHT_OF = r"\b(?P<word>consider|weigh|mull|explor|discuss|propos|stud(?:y|ied)|look(?:ing)? (?:at|into))\w* (?:whether to \w+ )?(?:a|an|the|its|their) (?:\w+ )?{}"
_TALK = {
    "ko": re.compile(r"논의|협의|다룰|다루|검토|대화|협상|요구|제안|쟁점|빠졌|빠진|제외|담기지|추후|따로|미뤘|미루|이견"),
    "ja": re.compile(r"協議|議論|検討|話し合|要求|提案|先送り|見送|除外|盛り込まれ|含まれな|隔たり"),
    "latin": re.compile(r"\b(?:discuss\w*|talk\w*|negotiat\w*|consider\w*|review\w*|propos\w*|demand\w*|call(?:s|ed)? for|left out|not included|exclud\w*|panel|committee|postpon\w*|defer\w*|put off|later|differ\w*)\b"),
}  # fmt: skip
_HOLDS_BACK = re.compile(
    r"^(?:미루|빼|제외|철회|보류|논의|협의|다루|검토|맡기|넘기|꾸리|만들|설치|discuss|consider|review|study|weigh|look|decide|ask|talk|negotiat|postpone|defer|drop|leave|set|form|create|協議|検討|見送|先送り|議論)"
)


def problems(claim: Claim) -> list[Problem]:
    script = script_of(claim.language)
    if claim.foreign or script not in _DONE_WITH or _TALK[script].search(claim.lower):
        return []
    if script == "latin" and (thought_of := _thought_of(claim)) is not None:
        return [thought_of]
    if (undecided := _undecided(claim, script)) is not None:
        return [undecided]
    for match in _deeds(claim.lower, script):
        if _HOLDS_BACK.match(match["done"]):
            continue
        told = [source for source in claim.evidence.sources if match["what"] in source.folded.text]
        talk = [found for source in told if (found := _TALK[script].search(source.folded.text)) is not None]
        if not told or len(talk) < len(told) or any(_is_done(source, match["what"], script) for source in told):
            continue
        start, end = match.span("done")
        why = f"The post calls settled what the article leaves open: it says “{talk[0].group()}”."
        return [Problem("certainty", claim.text[start:end], why, start, end)]
    return []


#: Whether to do it, and that it is or will be done.
_WHETHER = {
    "latin": (re.compile(r"\bwhether (?:or not )?(?:to|it (?:will|would|should)|they (?:will|would)) (?P<what>[a-z]{4,})"), r"\b(?:{})(?:s|ed|d|ing)?\b"),
    "ko": (re.compile(r"(?P<what>[가-힣]{2,4})(?:할지| 여부)"), r"(?:{})(?:했|한다|합니다|하기로|하겠|할 것|할 예정|할 방침)"),
    "ja": (re.compile(r"(?P<what>[一-鿿]{2,4})(?:するか|の可否|の是非)|(?P<short>[一-鿿]{1,2})[ぁ-ん]{1,3}かどうか"), r"{}[しけめ]?(?:した|た|する|します|しました|へ)(?=。|$|と)"),
}  # fmt: skip
_NOT_SURE = re.compile(
    r"\b(?:whether|if|may|might|could|not|no|consider\w*|decid\w*|n't|yet|study\w*|asked|urg\w+)\b|여부|지 (?:않|검토|결정|정)|않|검토|가능성|미정|아직|かどうか|か(?:は|を)|ない|検討|可能性|未定"
)


def _undecided(claim: Claim, script: str) -> Problem | None:
    """It would appeal, where it has not decided whether to, and nobody else of the article does."""
    if _NOT_SURE.search(claim.lower):
        return None
    asked, done = _WHETHER[script]
    for source in claim.alignment.sources[:3]:
        for match in asked.finditer(source.folded.text):
            pattern = re.compile(done.format(_forms_of(next(text for text in match.groups() if text))))
            mine = pattern.search(claim.lower)
            if mine is None:
                continue
            rest = asked.sub(" ", claim.evidence.everything)
            if pattern.search(rest) is None:
                why = f"The post calls settled what the article leaves open: it says “{match.group().strip()}”."
                return Problem("certainty", claim.text[mine.start() : mine.end()], why, *mine.span())
    return None


def _forms_of(verb: str) -> str:
    """Strike and struck."""
    return "|".join(map(re.escape, (verb, *(past for past, base in EN_PAST.items() if base == verb))))


def _thought_of(claim: Claim) -> Problem | None:
    """The hospital will run a shuttle, where it is considering one and nothing else is said of any."""
    match = _WILL.search(claim.lower)
    if match is None or _HOLDS_BACK.match(match["done"]):
        return None
    told = [source for source in claim.evidence.sources if re.search(rf"\b{match['what']}", source.folded.text)]
    stated = [re.search(_THOUGHT_OF.format(match["what"]), source.folded.text) for source in told]
    if not stated or stated[0] is None or not all(stated):
        return None
    start, end = match.span("done")
    why = f"The post calls settled what the article leaves open: it says “{stated[0]['word']}”."
    return Problem("certainty", claim.text[start:end], why, start, end)


def _is_done(source: Source, what: str, script: str) -> bool:
    """The sentence settles the very thing, whatever was talked of before."""
    return any(
        match["what"] == what and _HOLDS_BACK.match(match["done"]) is None
        for match in _deeds(source.folded.text, script)
    )


def _deeds(text: str, script: str) -> Iterator[re.Match[str]]:
    """Each noun is tried: 노사는 정년을 늘리기로 했다."""
    for pattern in _DONE_WITH[script]:
        at = 0
        while (match := pattern.search(text, at)) is not None:
            at = match.end("what")
            yield match
