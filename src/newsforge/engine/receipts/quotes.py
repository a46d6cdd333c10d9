"""Whether what stands in quote marks is the article's wording, and said by whom the post says."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from newsforge.engine.facts.model import Quote
from newsforge.engine.receipts.alignment import align
from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.evidence import Source
from newsforge.engine.receipts.folding import fold, folded
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.speakers import Speaker, find_speaker, key_words, same_speaker
from newsforge.engine.receipts.substitution import substitutions
from newsforge.engine.receipts.words import words

_ELLIPSIS = re.compile(r"\s*(?:\.{2,}|\[\.*\]|\(\.\.\.\))\s*")
_LOOSE = re.compile(r"[^\w%$€£¥₩]+")
_FOREIGN_NAME_WORDS = 4
#: So much of an altered quote must be the article's before that is what was meant.
_SAME_SPEECH = 0.6


def loose(text: str) -> str:
    """Words alone: marks and spacing may differ between two prints of the same speech."""
    return _LOOSE.sub("", folded(text))


def problems(claim: Claim) -> list[Problem]:
    found: list[Problem] = []
    for quote in claim.facts.quotes:
        problem = _altered(claim, quote) or _other_speaker(claim, quote)
        if problem is not None:
            found.append(problem)
    return found


def _altered(claim: Claim, quote: Quote) -> Problem | None:
    parts = [part for part in map(loose, _ELLIPSIS.split(quote.text)) if part]
    body = claim.evidence.loose
    if _stands(parts, body):
        return None
    start, end = _inner(claim, quote)
    if claim.foreign:
        if len(quote.text.split()) <= _FOREIGN_NAME_WORDS and len(quote.text) <= 24 and "," not in quote.text:
            return None
        why = "A quote in translation is not what was said word for word: leave the quote marks out."
        return Problem("quote", quote.text, why, start, end)
    return Problem("quote", quote.text, _difference(claim, quote), start, end, _nearest(claim, quote))


def _nearest(claim: Claim, quote: Quote) -> str | None:
    """The article's quote of which this is an altered print."""
    mine = loose(quote.text)
    alike = [(SequenceMatcher(None, mine, loose(other.text)).ratio(), other.text) for _, other in claim.evidence.quotes]
    nearest = max(alike, default=(0.0, ""))
    return nearest[1] if nearest[0] >= _SAME_SPEECH else None


def _stands(parts: list[str], body: str) -> bool:
    """All parts, in their order."""
    place = 0
    for part in parts:
        place = body.find(part, place)
        if place < 0:
            return False
        place += len(part)
    return True


def _inner(claim: Claim, quote: Quote) -> tuple[int, int]:
    place = claim.text.find(quote.text, quote.start)
    return (place, place + len(quote.text)) if place >= 0 else (quote.start, quote.end)


def _difference(claim: Claim, quote: Quote) -> str:
    mine = words(folded(quote.text))
    nearest = align(mine, claim.evidence, most=1)
    source = nearest.best
    if source is None or nearest.similarity < 0.5:
        return "The article has no such words."
    changes = substitutions(mine, source.words)
    inside = [
        change
        for place, change in enumerate(changes)
        if change.claimed or (change.framed and 0 < place < len(changes) - 1)
    ]
    for change in inside[:1]:
        ours = _surface(change.claimed)
        theirs = _stated(source, change.stated)
        if ours and theirs and len(theirs) < 80:
            return f"The quote is altered: the post says “{ours}” where the article says “{theirs}”."
        if ours:
            return f"The quote is altered: “{ours}” is not in it in the article."
        if theirs and len(theirs) < 80:
            return f"The quote is altered: the article has “{theirs}” in it."
    return "The quote is altered: the article says it in other words."


def _surface(claimed: tuple[object, ...]) -> str:
    return " ".join(str(getattr(word, "text", "")) for word in claimed) if claimed else ""


def _stated(source: Source, stated: tuple[object, ...]) -> str:
    if not stated:
        return ""
    start, end = source.folded.span(getattr(stated[0], "start", 0), getattr(stated[-1], "end", 0))
    return source.text[start:end]


def _other_speaker(claim: Claim, quote: Quote) -> Problem | None:
    """None too where the speaker is a name that the article does not have: that is reported as a name."""
    mine = loose(quote.text)
    if len(mine) < 6 or claim.foreign or quote.kind != "speech":
        return None
    speaker = find_speaker(claim.text, quote.start, quote.end, claim.language)
    if speaker is None or speaker.is_pronoun or not _is_known(speaker.phrase, claim):
        return None
    why: str | None = None
    instead: str | None = None
    for source, other in claim.evidence.quotes:
        if mine not in loose(other.text) and loose(other.text) not in mine:
            continue
        stated = find_speaker(source.text, other.start, other.end, source.language) or _goes_on(claim, source, other)
        if stated is not None and not stated.is_pronoun:
            if same_speaker(speaker.phrase, fold(stated.phrase, lower=False).text, claim.language):
                return None
            why = f"The article gives these words to {stated.phrase}, not to {speaker.phrase}."
            instead = stated.phrase
        elif _is_near(speaker.phrase, source, claim, before_only=stated is not None):
            return None
        else:
            why = why or f"Where the article has these words, it does not give them to {speaker.phrase}."
    return Problem("speaker", speaker.phrase, why, speaker.start, speaker.end, instead) if why else None


def _goes_on(claim: Claim, source: Source, quote: Quote) -> Speaker | None:
    """“…,” Whitlock said. “Nobody panicked.”: a sentence of speech alone is still the speaker's of the one before."""
    if source.text.strip() != source.text[quote.start : quote.end] or source.index == 0 or source.language != "en":
        return None
    before = claim.evidence.sources[source.index - 1]
    between = claim.evidence.article.text[before.offset + len(before.text) : source.offset]
    if before.field != source.field or "\n" in between or not before.facts.quotes:
        return None
    last = before.facts.quotes[-1]
    return find_speaker(before.text, last.start, last.end, before.language) or _goes_on(claim, before, last)


def _is_known(phrase: str, claim: Claim) -> bool:
    parts = key_words(phrase, claim.language)
    return not parts or any(folded(part) in claim.evidence.everything for part in parts)


def _is_near(speaker: str, source: Source, claim: Claim, *, before_only: bool) -> bool:
    """The speaker, or a part of the name, stands in the quote's sentence, in the three before it or (unless the
    sentence says "he") in the next; "the company" may be anybody."""
    around = claim.evidence.sources[max(0, source.index - 3) : source.index + (1 if before_only else 2)]
    parts = key_words(speaker, claim.language)
    return not parts or any(
        part in other.features or (word_starts(part, other) if len(part) == 1 else part in other.folded.text)
        for part in parts
        for other in around
    )


def word_starts(syllable: str, source: Source) -> bool:
    return any(word.text.startswith(syllable) for word in source.words)
