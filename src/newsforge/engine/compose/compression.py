"""An English headline for the narrowest places: what only says more goes, and who does what to what stays.

Portland council votes 7-5 to end downtown curfew for teenagers becomes Portland council votes to end curfew. Whether a
form still says what the headline says, the receipts are asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsforge.engine.compose.prose import is_balanced
from newsforge.engine.compose.shorten import ends_open, is_english_headline, odd_marks
from newsforge.engine.receipts.gaps import EN_PLACES
from newsforge.engine.text.stopwords import ENGLISH

#: Adjectives and nouns before a noun that say where, when or what kind, and change nothing when they go.
_MODIFIER = re.compile(
    r"(?<= )(?:new|major|big|large|small|huge|massive|historic|controversial|proposed|planned|long|annual|local|"
    r"federal|national|regional|public|downtown|city-?wide|state-?wide|nationwide|late-stage|automated|experimental|"
    r"top|key|popular|deadly|fatal|violent|severe|strong|heavy|record|late|early|former|longtime|veteran|"
    r"(?:[a-z]+-)+[a-z]+|"
    r"\d+-(?:hour|day|week|month|year|minute|mile|page|member|story|bed)(?:-old)?) (?=[a-z])"
)
#: How many voted, on which day: beside what was decided.
_TALLY = re.compile(
    r"(?<=[a-z]) \d+[-–]\d+(?= (?:to|for|against|on)\b)|,? (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)
_PREPOSITIONS = r"at|in|near|on|outside|inside|after|before|during|amid|across|along|around|from|for|over|with|by|under"
_PLACED = (
    rf" (?:{_PREPOSITIONS}) (?:the |an? |its |their |his |her )?[\w’'.$%-]+"
    r"(?: (?!(?:despite|because|while|when|although|though|following|that|who|which|and|but)\b)[\w’'.$%-]+){0,2}?"
)
#: at Port Calder, after dinner: where or when, as far as the next preposition.
_PHRASE = re.compile(rf"{_PLACED}(?=$| (?:{_PREPOSITIONS}|to|as|against|into|amid|and)\b)")
#: Fire at Port Calder | kills two: as far as the verb; a plural before a preposition is what it is for (for garden
#: waste | bins from April).
_PHRASE_OF_SUBJECT = re.compile(
    rf"{_PLACED}(?= [a-z]{{2,}}ed\b| [a-z]{{2,}}s\b(?! (?:{_PREPOSITIONS})\b|$)|"
    r" (?:begin|cut|hit|win|won|set|is|are|was|were|may|will)\b)"
)
#: closes for nine months | after inspectors find cracks; but nothing with if, unless or until.
_CIRCUMSTANCE = re.compile(
    r",? (?:after|because|despite|amid|following|although|though|while|when|ahead of|in the wake of) (?!all\b).*$"
)
#: quits | days after; but not: for nine months, within days.
_SPAN = re.compile(
    r"(?<! for)(?<! in)(?<! of)(?<! \d)(?<!\d\d)(?<! one)(?<! two)(?<! six)(?<! ten)(?<! few)(?<! four)(?<! five)"
    r"(?<! nine)(?<! three)(?<! seven)(?<! eight)(?<! within)(?<! several)(?<! many) (?:days|weeks|months|hours|years)$"
)
#: , opened in 1911, and $48 million before a plan.
_ASIDE = re.compile(r", (?:an? |the )?[a-z][^,]*,(?= [a-z])")
_SUM = re.compile(r"(?<= )[$€£¥₩][\d.,]+(?: (?:million|billion|trillion))?(?:-a-[a-z]+)? (?=[a-z])")
#: approves plan | to dredge the channel; but not what somebody is forced | to do.
_PURPOSE = re.compile(r" to [a-z]+ .*$")
_CAUSES = re.compile(
    r"\b(?:forc|order|requir|ask|tell|told|urg|allow|let|want|expect|caus|press|push)(?:e?s|e?d|ing)?\b"
)
#: Samsung rival | Norix: whose name says it.
_KIND = re.compile(
    r"^(?:[A-Z][\w&.-]* )?(?:rival|giant|maker|chipmaker|carmaker|automaker|drugmaker|firm|company|startup|start-up|"
    r"group|star|actor|singer|retailer|airline|lender|bank) (?=[A-Z])"
)
#: Elm Street | library: its name, where there is no room for it.
_PROPER = re.compile(rf"(?<=[a-z] )(?:[A-Z][\w’'-]+ ){{1,3}}(?=(?:{'|'.join(sorted(EN_PLACES))})\b)")
#: votes 7-5 | decides to | agrees: what was decided is still to come.
_UNDECIDED = re.compile(
    r"\b(?:votes?|voted|decides?|agrees?|moves?|plans?|wants?|seeks?|tries|hopes?|refuses?|threatens?|vows?|pledges?)"
    r"(?: \d+[-–]\d+)?$|\b(?:led|leads|due|able|set|ready|braces?|prepares?|aims?|"
    r"heads?|turns?|looks?|urges?|accused|expected|linked|tied)$|"
    # As Trump pitches his plan: what happened meanwhile is still to come.
    r"^From (?!.* to )|^(?:As|While|After|When|If|Despite|Amid|Before|Since|Although|Though|Because)\b[^,]*$",
    re.IGNORECASE,
)
#: Harrowgate to charge | for bins: what a deed calls for. Of these nothing is missing.
_TO_DO = re.compile(r"(?<= to )(?P<deed>[a-z]+)(?: (?:from|in|on|by|until) (?:[A-Z]\w+|\d+))?$")
_WHOLE_DEEDS = frozenset(
    [
        "close",
        "open",
        "reopen",
        "strike",
        "quit",
        "resign",
        "retire",
        "rise",
        "fall",
        "expand",
        "merge",
        "return",
        "appeal",
        "end",
        "begin",
        "start",
        "vote",
        "run",
        "shut",
        "leave",
        "go",
        "stay",
        "change",
        "continue",
        "die",
        "speak",
        "testify",
        "rest",
        "wed",
        "marry",
        "split",
        "move",
    ]
)
_IS_VERB = re.compile(r"[a-z]+(?:s|ed)").fullmatch
_STEPS, _MOST_FORMS = 4, 60


def leaves_open(form: str) -> bool:
    """Whether it ends on a verb that says nothing without what follows."""
    deed = _TO_DO.search(form)
    return _UNDECIDED.search(form) is not None or (deed is not None and deed["deed"] not in _WHOLE_DEEDS)


_PHRASE_END = re.compile(r"[,:;!?]$")
_LOWER = re.compile(r"[a-z][a-z’'-]+")
_VERB_LIKE = re.compile(r".*(?:s|ed|ing)$")


def english_phrases(text: str) -> tuple[str, ...]:
    """Names of a headline with the nouns behind them (Jeffrey Epstein documents), longest first: where no form of it
    that tells the news has room."""
    words, found = text.split(), []
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and words[end][:1].isupper() and words[end].lower().strip(",:;!?") not in ENGLISH:
            end += 1
            if _PHRASE_END.search(words[end - 1]):
                break
        if end > at and not _PHRASE_END.search(words[end - 1]):
            end = _behind_nouns(words, end)
        if end - at > 1:
            found.append(" ".join(words[at:end]).rstrip(",:;!?"))
        at = max(end, at + 1)
    lower = (
        sum(bool(_LOWER.fullmatch(word)) for word in words) > len(words) / 3
    )  # in Title Case every run of words looks like a name
    able = [phrase for phrase in found if is_balanced(phrase) and not re.search(r"[‘’'\"“”]\S*$", phrase)]
    return tuple(sorted(able, key=lambda phrase: (-len(phrase), phrase))) if lower else ()


def _behind_nouns(words: list[str], at: int) -> int:
    """documents released, but not demands answers: a plural is a noun where no noun follows it."""
    while at < len(words) and _LOWER.fullmatch(words[at].rstrip(",:;!?")) and words[at].strip(",:;!?") not in ENGLISH:
        after = (
            words[at + 1].lower().rstrip(",:;!?") if at + 1 < len(words) and not _PHRASE_END.search(words[at]) else ""
        )
        if _VERB_LIKE.fullmatch(words[at].rstrip(",:;!?")) and not (
            words[at].rstrip(",:;!?").endswith("s")
            and (not after or (after in ENGLISH and after != "to") or after.endswith("ed"))
        ):
            break
        at += 1
        if _PHRASE_END.search(words[at - 1]):
            break
    return at


def compressed(text: str) -> tuple[str, ...]:
    """Longest first; empty for a question or a headline that quotes."""
    if re.search(r"[?“”\"‘]| [–—-] ", text):
        return ()
    found: dict[str, None] = {}
    level = [text]
    for _ in range(_STEPS):
        level = [
            form for form in dict.fromkeys(shorter for one in level for shorter in _one_less(one)) if form not in found
        ]
        found.update(dict.fromkeys(level[: _MOST_FORMS - len(found)]))
        if not level or len(found) >= _MOST_FORMS:
            break
    able = [form for form in found if is_english_headline(form.split()) and not leaves_open(form)]
    return tuple(sorted(able, key=lambda form: (-len(form), form)))


def _one_less(text: str) -> Iterator[str]:
    if kind := _KIND.match(text):
        yield text[kind.end() :]
    for pattern in (_TALLY, _MODIFIER, _ASIDE, _PHRASE, _PHRASE_OF_SUBJECT, _SUM, _PROPER, _PURPOSE, _CIRCUMSTANCE):
        for match in pattern.finditer(text):
            head, tail = text[: match.start()], text[match.end() :]
            if head and not _is_bound(pattern, head, match[0], tail):
                yield _SPAN.sub("", head) if pattern is _CIRCUMSTANCE else (head + tail).strip()


def _is_bound(pattern: re.Pattern[str], head: str, gone: str, tail: str) -> bool:
    """Whether what stands before or behind needs what would go."""
    if pattern is _PURPOSE:
        return _CAUSES.search(head) is not None
    is_done = any(map(_IS_VERB, head.split()[1:]))
    if pattern is _PHRASE_OF_SUBJECT:
        # to close for nine | months: behind the verb, months is no verb but a noun.
        return is_done or " to " in head
    if pattern is not _PHRASE:
        return False
    # after canoe capsizes | in high winds: the winds are the clause's; quits days | after the audit: the days, too.
    if gone.startswith((" after ", " before ")) and (tail or _SPAN.search(head)):
        return True
    # brace for a sprint | to the end: what the verb calls for.
    return tail.startswith(" to ") and is_done


#: Short walks after dinner | linked to; Delhi air pollution | : the law.
_TOPIC = re.compile(
    r"[^:?!–—]{8,}?(?=:? (?:may|could|will|would|should|linked|tied|heading|is|are|was|were|has|have|to)\b|: )"
)
#: Mayor's office denies report that city | will: the beginning of something said, and no topic.
_SAYS = re.compile(r"\b(?:that|whether|which|who|den(?:y|ies)|says?|claims?|vows?|warns?|admits?|rejects?)\b")


def find_topic(headline: str) -> str | None:
    """What an English headline is about. Council votes | to close the library is no topic but a deed begun."""
    match = _TOPIC.match(headline)
    topic = match[0] if match else ""
    if " " not in topic or _SAYS.search(topic) or leaves_open(topic) or odd_marks(topic):
        return None
    return topic[:1].upper() + topic[1:]


#: A beginning of fewer words says nothing.
_FEWEST_OPENING = 3


def openings(headline: str) -> Iterator[str]:
    """Its beginnings, longest first, each of which says that it goes on: for a place that takes nothing whole."""
    words = headline.split()
    for number in range(len(words) - 1, _FEWEST_OPENING - 1, -1):
        head = " ".join(words[:number]).rstrip(",;:–—-·…")
        if is_balanced(head) and not ends_open(head):
            yield f"{head}…"
