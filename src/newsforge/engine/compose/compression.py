"""An English headline for the narrowest places: what only says more goes, and who does what to what stays.

Portland council votes 7-5 to end downtown curfew for teenagers becomes Portland council votes to end curfew. Whether a
form still says what the headline says, the receipts are asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsforge.engine.compose.shorten import is_english_headline

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
#: at Port Calder, after dinner: where or when, as far as the next verb or preposition.
_PHRASE = re.compile(
    rf" (?:{_PREPOSITIONS}) (?:the |an? |its |their |his |her )?[\w’'.$%-]+(?: [\w’'.$%-]+){{0,2}}?"
    rf"(?=$| (?:{_PREPOSITIONS}|to|as|against|into|amid|and)\b| [a-z]{{2,}}(?:s|ed)\b|"
    r" (?:begin|cut|hit|win|won|set|is|are|may|will)\b)"
)
#: , opened in 1911, and $48 million before a plan.
_ASIDE = re.compile(r", (?:an? |the )?[a-z][^,]*,(?= [a-z])")
_SUM = re.compile(r"(?<= )[$€£¥₩][\d.,]+(?: (?:million|billion|trillion))?(?:-a-[a-z]+)? (?=[a-z])")
#: approves plan | to dredge the channel
_PURPOSE = re.compile(r" to [a-z]+ .*$")
_SOURCE = re.compile(
    r", (?:an? )?(?:new )?(?:study|survey|report|poll|data)(?: of [\w, ]+)? (?:finds?|shows?|suggests?|says?)$"
)
#: votes 7-5 | decides to | agrees: what was decided is still to come.
_UNDECIDED = re.compile(
    r"\b(?:votes?|voted|decides?|agrees?|moves?|plans?|wants?|seeks?|tries|hopes?|refuses?|threatens?|vows?|pledges?)"
    r"(?: \d+[-–]\d+)?$"
)
_STEPS, _MOST_FORMS = 4, 60


def leaves_open(form: str) -> bool:
    """Whether it ends on a verb that says nothing without what follows."""
    return _UNDECIDED.search(form) is not None


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
    for pattern in (_SOURCE, _TALLY, _MODIFIER, _ASIDE, _PHRASE, _SUM, _PURPOSE):
        for match in pattern.finditer(text):
            if match.start():
                yield (text[: match.start()] + text[match.end() :]).strip()
