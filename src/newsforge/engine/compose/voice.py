"""Which quotation lets a person speak: the one whom the news is about, or who acts in it; then one who is named with a
title; a bystander only where nobody else speaks."""

from __future__ import annotations

import re

from newsforge.engine.compose.dependence import outside_quotes
from newsforge.engine.compose.model import Line
from newsforge.engine.compose.phrases import ROLES
from newsforge.engine.compose.rank import similarity

_SAYING = {
    "ko": re.compile(
        r"(?:말했|밝혔|강조했|설명했|전했|덧붙였|지적했|주장했|당부했|했다|단언했|반문|다짐했|비판했|평가했|"
        r"촉구했|호소했|내다봤|답했|요구했|적었|토로했|라고 한다)"
    ),
    "en": re.compile(
        r"\b(?:said|says|told|added|wrote|explained|warned|argued|noted|insisted|tweeted|stated|announced|"
        r"recalled|according to)\b"
    ),
    "ja": re.compile(
        r"(?:述べ|話し|語っ|語る|説明し|強調し|コメントし|訴え|明らかにし|指摘し|話す|いう|呼びかけ|呼び掛け|答え|表明し|主張し|陳謝し|謝罪し|"
        r"振り返(?:り|る|っ)|明かし|明かす|喜ん|喜ぶ|訴える|求める|嘆く|悼ん|しのぶ|しのん|分析(?:し|する)|指摘する|説明する|強調する|評価(?:し|する)|推測(?:し|する))"
    ),
}
_SPEECH = re.compile(r"“([^”]+)”|\"([^\"]+)\"|「([^」]+)」")
_NAMED = {
    "ko": re.compile(
        rf"(?<![가-힣])[가-힣]{{2,4}} (?:[가-힣A-Za-z0-9·]+ ){{0,4}}[가-힣]*(?:{ROLES})[은는이가도]|"
        rf"(?:{ROLES})[인]? [가-힣]{{2,4}}(?:은|는|이|가) "
    ),
    "en": re.compile(r"[A-Z][a-z’'-]+ (?:[A-Z]\. )?[A-Z][A-Za-z’'-]+"),
    "ja": re.compile(
        r"[一-龥ぁ-んァ-ヶー]{2,6}(?:社長|会長|氏|知事|市長|教授|大臣|首相|代表|監督|選手|所長|部長|課長|研究員|理事|さん)"
    ),
}
_SHORT_NAME = re.compile(rf"(?<![가-힣])[가-힣] (?:전 )?(?:{ROLES})[은는이가도]")
_NAMELESS = {
    "ko": re.compile(
        r"(?:관계자|소식통|업계|누리꾼|네티즌|[A-Z가-힣]씨)(?:은|는|이|가|도|들)|"
        r"(?:한|어느) [가-힣]{2,8}(?:은|는|이|가) "
    ),
    "en": re.compile(r"\b(?:officials?|sources?|spokes\w+|people|statement)\b"),
    "ja": re.compile(r"関係者|担当者"),
}
#: Who was there, or is touched by it, but neither did nor decided it.
_BYSTANDER = {
    "ko": re.compile(
        r"(?:시민|주민|목격자|승객|이용객|관람객|손님|상인|학부모|팬|직장인|대학생|관광객|어민|농민|여성|남성)"
        r"(?:들)?(?:[은는이가도]| [가-힣]{2,4}(?:[은는이가]|\(|씨))|\((?:여·|남·)?\d{2}\)|[가-힣]{1,4}(?:\(\d+\))?씨"
    ),
    "en": re.compile(
        r"\b(?:residents?|witness\w*|passengers?|neighbou?rs?|bystanders?|shoppers?|commuters?|customers?|tourists?|"
        r"visitors?|fans?|commenters?|users?|drivers?|motorists?|protesters?|"
        r"who (?:owns|lives|runs|rents|shops|works)|"
        r"a (?:teacher|student|father|mother|nurse|worker|farmer|"
        r"retired \w+))\b|, \d{2},",
    ),
    "ja": re.compile(r"住民|男性|女性|乗客|客は|通行人|目撃|観光客|[(（][0-9０-９]{2}[)）]"),
}
_SOMEBODY = re.compile(r"\b(?:[Oo]ne|[Aa]nother|[Aa]) (?:[\w-]+ )?\w+ (?:said|wrote|commented|asked)\b")
#: Who comments for a living.
_COMMENTATOR = {
    "ko": re.compile(r"(?:연구위원|연구원|애널리스트|이코노미스트|전문가|평론가|교수|업계)(?:들)?(?:[은는이가도]|$| )"),
    "en": re.compile(r"\b(?:analysts?|economists?|strategists?|experts?|professor|fellow|historian|commentator)\b"),
    "ja": re.compile(r"アナリスト|エコノミスト|専門家|教授|評論家|研究員"),
}
#: In a case it is the court that speaks.
_COURT_CASE = re.compile(
    r"법원|대법|헌재|판결|선고|재판|\b(?:court|judge|ruling|rules|ruled|verdict|appeals?|jury|sentenced)\b|"
    r"判決|裁判|地裁|高裁|最高裁",
    re.IGNORECASE,
)
_COURT = {
    "ko": re.compile(r"(?:재판부|법원|대법원|헌재|재판관|판사|재판장)(?:[은는이가]| |\()"),
    "en": re.compile(r"\b(?:Judge|Justice|the court|the panel|the judges)\b"),
    "ja": re.compile(r"裁判長|裁判官|地裁は|高裁は|最高裁は|判決は"),
}
#: Who pleads for a side.
_PARTY = re.compile(r"변호사|변호인|\b(?:lawyer|attorney|counsel|solicitor)\b|弁護士|弁護人")
_WHOLE = {
    "ko": re.compile(r"(?:[다요까자라]|것)[.!?]?$"),
    "en": re.compile(r"[.,!?]$"),
    "ja": re.compile(r"[一-龥ぁ-ん]$"),
}
#: Who speaks against it, in a sentence that needs the one before: by itself it turns the story.
_IN_CONTRAST = re.compile(r"(?:반면|그러나|하지만|다만)[에, ]|(?:But|However|Yet)\b|(?:一方|だが|しかし)")
_OTHER_SIDE = 0.6
#: A bystander's comment, where those who did it speak too.
_OUTSIDER = re.compile(r"참여하지 않은|관여하지 않은|not involved in|did not take part|研究に関わっていない")
#: Characters of a quote that a reader takes in.
_READABLE = {"ko": (18, 90), "ja": (14, 80), "en": (40, 200)}


#: A person or body that the title names, or its deed's doer in the lead, outweighs a stranger's fame.
_IN_TITLE, _IN_LEAD, _FIRST_IN_TITLE = 0.9, 0.5, 0.4
_TITLE_NOUN = re.compile(r"[가-힣]{2,}|[A-Z][A-Za-z’'-]{2,}|[一-龥ァ-ヶー]{2,}")


def best_quote(
    ranked: tuple[Line, ...], lead: Line | None, title_terms: frozenset[str], language: str, headline: str = ""
) -> Line | None:
    """A nameless speaker is heard only where no named one is."""
    saying = _SAYING.get(language)
    able = [
        line
        for line in ranked
        if line.has_quote
        and line.alone
        and line != lead
        and not line.is_qualified
        and not _points_elsewhere(line, lead, language)
        and saying
        and saying.search(outside_quotes(line.alone))
        and (language == "en" or line.alone[0] not in '“"「')
    ]
    if not able:
        return None
    news = _News(title_terms, lead, headline, language)
    best = max(able, key=lambda line: (_worth(line, news) + news.standing(line), -line.index))
    return None if news.is_nobody(best) else best


#: “This is a painful result”: what this is stands in the sentence before.
_POINTS = {
    "en": re.compile(r"[“\"](?:This|That|These|Those) (?:is|was|are|were|will|has|have|would|could|should|must)\b"),
    "ko": re.compile(r"[“\"](?:이는|이건|이것은|그건|그것은) "),
    "ja": re.compile(r"「(?:これは|それは|これが|それが)"),
}


def _points_elsewhere(line: Line, lead: Line | None, language: str) -> bool:
    """Behind the lead its speaker means the news; behind anything else it would be said of that."""
    pattern = _POINTS.get(language)
    if pattern is None or pattern.search(line.text) is None:
        return False
    return lead is None or line.index != lead.index + 1


class _News:
    """Whom the news is about, by the title and the lead."""

    def __init__(self, title_terms: frozenset[str], lead: Line | None, headline: str, language: str) -> None:
        self.title_terms = title_terms
        self.language = language
        self._headline = headline
        self._title_nouns = tuple(_TITLE_NOUN.findall(headline))
        self._lead_nouns = tuple(_TITLE_NOUN.findall(outside_quotes(lead.text))) if lead else ()
        self._is_court_case = bool(_COURT_CASE.search(f"{headline} {lead.text if lead else ''}"))

    def is_nobody(self, line: Line) -> bool:
        """One commenter: neither named nor of the news. No quote is better."""
        bare = speaker(line.full or line.alone or line.text, self.language)
        bystander, named = _BYSTANDER.get(self.language), _NAMED.get(self.language)
        some = _SOMEBODY.search(bare) if self.language == "en" else None
        return bool(some and bystander and bystander.search(bare) and named and not named.search(bare[some.start() :]))

    def standing(self, line: Line) -> float:
        """How near the speaker is to the news."""
        full = " ".join(name for names in line.names for name in names)
        who = f"{speaker(line.full or line.alone or line.text, self.language)} {full}"
        worth = 0.0
        named = [noun for noun in self._title_nouns if len(noun) > 1 and _names(who, noun)]
        if named:
            # Of two whom the title names the first is whom it is about.
            worth += _IN_TITLE + _FIRST_IN_TITLE * (1 - self._title_nouns.index(named[0]) / len(self._title_nouns))
        elif any(_names(who, noun) for noun in self._lead_nouns):
            worth += _IN_LEAD
        if self._is_court_case and (court := _COURT.get(self.language)) and court.search(who):
            worth += 1.6
        elif self._is_court_case and _PARTY.search(who):
            worth -= 0.3
        bystander, commentator = _BYSTANDER.get(self.language), _COMMENTATOR.get(self.language)
        if bystander and (match := bystander.search(who)) and not any(noun in match.group() for noun in named):
            worth -= 2.0
        if commentator and not named and commentator.search(who):
            worth -= 0.7
        return worth


def _names(who: str, noun: str) -> bool:
    """Whether the speaker's words hold the noun of the title, with or without what is glued to it."""
    stem = noun if len(noun) < 3 else noun[:-1] if re.search(r"[은는이가의을를에와과도]$", noun) else noun
    return stem in who


def speaker(text: str, language: str) -> str:
    """What of a sentence with a speech says who speaks."""
    bare = outside_quotes(text)
    if language == "en":
        # “…,” said X, of Y / X said: “…”: the words beside the verb of saying, on both sides.
        return bare.replace("\u00a0", "")
    marks = [at for at, mark in enumerate(bare) if mark in '“"「']
    return bare[: marks[0]] if marks and marks[0] > 0 else bare.replace("\u00a0", "")


def _worth(line: Line, news: _News) -> float:
    text, language = line.full or line.alone or line.text, news.language
    bare = outside_quotes(text)
    speech = max((next(filter(None, found)) for found in _SPEECH.findall(text)), key=len, default="")
    worth = 0.5 * line.score + 0.4 * similarity(line.terms, news.title_terms)
    if (named := _NAMED.get(language)) and named.search(bare):
        worth += 1.0
    elif language == "ko" and _SHORT_NAME.search(bare):
        worth += 0.3
    if (nameless := _NAMELESS.get(language)) and nameless.search(bare):
        worth -= 0.8
    worth -= 0.3 * bool(_OUTSIDER.search(bare))
    worth -= _OTHER_SIDE * bool(_IN_CONTRAST.match(line.sentence.text))
    if (whole := _WHOLE.get(language)) and whole.search(speech.strip()):
        worth += 0.2
    least, most = _READABLE.get(language, (40, 200))
    worth -= 0.4 * (len(speech) < least) + 0.3 * (len(speech) > most)
    return worth - 0.3 * (line.needs == "subject")
