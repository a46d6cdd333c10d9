"""Who is accused in the news, and how far it has come: charged and not judged, cleared, or convicted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from newsforge.engine.compose.dependence import outside_quotes
from newsforge.engine.compose.model import Line
from newsforge.engine.compose.phrases import ROLES

#: ``open`` where nobody has judged it yet.
Stage = Literal["open", "cleared", "convicted"]

_ACCUSES = {
    "ko": re.compile(
        r"혐의|기소|구속(?!력)|송치|고소|고발|의혹|체포|입건|피소|압수수색|구속영장|수사를 받|수사에 착수|재판에 넘|"
        r"제소|소송을 (?:냈|제기|당)|구형|폭로"
    ),
    "en": re.compile(
        r"\b(?:charged (?:with|over|in (?:connection|court)|after|for (?!(?:a|an|the|each|every)\b))|"
        r"fac(?:es?|ing) (?:\w+ ){0,2}charges?\b|"
        r"accus(?:ed|es|ing|ations?)\b|(?<!cardiac )arrest(?:s|ed|ing)?\b|"
        r"(?:an?|the|chief|main|prime) suspects?\b|suspected (?:of|in)\b|(?-i:sue[sd]?|Sue[sd])\b|suing\b|lawsuits?\b|"
        r"alleg(?:ed|es?|edly|ations?|ing)\b|indict(?:s|ed|ments?)\b|prosecuted\b|on trial\b|"
        r"(?:jury|jurors|court|tribunal|trial) (?:has |have )?(?:heard|hears|(?:was|were|is) told)\b|"
        r"(?:suspended|investigated|removed|questioned) (?:over|on suspicion|amid)\b|under investigation\b)",
        re.IGNORECASE,
    ),
    "ja": re.compile(
        r"容疑|逮捕|起訴|書類送検|送検|疑い(?:で|が|を|の|も)|疑惑|提訴|告発|告訴|家宅捜索|訴えられ|損害賠償を求め"
    ),
}
_CLEARED = {
    "ko": re.compile(r"무죄|무혐의|불기소|혐의를? 벗|공소 ?기각"),
    "en": re.compile(
        r"\b(?:acquit(?:s|ted|tal)|cleared (?:of|over)|(?:found|verdict of|jury finds? \w+) not guilty|"
        r"not guilty verdict|charges? (?:were |was |are |is )?(?:dropped|dismissed)|"
        r"(?:drops?|dropped|dismiss(?:es|ed)|throws? out|threw out) (?:the |all |its )?(?:\w+ )?charges?)\b",
        re.IGNORECASE,
    ),
    "ja": re.compile(r"無罪(?!を主張|主張)|不起訴|嫌疑不十分"),
}
_CONVICTED = {
    "ko": re.compile(
        r"유죄|(?:징역|금고) ?\d[^.]{0,20}(?:선고|확정|받)|(?:실형|벌금형|사형|무기징역)|"
        r"(?:징역|금고|집행유예) ?\d+(?:년|개월)(?!.{0,12}구형)"
    ),
    "en": re.compile(
        r"\b(?:convicted|convicts?|conviction|(?<!not )guilty of|found guilty|pleads guilty|pleaded guilty|pled guilty|"
        r"jailed|sentenced|imprisoned|admits|admitted|confess(?:es|ed))\b",
        re.IGNORECASE,
    ),
    "ja": re.compile(r"有罪|(?:懲役|禁錮|拘禁刑)\d|実刑"),
}
_KO_ASKED = re.compile(r"구형")
#: Who is named: 문재하(44) 씨, 정태호 전 시의원.
_KO_NAME = re.compile(
    rf"(?<![가-힣])(?P<name>[가-힣]{{2,4}})(?: ?\((?:\d{{1,3}}|[가-힣·, ]{{1,4}}\d{{1,3}})\))?"
    rf"(?= ?씨| (?:전 |당시 |신임 )?(?:[가-힣A-Za-z0-9]{{2,10}} ){{0,2}}[가-힣]{{0,8}}(?:{ROLES})"
    r"(?:[은는이가을를의도와과에]|$|[ ,]))"
)
_KO_AGED = re.compile(r"(?<![가-힣])(?P<name>[가-힣]{2,4}) ?\((?:\d{2}|[남여]·?,? ?\d{2})\)")
_EN_PERSON = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sir|Prof)\.? )?(?P<name>[A-Z][a-z’'-]+(?: [A-Z]\.)?(?: [A-Z][a-z’'-]+){1,2})(?=, \d{1,2}\b)"
)
_EN_TWO = re.compile(r"\b(?=(?P<first>[A-Z][a-z’'-]+) (?:[A-Z]\. )?(?P<name>(?:Mc|Mac|O[’'])?[A-Z][a-z’'-]+)\b)")
_JA_NAME = re.compile(r"(?P<name>[一-龥ぁ-んァ-ヶー々]{2,7}?)(?:容疑者|被告|元被告)")


#: Whose age the first lines tell is whom the case is about, whatever these lines are.
_NEAR_TOP = 6


@dataclass(frozen=True, slots=True)
class Accusation:
    """``accused`` are the names of people that the accusing lines hold, short and full, ``told`` is what title and lead
    say of it."""

    stage: Stage
    accused: frozenset[str]
    told: str = ""

    def names(self, text: str) -> bool:
        return any(name in text for name in self.accused)


def accuses(text: str, language: str) -> bool:
    pattern = _ACCUSES.get(language)
    return pattern is not None and pattern.search(outside_quotes(text)) is not None


def find_accusation(
    headline: str, lead: Line | None, lines: Sequence[Line], language: str, full_names: dict[str, tuple[str, ...]]
) -> Accusation | None:
    """None unless the news itself accuses somebody or clears an accused. ``full_names`` as :class:`Line` has them."""
    told = [headline, *([lead.text] if lead else [])]
    bare = " ".join(outside_quotes(text) for text in told)
    cleared = _CLEARED.get(language)
    if cleared is None:
        return None
    if cleared.search(bare):
        return Accusation("cleared", _accused(told, lines, language, full_names), bare)
    if not accuses(bare, language):
        return None
    asked = language == "ko" and _KO_ASKED.search(bare)
    if _CONVICTED[language].search(bare) and not asked:
        return Accusation("convicted", frozenset())
    return Accusation("open", _accused(told, lines, language, full_names), bare)


def _accused(
    told: Iterable[str], lines: Sequence[Line], language: str, full_names: dict[str, tuple[str, ...]]
) -> frozenset[str]:
    texts = [*told, *(line.sentence.text for line in lines if accuses(line.sentence.text, language))]
    whole = "\n".join(line.sentence.text for line in lines)
    found: set[str] = set()
    aged = "\n".join(outside_quotes(line.sentence.text) for line in lines[:_NEAR_TOP])
    if language == "en":
        found |= {name for match in _EN_PERSON.finditer(aged) for name in _parts(match["name"])}
    for text in map(outside_quotes, texts):
        if language == "ko":
            called = {match["name"] for match in (*_KO_NAME.finditer(text), *_KO_AGED.finditer(aged))}
            found |= {name for name in called if name in full_names.get(name[0], ())}
        elif language == "ja":
            found |= {match["name"] for match in _JA_NAME.finditer(text)}
        else:
            found |= {
                name
                for match in _EN_TWO.finditer(text)
                if _is_person(match["first"], match["name"], whole)
                for name in (f"{match['first']} {match['name']}", match["name"])
            }
    return frozenset(found)


def _parts(name: str) -> tuple[str, str]:
    return name, name.rpartition(" ")[2]


def _is_person(first: str, last: str, whole: str) -> bool:
    """Called by title, by age, by surname alone, or at home somewhere."""
    name = re.escape(last)
    return bool(
        re.search(
            rf"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\b\.? (?:{re.escape(first)} )?{name}\b|\b{name}, \d{{1,2}}\b|"
            rf"\b(?:lawyer|solicitor|attorney|counsel) for (?:{re.escape(first)} )?{name}\b|"
            rf"(?:^|[.”\"] ){name} [a-z]+(?:ed|es|s|d)\b|"
            rf"(?:^|[.”\"] ){name}[’'](?:s)? (?:lawyer|solicitor|attorney|counsel)",
            whole,
            re.MULTILINE,
        )
    )
