"""Which sentences of an article are its own prose: whole, said by the article itself, and no furniture of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsforge.engine.article import Sentence
from newsforge.engine.compose.dependence import without_dateline
from newsforge.engine.compose.phrases import BOILERPLATE, NOT_PROSE

_ENDS = re.compile(r"[.!?。！？．।][”\"’'」』)）\]]*$")
_KOREAN_ENDING = re.compile(r"[다요까죠네라지음임함][.!?]+[”\"’']*$")
#: A heading over something that the article does not say, but repeats in order to judge it.
_DISPUTED = re.compile(
    r"(?:the )?(?:claims?|myths?|rumou?rs?|false claim)s?:?|(?:주장|루머|소문|의혹)|(?:主張|噂|うわさ|デマ)",
    re.IGNORECASE,
)
#: What a press release says of its house at the end.
_ABOUT = re.compile(
    r"About (?:the )?[A-Z][\w&.,’' -]{1,50}|[^.!?。]{1,24}(?:에 대하여|에 대해|소개)|[^.!?。]{1,20}について"
)
#: The same heading on one line with what stands under it.
_ABOUT_ITSELF = re.compile(
    r"(?P<who>[가-힣A-Za-z0-9()·& ]{2,24}) (?:소개|에 대하여|에 대해) (?P=who)[은는이가] |"
    r"About (?P<firm>[A-Z][\w.&’' -]{1,40}?) (?:The )?(?P=firm) (?:is|was|are|has)\b"
)
_PAIRS = ("“”", "「」", "『』", "()", "（）", "[]")
_HEADING_LENGTH = 24


def own_prose(sentences: Iterable[Sentence], language: str) -> list[tuple[int, Sentence]]:
    """With their place among all. A speech of several sentences belongs to who makes it: none of them stands without
    its marks. What stands under ``Claim`` is somebody else's."""
    found = []
    sentences = _without_house(list(sentences))
    paragraph, speech, is_disputed, heading = -1, False, False, ""
    for index, sentence in enumerate(sentences):
        text = sentence.text
        if sentence.paragraph != paragraph:
            paragraph, speech = sentence.paragraph, False
            is_disputed = bool(_DISPUTED.fullmatch(heading))
            heading = text.strip() if len(text) <= _HEADING_LENGTH else ""
        else:
            heading = ""
        inside = speech
        speech = _is_open(text, is_open=speech)
        if not inside and not is_disputed and not _asks(text) and is_prose(text, language):
            found.append((index, sentence))
    return found


def _without_house(sentences: list[Sentence]) -> list[Sentence]:
    """Up to the heading under which a house tells of itself, once half of the text has been told."""
    for index in range(len(sentences) // 2, len(sentences)):
        text = sentences[index].text.strip()
        if index and (_ABOUT.fullmatch(text) or _ABOUT_ITSELF.match(text)):
            return sentences[:index]
    return sentences


def _asks(text: str) -> bool:
    """A question tells nothing; one inside a speech is what somebody said."""
    return text.rstrip("”\"’') ").endswith(("?", "？")) and not re.search(r"[“\"「]", text)


def _is_open(text: str, *, is_open: bool) -> bool:
    """Whether a speech is going on when ``text`` ends."""
    for mark in text:
        if mark == '"':
            is_open = not is_open
        elif mark in "“「":
            is_open = True
        elif mark in "”」":
            is_open = False
    return is_open


def is_prose(text: str, language: str) -> bool:
    """Whole sentences only: no heading, caption, address, list item or half of a quote."""
    if not _ENDS.search(text) or NOT_PROSE.search(text) or BOILERPLATE.search(text) or not is_balanced(text):
        return False
    if language == "ko":
        return len(text) >= 10 and bool(_KOREAN_ENDING.search(text))
    if language in {"ja", "zh"}:
        return len(text) >= 10 and text[-1] not in ")]）］"
    text = without_dateline(text)
    return (
        len(text.split()) >= 5
        and text[:1] not in "([•*|"
        and " | " not in text
        and not text[:1].islower()
        and 2 * sum(map(str.isupper, text)) < len(text)
    )


def is_balanced(text: str) -> bool:
    return all(text.count(pair[0]) == text.count(pair[1]) for pair in _PAIRS) and text.count('"') % 2 == 0
