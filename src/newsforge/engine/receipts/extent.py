# ruff: noqa: E501 -- lists of words read best as lines of words; a Korean letter counts as two
"""Whether a sentence makes more of a thing than the article does: all of some, at least of at most, this period of that."""

from __future__ import annotations

import re

from newsforge.engine.facts.model import Figure
from newsforge.engine.receipts.amounts import agree
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem
from newsforge.engine.text import syllables

#: (a word for the whole, words for a part)
_WHOLE = {
    "ko": (
        re.compile(
            r"(?<![가-힣])(?:모두|전부|전액|전원|모든|일제히|일괄|전량|전체(?! ?[가-힣]*(?:의|에서|중| 가운데| 중) ?(?:약 |절반|\d))(?=\s|가|를|의(?! ?\d)|에))"
        ),
        re.compile(r"일부|절반|최대|상당수|대부분|가운데|중\s|약\s?\d|가량|거의|전체의 ?\d|그[쳤쳐]|\d+여\s?[가-힣]"),
    ),
    "latin": (
        re.compile(
            r"\b(?:all|every(?! (?:\d|day|week|month|year|hour|night|other))|entire|entirely|whole|everyone|everybody|fully)\b"
        ),
        re.compile(
            r"\b(?:some|about|around|roughly|half|most|many|part|partly|up to|several|nearly|almost|majority|of the|of some|of its|(?:one|two|three|four|five|six|\d+) of)\b"
        ),
    ),
    "ja": (re.compile(r"すべて|全て|全員|全額|全部|一律"), re.compile(r"一部|約|半数|最大|大半|ほぼ|うち|ほとんど")),
}
#: "Of the" in "all of the" tells of no part.
_ALL_OF = re.compile(
    r"\b(?:all|every one|the whole)(?: (?:two|three|four|five|six|\d+))? of (?:the|its|some|their|his|her)?\b"
)
#: (at least, at most), put round a figure
_ENDS = {
    "ko": (re.compile(r"최소|적어도|이상|넘[는은게어]|웃도"), re.compile(r"최대|이하|미만|많게는|못 미치|밑도")),
    "latin": (
        re.compile(r"\b(?:at least|more than|over|no (?:less|fewer) than|minimum|upwards of)\s*$"),
        re.compile(r"\b(?:up to|as (?:much|many) as|at most|no more than|less than|fewer than|under|maximum)\s*$"),
    ),
    "ja": (re.compile(r"少なくとも|以上|超"), re.compile(r"最大|以下|未満|多くて")),
}
#: What a change is measured against, as one class a group.
_AGAINST = (
    ("a year before", re.compile(r"전년|작년|지난해\s?(?:같은|이맘)|1년\s?(?:전|새|만)|year[- ](?:earlier|ago|over[- ]year|on[- ]year)|from a year|previous year|same (?:month|quarter|period) (?:last|of last|a) year|前年|1年前|昨年")),
    ("the quarter before", re.compile(r"전\s?분기|직전\s?분기|지난\s?분기|previous quarter|quarter[- ](?:on|over)[- ]quarter|prior quarter|(?:past|last) quarter|前期比|前四半期")),
    ("the month before", re.compile(r"전월|전달|한\s?달\s?(?:전|새)|지난달보다|previous month|month[- ](?:earlier|on[- ]month|over[- ]month)|from a month|前月|1カ月前|先月比")),
    ("the day before", re.compile(r"전날(?:보다| 대비| 종가)|전일|previous day|day[- ]earlier|前日")),
    ("the start of the year", re.compile(r"연초|올해\s?들어|this year|so far this year|year[- ]to[- ]date|since january|年初")),
)  # fmt: skip
_PERCENTS = frozenset({"percent", "percent_point"})


def problems(claim: Claim) -> list[Problem]:
    if claim.foreign or script_of(claim.language) not in _WHOLE:
        return []
    return [
        problem
        for problem in (
            _all_of_some(claim) or _all_counted(claim) or _whole_for_part(claim),
            *_periods(claim),
            *_ends(claim),
        )
        if problem is not None
    ]


def _all_of_some(claim: Claim) -> Problem | None:
    whole, part = _WHOLE[script_of(claim.language)]
    said = whole.search(claim.lower)
    if said is None:
        return None
    sources = claim.alignment.sources[:3]
    if (
        not sources
        or claim.alignment.coverage < 0.45
        or any(whole.search(source.folded.text) for source in claim.surroundings)
    ):
        return None
    best = sources[0]
    stated = part.search(best.text.lower())
    if stated is None or part.search(_ALL_OF.sub(" ", claim.lower)):
        return None
    why = f"The post says {said.group()} where the article says “{_around(best.text, stated.start())}”."
    return Problem("polarity", said.group(), why, said.start(), said.end())


#: 31명이 모두 다쳤다, all 31 passengers were injured.
_ALL_COUNTED = {
    "ko": re.compile(r"[이가은는]?\s?(?:모두|전원|전부) (?P<deed>[가-힣]{2})"),
    "latin": re.compile(r"(?: \w+){1,3}? (?:were|was|are|had been|have been) (?P<deed>[a-z]{4,})"),
}
_ALL_BEFORE = re.compile(r"\ball (?:of the |the )?$")


def _all_counted(claim: Claim) -> Problem | None:
    """All of those whom the article counts, with a deed that it counts others for."""
    pattern = _ALL_COUNTED.get(script_of(claim.language))
    for figure in claim.facts.figures if pattern is not None else ():
        match = pattern.match(claim.lower, figure.end) if pattern is not None else None
        if match is None or (claim.language == "en" and not _ALL_BEFORE.search(claim.lower[: figure.start])):
            continue
        deed = _any_form(match["deed"]) if script_of(claim.language) == "ko" else re.compile(re.escape(match["deed"]))
        told = [source for source in claim.evidence.sources if deed.search(source.folded.text)]
        counted = [source for source in told if any(one.unit == figure.unit for one in source.facts.figures)]
        holders = {source.index for source, _ in _holders(claim, figure)}
        if counted and holders and not any(source.index in holders for source in told):
            why = f"The article says it of others: “{counted[0].text[:60]}”."
            return Problem("polarity", figure.text, why, figure.start, figure.end)
    return None


_OUT_OF = {
    "ko": re.compile(r"[가-힣]{0,4} ?(?:가운데|중)(?:에서)? (?:[가-힣]+ ){0,2}?$"),
    "ja": re.compile(r"[一-鿿ァ-ヺー]{0,4}(?:のうち|の中で|中)、?$"),
}
_TWO = 2


def _whole_for_part(claim: Claim) -> Problem | None:
    """9路線が廃止された for 9路線のうち4路線が廃止された."""
    between = _OUT_OF.get(script_of(claim.language))
    if between is None or len(claim.facts.figures) > _TWO:
        return None
    for figure in claim.facts.figures:
        for source, whole in _holders(claim, figure):
            part = next((one for one in source.facts.figures if one.start >= whole.end), None)
            if part is None or part.unit != whole.unit or not between.match(source.text[whole.end : part.start]):
                continue
            if any(agree(one, part) for one in claim.facts.figures):
                continue
            said = [word.stem for word in claim.words if word.start >= figure.end and word.meaningful][:_TWO]
            told = [word.stem for word in source.words if word.start >= part.end and word.meaningful][:_TWO]
            if said and told and said[-1] == told[-1]:
                why = f"The article says {figure.text} of something else; here it has {part.text}."
                return Problem("figure", figure.text, why, figure.start, figure.end, part.text)
    return None


def _any_form(deed: str) -> re.Pattern[str]:
    """다쳐, 다친, 다치고 for 다쳤다: the second syllable begins with the same consonant."""
    second = syllables.parts(deed[1])
    begun = syllables.beginning_with(second[0]) if second else re.escape(deed[1])
    return re.compile(deed[0] + begun)


def _periods(claim: Claim) -> list[Problem]:
    """A change against the quarter before is not one against the year before."""
    found: list[Problem] = []
    said = [(name, match) for name, pattern in _AGAINST if (match := pattern.search(claim.lower))]
    changes = [figure for figure in claim.facts.figures if figure.unit in _PERCENTS]
    if len(said) != 1 or len(changes) != 1:
        return found
    name, match = said[0]
    for source, _figure in _holders(claim, changes[0]):
        stated = {other for other, pattern in _AGAINST if pattern.search(source.folded.text)}
        if not stated or name in stated:
            return []
        why = f"The post measures {changes[0].text} against {name}, the article against {' and '.join(sorted(stated))}."
        found = [Problem("date", match.group(), why, match.start(), match.end())]
    return found


def _ends(claim: Claim) -> list[Problem]:
    """At least 12 % is not as much as 12 %."""
    found: list[Problem] = []
    for figure in claim.facts.figures:
        mine = _end_of(claim.lower, figure, script_of(claim.language))
        if mine is None:
            continue
        holders = _holders(claim, figure)
        theirs = [_end_of(source.text.lower(), other, script_of(claim.language)) for source, other in holders]
        if theirs and all(other is not None and other != mine for other in theirs):
            source, other = holders[0]
            why = f"The article says “{_around(source.text, other.start)}”: the other way round."
            found.append(Problem("polarity", figure.text, why, figure.start, figure.end))
    return found


def _end_of(text: str, figure: Figure, script: str) -> str | None:
    least, most = _ENDS[script]
    before = text[max(0, figure.start - 16) : figure.start]
    after = text[figure.end : figure.end + 6] if script != "latin" else ""
    is_least = bool(least.search(before)) or bool(least.match(after.lstrip()))
    is_most = bool(most.search(before)) or bool(most.match(after.lstrip()))
    if is_least == is_most:
        return None
    return "least" if is_least else "most"


def _holders(claim: Claim, figure: Figure) -> list[tuple[Source, Figure]]:
    """Where the aligned sentences and their neighbours have the figure."""
    near = claim.surroundings
    return [(source, other) for source, other in claim.evidence.figures if source in near and agree(figure, other)]


def _around(text: str, at: int) -> str:
    return text[max(0, at - 10) : at + 28].strip()
