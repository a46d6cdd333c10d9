"""A finding and who found it: the sentence right after a lead that tells a share or a result, where only that sentence
says whose survey, study or statistic it is. Without it a reader takes the finding for a plain fact."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsforge.engine.compose.dependence import outside_quotes
from newsforge.engine.compose.model import Line

_FINDING = {
    "ko": re.compile(
        r"\d%|결과가 나왔다|(?:나타났|조사됐|집계됐|분석됐|파악됐|추산됐|드러났|확인됐|밝혀졌|응답했|답했|꼽았|꼽혔)다|"
        r"(?:명|곳|가구|집) (?:중|가운데) "
    ),
    "en": re.compile(
        r"\d%|\bper ?cent\b|\b(?:one|two|three|half|a third|a quarter|\d+) (?:in|out of) (?:every )?(?:\d|[a-z]+)|"
        r"\b(?:stud(?:y|ies)|surveys?|polls?|reports?|research\w*|scientists|data|figures|found|finds|likely|risk|"
        r"on average)\b"
    ),
    "ja": re.compile(
        r"\d[%％]|[%％]|割(?!り)|(?:分かった|わかった|明らかになった|上った|にのぼった|にとどまった)。|(?:人|社|校)に1"
    ),
}
#: The lead itself says whose it is.
_NAMED = {
    "ko": re.compile(
        r"에 따르면|[이가은는] [^.]{0,60}(?:발표|조사|집계|분석|공개)한 |(?:밝혔|발표했|공개했|공시했|전했|말했)다|"
        r"[가-힣]{2,}(?:원|청|부|대|회|소|센터|연구팀|리서치|갤럽)[의이가은는] [^.]{0,30}(?:조사|연구|분석|통계)"
    ),
    "en": re.compile(
        r"\b(?:according to|by|from|at|in) (?:the |an? )?[A-Z][\w’'-]+[^.]*?(?:, | )"
        r"(?:said|says|found|reported|showed)|"
        r"\baccording to (?:the |an? )?(?:[a-z]+ ){0,4}(?:by|from|at|of) (?:the )?[A-Z]|\baccording to (?:the )?[A-Z]|"
        r"\b[A-Z][\w’'-]+ (?:said|says|found|finds|reported|reports)\b|"
        r"\b(?:officials|police|authorities|the company|the city|the government) said\b"
    ),
    "ja": re.compile(r"によると|発表した|まとめた|公表した|(?:が|の|による)[^、。]{0,20}(?:調査|統計|研究|分析)"),
}
_STUDIES = r"결과|보고서|통계|자료|조사|설문|동향|백서|지표|연구|분석|논문"
_SOURCE = {
    "ko": re.compile(
        rf"^[^\"“”,]{{2,60}}?[이가은는] .*"
        rf"(?:발표|공개|조사|설문|집계|분석|추적|공표|발간|실시|관찰)(?:한|해|하고).*(?:{_STUDIES})|"
        rf"^[가-힣A-Za-z0-9· ]{{2,40}}의 .{{0,40}}(?:{_STUDIES})[’'”\"]?(?: 결과)?(?:다|에 따르면|를 보면|을 보면)|"
        r"^(?:이번 |이 )?(?:조사|설문|연구|여론조사)[는은] [^.]{2,60}[이가] .*(?:실시|진행|조사|의뢰)(?:했|한|해|됐)"
    ),
    "en": re.compile(
        r"^(?:That is according to |(?:The|This|These|Those|It) (?:\w+ ){0,3})?"
        r"(?:(?:stud(?:y|ies)|surveys?|polls?|reports?|findings?|figures|data|numbers|results?|research|analys[ei]s|"
        r"census|statistics)\b[^.]*?|is |was |are |were |come |comes |a |an )"
        r"\b(?:by|from|of|at) (?:(?:researchers|scientists|economists|a team) (?:at|from|of) )?(?:the )?[A-Z]"
        r"|^(?:Researchers?|Scientists?|Economists?|A team) (?:at|from|of) (?:the )?[A-Z]"
        r"|^(?:The )?[A-Z][\w’'&.-]*(?: (?:of |for |and )?[A-Z][\w’'&.-]*){0,5},? (?:which )?"
        r"(?:surveyed|polled|questioned|"
        r"interviewed|tracked|followed|analy[sz]ed|published|released|conducted|carried out|commissioned)\b"
    ),
    "ja": re.compile(
        r"^[^「」。]{2,40}(?:が|による|の)[^。]{0,60}(?:調査|統計|集計|アンケート|報告書|研究|分析|まとめ|白書)[^。]{0,16}"
        r"(?:による(?:もの)?(?:だ)?|で(?:分か|わか|明らか)[^。]*|結果だ|だ|によると[^。]*|では[^。]*|"
        r"(?:を|で)[^。]{0,30}(?:発表|公表|実施)した)。$"
    ),
}


def find_source(lines: Sequence[Line], lead: Line | None, language: str) -> Line | None:
    """The line right after the lead that says who found what the lead tells; None where the lead says it itself, or
    tells no finding."""
    source, named, finding = _SOURCE.get(language), _NAMED.get(language), _FINDING.get(language)
    if lead is None or source is None or named is None or finding is None:
        return None
    line = next((line for line in lines if line.index == lead.index + 1), None)
    bare = outside_quotes(lead.text)
    if line is None or line.has_quote or not finding.search(bare) or named.search(bare):
        return None
    return line if source.search(line.text) else None
