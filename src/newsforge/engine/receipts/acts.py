# ruff: noqa: E501 -- lists of words read best as lines of words; a Korean letter counts as two
"""What was done and its opposite, in whatever words and in three languages: approved or voted down, hired or fired."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.scripts import joined, of_script
from newsforge.engine.receipts.words import whole_word

#: ``left | right``; Korean and Japanese stand for the beginning of what they match, English for whole words with any
#: of their endings. ``<>`` marks acts that tell of one event from both ends (bought from, sold to).
_TABLE = r"""
승인[했됐을]|가결|통과[시됐했]|의결했|채택[했됐]|approv|pass(?:ed|es)|adopt(?:ed|s)|ratif|vot(?:ed|es) \d+-\d+ (?:on )?(?:\w+ )?to|award(?:ed|s)|可決|承認|請求を認め|訴えを認め|申請を認め | 부결|거부|기각|각하|반려|불허|통과시키지|문턱을 넘지|reject|vot(?:ed|es) down|turn(?:ed|s) down|veto|thr(?:own|ew) out|否決|却下|拒否 !
찬성|지지[했하를]|환영|반[겼기긴]|두둔|편을 들|back(?:ed|s|ing)|support(?:ed|s|ing)|favou?r(?:ed|s)|welcom|endors|賛成|支持|歓迎 | 반대|반발|규탄|철회하라고 요구|철회를 요구|맞서|등을 돌|oppos|against|object(?:ed|s|ion)|protest|反対|批判
적법|합법|정당[하했]|lawful|legal | 위법|불법|부당|unlawful|illegal|broke the law !
upheld|uphold|인용[했됐]|認容 | dismiss(?:ed|es)|threw out|thrown out|기각|각하|棄却|却下
upheld|uphold|유지했|확정했 | overturn|struck down|strike down|quash|뒤집|취소[했하]|위법
재개|개시|착수|시작[했하되된될됐]|출범|resum|reopen|restart|began|begin|再開|開始 | 중단|종료|끝[났난나낸내]|폐쇄|폐지|휴관|문을 닫|halt|suspend|shut|stop(?:ped|s)|discontinu|中止|中断|停止
개업|개점|문을 [연열]|open(?:ed|s)?|開業|開店 | 폐업|폐점|문을 닫|close[sd]?|shut|廃業|閉店|閉ま
선임|임명|채용[했하]|발탁|영입|뽑[았기는을힌혀혔]|hir(?:e[ds]?|ing)|appoint|recruit|起用|任命|採用 | 해임|해고|경질|감원|파면|fire[sd]|dismiss|sack|oust|laid off|lay off|解任|解雇 !
허용|허락|풀어[주줬]|allow|permit|agree[ds]? to (?:let|loan)|許可|認め | 금지|불허|막[았는은]|못하게|prohibit|bann?(?:ed|s)|refus|barr?(?:ed|s)|forb|禁止 !
인정[했하]|시인[했하]|admit|acknowledg|conced|認め | 부인[했하]|반박|일축|den(?:y|ies|ied)|refut|否定|否認 !
칭찬|호평|치켜세|prais|hail|applaud|称賛 | 비판|비난|질타|꼬집|criticis|criticiz|accus|blam|condemn|批判|非難
부과|매[기긴겨겼]|물리기로|levy|levie|impos|課し|課す|課税|徴収する | 면제|없애|exempt|waiv|免除
내놓|방출|풀기로|푼다|releas|放出 | 사들|수매|매입|buy|stockpil|買い
인상[하했을]|올[렸려린릴]|올리기로|올리는|raise[ds]?|hik|引き上げ|値上げ | 동결|올리지 않|그대로|freez|froze|unchanged|据え置
회복|나아[지질졌]|되살|개선|recover|improv|rebound|回復|改善 | 악화|나빠|침체|worsen|deteriorat|悪化
합치|통합|합병|merg|combin|統合|合併 | 따로|분리|쪼개|separat|split|分離
회수[하했할]|벌어들|거둬들|recoup | 날리|날렸|잃[었는게]|떼[였일]
extend|expand|늘[리렸려린릴]|넓히|확대|연장|拡大|延長 | reduc|shorten|curtail|줄[이인일여였]|축소|단축|감축|縮小|短縮
recover|surviv|회복|목숨을 건|命に別条 | died|killed|dead|숨[졌진지]|사망|死亡
focus(?:ed|es)? on|includ|포함|含め | exclud|제외|빼[고기]|除外
합의[했에]|타결|손을 잡|agree[ds]? on|agreement|settled|合意 | 결렬|합의하지|합의에 이르지|성과 없이|collaps|broke down|fell through|決裂
선포|발령|declar|宣言 | 해제|lift(?:ed|s)|解除
복구|복원|되살|restor|reconnect|復旧 | 끊[었겼어]|차단|cut (?:off )?(?:supply|power)|disconnect|knock(?:ed|s) out
pass(?:ed|es)? (?:his|her|a|the|their) (?:medical|exam|test)|합격|통과했 | fail(?:ed|s)?|불합격|탈락
성사|가결 | 무산|collaps|fell through
accept(?:ed|s|ing)?|수용|받아들|승복|受け入れ | appeal|contest(?:ed|s|ing)|challeng|reject|불복|항소|상고|이의|거부|거절|上訴|不服
backed|뒷받침|지지[했하] | forc(?:ed|es|ing)|press(?:ed|ured)|떠밀|강요
heed|귀담|받아들 | ignor|brush|무시|외면|묵살
도입|introduc|導入[しす] | 보류|미루|폐지|scrap|shelv|見送|断念|廃止
우편|등기로|by (?:mail|post)|mailed|postal|郵送|郵便 | 온라인|인터넷|누리집|홈페이지|online|internet|website|オンライン|ネットで|ウェブ
방문|직접 찾|창구|in person|窓口|来庁|対面 | 온라인|인터넷|누리집|online|internet|オンライン|ネットで
대면|in person|face-to-face|対面 | 비대면|remote|video|オンライン|リモート
전화|by (?:tele)?phone|telephone|電話 | 온라인|우편|online|by mail|オンライン|郵送
현금|in cash|cash|現金 | 카드|계좌이체|by card|bank transfer|カード|振り込み
무료|공짜|free of charge|for free|free entry|無料|無償 | 유료|for a fee|paid entry|有料|有償
보장|guarante|보증 | 없애|철회|박탈
kept working|kept running|정상 가동|평소처럼 | shut down|broke down|stopped|멈[췄춘추]|중단
환급|돌려[주줬]|refund | 징수|거[둔두뒀]|collect
이[겼긴기]|승소|제[쳤친치]|따[냈낸내]|won|win|beat|defeat|勝 <> 졌|진\s|패소|패[했배]|탈락|고배|los[et]|disqualif|敗
lay off|laid off|lays off|job cuts|layoffs|cut jobs|감원|정리해고|구조조정|人員削減|解雇|リストラ | keep (?:their|its|his|her) jobs?|no (?:\w+ )?(?:would|will) lose (?:their|his|her) jobs?|no job cuts|no layoffs|without (?:job cuts|layoffs)|고용을 (?:유지|보장|승계)|감원은 없|雇用を維持|雇用は維持
정상 근무|정상 조업|업무에 복귀|현장에 복귀|return(?:ed|s|ing)? to work|back to work|通常勤務|業務に復帰|職場に復帰 | 파업에 (?:들어|돌입|나[섰서])|go on strike|walk out|strik(?:e|es) from|ストライキに入|ストに(?:入|突入)
사들|매입|인수[한하했]|샀|buy(?:ing|s)?|bought|acquir|purchas|買 <> 매각|팔[았기아린릴]|판매|매도[했하]|처분|sell(?:ing|s|er)?|sold|売[却りっ]
join(?:ed|s)? (?:from )?|arriv|합류|입단|stay|keep|남[는기았]|함께 맡 <> left|leav|quit|depart|떠[나났]|탈퇴|물러[나났난]|이탈
"""
#: Behind a line: either side is seldom said in other words.
_PLAIN = " !"
_LATIN = re.compile(r"[a-z]")
_DENIED_BEFORE = re.compile(
    r"\b(?:not|n't|no|never|without|nor|neither|cannot|refused to|failed to|declined to)\b[^,;.]{0,24}$|n't [^,;.]{0,24}$"
)
_DENIED_AFTER = re.compile(
    r"^[가-힣]{0,4}(?:지|진|지는|지도|지를)?\s?(?:않|못|없)|^[가-힣]{0,3}\s(?:수\s)?없|^[ぁ-ゖ一-鿿]{0,5}(?:ない|なかった|ません|ず)"
)
_ASKED = re.compile(r"^[가-힣]{0,4}\s?(?:여부|할지|을지|하라|자고|하자고|요구|촉구|제안)|^\S{0,6}かどうか")
_ASKED_BEFORE = re.compile(r"\b(?:whether|if|demand\w*|urg\w*|call\w* (?:for|on)|ask\w*|want\w*)\b[^,;.]{0,40}$")
_LEAST_SIMILAR = 0.3


@dataclass(frozen=True, slots=True)
class _Act:
    left: re.Pattern[str]
    right: re.Pattern[str]
    two_ended: bool
    is_plain: bool


@cache
def _acts() -> tuple[_Act, ...]:
    found = []
    for line in _TABLE.strip().splitlines():
        two_ended, is_plain = " <> " in line, line.endswith(_PLAIN)
        left, right = line.removesuffix(_PLAIN).split(" <> " if two_ended else " | ")
        found.append(_Act(_side(left), _side(right), two_ended, is_plain))
    return tuple(found)


def _side(words: str) -> re.Pattern[str]:
    parts = re.split(r"\|(?![^()]*\))", words)
    latin = [part.strip() for part in parts if _LATIN.match(part.strip())]
    others = [part.strip() for part in parts if not _LATIN.match(part.strip())]
    pieces = [rf"\b(?:{'|'.join(latin)})[a-z]*\b"] if latin else []
    return re.compile("|".join([*pieces, *others]))


def problems(claim: Claim) -> list[Problem]:
    """Silent where the sentences around have the claim's own side too."""
    sources = claim.alignment.sources[:2]
    if not sources:
        return []
    if not claim.foreign and claim.alignment.similarity < _LEAST_SIMILAR:
        return _of_object(claim, list(_said(claim))) if claim.language in _OBJECT else []
    said = list(_said(claim))
    for one in said:
        if any(one.ours.search(source.folded.text) for source in _around(claim)):
            continue
        stated = _stated(one.theirs, sources[0].folded.text)
        if stated is None or (one.two_ended and not _same_doer(claim, sources[0])):
            continue
        start, end = whole_word(claim.lower, *one.place.span())
        place = whole_word(sources[0].folded.text, *stated.span())
        word = sources[0].folded.text[place[0] : place[1]]
        why = f"The post says “{claim.text[start:end]}” where the article says “{word}”."
        return [Problem("polarity", claim.text[start:end], why, start, end)]
    return _nowhere_said(claim, said) if claim.foreign else _of_object(claim, said) or _of_doer(claim, said)


def _of_doer(claim: Claim, said: list[_Said]) -> list[Problem]:
    """The association was for it, where the sentence that names the association has it against, and none has anybody
    for it."""
    doer = next((clause.doer for clause in claim.clauses if clause.doer is not None), None)
    names = {word.lower() for word in doer.words if len(word) > 2} if doer is not None else set()
    texts = [source.folded.text for source in claim.evidence.sources]
    for one in said if names else ():
        if one.two_ended or any(one.ours.search(text) for text in texts):
            continue
        told = [text for text in texts if any(name in text for name in names)]
        stated = next((match for text in told if (match := _stated(one.theirs, text)) is not None), None)
        if (
            stated is not None
            and claim.alignment.best is not None
            and stated.string == claim.alignment.best.folded.text
        ):
            start, end = whole_word(claim.lower, *one.place.span())
            why = f"The post says “{claim.text[start:end]}” where the article says “{stated.group().strip()}”."
            return [Problem("polarity", claim.text[start:end], why, start, end)]
    return []


def _nowhere_said(claim: Claim, said: list[_Said]) -> list[Problem]:
    """Across languages: the article has the other side, and this one in no sentence at all."""
    texts = [source.folded.text for source in claim.evidence.sources]
    for one in said:
        if not one.is_plain or any(one.ours.search(text) for text in texts):
            continue
        stated = next((match for text in texts if (match := _stated(one.theirs, text)) is not None), None)
        if stated is not None:
            start, end = whole_word(claim.lower, *one.place.span())
            why = f"The post says “{claim.text[start:end]}” where the article says “{stated.group().strip()}”."
            return [Problem("polarity", claim.text[start:end], why, start, end)]
    return []


@dataclass(frozen=True, slots=True)
class _Said:
    """A side of an act that the claim states, and not the other one."""

    ours: re.Pattern[str]
    theirs: re.Pattern[str]
    two_ended: bool
    is_plain: bool
    place: re.Match[str]


@cache
def _in_script(script: str) -> tuple[re.Pattern[str], ...]:
    """Either side of each act in one script: most sentences speak of few."""
    sides = (f"{act.left.pattern}|{act.right.pattern}" for act in _acts())
    return tuple(re.compile(joined(of_script(pattern, script), script)) for pattern in sides)


def _said(claim: Claim) -> Iterator[_Said]:
    for act, words in zip(_acts(), _in_script(script_of(claim.language)), strict=True):
        if words.search(claim.lower) is None:
            continue
        for ours, theirs in ((act.left, act.right), (act.right, act.left)):
            place = _stated(ours, claim.lower)
            if place is not None and theirs.search(claim.lower) is None:
                yield _Said(ours, theirs, act.two_ended, act.is_plain, place)


_OBJECT = {
    "ko": re.compile(r"(?<![가-힣])(?P<noun>[가-힣A-Za-z0-9]{2,10}?)(?:은|는|이|가|을|를|도|의)? $"),
    "ja": re.compile(r"(?P<noun>[一-鿿ァ-ヺー]{2,10})(?:は|が|を|も)$"),
}


def _of_object(claim: Claim, said: list[_Said]) -> list[Problem]:
    """What it is done to stands right before it, and the article has the opposite right behind."""
    before = _OBJECT.get(claim.language)
    for one in said if before is not None and not claim.foreign else ():
        noun = before.search(claim.lower[: one.place.start()]) if before is not None and not one.two_ended else None
        if noun is None:
            continue
        told = [source for source in claim.evidence.sources if noun["noun"] in source.folded.text]
        if any(one.ours.search(source.folded.text) for source in told):
            continue
        for source in told:
            behind = re.compile(
                rf"{re.escape(noun['noun'])}(?:은|는|이|가|을|를|도|は|が|を|も)? ?(?P<word>{one.theirs.pattern})"
            )
            stated = behind.search(source.folded.text)
            if stated is None or _DENIED_AFTER.search(source.folded.text[stated.end() : stated.end() + 14]):
                continue
            start, end = whole_word(claim.lower, *one.place.span())
            why = f"The post says “{claim.text[start:end]}” where the article says “{stated['word']}”."
            return [Problem("polarity", claim.text[start:end], why, start, end)]
    return []


def _around(claim: Claim) -> list[Source]:
    """The sentence that the claim comes from, and those on either side."""
    place = claim.alignment.sources[0].index
    return list(claim.evidence.sources[max(0, place - 1) : place + 2])


def _stated(side: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first place where it is said, and not denied, asked for or left open."""
    for match in side.finditer(text):
        before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() : match.end() + 14]
        if _DENIED_BEFORE.search(before) or _DENIED_AFTER.search(after):
            continue
        if _ASKED_BEFORE.search(before) or _ASKED.search(after):
            continue
        return match
    return None


def _same_doer(claim: Claim, source: Source) -> bool:
    mine = {word for clause in claim.clauses if clause.doer for word in clause.doer.words if len(word) > 1}
    stated = {word for clause in source.clauses if clause.doer for word in clause.doer.words if len(word) > 1}
    first = claim.words[0].stem if claim.words else ""
    return bool(mine & stated) or (bool(source.words) and first == source.words[0].stem)
