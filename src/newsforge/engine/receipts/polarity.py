"""Whether a sentence says the opposite of the sentence it comes from. Precision first."""

from __future__ import annotations

import re

from newsforge.engine.receipts import denials, piecewise
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.clauses import pieces
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.korean_forms import contracted
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.opposites import (
    JAPANESE_NEGATION,
    NEGATIONS,
    SOFT_NEGATIONS,
    facing,
    is_turned_back,
    says_by_keeping,
)
from newsforge.engine.receipts.substitution import Substitution
from newsforge.engine.receipts.words import Word, in_form_of, whole_word

#: The sentence must be this near before a word of the other side counts as a flip.
_LEAST = 0.45
_FIRM = 0.55
_PLACED = 0.6
_NEGATED = 0.6
_DENIED = re.compile(r"(?<![가-힣])([가-힣]{2,})지(?:는|도|를|가)?\s*(?:않|못)[가-힣]*")
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "mis")


def problems(claim: Claim) -> list[Problem]:
    """At most one problem a kind of flip; empty where no sentence of the article is near."""
    alignment = claim.alignment
    source = alignment.best
    if source is None or claim.foreign:
        return []
    language = script_of(claim.language)
    language = "en" if language == "latin" else language
    beside = piecewise.problems(claim, language)
    if beside or alignment.similarity < _LEAST:
        return beside
    found = _flips(claim, source, language) if alignment.similarity >= _FIRM else []
    if not found and alignment.similarity >= _NEGATED and not says_by_keeping(claim.lower, source.folded.text):
        found = _negations(claim, source, language)
    if not found and language == "ko":
        found = _denied_verbs(claim, source)
    return found


def _flips(claim: Claim, source: Source, language: str) -> list[Problem]:
    found: list[Problem] = []
    taken: set[int] = set()
    for opposition, ours, theirs in facing(claim.lower, source.folded.text, language):
        mine = ours.search(claim.lower)
        if mine is None or mine.start() in taken:
            continue
        other = theirs.search(source.folded.text)
        if other is None:
            continue
        wide = (
            opposition.firm
            and ours.search(source.folded.text) is None
            and theirs.search(claim.lower) is None
            and not _held_elsewhere(claim, mine.group())
        )
        if _turned_twice(claim, source, language, mine, other):
            continue
        if language == "en" and piecewise.CONVERSE.search(mine.group()) and _is_turned(claim, source, mine, other):
            continue
        if wide or _placed(claim, source, ours, theirs):
            place = mine if wide else (_placed(claim, source, ours, theirs) or mine)
            taken.add(place.start())
            found.append(_flip(claim, place, source, other))
    if language == "en" and not found:
        found = _prefixed(claim)
    return found[:2]


def _turned_twice(claim: Claim, source: Source, language: str, mine: re.Match[str], other: re.Match[str]) -> bool:
    """続ける for 打ち切らない: the other word, and denied on one side only."""
    return is_turned_back(claim.lower, language, *mine.span()) != is_turned_back(
        source.folded.text, language, *other.span()
    )


def _is_turned(claim: Claim, source: Source, mine: re.Match[str], other: re.Match[str]) -> bool:
    """A lost to B where B beat A: a word before the one stands behind the other."""
    before = {word.stem for word in claim.words if word.end <= mine.start() and word.meaningful}
    behind = {word.stem for word in source.words if word.start >= other.end() and word.meaningful}
    return bool(before & behind)


def _held_elsewhere(claim: Claim, word: str) -> bool:
    """Another sentence that the claim also comes from says it in this word."""
    return any(word in other.folded.text for other in claim.alignment.sources[1:])


def _placed(claim: Claim, source: Source, ours: re.Pattern[str], theirs: re.Pattern[str]) -> re.Match[str] | None:
    """One side stands exactly where the article's sentence has the other."""
    if claim.alignment.similarity < _PLACED:
        return None
    for change in claim.changes:
        if not change.claimed or not change.stated or len(change.claimed) > 3 or len(change.stated) > 3:
            continue
        if not change.framed:
            continue
        first, last = change.claimed[0].start, change.claimed[-1].end
        mine = ours.search(claim.lower, max(0, first - 1), last)
        other = theirs.search(source.folded.text, max(0, change.stated[0].start - 1), change.stated[-1].end)
        if mine is None or other is None or mine.start() < first or theirs.search(claim.lower, first, last):
            continue
        return mine
    return None


def _flip(claim: Claim, place: re.Match[str], source: Source, other: re.Match[str]) -> Problem:
    word = whole_word(claim.lower, place.start(), place.end())
    stated = source.original(*whole_word(source.folded.text, other.start(), other.end()))
    text = claim.text[word[0] : word[1]]
    why = f"The post says “{text}” where the article says “{stated}”."
    return Problem("polarity", text, why, *word, in_form_of(text, stated, (place.group(), other.group())))


def _prefixed(claim: Claim) -> list[Problem]:
    """changed against unchanged, where they stand in one place."""
    for change in claim.changes:
        if not change.framed or len(change.claimed) > 2 or len(change.stated) > 2:
            continue
        for mine in change.claimed:
            for other in change.stated:
                if any(mine.text == prefix + other.text or other.text == prefix + mine.text for prefix in _PREFIXES):
                    why = f"The post says “{mine.text}” where the article says “{other.text}”."
                    text = claim.text[mine.start : mine.end]
                    return [Problem("polarity", text, why, mine.start, mine.end, other.text)]
    return []


def _negations(claim: Claim, source: Source, language: str) -> list[Problem]:
    if language == "ja":
        return _japanese_negation(claim, source)
    pattern = NEGATIONS.get(language)
    if pattern is None:
        return []
    surplus = _count(claim.words, pattern) - _count(source.words, pattern)
    for change in claim.changes:
        mine = [word for word in change.claimed if pattern.search(word.text)]
        theirs = [word for word in change.stated if pattern.search(word.text)]
        if bool(mine) == bool(theirs) or not _only_grammar(change, pattern):
            continue
        if (surplus <= 0) if mine else (surplus >= 0):
            continue  # the "not" has only moved
        if any(SOFT_NEGATIONS[language].search(word.text) for word in (change.stated if mine else change.claimed)):
            continue
        if mine:
            word = mine[0]
            text = claim.text[word.start : word.end]
            return [
                Problem(
                    "polarity",
                    text,
                    "The post denies what the article states: the article has no such “not” here.",
                    word.start,
                    word.end,
                )
            ]
        anchor = _neighbour(claim, change)
        text = claim.text[anchor.start : anchor.end]
        return [
            Problem(
                "polarity",
                text,
                f"The article denies it: it says “{theirs[0].text}” here and the post does not.",
                anchor.start,
                anchor.end,
            )
        ]
    return []


def _count(words: list[Word], pattern: re.Pattern[str]) -> int:
    return sum(pattern.search(word.text) is not None for word in words)


def _denied_verbs(claim: Claim, source: Source) -> list[Problem]:
    """서두르지는 않겠다 against 서두르겠다: the same verb, denied on one side only."""
    for denied, plain, ours in (
        (source.folded.text, claim.lower, False),
        (claim.lower, source.folded.text, True),
    ):
        for match in _DENIED.finditer(denied):
            verb = match.group(1)
            verb = verb[:-1] if len(verb) > 2 and verb[-1] in "하되" else verb
            if (
                len(verb) < 2
                or len(_DENIED.findall(plain))
                or "않" in plain
                or "못" in plain
                or "안 " in plain
                or "없" in plain
            ):
                continue
            forms = "|".join(map(re.escape, contracted(verb)))
            other = re.search(rf"(?<![가-힣])(?:{forms})", plain)
            if other is None or re.search(rf"(?<![가-힣]){re.escape(verb)}(?!\w*지(?:는|도|를|가)?\s)", denied):
                continue
            if not ours and _of_other_clause(claim, source, match.start()):
                continue
            start, end = match.span() if ours else whole_word(plain, other.start(), other.end())
            text = claim.text[start:end]
            why = (
                f"The article does not deny it: it says “{_whole_word_of(plain, verb)}”."
                if ours
                else (f"The article denies it: it says “{match.group()}”.")
            )
            return [Problem("polarity", text, why, start, end)]
    return []


def _of_other_clause(claim: Claim, source: Source, place: int) -> bool:
    """What the claim begins with stands in the sentence, and not in the clause that denies."""
    first = claim.words[0].stem if claim.words else ""
    clause = next((text for text in _clause_texts(source) if text[0] <= place < text[1]), None)
    if clause is None or first not in source.folded.text:
        return False
    return first not in source.folded.text[clause[0] : clause[1]]


def _clause_texts(source: Source) -> list[tuple[int, int]]:
    return [(start, end) for start, end, _ in pieces(source.folded.text, source.language)]


def _only_grammar(change: Substitution, pattern: re.Pattern[str]) -> bool:
    """Nothing but the negation and auxiliary words was put in or left out."""
    rest_mine = [word for word in change.claimed if word.meaningful and not pattern.search(word.text)]
    rest_theirs = [word for word in change.stated if word.meaningful and not pattern.search(word.text)]
    return (
        len(change.claimed) <= 4
        and len(change.stated) <= 4
        and len(rest_mine) <= 1
        and len(rest_theirs) <= 1
        and (not (rest_mine or rest_theirs) or _akin(rest_mine, rest_theirs))
    )


def _akin(mine: list[Word], theirs: list[Word]) -> bool:
    """One word in two forms: approved and approve, 승인했다 and 승인하지."""
    return bool(mine and theirs) and mine[0].stem[:2] == theirs[0].stem[:2]


def _neighbour(claim: Claim, change: Substitution) -> Word:
    if change.claimed:
        return change.claimed[0]
    text = claim.near or claim.alignment.best
    assert text is not None
    after = change.stated[-1].end
    following = next((word for word in text.words if word.start >= after), None)
    if following is not None:
        for word in claim.words:
            if word.stem == following.stem:
                return word
    return claim.words[-1]


def _japanese_negation(claim: Claim, source: Source) -> list[Problem]:
    """Compared by count, where the sentence is otherwise the article's."""
    if claim.alignment.similarity < 0.85 or len(claim.lower) < 0.7 * len(source.folded.text) or denials.problems(claim):
        return []
    mine = list(JAPANESE_NEGATION.finditer(claim.lower))
    theirs = list(JAPANESE_NEGATION.finditer(source.folded.text))
    if (len(mine) - len(theirs)) % 2 == 0:
        return []
    if mine:
        word = mine[-1]
        return [Problem("polarity", word.group(), "The post denies what the article states.", word.start(), word.end())]
    last = claim.words[-1]
    return [
        Problem(
            "polarity",
            claim.text[last.start : last.end],
            f"The article denies it: it says “{theirs[-1].group()}” and the post does not.",
            last.start,
            last.end,
        )
    ]


def _whole_word_of(text: str, part: str) -> str:
    place = text.find(part)
    start, end = whole_word(text, place, place + len(part))
    return text[start:end]
