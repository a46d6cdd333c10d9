"""Which quotation lets a person speak: one who is named with a title, saying what the news turns on."""

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
    "ja": re.compile(r"(?:述べ|話し|語っ|語る|説明し|強調し|コメントし|訴え|明らかにし|指摘し|話す|いう)"),
}
_SPEECH = re.compile(r"“([^”]+)”|\"([^\"]+)\"|「([^」]+)」")
_NAMED = {
    "ko": re.compile(
        rf"(?<![가-힣])[가-힣]{{2,4}} (?:[가-힣A-Za-z0-9·]+ ){{0,4}}[가-힣]*(?:{ROLES})[은는이가도]|"
        rf"(?:{ROLES})[인]? [가-힣]{{2,4}}(?:은|는|이|가) "
    ),
    "en": re.compile(r"[A-Z][a-z’'-]+ (?:[A-Z]\. )?[A-Z][A-Za-z’'-]+"),
    "ja": re.compile(
        r"[一-龥ぁ-んァ-ヶー]{2,6}(?:社長|会長|氏|知事|市長|教授|大臣|首相|代表|監督|選手|所長|部長|課長|さん)"
    ),
}
_SHORT_NAME = re.compile(rf"(?<![가-힣])[가-힣] (?:전 )?(?:{ROLES})[은는이가도]")
_NAMELESS = {
    "ko": re.compile(
        r"(?:관계자|소식통|측|시민|주민|누리꾼|네티즌|목격자|업계|\([^)]*\d+\)|[A-Z가-힣]씨)(?:은|는|이|가|도|들)"
    ),
    "en": re.compile(r"\b(?:officials?|sources?|a (?:resident|witness|spokes\w+)|people|statement)\b"),
    "ja": re.compile(r"関係者|担当者|住民|男性|女性"),
}
_WHOLE = {
    "ko": re.compile(r"(?:[다요까자라]|것)[.!?]?$"),
    "en": re.compile(r"[.,!?]$"),
    "ja": re.compile(r"[一-龥ぁ-ん]$"),
}
#: A bystander's comment, where those who did it speak too.
_OUTSIDER = re.compile(r"참여하지 않은|관여하지 않은|not involved in|did not take part|研究に関わっていない")
#: Characters of a quote that a reader takes in.
_READABLE = {"ko": (18, 90), "ja": (14, 80), "en": (40, 200)}


def best_quote(ranked: tuple[Line, ...], lead: Line | None, title_terms: frozenset[str], language: str) -> Line | None:
    """A nameless speaker is heard only where no named one is."""
    saying = _SAYING.get(language)
    able = [
        line
        for line in ranked
        if line.has_quote
        and line.alone
        and line != lead
        and saying
        and saying.search(outside_quotes(line.alone))
        and (language == "en" or line.alone[0] not in '“"「')
    ]
    return max(able, key=lambda line: (_worth(line, title_terms, language), -line.index), default=None)


def _worth(line: Line, title_terms: frozenset[str], language: str) -> float:
    text = line.alone or line.text
    bare = outside_quotes(text)
    speech = max((next(filter(None, found)) for found in _SPEECH.findall(text)), key=len, default="")
    worth = 0.5 * line.score + 0.4 * similarity(line.terms, title_terms)
    if (named := _NAMED.get(language)) and named.search(bare):
        worth += 1.0
    elif language == "ko" and _SHORT_NAME.search(bare):
        worth += 0.3
    if (nameless := _NAMELESS.get(language)) and nameless.search(bare):
        worth -= 0.8
    worth -= 0.3 * bool(_OUTSIDER.search(bare))
    if (whole := _WHOLE.get(language)) and whole.search(speech.strip()):
        worth += 0.2
    least, most = _READABLE.get(language, (40, 200))
    worth -= 0.4 * (len(speech) < least) + 0.3 * (len(speech) > most)
    return worth - 0.3 * (line.needs == "subject")
