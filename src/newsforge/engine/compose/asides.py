"""What an article tells beside its news: how the shares of whoever is in it moved, and what its place or house is."""

from __future__ import annotations

import re

from newsforge.engine.compose.dependence import outside_quotes
from newsforge.engine.compose.model import Line

_SHARES = {
    "ko": re.compile(
        r"주가[는가도]|(?:에|로) (?:거래를|장을) 마쳤|(?:주식|주)[은는이가] .{0,40}(?:거래를 마|마감했|거래되고)|"
        r"(?:코스피|코스닥|나스닥)(?:시장)?에서 .{0,60}(?:마감|거래)|시가총액"
    ),
    "en": re.compile(
        r"\b(?:[Ss]hares|[Ss]tock)(?: (?:price|prices|of|in) [\w .’'&-]{0,40}| price)?,? "
        r"(?:\w+ ){0,2}?(?:closed|fell|rose|dropped|gained|jumped|slid|sank|climbed|slipped|surged|tumbled|"
        r"plunged|ended|"
        r"were (?:up|down|little changed|flat)|was (?:up|down|flat)|lost|added|edged|traded)\b|"
        r"\bmarket (?:value|cap\w*)\b"
    ),
    "ja": re.compile(r"株価|終値|株は.{0,30}(?:取引を終え|円(?:高|安)|下落|上昇)|時価総額"),
}  # fmt: skip
#: A story of the market itself, or of its move.
_MARKET = {
    "ko": re.compile(
        r"주가|주식|증시|코스피|코스닥|나스닥|다우|뉴욕증시|상한가|하한가|신고가|시총|시가총액|상장|공모가"
    ),
    "en": re.compile(
        r"\b(?:shares?|stocks?|Wall Street|Nasdaq|Dow|S&P|FTSE|Nikkei|KOSPI|Kospi|market (?:value|cap\w*)|IPO)\b"
    ),
    "ja": re.compile(r"株(?!式会社|主)|日経平均|東証|上場|時価総額|TOPIX"),
}  # fmt: skip
#: What a place or a house is: Marlow, a city of 38,000; 본사는 청주에 있으며 임직원은 410명이다.
_PORTRAIT = {
    "ko": re.compile(
        r"^(?:본사|본점|본부)는 |(?:설립|창립|창업|출범)(?:된|한) .{0,40}(?:기업|회사|업체|단체|기관)(?:이다|다)\.$|"
        r"임직원은 [\d,만천백]+여?명이다"
    ),
    "en": re.compile(
        r"^[A-Z][\w’'. -]{1,40}, (?:an?|the) (?:[a-z-]+ ){0,3}(?:city|town|village|county|suburb|community|"
        r"state|country|"
        r"island|company|firm|group|maker|nonprofit)\b[^,]{0,60}\b(?:of|with|about|north|south|east|west|in|"
        r"that|founded)\b"
        r"|^Founded in \d{4}|\b(?:was founded in|is based in|employs (?:about |some |more than )?\d)"
    ),
    "ja": re.compile(
        r"^(?:本社|本店)は|(?:設立|創業)(?:した|された|の)[^。]{0,30}(?:企業|会社|団体|メーカー)(?:だ|である)?。$|"
        r"^[^。、]{2,20}は\d{4}年(?:\d{1,2}月)?(?:に|、)[^。]{0,20}(?:創業|設立|創立|創設|開業)(?:した|された)?。$"
    ),
}  # fmt: skip


#: How it was the time before.
_BEFORE = re.compile(r"^(?:직전|지난번|앞선|이전|과거|종전) |^(?:The previous|Previously,?) |^前回の?")


def is_of_the_time_before(text: str) -> bool:
    return _BEFORE.match(text) is not None


def is_share_price(text: str, language: str) -> bool:
    pattern = _SHARES.get(language)
    return pattern is not None and pattern.search(outside_quotes(text)) is not None


def is_of_market(title: str, lead: Line | None, language: str) -> bool:
    """Whether the news is how shares or a market moved: by the title, or by the lead of a text without one."""
    pattern = _MARKET.get(language)
    told = title or (lead.text if lead else "")
    return pattern is not None and pattern.search(told) is not None


def is_portrait(text: str, language: str) -> bool:
    pattern = _PORTRAIT.get(language)
    return pattern is not None and pattern.search(text) is not None


#: Where a market began, in a story of where it ended.
_OPENED = re.compile(
    r"\d(?:원|p|포인트)?(?:에|으?로) (?:출발|개장|장을 (?:열|시작))|\bopened (?:at|up|down|higher|lower|flat)\b|"
    r"寄り付[きい]"
)


def is_opening(text: str) -> bool:
    return _OPENED.search(text) is not None


_DEAL = re.compile(
    r"투자|공장|짓는|짓기로|건립|착공|증설|인수|합병|계약|수주|유치|출자|매각|협약|"
    r"\b(?:invest\w*|plants?|factor(?:y|ies)|builds?|to build|acquir\w+|buys?|to buy|deal|merger|contract|stake|"
    r"takeover|funding)\b|投資|工場|買収|合併|契約|受注|出資|売却|誘致",
    re.IGNORECASE,
)
#: What is put in, given or gained: money, jobs.
_STAKES = re.compile(
    r"(?:투자|보조금|지원금|인수|계약금|계약 규모|기술료|출자|세액|감면).*\d[\d,.조억만천백 ]*(?:원|달러|유로)|"
    r"\d[\d,.조억만천백 ]*(?:원|달러|유로)[을를이]? .{0,12}(?:투자|보조금|지원|출자|투입|들여|들이)|"
    r"(?:고용|채용|일자리|인력).*\d[\d,만천백]*여?\s?(?:명|개)|\d[\d,만천백]*여?\s?(?:명|"
    r"개)[을를의이]? .{0,8}(?:고용|채용|일자리|뽑)|"
    r"[$€£¥₩]\s?\d.*\b(?:subsid\w+|incentives?|grants?|tax (?:credits?|breaks?)|invest\w*|loans?)\b|"
    r"\b(?:subsid\w+|incentives?|grants?|tax (?:credits?|breaks?)|invest\w*|loans?)\b.*[$€£¥₩]\s?\d|"
    r"\b(?:employ|hire|add|create|cut)\w*\b.{0,24}\d[\d,]* (?:[a-z]+ )?(?:people|workers|jobs|staff|positions)\b|"
    r"(?:投資|補助金|出資|買収|契約金)[^。]*\d[\d,.兆億万千]*円|\d[\d,.兆億万千]*円[^。]{0,12}(?:投資|投じ|補助|出資)|"
    r"(?:雇用|採用)[^。]*\d[\d,万千]*人|\d[\d,万千]*人[^。]{0,8}(?:雇用|採用)"
)


def is_deal(title: str) -> bool:
    return _DEAL.search(title) is not None


#: Who loses what they live by.
_JOBS_LOST = re.compile(
    r"\b(?:loss of|lose|losing|cut(?:ting)?|shed(?:ding)?|axe|lay(?:ing)? off|eliminat\w+)\b[^.]{0,24}?\d[\d,]* "
    r"(?:[a-z]+ )?(?:jobs|workers|staff|posts|positions|employees|people)\b|"
    r"\b\d[\d,]* (?:[a-z]+ )?(?:jobs|posts|positions|workers) (?:(?:will|would|could|are to|to) )?(?:be )?"
    r"(?:lost|cut|go|axed|eliminated|laid off|made redundant)\b|"
    r"\d[\d,만천백]*여?\s?명(?:을|이|의)? ?(?:감원|해고|정리해고|희망퇴직|구조조정|감축|줄[인이])|"
    r"(?:감원|해고|희망퇴직)[^.]{0,12}\d[\d,만천백]*여?\s?명|"
    r"\d[\d,万千]*人(?:を|の|が)?(?:削減|解雇|希望退職|早期退職)|(?:削減|希望退職|早期退職)[^。]{0,10}\d[\d,万千]*人"
)


def tells_jobs_lost(text: str) -> bool:
    return _JOBS_LOST.search(text) is not None


#: Somebody's guess of it.
_GUESSED = re.compile(r"내다봤|전망했|추정했|예상했|\b(?:analysts?|forecasts?|estimates?)\b|見込ん|予想し")


def tells_stakes(text: str) -> bool:
    """What a deal costs or brings: the sum, the subsidy, the jobs."""
    return _STAKES.search(text) is not None and not _GUESSED.search(text)


def is_aside(text: str, language: str, *, is_market: bool) -> bool:
    if is_of_the_time_before(text):
        return True
    return is_opening(text) if is_market else is_share_price(text, language) or is_portrait(text, language)


#: News of what two sides have agreed on.
_SETTLED = re.compile(
    r"타결|합의|철회|\b(?:deal|agreement|agree[sd]?|settle[sd]?|settlement|accord|truce)\b|妥結|合意|和解",
    re.IGNORECASE,
)
#: What one of them had asked for before.
_ASKED_BEFORE = {
    "ko": re.compile(
        r"(?:당초|애초|처음에는|협상 초기|그동안).{0,60}(?:요구|제시|주장|고수)(?:했|하며|해 왔|해왔|하다)"
    ),
    "en": re.compile(
        r"\bhad (?:originally |initially |first )?(?:sought|demanded|asked for|wanted|offered|called for|proposed)\b|"
        r"\b(?:originally|initially|first) (?:sought|demanded|asked|wanted|offered|called for|proposed)\b"
    ),
    "ja": re.compile(r"当初[^。]{0,50}(?:要求|提示|主張)"),
}
#: What is running again since.
_RUNS_AGAIN = {
    "ko": re.compile(r"(?:운행|운항|진료|수업|조업|생산|영업|업무)[은는을를이가]?.{0,30}(?:정상화|재개|복귀)"),
    "en": re.compile(r"\b(?:resum(?:e|es|ed)|back to work|return(?:ed|s)? to work|back to normal|reopen(?:ed|s)?)\b"),
    "ja": re.compile(r"(?:運行|運航|診療|授業|操業|生産|営業).{0,30}(?:再開|平常)"),
}


def is_settlement(title: str) -> bool:
    return _SETTLED.search(title) is not None


def is_superseded(text: str, language: str) -> bool:
    """당초 12.7% 인상을 요구했고: beside what was agreed on."""
    pattern = _ASKED_BEFORE.get(language)
    return pattern is not None and pattern.search(outside_quotes(text)) is not None


def runs_again(text: str, language: str) -> bool:
    pattern = _RUNS_AGAIN.get(language)
    return pattern is not None and pattern.search(outside_quotes(text)) is not None
