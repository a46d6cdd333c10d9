"""An English lead as a headline: cut before its circumstances, and without the day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsforge.engine.compose.trimmed import narrowed

_DAY = re.compile(
    r",? (?:late |early )?(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?: (?:morning|afternoon|evening|night))?(?=[ ,.]|$)"
)
#: Who says so stays with what is said.
_SOURCE = re.compile(
    r"\b(?:said|says|saying|according to|sources?|officials?|police|authorities|alleg\w+|claim\w*|reportedly)\b"
)
_CLAUSE = (
    r"after|when|while|amid|following|because|despite|before|"
    r"as(?! (?:an?|the|CEO|chief|head|part|well|of|many|much|far|long)\b)"
)
_PLACE = r"for|in|at(?! (?:least|most)\b)|on|from|with|near|over|during|across|against|outside|inside|under|by"
_BORDER = re.compile(rf",? (?:(?P<clause>{_CLAUSE})|(?P<place>{_PLACE})) |, (?=[a-z])")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|rose|fell|won|beat|struck|hit|cut|shut|took|made|gave|began|broke|"
    r"brought|left|lost|led|met|paid|ran|sank|saw|sold|sent|set|shook|shot|spent|stood|swept|told|went|wrote|grew|drew|"
    r"drove|flew|froze|held|kept|laid|tore|blew|quit|upheld|overturned|[a-z]{3,}ed)\b"
)
_FEWEST_WORDS = 5
#: A statement that is not whole without what follows, or that does not begin with what it is about.
_OPEN = re.compile(
    r"\b(?:who|that|which|whose|if|not|no|never|between|whether)\b|"
    r"^(?:At|In|On|As|When|After|While|For|With|Before|Since|During|Under|Despite|By|From)\b|[“”\"]"
)
_NOT_LAST = re.compile(
    r"\b(?:a|an|the|of|to|in|on|at|by|for|with|and|or|but|its|their|his|her|up|out|more|most|less|than|about|nearly|"
    r"almost|over|under|is|are|was|were|has|have|had|will|would|be|been|being|also|just|only|first|largest|[a-z]+ly)$"
)
#: as Westmere came | from behind
_VERB_LAST = re.compile(r"(?:ed|ing)$")
_STRAY_VERB = re.compile(
    r"\b(?:came|went|got|put|sat|became|began|broke|fell|rose|gave|kept|held|led|lost|made|ran|took|stood)$"
)
#: Who won, in a sentence on a match; and a score by itself.
_WON = (
    r"(?:beat|beats|defeated|edged|downed|routed|thrashed|stunned|overcame|swept|crushed|"
    r"(?:rallied|eased|cruised) past|held off|knocked out|won|drew|lost)"
)
_SCORE = r"\d{1,3}[-–]\d{1,3}"
_RESULT = re.compile(
    r"(?:, and|\b(?:as|and|while)) (?:the )?"
    r"(?P<result>[A-Z][\w’'. -]{2,40}? (?:(?:came from behind|rallied|fought back) to )?"
    rf"{_WON} (?:[\w’'.-]+ ){{0,5}}?{_SCORE})(?![\w-])"
)
_TURNED = re.compile(r"(?:came from behind|rallied|fought back) to (?=beat )")
_HAS_RESULT = re.compile(rf"\b{_WON}\b.*{_SCORE}")


def leaves_out_the_result(form: str, lead: str) -> bool:
    """Of a match that was won: he scored twice."""
    return bool(_HAS_RESULT.search(lead)) and not _HAS_RESULT.search(form)


def results(text: str) -> Iterator[str]:
    """Westmere came from behind to beat Kingsport City 2-1: the clause that says who won."""
    yield from (match["result"] for match in _RESULT.finditer(text))


def results_in_short(text: str) -> Iterator[str]:
    """Westmere beat Kingsport City 2-1, for a place that has no room for how."""
    for result in results(text):
        yield from (result, _TURNED.sub("", result))


def told(text: str) -> Iterator[str]:
    """Longest forms and shorter ones, in no order."""
    yield from results(text)
    unsaid = _SAID.sub("", text)
    for whole in dict.fromkeys((text, unsaid)):
        for form in (whole, *narrowed(whole, "en"), *_before_circumstance(whole)):
            bare = form.rstrip(".")
            yield bare
            if not _SOURCE.search(bare):
                dayless = _DAY.sub("", bare, count=1)
                yield from (dayless, _ARTICLE.sub(lambda match: match["letter"].upper(), dayless))


#: Whether it may go, the receipts know.
_SAID = re.compile(
    r", (?:(?:the )?[A-Za-z ]{3,40} said|according to (?:the )?[A-Za-z ]{3,40})(?: (?:on )?[A-Z][a-z]+day)?\.?$"
)
#: A headline's first word: Appeals court upheld.
_ARTICLE = re.compile(r"^(?:An?|The) (?P<letter>[a-z])")


def _before_circumstance(text: str) -> Iterator[str]:
    for match in _BORDER.finditer(text):
        head = text[: match.start()]
        verb = _VERB.search(head)
        if (
            len(head.split()) < _FEWEST_WORDS
            or verb is None
            or _OPEN.search(head)
            or _SOURCE.search(text[match.end() :])
            or _NOT_LAST.search(_DAY.sub("", head))
        ):
            continue
        # Homes were evacuated after it; but not: a plan aimed | at cutting.
        if match["clause"] is None and (_VERB_LAST.search(head) or verb.end() == len(head) or _STRAY_VERB.search(head)):
            continue
        yield head
