# ruff: noqa: E501 -- patterns of three languages read best beside each other; a Korean letter counts as two
"""What one person said told as another's, in words of one's own: both are named with their positions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsforge.engine.receipts.alignment import held_by
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.titles import titles_in

_PERSON = {
    "ko": re.compile(r"(?:^|[\s,])(?P<name>[가-힣]{2,4})(?: ?(?P<sir>씨)| (?:[가-힣A-Za-z·]+ ){0,3}?(?P<title>[가-힣]{2,6}))(?:은|는|이|가|도) "),
    "ja": re.compile(r"(?P<name>[一-鿿]{2,5}?)(?P<title>社長|会長|委員長|知事|市長|教授|研究員|主任研究員|監督|大臣|代表|団長|局長|部長)(?:は|が|も)"),
}  # fmt: skip
#: Prewett said: the last word of a name.
_EN_PERSON = re.compile(
    r"\b(?:[A-Z][\w'’-]+ ){1,3}(?P<name>[A-Z][\w'’-]+)(?:, [^,]{2,60},)? (?:said|says|told|argued|insisted|warned|added|claimed)\b"
)
_SAYS = {
    "latin": re.compile(r"\b(?:said|says|told|argued|insisted|warned|added|claimed)\b"),
    "ko": re.compile(
        r"(?:다|라|자|냐|겠다|고|며)고? ?(?:주장|설명|반박|요구|지적|강조|비판|분석|전망|밝혔|밝힌|말했|말한|했다|호소|해명|덧붙|우려|예상|약속|평가|내다)"
    ),
    "ja": re.compile(r"と(?:主張|説明|反論|要求|指摘|訴え|述べ|話|語|批判|分析|強調|評価|みて|注文)"),
}
_SAYING = re.compile(
    r"^(?:밝혔|말했|주장|설명|강조|지적|우려|전망|비판|덧붙|호소|예상|약속|평가|述|話|語|主張|説明|指摘|強調|批判|評価)"
)
#: So much of what is said must stand in the other one's sentence, and at most so much in one of this one's.
_LEAST_HELD, _MOST_OWN, _HALF = 0.6, 0.4, 0.5
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class _Speaker:
    name: str
    start: int
    end: int


def problems(claim: Claim) -> list[Problem]:
    script = script_of(claim.language)
    if claim.foreign or script not in _SAYS or _SAYS[script].search(claim.lower) is None:
        return []
    mine = _speaker(claim.statement, script)
    source = claim.alignment.best
    if mine is None or source is None or mine.name in source.cased:
        return []
    theirs = _speaker(source.cased, script)
    if theirs is None or _SAYS[script].search(source.folded.text) is None or _is_one(mine.name, theirs.name):
        return []
    if _share(claim, mine, source) < _LEAST_HELD:
        return []
    own = [other for other in claim.evidence.sources if mine.name in other.cased]
    after = [claim.evidence.sources[one.index + 1] for one in own if one.index + 1 < len(claim.evidence.sources)]
    if not own or any(_share(claim, mine, other) > _MOST_OWN for other in (*own, *after) if other is not source):
        return []
    text = claim.text[mine.start : mine.end]
    why = f"The post has {text} say it; in the article it is “{theirs.name}”."
    return [Problem("speaker", text, why, mine.start, mine.end, source.original(theirs.start, theirs.end))]


def _speaker(text: str, script: str) -> _Speaker | None:
    """The first person who stands with a position as the topic of the sentence."""
    if script == "latin":
        said = _EN_PERSON.search(text)
        return _Speaker(said["name"], *said.span("name")) if said is not None else None
    for match in _PERSON[script].finditer(text):
        if script == "ja" or match["sir"] or titles_in(match["title"], script):
            return _Speaker(match["name"], match.start("name"), match.end("name"))
    return None


def _is_one(name: str, other: str) -> bool:
    return name.startswith(other) or other.startswith(name)


def _share(claim: Claim, speaker: _Speaker, source: Source) -> float:
    said = [
        word
        for word in claim.words
        if word.start >= speaker.end and word.meaningful and not _SAYING.match(word.text) and not _is_title(word.text)
    ]
    if len(said) < _FEWEST:
        return 0.0
    return sum(held_by(word, source) >= _HALF for word in said) / len(said)


def _is_title(text: str) -> bool:
    return bool(titles_in(text, "ko")) and len(text) <= _LONGEST_TITLE


_LONGEST_TITLE = 7
