"""How, where and until when people apply: what a reader of such news must not miss, however far down it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsforge.engine.compose.model import Line
from newsforge.engine.compose.phrases import OF_THE_PAST

#: News that lets people apply; not of a warrant or a bankruptcy that somebody applied for.
_TAKES = {
    "ko": re.compile(
        r"신청(?:을|은|자를?)? ?(?:받|접수|모집)|신청 ?(?:시작|개시|기간)|신청하세요|신청하면|모집(?!단)|"
        r"(?:참가|응모|지원)(?:자를?)? ?(?:접수|신청)|응모작|공모(?:한다|를 |에 )|예약을? 받"
    ),
    "en": re.compile(
        r"\b(?:applications?|applicants?|can (?:now )?(?:apply|register|enrol\w*|sign up|book)|nominations|"
        r"registration|sign-ups?|entries|call for|invit(?:es|ed|ing) (?:bids|proposals|people|residents)|"
        r"opens? (?:a |an |the |its )?(?:\S+ ){0,3}(?:scheme|programme|program|fund|grants?|scholarships?))\b",
        re.IGNORECASE,
    ),
    "ja": re.compile(r"申請(?:を|の)?受け?付|応募|募集|申し?込み|公募"),
}  # fmt: skip
#: A line that itself lets people apply, in news of something else.
_OFFERS = {
    "ko": re.compile(
        r"(?:신청|접수|예약|응모)(?:은|는)[^.]*(?:하면 된다|할 수 있다|가능하다|받는다)\.?$|"
        r"(?:신청|예약|응모|접수)(?:하면 된다|할 수 있다)\.?$"
    ),
    "en": re.compile(r"\bcan (?:now )?(?:apply|register|enrol\w*|sign up|book|claim)\b"),
    "ja": re.compile(r"(?:申請|応募|申し?込み)[^。]*(?:できる|受け?付ける|必要だ|必要がある)。?$"),
}
_WHERE_KO = r"누리집|홈페이지|앱[으에]|전자우편|이메일|우편|방문|센터|온라인|창구|전화"
_WHERE_JA = r"サイト|ホームページ|ＨＰ|HP|窓口|郵送|電話|オンライン|アプリ|フォーム|メール|はがき"
_HOW = {
    "ko": re.compile(
        rf"(?:신청|접수|응모|예약|참가)[^.]*(?:{_WHERE_KO}|하면 된다|제출)|"
        rf"(?:{_WHERE_KO})[^.]*(?:신청|접수|응모|예약|제출|내면)"
    ),
    "en": re.compile(
        r"\b(?:apply|applications?|register|registration|enrol\w*|sign up|entries|nominations|forms?)\b[^.]*"
        r"\b(?:online|website|web page|portal|app|email|e-mail|phone|post|mail|in person|office|library|libraries|"
        r"centre|center|town hall|city hall)\b",
        re.IGNORECASE,
    ),
    "ja": re.compile(
        rf"(?:申請|応募|申し?込み|申し?込む|受け?付け)[^。]*(?:{_WHERE_JA})|(?:{_WHERE_JA})[^。]*(?:申請|応募|申し?込|受け?付け)"
    ),
}
_APPLY = {
    "ko": re.compile(r"신청|접수|모집|응모|공모|예약|마감"),
    "en": re.compile(
        r"\b(?:appl(?:y|ies|ications?)|regist\w+|enrol\w*|sign up|entries|nominations|deadline|clos(?:e|es|ing))\b",
        re.IGNORECASE,
    ),
    "ja": re.compile(r"申請|応募|申し?込|募集|受け?付け|締め?切"),
}
_DAY = {
    "ko": re.compile(r"\d{1,2}일"),
    "en": re.compile(
        r"\b(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May|June|July|Aug(?:ust|\.)|Sept(?:ember|\.)|Oct(?:ober|\.)|"
        r"Nov(?:ember|\.)|Dec(?:ember|\.)) \d{1,2}\b|\b\d{1,2} (?:January|February|March|April|May|June|July|August|"
        r"September|October|November|December)\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    ),
    "ja": re.compile(r"\d{1,2}日"),
}


def find_calls(lines: Sequence[Line], lead: Line | None, title: str, language: str) -> tuple[Line, ...]:
    """How to apply and, where neither that nor the lead says it, until when; none where nobody is to apply."""
    takes, past = _TAKES.get(language), OF_THE_PAST.get(language)
    if lead is None or takes is None:
        return ()
    able = [
        line
        for line in lines
        if line.index > lead.index and line.alone and not line.has_quote and not (past and past.search(line.text))
    ]
    is_call = takes.search(f"{title}\n{lead.text}") is not None
    ways = [line for line in able if _HOW[language].search(line.text)]
    how = next((line for line in ways if is_call or _OFFERS[language].search(line.text)), None)
    if not is_call and how is None:
        return ()
    told = [lead, *([how] if how else [])]
    if any(_tells_when(line, language) for line in told):
        return tuple(told[1:])
    when = next((line for line in able if _tells_when(line, language)), None)
    return tuple(line for line in (how, when) if line)


def _tells_when(line: Line, language: str) -> bool:
    return bool(_APPLY[language].search(line.text) and _DAY[language].search(line.text))
