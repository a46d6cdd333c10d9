"""Common nouns and pairs of them that an English article is about."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from newsforge.engine.article import Article
from newsforge.engine.text.korean_keywords import TITLE_WEIGHT
from newsforge.engine.text.stopwords import BEFORE_VERBS, DETERMINERS, ENGLISH, ENGLISH_GENERAL

_STOP = ENGLISH | ENGLISH_GENERAL
_WORD = re.compile(r"[^\W_]+(?:[’'&.-][^\W_]+)*")
_AFTER_NOUN = re.compile(
    r"[.,;:!?)”’\"']|$"
    r"|\s+(?:of|in|on|at|for|to|and|or|is|are|was|were|has|have|had|will|would|that|which|who|from|with|by|as|but)\b"
)
#: What stands before a noun phrase of two words.
_PHRASE_BEFORE = re.compile(r"(?:\b(?:the|a|an|of|in|for|on|by|with|its|their|his|her|and|to|over|from|as|after)) $")


#: campaigns brace: after a plural there mostly comes a verb.
_PLURAL_FIRST = re.compile(r"^(?!appeals |sports |arms |sales |savings |news |goods |earnings )\w+[^s]s ")


def noun_phrases(article: Article) -> dict[str, float]:
    """freight train, blood sugar: two words that stand together in title and body, or again and again in the body."""
    title = article.title.lower()
    words = list(_WORD.finditer(article.text))
    seen: Counter[str] = Counter()
    sound: Counter[str] = Counter()
    for one, other in pairwise(words):
        if article.text[one.end() : other.start()] != " " or not (one.group() + other.group()).islower():
            continue
        if not _is_part_of_phrase(one.group()) or not _is_part_of_phrase(other.group(), last=True):
            continue
        phrase = f"{one.group()} {other.group()}"
        seen[phrase] += 1
        opens = _PHRASE_BEFORE.search(article.text[max(0, one.start() - 8) : one.start()])
        sound[phrase] += bool(opens and _AFTER_NOUN.match(article.text, other.end()))
    # property taxes for the property tax of the title
    titled = {phrase for phrase in seen if phrase in title or re.sub(r"(?:(?<=[sxz])es|s)$", "", phrase) in title}
    return {
        phrase: count * 1.5 + TITLE_WEIGHT * (phrase in titled)
        for phrase, count in seen.items()
        if (phrase in titled and (count > 1 or not _PLURAL_FIRST.search(phrase))) or (sound[phrase] and count >= 3)
    }


def _is_part_of_phrase(word: str, *, last: bool = False) -> bool:
    if len(word) < 4 or _HOLDS_NUMBER.search(word) or word in _TIMES or word in (_STOP if last else _NO_FIRST):
        return False
    return not re.search(r"(?:ly|n['’]t)$" if not last else r"(?:ly|ed|ing|n['’]t)$", word)


#: A five-hour debate, a third-quarter loss: nobody looks for those.
_HOLDS_NUMBER = re.compile(
    r"\d|^(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|first|second|third|fourth|half|multi)-"
)
_TIMES = frozenset(["last", "next", "this", "that", "early", "late", "since", "until", "after", "before"])
_NO_FIRST = _STOP - {"public", "private", "national", "global", "foreign", "local"}


def nouns(text: str) -> dict[str, float]:
    """Common nouns that matter: often said, after an article or a preposition, never where a verb would stand."""
    words = list(_WORD.finditer(text))
    seen: Counter[str] = Counter()
    as_noun: Counter[str] = Counter()
    ends_phrase: Counter[str] = Counter()
    as_verb: set[str] = set()
    for index, match in enumerate(words):
        word = match.group()
        if not word.islower() or len(word) < 4 or word in _STOP or re.search(r"(?:ly|ed|ing|n['’]t)$", word):
            continue
        before = words[index - 1].group().lower() if index else ""
        seen[word] += 1
        as_noun[word] += before in DETERMINERS
        ends_phrase[word] += bool(_AFTER_NOUN.match(text, match.end()))
        if before in BEFORE_VERBS:
            as_verb.add(word)
    return {
        word: count
        for word, count in seen.items()
        if count >= 3 and word not in as_verb and as_noun[word] * 3 >= count and ends_phrase[word] * 2 >= count
    }
