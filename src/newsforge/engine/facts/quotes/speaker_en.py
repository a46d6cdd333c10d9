"""Who speaks in an English sentence: "…," said Kim; Kim said: "…"; according to Kim, "…"."""

from __future__ import annotations

import re

from newsforge.engine.facts.letters import words

_VERBS = (
    "said|says|told|added|adds|wrote|writes|tweeted|posted|explained|explains|insisted|argued|claimed|warned"
    "|warns|asked|replied|continued|stated|declared"
    "|admitted|concluded|recalled|remarked|noted|joked|announced|insists|argues|commented|stressed|urged"
    "|acknowledged|quipped"
)
_CAPITAL = r"(?:[A-Z][\w'’-]*[\w]\.?|[A-Z]\.(?:[A-Z]\.)*)"
_NAME = rf"(?P<name>{_CAPITAL}(?:\s(?:{_CAPITAL}|(?:of|de|van|von|der|den|bin|al|la|el|the)\s(?={_CAPITAL}))){{0,5}})"
_LOWER = r"(?:(?!(?:of|in|at|on|that|to|from|for|with|by|it|he|she|they|we|i|and)\s)[a-z-]+\s){0,5}"
_SAID_NAME = re.compile(rf"^,?\s(?:{_VERBS})\s(?:the\s|a\s|an\s)?{_LOWER}{_NAME}")
_NAME_SAID = re.compile(rf"^,?\s{_NAME}(?:,\s[^,\n\x00]{{1,80}},)?\s(?:also\s|later\s|has\s|had\s)?(?:{_VERBS})\b")
_ACCORDING_AFTER = re.compile(rf"^,?\saccording\sto\s{_NAME}")
_BEFORE = re.compile(
    rf"(?:^|[\s\x00(]){_NAME}(?:,\s[^,\n\x00]{{1,80}},)?\s(?:also\s|later\s|has\s|had\s)?(?:{_VERBS})(?:\s[\w’' "
    rf"]{{1,50}})?[:,]?\s?$"
)
_ACCORDING_BEFORE = re.compile(rf"[Aa]ccording\sto\s{_NAME},\s?$")
_NOT_NAMES = frozenset(
    words(
        "He She They It We I You The A An But And In On At As If When While That This These Those There His Her Their "
        "Then Also So Police Officials"
    )
)
_POSSESSIVE = re.compile(r"['’]s$")
_SENTENCE_END = re.compile(r"(?<![A-Z])(?<!Mr)(?<!Dr)(?<!Ms)(?<!Mrs)[.!?]\s")


def english_speaker(before: str, inner: str, after: str) -> str | None:
    """After a full stop inside the marks a new sentence begins, whose subject need not be the speaker."""
    if not inner.rstrip().endswith("."):
        for pattern in (_SAID_NAME, _NAME_SAID, _ACCORDING_AFTER):
            if (match := pattern.match(after)) and (person := _person(match["name"])):
                return person
    sentence = _SENTENCE_END.split(before)[-1]
    for pattern in (_BEFORE, _ACCORDING_BEFORE):
        if match := pattern.search(sentence):
            return _person(match["name"])
    return None


def _person(name: str) -> str | None:
    words = [_POSSESSIVE.sub("", word) for word in name.split()]
    while words and words[0] in _NOT_NAMES:
        words = words[1:]
    person = " ".join(words)
    return (person if re.search(r"\b[A-Z]\.$", person) else person.rstrip(".")) or None
