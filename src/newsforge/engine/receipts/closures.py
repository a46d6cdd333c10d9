# ruff: noqa: E501 -- patterns of three languages read best beside each other; a Korean letter counts as two
"""The end of a line of goods told as the end of the place: a plant is closed where the article has it go on, or has only
something made there stopped."""

from __future__ import annotations

import re

from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.words import whole_word

_PLACE_EN = r"plants?|factor(?:y|ies)|mills?|stores?|shops?|branch(?:es)?|sites?|mines?|yards?|depots?|breweries|brewery|schools?|hospitals?|offices?|stations?|restaurants?|libraries|library|centres?|centers?|warehouses?"
_CLOSED = {
    "latin": re.compile(
        rf"\b(?P<closed>clos(?:e|es|ed|ing)|shut(?:s|ting)?|shutter(?:s|ed|ing)?)(?: down)? (?:(?:its|the|their|a|an|all|both|two|three|last|only) )?(?:[\w'’-]+ ){{0,4}}?(?P<place>{_PLACE_EN})\b"
        rf"|\b(?P<place2>{_PLACE_EN})\b(?: [\w'’-]+){{0,3}}? (?:will |is to |is |are |was |were |to |be |has |have |been |being )*(?P<closed2>clos(?:e|es|ed|ing)|shut(?:s|ting)?)\b"
    ),
    "ko": re.compile(
        r"(?P<place>공장|점포|매장|지점|분관|사업장|광산|조선소|병원|학교|도서관|영업소|본점|가게|제철소|발전소|양조장)(?:을|를|이|가|은|는|도)? (?:[가-힣0-9]+ ){0,2}?(?P<closed>문을 닫|폐쇄|폐업|폐점|폐교|철수|없앤|없애)"
    ),
    "ja": re.compile(
        r"(?P<place>工場|店舗|支店|営業所|鉱山|病院|学校|図書館|発電所|拠点|製鉄所|事業所)(?:を|が|は|の)[^。、]{0,10}?(?P<closed>閉鎖|閉店|閉め|閉館|閉院|撤退|廃止)"
    ),
}  # fmt: skip
_ANY_CLOSING = {
    "latin": re.compile(r"(?<!not )(?<!not be )(?<!n't )\b(?:(?<!lowest )(?<!highest )(?<!record )clos(?:e[sd]?|ing|ure)\b(?! (?:to|of|at|since|behind|by|up|in on|with|price|bell|the (?:gap|deal)))|shut(?:s|ting|down)?|shutter\w*|wind(?:ing)? (?:down|up)|mothball\w*|pull(?:s|ed|ing)? out)\b"),
    "ko": re.compile(r"(?:문을? ?닫|폐쇄|폐업|폐점|폐교|철수|휴업|없앤|없애)(?!지 않|지는 않|하지)"),
    "ja": re.compile(r"(?:閉鎖|閉店|閉館|閉院|閉め|撤退|廃業|廃止)(?!しない|せず|は行わ)"),
}  # fmt: skip
#: What goes on, or what is only no longer made or sold.
_GOES_ON = {
    "latin": re.compile(r"\b(?:(?:stay|remain|keep)\w* open|will not close|not be closed|no plans? to close|(?:stop|end|halt|ceas|discontinu|drop|axe?|phas|scrap)(?:s|ed|e|es|ing|ping|ped)? (?:out )?(?:\w+ )?(?:mak|produc|sell|manufactur|output|\w+ (?:line|range|production))\w*|discontinu\w+)"),
    "ko": re.compile(r"단종|(?:생산|제조|판매|조립)(?:을|은|를|는)? ?(?:[가-힣0-9]+ ){0,3}?(?:중단|종료|멈|끝[내냈낸난])|(?:공장|매장|점포|영업|운영|가동)(?:은|는|을|를)? ?(?:계속|유지|그대로)|닫지 않|폐쇄하지 않"),
    "ja": re.compile(r"(?:生産|製造|販売)(?:を|は)?[^。、]{0,12}?(?:終了|中止|終え|打ち切|停止)|(?:工場|店舗|操業|営業|稼働)(?:は|を)?(?:続け|継続|維持|存続)|閉鎖しない|閉鎖せず"),
}  # fmt: skip
_DENIED = re.compile(
    r"\b(?:not|n't|never|no longer be|without|rather than|instead of|avoid\w*)\b|않|없|대신|아니|ない|せず|ではなく"
)


def problems(claim: Claim) -> list[Problem]:
    script = script_of(claim.language)
    stated = script_of(claim.evidence.article.language)
    match = _CLOSED[script].search(claim.lower) if script in _CLOSED and stated in _CLOSED else None
    if match is None or _DENIED.search(claim.lower):
        return []
    everything = claim.evidence.everything
    if _ANY_CLOSING[stated].search(everything):
        return []
    going_on = _GOES_ON[stated].search(everything)
    if going_on is None:
        return []
    group = "closed" if match["closed"] else "closed2"
    start, end = whole_word(claim.lower, *match.span(group))
    why = f"The post says “{claim.text[start:end]}” where the article says “{going_on.group()}”."
    return [Problem("polarity", claim.text[start:end], why, start, end)]
