# ruff: noqa: E501 -- lists of words read best as lines of words; a Korean letter counts as two
"""Opposites across languages: a translated sentence that says the other side of what the article says."""

from __future__ import annotations

import re
from functools import cache

from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.words import whole_word

_MEALS = r"(?:dinner|breakfast|lunch|meals?|supper|surgery|exercise)"
#: Two sides of one idea, three languages each.
_TABLE = (
    (rf"(?:식사|수술|운동) 전|식전|\bbefore {_MEALS}\b|食前|食事の?前", rf"(?:식사|수술|운동) [후뒤]|식후|\bafter {_MEALS}\b|食後|食事の?後"),
    (r"위독|중태|위중|\bcritical(?:ly)?\b|重体|重篤", r"안정적|안정된|안정을|\bstable\b|容体[^。]{0,6}安定"),
    (r"(?:금리|요금|가격|값|세율|세금|임금|연봉|목표|전망치|한도|수수료|등록금|운임|기준|관세|보험료)[^.]{0,24}(?:인상|올[렸려린리])|\b(?:rais(?:ed|es)|hik(?:ed|es)|increased)\b|引き上げ|利上げ", r"인하|내[렸려린]|\b(?:cuts?|lower(?:ed|s)|reduced)\b|引き下げ|利下げ"),
    (r"유지|확정|지지|인정|\buph(?:eld|olds?)\b|\baffirm(?:ed|s)\b|支持", r"취소|뒤집|파기|\boverturn\w*|\bquash\w*|\bannul\w*|取り消|破棄|覆"),
    (r"커졌|커지|확대|빨라졌|가속|\bwiden\w*|\baccelerat\w*|拡大|加速", r"작아|축소|둔화|느려|\bnarrow\w*|\bslow(?:s|ed|ing)?\b|縮小|鈍化|減速"),
    (r"첫차|첫 열차|\bfirst trains?\b|始発", r"막차|마지막 열차|\blast trains?\b|終電|最終電車"),
    (r"승인|가결|통과|\bapprov\w+|\bpassed\b|承認|可決", r"부결|거부|기각|각하|\breject\w*|\bdismiss\w*|否決|却下|棄却|拒否"),
    (r"유죄|\bguilty\b|\bconvict\w*|有罪", r"무죄|\bacquit\w*|\bnot guilty\b|無罪"),
    (r"흑자|\bprofit(?:s|able)?\b|黒字", r"적자|손실|\bloss(?:es)?\b|赤字|損失"),
    (r"허용|\ballow\w*|\bpermit\w*|認め|許可", r"금지|\bban(?:s|ned)?\b|\bprohibit\w*|禁止"),
    (r"찬성|\bin favou?r\b|賛成", r"반대|\boppos\w+|反対"),
    (r"증가|늘었|늘어|상승|올랐|올라|\bros[e]\b|\brisen\b|\bincreas\w+|\bgrew\b|\bup \d|増加|増え|上昇|上がっ|[\d%]増", r"감소|줄었|줄어|하락|내렸|떨어졌|\bfell\b|\bfallen\b|\bdeclin\w+|\bdropped\b|\bdown \d|減少|減っ|下落|下がっ|低下|[\d%]減"),
    (r"연기[했됐하]|미뤘|늦췄|\bpostpon\w+|\bdelay\w*|延期|先送り", r"앞당[겼긴기]|\bbrought forward\b|\bbring forward\b|前倒し"),
    (r"재개|\bresum\w+|\breopen\w*|再開", r"중단|폐쇄|\bsuspend\w*|\bhalt\w*|\bclos(?:ed|es|ing)\b|中断|中止|停止"),
    (r"타결|합의(?!금|안)|잠정합의|\bagree(?:d|ment)\b|\bsettled\b|妥結|合意", r"결렬|거부|\breject\w*|\bcollaps\w*|\bbroke down\b|決裂|拒否"),
    (r"부인[했하한]|반박|\bden(?:y|ies|ied|ying)\b|否認|否定", r"시인[했하]|인정[했하]|확인[했해하]|\bconfirm\w*|\badmit\w*|\backnowledg\w*|認め[たる]"),
    (r"구속[됐했]|체포[됐했]|\barrest\w*|\bdetain\w*|逮捕", r"석방|\breleas\w+|\bfreed\b|釈放"),
)  # fmt: skip
_DENIED = re.compile(r"않|못|없|아니|\bnot\b|\bno\b|n't\b|\bnever\b|\bwithout\b|ない|ません|ず[、に]")


#: The line of growth and decline; what holds a rise down is neither.
_GROWTH = 11
_DAMPED = re.compile(r"폭|둔화|억제|덜 |상승세|\b(?:slow|narrow|curb|limit|smaller|restrain|less of)\w*|幅|抑|鈍")


#: 결승에 처음 올랐다: a place that is reached is no rise.
_REACHED = re.compile(
    r"(?:결승|준결승|\d+강|정상|무대|왕좌|자리|반열|\d위|선두|도마|물망|대열|마운드|시상대|궤도|플레이오프)에 (?:[가-힣]+ ){0,2}?올[랐라][가-힣]*"
)


@cache
def _table() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((re.compile(left), re.compile(right)) for left, right in _TABLE)


def problems(claim: Claim) -> list[Problem]:
    """Silent where either side denies anything, and where any sentence tied to the claim is on its side."""
    sources = claim.alignment.sources[:3]
    if not claim.foreign or not sources or _DENIED.search(claim.lower):
        return []
    said = _REACHED.sub(lambda match: " " * len(match.group()), claim.lower)
    for left, right in _table():
        for ours, theirs in ((left, right), (right, left)):
            mine = ours.search(said)
            if mine is None or theirs.search(said) or (left is _table()[_GROWTH][0] and _DAMPED.search(said)):
                continue
            if any(ours.search(source.folded.text) for source in claim.surroundings):
                continue
            stated = next((match for source in sources[:2] if (match := _stated(theirs, source.folded.text))), None)
            if stated is not None:
                start, end = whole_word(claim.lower, *mine.span())
                why = f"The post says “{claim.text[start:end]}” where the article says “{stated.group()}”."
                return [Problem("polarity", claim.text[start:end], why, start, end)]
    return []


def _stated(side: re.Pattern[str], text: str) -> re.Match[str] | None:
    return None if _DENIED.search(text) else side.search(text)
