"""Who died or was hurt: what a reader of an accident asks first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from newsforge.engine.compose.dependence import outside_quotes
from newsforge.engine.compose.model import Line
from newsforge.engine.compose.phrases import OF_THE_PAST

_CASUALTY = {
    "ko": re.compile(
        r"숨[졌지진]|숨을 거|사망|목숨을 잃|부상|다[쳤치친]|중상|경상|실종|희생|사상|매몰|중태|의식불명|참변"
    ),
    "en": re.compile(
        r"\b(?:dead|died|dies|die|deaths?|kill\w*|injur\w+|wounded|hurt|missing|casualt\w+|suffocated|drowned)\b",
        re.IGNORECASE,
    ),
    "ja": re.compile(r"死亡|死傷|死者|遺体|けが|負傷|重傷|軽傷|重軽傷|行方不明|犠牲|亡くな|心肺停止"),
}
_COUNT = {
    # Or who it was: A(61)씨, a driver.
    "ko": re.compile(
        r"\d여?\s?명|(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열) 명|\(\d{1,3}\)\s?씨|"
        r"(?:남성|여성|운전자|기사|승객|환자|직원|작업자|노동자|주민|학생|선원|등산객)(?: [A-Z]씨)?[이가은는도] "
    ),
    "en": re.compile(
        r"\b(?:\d[\d,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds|"
        r"thousands)\b",
        re.IGNORECASE,
    ),
    "ja": re.compile(r"[\d０-９一二三四五六七八九十]\s?[人名]|夫婦|親子|男性|女性|男児|女児|運転手|乗客"),
}


_ACCIDENT = {
    "ko": re.compile(
        r"불이 나|불이 났|화재|추돌|충돌|들이받|추락|전복|침몰|붕괴|무너|폭발|지진|산사태|"
        r"산불|태풍|폭우|호우|폭설|강풍|홍수"
    ),
    "en": re.compile(
        r"\b(?:crash\w*|collid\w+|collaps\w+|explo\w+|fire|blaze|derail\w*|sank|capsiz\w+|earthquake|landslide|storm|"
        r"hurricane|typhoon|tornado|floods?|flooding|blizzard|wildfires?|avalanche)\b",
        re.IGNORECASE,
    ),
    "ja": re.compile(r"火災|出火|全焼|衝突|追突|転落|脱線|爆発|地震|土砂崩れ|台風|豪雨|大雨|大雪|暴風|洪水"),
}
#: Of a death that the title does not tell, so many lines behind the first.
_NEAR = 4
_DEATH = {
    "ko": re.compile(r"숨[졌지진]|숨을 거|사망|목숨을 잃|희생"),
    "en": re.compile(r"\b(?:dead|died|dies|die|deaths?|kill\w*|suffocated|drowned)\b", re.IGNORECASE),
    "ja": re.compile(r"死亡|死者|死傷|遺体|犠牲|亡くな"),
}


def tells_death(text: str, language: str) -> bool:
    return tells_toll(text, language) and bool(_DEATH[language].search(outside_quotes(text)))


@lru_cache(maxsize=1024)
def tells_toll(text: str, language: str) -> bool:
    casualty, number = _CASUALTY.get(language), _COUNT.get(language)
    if casualty is None or number is None:
        return False
    bare = outside_quotes(text)
    return bool(casualty.search(bare) and number.search(bare))


_FURTHER = re.compile(r"(?P<what>[^…]+?)(?P<mark>…|\.{3})(?P<items>[^…]+·[^…]+)")


def with_one_toll(title: str) -> tuple[str, ...]:
    """…폭우…주택 120채 침수·1명 실종: what happened and who died of it, or else who was hurt, without the rest."""
    match = _FURTHER.fullmatch(title)
    items = [item for item in match["items"].split("·") if tells_toll(item, "ko")] if match else []
    grave = [item for item in items if tells_death(item, "ko")] or items
    return tuple(f"{match['what']}{match['mark']}{item}" for item in grave) if match else ()


def toll_lines(lines: Sequence[Line], title: str, language: str) -> list[Line]:
    """Those that tell it after a first one that does not, where the title says that somebody died or was hurt, or the
    text begins with an accident: there too, under a title of something else, whoever died near the top."""
    if not lines or tells_toll(lines[0].text, language):
        return []
    accident = _ACCIDENT.get(language)
    is_titled = bool(title) and tells_toll(title, language)
    if not is_titled and not (accident and accident.search(lines[0].text)):
        return []
    only_death = bool(title) and not is_titled
    past = OF_THE_PAST.get(language)
    return [
        line
        for line in lines[1:]
        if tells_toll(line.text, language)
        and not line.has_quote
        and not (past and past.search(line.text))
        and (not only_death or (line.index <= lines[0].index + _NEAR and tells_death(line.text, language)))
    ]


_CAUSE = {
    "ko": re.compile(
        r"(?:원인|때문에|탓에|(?:하자|자) 뒤따르던|못한 것으로|않은 것으로|졸음운전|음주운전|과속|누전|방화|실화)"
        r".*(?:보고 있|추정|파악|조사|밝혔|알려졌)|것으로 보고 있다\.?$|혐의로 .*(?:입건|체포|구속)"
    ),
    "en": re.compile(
        r"\b(?:cause[ds]?|caused by|because|after (?:the |a |an )?(?:driver|brakes?|engine)|investigat\w+|arrested|"
        r"believed? (?:that|to)|appears? to have)\b"
    ),
    "ja": re.compile(r"原因|とみて(?:調べ|捜査|いる)|とみられ|容疑で.*逮捕|運転を誤|居眠り|出火元"),
}


@lru_cache(maxsize=1024)
def tells_cause(text: str, language: str) -> bool:
    """Whether it says what set off an accident, or who is held for it."""
    cause = _CAUSE.get(language)
    return cause is not None and cause.search(outside_quotes(text)) is not None
