"""Two sides of a story: whom the headline quotes, and who says the opposite of whoever is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsforge.engine.compose.dependence import outside_quotes
from newsforge.engine.compose.model import Line

#: Who turns against it: a word of contrast, or of protest.
_TURNS = {
    "ko": re.compile(
        r"^(?:반면|그러나|하지만|다만|이에 대해|이에 맞서|반대로|한편)[, ]|"
        r"반발|비판|반박|반대(?:했|한다|하|파|측)|우려(?:했|를 (?:표|제기|나타))|규탄|지적했|"
        r"항의|문제를 제기|철회를 (?:요구|촉구)"
    ),
    "en": re.compile(
        r"^(?:But|However|Yet|By contrast|On the other hand)\b|"
        r"\b(?:critics?|opponents?|opposition|oppos(?:es|ed)|critici[sz](?:ed|es)|condemn(?:ed|s)|protest(?:ed|s)?|"
        r"object(?:ed|s) to|rejected|disputed|warned|questioned|disagree[ds]?|s[ck]eptic\w*|union|campaigners)\b|"
        r"\b(?:called|calls) (?:it|the [^“\"]{3,40}|[A-Za-z ]{3,30}) [“\"]",
    ),
    "ja": re.compile(
        r"^(?:一方|しかし|だが|これに対し|ただ)|反対(?:し|する|の)|反発|批判|反論|懸念|異論|疑問を|抗議|慎重に"
    ),
}
_SAYS = {
    "ko": re.compile(
        r"(?:말했|밝혔|강조했|주장했|반박했|비판했|지적했|촉구했|요구했|덧붙였|설명했|평가했|우려했|호소했|[고며] 했다)"
    ),
    "en": re.compile(
        r"\b(?:said|says|told|added|argued|warned|called|insisted|accused|wrote|welcomed|according to|responded)\b"
    ),
    "ja": re.compile(r"(?:述べ|話|語|説明し|強調し|訴え|指摘し|主張し|批判し|反論し|コメント)"),
}
_SPEECH = re.compile(r"“([^”]+)”|\"([^\"]+)\"|「([^」]+)」|‘([^’]{4,})’|(?<!\w)'([^']{4,})'(?!\w)")
#: Of the letters that a headline quotes, what a speech shares with it to be that speech.
_SAME_SPEECH = 0.6
_PLAIN = re.compile(r"[\W_]+")


def quoted_in(headline: str, line: Line) -> float:
    """How much of what the headline quotes this line says: 0 to 1."""
    said = " ".join(_speeches(line.sentence.text))
    return max((_shared(piece, said) for piece in _speeches(headline)), default=0.0) if said else 0.0


def speaks_headline(headline: str, line: Line) -> bool:
    return quoted_in(headline, line) >= _SAME_SPEECH


def find_other_side(lines: Sequence[Line], quote: Line | None, headline: str, language: str) -> Line | None:
    """Who speaks against the one that is quoted; the headline's second half says which of several."""
    turns = _TURNS.get(language)
    if turns is None:
        return None
    if quote is None:
        return _opposing(lines, turns, headline, language)
    opposes = turns.search(outside_quotes(quote.sentence.text)) is not None
    able = [
        line
        for line in lines
        if line.index != quote.index and line.alone and not line.is_owed and _speaks(line, language)
    ]
    if opposes:
        able = [line for line in able if line.has_quote and not turns.search(outside_quotes(line.sentence.text))]
        able = [line for line in able if line.index < quote.index]
        return max(able, key=lambda line: (quoted_in(headline, line), line.index), default=None)
    facing = [line for line in able if turns.search(outside_quotes(line.sentence.text)) and line.index > quote.index]
    if not facing:
        facing = [line for line in able if _replies(line, quote)]
    second = headline[len(headline) // 2 :]
    return max(facing, key=lambda line: (_overlap(second, line), line.has_quote, -line.index), default=None)


def _opposing(lines: Sequence[Line], turns: re.Pattern[str], headline: str, language: str) -> Line | None:
    """Where nobody is quoted at length: who speaks against what somebody has said before."""
    said = [line for line in lines if _speaks(line, language) and not line.is_owed]
    facing = [line for line in said[1:] if line.alone and turns.search(outside_quotes(line.sentence.text))]
    second = headline[len(headline) // 2 :]
    return max(facing, key=lambda line: (_overlap(second, line), -line.index), default=None)


#: A title that tells of both sides.
_BOTH = {
    "ko": re.compile(
        r"(?<![A-Za-z])(?:vs|VS)(?![A-Za-z])|반발|반대(?!편|쪽|차|로)|비판|공방|반박|맞서|논란|대립|"
        r"정면 ?충돌|(?:여야|노사|찬반|의견)[^.]{0,24}충돌"
    ),
    "en": re.compile(
        r"\b(?:vs\.?|versus|critics?|opponents?|opposition|oppos\w+|backlash|clash(?:es)? over|row over|protests?|"
        r"objections?|divided|unions?|anger(?:s|ed)?|outcry|petition|despite [^,]*(?:warnings?|concerns?|criticism))\b"
    ),
    "ja": re.compile(r"反発|反対|批判|対立|賛否|異論|専門家「"),
}


def has_two_sides(headline: str, language: str) -> bool:
    pattern = _BOTH.get(language)
    return pattern is not None and pattern.search(headline) is not None


def _replies(line: Line, quote: Line) -> bool:
    """Another speaker right after, in the same paragraph."""
    return line.index == quote.index + 1 and line.sentence.paragraph == quote.sentence.paragraph


def _speaks(line: Line, language: str) -> bool:
    return _SAYS[language].search(outside_quotes(line.sentence.text)) is not None


def _speeches(text: str) -> Iterator[str]:
    for match in _SPEECH.finditer(text):
        yield next(filter(None, match.groups()))


def _overlap(half: str, line: Line) -> float:
    return round(_shared(half, line.sentence.text), 2)


def _shared(piece: str, said: str) -> float:
    """Of the pairs of letters of ``piece``, how many are in ``said``."""
    pairs = _pairs(piece)
    return len(pairs & _pairs(said)) / len(pairs) if pairs else 0.0


def _pairs(text: str) -> frozenset[str]:
    plain = _PLAIN.sub("", text).casefold()
    return frozenset(plain[at : at + 2] for at in range(len(plain) - 1))
