"""Verbatim words between quotation marks, and who said them where the sentence says it plainly."""

from __future__ import annotations

from newsforge.engine.facts.model import Quote
from newsforge.engine.facts.quotes.marks import Marked, marked_passages
from newsforge.engine.facts.quotes.speaker_en import english_speaker
from newsforge.engine.facts.quotes.speaker_ja import japanese_speaker
from newsforge.engine.facts.quotes.speaker_ko import korean_speaker

_SPEAKERS = {"ko": korean_speaker, "en": english_speaker, "ja": japanese_speaker}
#: How far a sentence is searched for the speaker on either side of the quote.
_REACH = 240
_TERM_MARKS = "'‘『‹〈《"
#: Single marks around this many words are speech in British English.
_SPEECH_WORDS = 6


def quotes(text: str, language: str) -> tuple[Quote, ...]:
    """Every quotation in order of its opening mark; a quote within a quote follows the one around it.

    A quotation ends in its own paragraph: an opening mark that is never closed there opens nothing. ``speaker`` is
    None where the sentence leaves any doubt.
    """
    passages = marked_passages(text)
    if not passages:
        return ()
    blanked = _without(text, passages)
    find_speaker = _SPEAKERS.get(language)
    found = []
    for passage in passages:
        inner = text[passage.start + 1 : passage.end - 1]
        if not any(map(str.isalnum, inner)):
            continue
        kind = "term" if _is_term(passage, inner, language) else "speech"
        speaker = None
        if find_speaker is not None and kind == "speech" and not passage.nested:
            before = blanked[max(0, passage.start - _REACH) : passage.start]
            after = blanked[passage.end : passage.end + _REACH]
            speaker = find_speaker(before.rpartition("\n")[2], inner, after.partition("\n")[0])
        found.append(Quote(passage.start, passage.end, inner, speaker, "term" if kind == "term" else "speech"))
    return tuple(found)


def _is_term(passage: Marked, inner: str, language: str) -> bool:
    if passage.opening not in _TERM_MARKS:
        return False
    if language != "en":
        return True
    return not (inner.rstrip().endswith((",", ".", "?", "!")) or inner.count(" ") >= _SPEECH_WORDS - 1)


def _without(text: str, passages: list[Marked]) -> str:
    """The text with every quotation blotted out, so that a speaker is never found inside one."""
    pieces, reached = [], 0
    for passage in passages:
        if passage.start >= reached:
            pieces += [text[reached : passage.start], "\x00" * (passage.end - passage.start)]
            reached = passage.end
    return "".join(pieces) + text[reached:]
