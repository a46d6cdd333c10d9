"""Where a text has a word whole: what ``\\bword\\b`` finds, without a pattern compiled for each word."""

from __future__ import annotations

from collections.abc import Iterator


def holds_word(text: str, word: str) -> bool:
    return next(word_places(text, word), None) is not None


def word_places(text: str, word: str) -> Iterator[int]:
    """From left to right, none inside another. ``word`` may be several words; it begins and ends with a letter or
    digit."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        is_whole = opens_word(text, at) and closes_word(text, end)
        if is_whole:
            yield at
        at = text.find(word, end if is_whole else at + 1)


def opens_word(text: str, at: int) -> bool:
    """No letter stands right before."""
    return at == 0 or not _is_of_word(text[at - 1])


def closes_word(text: str, end: int) -> bool:
    """No letter stands right behind."""
    return end >= len(text) or not _is_of_word(text[end])


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"
