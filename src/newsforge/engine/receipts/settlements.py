# ruff: noqa: E501 -- patterns of three languages read best beside each other; a Korean letter counts as two
"""Whether a thing is settled that the article only has put forward: passed for put to a vote, agreed for discussed,
granted for applied for, found for looked into, sold for talks of a sale. What it is about tells which sentences of the
article speak of it, so the sentence need not be near any."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newsforge.engine.receipts.alignment import held_by
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.evidence import Evidence, Source
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.scripts import joined, of_script
from newsforge.engine.receipts.words import Word, whole_word

#: (what settles it) (what the article may say for it) (what leaves it open)
_PASSED = r"처리(?:했|됐)|통과(?:시켰|했|됐|시킨|된(?!다)|시키고)|가결(?:했|됐|시켰|된(?!다))|의결(?:했|됐|된(?!다))|(?<!not )\b(?:passed|adopted|voted through|ratified)\b|可決(?:し[たま、]|され[たま、])|成立した"
_GRANTED = r"승인(?:했|됐|받았|을 받았|된(?!다))|허가(?:했|됐|받았|를 받았|가 났)|인가(?:했|됐|받았|를 받았)|허용(?:했|됐)|\b(?:approved|granted|authori[sz]ed|cleared|green-?lit)\b|\bgave (?:its |the )?(?:approval|go-ahead|green light)\b|\b(?:won|obtained|secured|received|was given) (?:\w+ ){0,2}?(?:permits?|permission|approval|licen[cs]es?|clearance)\b|認可(?:し[たま、]|され|を受け)|承認(?:し[たま、]|され|を受け)|許可(?:し[たま、]|され|を受け)|認めた"
_AGREED = r"합의(?:했|됐|에 이르렀|를 이뤘|를 마쳤|했다)|[기]로 (?:잠정 |최종 |전격 )?합의|타결(?:했|됐|된(?!다))|의견을 모았|뜻을 모았|\b(?:agreed|have agreed|reached (?:an? )?(?:\w+ )?(?:deal|agreement)|struck a deal|settled)\b|合意(?:し[たま、]|に達|に至)|妥結(?:し[たま]|され)"
_DECIDED = r"결정(?:했|됐|된(?!다)|을 내렸)|확정(?:했|됐|된(?!다)|지었)|(?<!논의하)(?<!협의하)(?<!검토하)(?<!요청하)(?<!제안하)(?<!건의하)(?<!다루)(?<!미루)(?<!상의하)(?<!의논하)(?<!결정하)(?<!판단하)(?<!지켜보)(?<!알아보)기로 (?:최종 )?(?:했|하고|결정|확정|의결|정)|(?:will|have|has) decided|\b(?:decided|finali[sz]ed|confirmed plans)\b|決定(?:し[たま、]|され)|(?:ことを|を|に)決め(?:た|ました)|決まった|ことにした|ことになった|正式に(?:決|発表)"
_FOUND = r"(?:것으로|사실이|임이|점이) (?:확인|드러|밝혀|판명|나타)[가-힣]*|확인됐|판명됐|밝혀졌|(?<!not )(?:was|were|been) (?:confirmed|proven|established|found (?:to|that|guilty|liable))|\b(?:confirmed that|proved that|turned out)\b|判明(?:し[たま、])|(?:こと|と)が(?:確認|証明|判明|明らかに)|ことも?(?:分|わ)かった|と断定"
_SOLD = r"매각했|팔았다|매각을 (?:마쳤|완료)|매각됐|\b(?:has|have|had) sold\b|\bsold (?:its|the|their)\b|売却した|売却を完了"
_BOUGHT = r"인수했|사들였|인수를 (?:마쳤|완료)|\b(?:has|have|had) (?:bought|acquired)\b|\b(?:bought|acquired) (?:the|its|rival)\b|買収した|買収を完了|取得した"
_SIGNED = r"체결했|서명했|재계약했|계약을 맺|계약했|\b(?:signed|has signed|renewed|extended) (?:a |an |his |her |the |its )?(?:\w+ )?(?:contract|deal|agreement|extension)\b|締結した|調印した|契約(?:を結ん|した)|更新した"

_SET_UP = r"도입했|설치했|신설했|설립했|마련했|\b(?:has|have|had) (?:set up|introduced|launched|changed|tightened|relaxed|scrapped)\b|(?<!to )(?<!will )(?<!would )(?<!could )(?<!may )(?<!might )\b(?:introduced|launched)\b|導入した|設置した|設けた|創設した|新設した"
_CHOSEN = r"선정(?:했|됐|된(?!다))|낙점(?:했|됐)|수주했|따냈|\b(?:was|were|been) (?:chosen|picked|selected)\b|\bwon (?:the|a) (?:\w+ ){0,2}?(?:contract|deal|tender)\b|選ばれた|選定(?:し|され)た|受注した"
#: In what other words an article may say that something is begun, backed or awarded.
_BEGUN = r"운영하고|시행(?:했|하고)|시작했|문을 열|생겼|꾸렸|\b(?:opened|started|began|now has|runs|running)\b|始め(?:た|て)|開設し|設立し|運営し"
_BACKED = r"찬성(?:했|률)|가결|\b(?:backed|approved|in favou?r|supported)\b|賛成し"
_AWARDED = r"낙찰|계약(?:했|을 맺)|맡(?:았|는다|게)|뽑았|\b(?:award|land|secur|clinch|hand|chose|pick|select)(?:e?d)?\b|落札し|契約し|決まった"
_TO_CHOOSE = r"선정(?:한다|할|을 앞|하기로)|경쟁하|경쟁 중|경합|후보|입찰|\b(?:will (?:choose|pick|select|name)|compet\w+|shortlist\w*|bidd\w+|bids?)\b|選定(?:する|予定)|競(?:って|合)|入札"
_VOTED = r"파업을 가결|찬성표를 던졌|\bvoted (?:to|in favou?r|overwhelmingly|for)\b"
_TO_VOTE = r"찬반투표를 (?:한|실시한|진행한|벌인|할|실시할|진행할|앞두)|\b(?:will (?:hold|vote|ballot)|(?:is|are) (?:due|set|to) (?:to )?(?:vote|ballot)|calls? (?:\w+ ){0,2}(?:vote|ballot)|(?:vote|ballot) (?:is|was) (?:due|set|planned))\w*"

_SURE = f"{_PASSED}|{_GRANTED}|{_AGREED}|{_DECIDED}"
_VOTED_ON = r"표결|투표(?!율)|미[뤘루]|보류|연기|갈려|맞섰|계류|상정|발의|심의|제출|부치|가결되|통과되|통과하면|통과해야|\b(?:postpon|deferred|put off|adjourn|clashed|vote|ballot|submitted|tabled|introduced|put to|hearing|debate|if (?:passed|approved))\w*|先送り|継続審議|採決|提出|審議|諮る|可決されれば|成立すれば"
_APPLIED = r"신청|요청|심사|접수|제출|인가를 거|승인을 거|받아야|허가를 구|추진|\b(?:appl(?:y|ied|ies|ication)|request|sought|seek|asked|pending|review|await|subject to)\w*|申請|要請|審査|届け出|求め"
_DISCUSSED = r"논의|협의(?!회)|협의체|협상|교섭|검토|대화|조율|다룰|다루|요구|제안|\b(?:talks?|discuss|negotiat|consult|propos|demand|consider|review|call(?:s|ed)? for)\w*|協議|交渉|話し合|検討|提案|要求"
_PONDERED = r"검토|논의|협의|제안|건의|추진|방안|저울질|고려|여부|계획|예정|\b(?:consider|propos|mull|weigh|option|stud(?:y|ied|ies)|whether|plans?|discuss|talks?|recommend|hop(?:e|es|ed) to|want)\w*|検討|提案|案を|協議|方針|要望|求め"
_LOOKED_INTO = r"확인(?:할|하고|하는|해 봐|중)|조사|수사|여부|는지|의심|의혹|추정|가능성|밝힐|\b(?:investigat|examin|look(?:ing)? into|whether|suspect|unclear|unknown|not (?:yet )?(?:known|clear)|possib|may|might|could|suggest)\w*|調べ|捜査|調査中|かどうか|分かっていない|わかっていない|不明|可能性|疑い|みられ|とみて|検証"
_TALKED_OF = r"협상|검토|추진|논의|타진|예정|계획|방안|나섰|\b(?:talks?|negotiat|seek|plan|explor|consider|may|might|could|would|discuss|offer|bid|due to|propos|agreed to|will)\w*|協議|交渉|検討|方針|予定|計画|打診|目指"

_KINDS = (
    (_PASSED, f"{_PASSED}|{_GRANTED}", _VOTED_ON),
    (_GRANTED, _SURE, _APPLIED),
    (_AGREED, _SURE + "|" + _SIGNED, _DISCUSSED),
    (_DECIDED, _SURE, _PONDERED),
    (_FOUND, _FOUND, _LOOKED_INTO),
    (_SOLD, _SOLD, _TALKED_OF),
    (_BOUGHT, _BOUGHT + "|" + r"\b(?:bought|acquired)\b|인수한", _TALKED_OF),
    (_SIGNED, f"{_SIGNED}|{_AGREED}", _DISCUSSED + "|" + _TALKED_OF),
    (_SET_UP, f"{_SET_UP}|{_DECIDED}|{_BEGUN}", f"{_PONDERED}|{_APPLIED}"),
    (_VOTED, f"{_VOTED}|{_PASSED}|{_BACKED}", _TO_VOTE),
    (_CHOSEN, f"{_CHOSEN}|{_AWARDED}", _TO_CHOOSE),
)
#: Passed, granted, sold, bought: what is open is told of in the same noun.
_OF_NOUNS = frozenset({0, 1, 5, 6})
#: Behind the word: only if, or not; a settled thing is told in none of these forms.
_NOT_SETTLED = re.compile(
    r"^[가-힣]{0,2}(?:지 (?:않|못)|면 |으면|려면|려고|을지|을 경우|는지| 예정| 전망| 가능성|다면)|^(?:[ぁ-ゖ]{0,3}(?:ない|ず|れば|なかった|たら)|予定|見通し)"
)
_NOT_BEFORE = re.compile(
    r"(?:\b(?:not|never|yet to|if|whether|until|unless|once|would be|to be|being|could be|may be|n't)\b[^,;.]{0,16}$)|(?:아직|안|만약|만일) $"
)
#: The claim leaves it open itself.
_OPEN_TOO = re.compile(
    r"예정|전망|계획(?:이다|입니다|이라|했|하|인|으로|대로|된)|검토|논의|가능성|여부|신청(?:했|하|한|할|됐|된)|제안(?:했|하|한)|요구|촉구|추진|방침|협상 중|\b(?:may|might|could|would|if|whether|(?<!\ba )(?<!\bthe )plans? to|to be|proposed|talks|considering|expected|set to|yet)\b|予定|見通し|検討|協議|提案|可能性|申請(?!を)|方針|かもしれ|かどうか|見込み"
)
#: Of what the claim is about so much stands where it is left open, and so much less where it is settled.
_LEAST_SHARE, _LESS = 0.5, 0.75
_LEAST_HELD, _HALF = 2, 0.5
_NEAREST = 4
#: So small a number stands in any sentence.
_FEW = 3


@dataclass(frozen=True, slots=True)
class _Kind:
    firm: re.Pattern[str]
    stated: re.Pattern[str]
    open: re.Pattern[str]


@cache
def _kinds() -> tuple[_Kind, ...]:
    return tuple(_Kind(*(re.compile(pattern) for pattern in patterns)) for patterns in _KINDS)


@cache
def _any_firm(script: str) -> re.Pattern[str]:
    return re.compile(joined((form for firm, _, _ in _KINDS for form in of_script(firm, script)), script))


def problems(claim: Claim) -> list[Problem]:
    if _any_firm(script_of(claim.language)).search(claim.lower) is None or _OPEN_TOO.search(claim.lower):
        return []
    for number, kind in enumerate(_kinds()):
        match = _settled(kind.firm, claim.lower)
        if match is None:
            continue
        stated = _left_open(claim, number, kind, match)
        if stated is None:
            continue
        start, end = whole_word(claim.lower, *match.span())
        why = f"The post calls settled what the article leaves open: it says “{stated}”."
        return [Problem("certainty", claim.text[start:end], why, start, end)]
    return []


def _settled(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    for match in pattern.finditer(text):
        if _NOT_SETTLED.match(text[match.end() :]) is None and _NOT_BEFORE.search(text[: match.start()]) is None:
            return match
    return None


def _is_settled(evidence: Evidence, number: int, kind: _Kind) -> list[bool]:
    known: list[bool] | None = evidence.readings.get(f"settled {number}")
    if known is None:
        known = [_settled(kind.stated, source.folded.text) is not None for source in evidence.sources]
        evidence.readings[f"settled {number}"] = known
    return known


def _left_open(claim: Claim, number: int, kind: _Kind, match: re.Match[str]) -> str | None:
    """What the article says of it, where it is about the same and leaves it open."""
    settled = _is_settled(claim.evidence, number, kind)
    if claim.foreign:
        return _left_open_abroad(claim, kind, settled) or _open_noun(claim.evidence, number, kind)
    about = _about(claim, match)
    if number in _OF_NOUNS and not any(settled) and (open_word := _open_word(claim, kind, match, about)) is not None:
        return open_word
    if len(about) < _LEAST_HELD or _is_promised(claim, match):
        return None
    sure = plain = best = 0.0
    word = None
    for source, is_settled in zip(claim.evidence.sources, settled, strict=True):
        held = _held(about, source)
        loose = kind.open.search(source.folded.text)
        sure = max(sure, held) if is_settled else sure
        plain = max(plain, held) if loose is None else plain
        if loose is not None and not is_settled and held > best:
            best, word = held, loose
    if word is None or best < max(_LEAST_SHARE * len(about), _LEAST_HELD) or sure >= _LESS * best or plain > best:
        return None
    return word.group().strip()


def _is_promised(claim: Claim, match: re.Match[str]) -> bool:
    """마련하기로 했다 of 마련하겠다고 밝혔다."""
    verb = re.search(r"[가-힣]{2,3}$", claim.lower[: match.start()])
    return (
        match.group().startswith("기로")
        and verb is not None
        and f"{verb.group()[-3:]}겠다" in claim.evidence.everything
    )


def _open_word(claim: Claim, kind: _Kind, match: re.Match[str], about: list[Word]) -> str | None:
    """허가를 받았다, where all that the article says of any 허가 leaves it open."""
    noun = match.group()[:2]
    if noun.isascii() or not about:
        return None
    told = [source for source in claim.evidence.sources if noun in source.folded.text]
    loose = [found for one in told if _held(about, one) and (found := kind.open.search(one.folded.text)) is not None]
    return loose[0].group().strip() if loose else None


def _left_open_abroad(claim: Claim, kind: _Kind, settled: list[bool]) -> str | None:
    """Across languages the words do not tell: the sentence that shares figures, dates or names with the claim leaves it
    open, and neither those around settle anything of the sort nor, where no figure tells which it is, any other."""
    if not claim.alignment.sources or claim.alignment.similarity < 1:
        return None
    source = claim.alignment.sources[0]
    values = {one.value for one in source.facts.figures}
    tied = any(one.value in values and one.value > _FEW for one in claim.facts.figures)
    if any(settled[max(0, source.index - 1) : source.index + 2] if tied else settled):
        return None
    loose = kind.open.search(source.folded.text)
    return loose.group().strip() if loose is not None else None


#: A grant in the languages of articles; what else may stand for one there.
_GRANTS = {
    "ko": (re.compile(r"승인|허가|인가(?![?가])"), re.compile(r"가결|의결|통과|확정[했됐]|동의[했를]|허용|받아들")),
    "ja": (re.compile(r"承認|許可|認可"), re.compile(r"可決|成立し|認めた|同意し|容認")),
    "latin": (re.compile(r"\bapprov|\bpermi(?:t|ss)|\blicen[cs]e"), re.compile(r"\b(?:passed|adopted|agreed|allowed|cleared|backed)\b")),
}  # fmt: skip


_BILLS = {
    "ko": (re.compile(r"조례|법안|개정안|결의안|예산안"), re.compile(r"가결|의결|통과|부결|처리(?:했|됐)")),
    "ja": (re.compile(r"条例|法案|改正案|決議案|予算案"), re.compile(r"可決|否決|成立")),
    "latin": (re.compile(r"\b(?:bill|ordinance|bylaw|budget)\b"), re.compile(r"\b(?:passed|adopted|approved|rejected|voted)\b")),
}  # fmt: skip
_CHOICES = {
    "ko": (re.compile(r"선정|낙찰|수주"), re.compile(r"선정(?:했|됐|된)|낙점|수주했|따냈|계약(?:했|을 맺)")),
    "ja": (re.compile(r"選定|受注|落札"), re.compile(r"選ば|選定(?:し|され)|受注し|契約し")),
    "latin": (re.compile(r"\b(?:choose|pick|select|bid)"), re.compile(r"\b(?:chose|chosen|picked|selected|awarded|won)\b")),
}  # fmt: skip
_NOUNS = {_GRANTED: _GRANTS, _PASSED: _BILLS, _CHOSEN: _CHOICES}


def _open_noun(evidence: Evidence, number: int, kind: _Kind) -> str | None:
    """Approved, where all that the article says of any 승인 is that it has been applied for."""
    grants = _NOUNS.get(_KINDS[number][0], {}).get(script_of(evidence.article.language))
    if grants is None:
        return None
    noun, others = grants
    told = [source for source in evidence.sources if noun.search(source.folded.text)]
    if any(others.search(source.folded.text) for source in evidence.sources):
        return None
    if any(_settled(kind.firm, source.folded.text) for source in told):
        return None
    loose = [kind.open.search(source.folded.text) for source in told]
    words = [match.group().strip() for match in loose if match is not None]
    return words[0] if words and len(words) == len(told) else None


def _about(claim: Claim, match: re.Match[str]) -> list[Word]:
    """What the article has of the words around."""
    measured = [(one.start, one.end) for one in claim.facts.figures]
    measured += [(one.start, one.end) for one in claim.facts.dates]
    return [
        word
        for word in claim.words
        if word.meaningful
        and not match.start() <= word.start < match.end()
        and not any(start <= word.start < end for start, end in measured)
        and any(held_by(word, source) >= _HALF for source in claim.alignment.sources[:_NEAREST])
    ]


def _held(about: list[Word], source: Source) -> float:
    return float(sum(held_by(word, source) >= _HALF for word in about))
