# ruff: noqa: E501 -- patterns of three languages read best beside each other; a Korean letter counts as two
"""What the article leaves out, told as being in it; a test that found nothing, told as one that found it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.scripts import joined, of_script
from newsforge.engine.receipts.words import english_stem, korean_stem, whole_word

#: Who or what is left out.
_LEFT_OUT = {
    "ko": re.compile(
        r"(?P<what>[가-힣A-Za-z0-9]{2,10})(?:은|는|이|가|도) (?:[가-힣0-9]+ ){0,2}?(?:[가-힣]+에서 )?(?P<said>빠졌|빠진|빠지|제외[됐되했하]|담기지 (?:않|못)|포함되지 (?:않|못)|들어가지 (?:않|못))"
    ),
    "ja": re.compile(
        r"(?P<what>[一-鿿々ァ-ヺーA-Za-z0-9]{2,12})(?:は|が|も)(?:[一-鿿ァ-ヺー]{1,6}(?:に|には|から))?(?P<said>含まれておらず|含まれていない|含まれなかった|含まれない|含めない|含めなかった|除外(?:し|され)|除かれ|対象外|見送られ|盛り込まれなかった|盛り込まれていない)"
    ),
    "latin": re.compile(
        r"\b(?P<what>[a-z][\w'’-]{3,}) (?:was|were|is|are|had been|have been) (?P<said>not included|excluded|left out|not part of|not covered|exempt)\b"
    ),
}  # fmt: skip
_IS_IN = {
    "ko": re.compile(r"담[겼긴는은았]|포함[됐된하했돼]|들어[갔있간]|대상으로|대상이|대상에|합의했|받[는았]|적용[됐된되]"),
    "ja": re.compile(r"対象(?:に|と|で)|含[まむめ]|盛り込|加え"),
    "latin": re.compile(r"\b(?:includ\w+|cover(?:s|ed)|among|appl(?:y|ies|ied) to|part of|contain\w*|involv\w+|studied|took part|enrolled)\b"),
}  # fmt: skip
_DENIED = re.compile(
    r"않|못|없|빠[졌진지]|제외|아[니닌]|외에|ない|なかった|ず|除|対象外|見送|\b(?:not|no|none|nobody|n't|never|without|except|exclud\w+|exempt|left out|nor)\b|n't\b"
)
#: Tests for something: what is looked for, and how nothing is found.
_LOOKED_FOR = tuple(
    re.compile(line)
    for line in r"""
음주|술을|술에|만취|만취|\balcohol\b|\bdrunk\b|\bdrinking\b|飲酒|酒気|アルコール
마약|약물|\bdrugs?\b|\bnarcotics?\b|薬物|麻薬
도핑|금지약물|\bdoping\b|\bbanned substances?\b|ドーピング
코로나|바이러스|감염|\bvirus\b|\binfect\w+|\bcovid\b|ウイルス|感染
방사능|방사성|\bradiation\b|\bradioactiv\w+|放射
중금속|유해 ?물질|대장균|\bheavy metals?\b|\btoxic\b|\bbacteria\b|有害物質|重金属|大腸菌
다[친쳤]|부상(?!률)|\binjur\w+|\bhurt\b|けが|怪我|負傷
폭발물|\bexplosives?\b|爆発物
""".strip().splitlines()
)
_NOTHING_FOUND = re.compile(
    r"이상(?:이|은)? 없|마신 (?:상태|것)(?:는|은|가|이)? ?아니|취한 상태(?:는|가)? ?아니|마시지 않|음성|검출되지 않|감지되지 않|나오지 않|발견되지 않|정상(?:으로|이었|이다)|\btested negative\b|\bnegative\b|\bno (?:trace|sign|alcohol|drugs|evidence)\b|\bnot (?:been )?(?:drinking|drunk|detected|found)\b"
    r"|다친 (?:사람|승객|이)[은는도]? 없|부상자[는도]? 없|인명 ?피해[는도]? 없|\bno (?:one|body|injuries)\b|\bnobody\b|\bnone\b|けが人?(?:は|も)(?:な|い)|負傷者(?:は|も)(?:な|い)"
    r"|異常(?:は|が)?な|陰性|検出され(?:な|ず)|反応はな|見つから(?:な|ず)"
)
_OPEN = re.compile(
    r"의심|여부|조사|검사|측정|확인할|가능성|음성|\b(?:suspect\w*|whether|if|test(?:s|ed)?|check\w*|negative|may|might)\b|疑い|かどうか|調べ|検査|陰性|可能性"
)


@dataclass(frozen=True, slots=True)
class _LeftOut:
    what: str
    said: str


def problems(claim: Claim) -> list[Problem]:
    script = script_of(claim.language)
    looked_for = _any_looked_for(script).search(claim.lower)
    said = _IS_IN[script].search(claim.lower) if script in _IS_IN and not claim.foreign else None
    if (looked_for is None and said is None) or _DENIED.search(claim.lower):
        return []
    return (_found(claim) if looked_for else []) or (_left_out(claim, said, script) if said else [])


@cache
def _any_looked_for(script: str) -> re.Pattern[str]:
    return re.compile(joined((form for one in _LOOKED_FOR for form in of_script(one.pattern, script)), script))


def _left_out(claim: Claim, said: re.Match[str], script: str) -> list[Problem]:
    stated: list[_LeftOut] | None = claim.evidence.readings.get("left out")
    if stated is None:
        stated = [one for source in claim.evidence.sources for one in _read(source.folded.text, script)]
        claim.evidence.readings["left out"] = stated
    for one in stated:
        place = claim.lower.find(one.what)
        if place < 0 or _is_in(claim, one.what, script):
            continue
        start, end = whole_word(claim.lower, *said.span())
        why = f"The article denies it: it says “{one.said}”."
        return [Problem("polarity", claim.text[start:end], why, start, end)]
    return []


def _read(text: str, script: str) -> Iterator[_LeftOut]:
    for match in _LEFT_OUT[script].finditer(text):
        what = match["what"]
        stem = korean_stem(what) if script == "ko" else english_stem(what) if script == "latin" else what
        yield _LeftOut(stem, match.group())


def _is_in(claim: Claim, what: str, script: str) -> bool:
    """Some sentence of the article has it in."""
    return any(
        what in source.folded.text
        and _IS_IN[script].search(source.folded.text) is not None
        and _LEFT_OUT[script].search(source.folded.text) is None
        for source in claim.evidence.sources
    )


def _found(claim: Claim) -> list[Problem]:
    if _OPEN.search(claim.lower):
        return []
    for pattern in _LOOKED_FOR:
        match = pattern.search(claim.lower)
        if match is None:
            continue
        told = [source for source in claim.evidence.sources if pattern.search(source.folded.text)]
        nothing = [found for source in told if (found := _NOTHING_FOUND.search(source.folded.text))]
        if nothing and len(nothing) == len(told):
            start, end = whole_word(claim.lower, *match.span())
            why = f"The article denies it: it says “{nothing[0].group()}”."
            return [Problem("polarity", claim.text[start:end], why, start, end)]
    return []
