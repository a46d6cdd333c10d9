"""Letters and digits of a text alone, to find a word however it is spaced, hyphenated or cased."""

from __future__ import annotations


class Letters:
    """Keeps the place of each letter in the text."""

    def __init__(self, text: str) -> None:
        self._places = [place for place, character in enumerate(text) if character.isalnum()]
        self._letters = _small(text)

    def find(self, word: str) -> tuple[int, int] | None:
        """The half-open range of the first place where ``text`` has the letters of ``word``, one after another."""
        letters = _small(word)
        at = self._letters.find(letters)
        return (self._places[at], self._places[at + len(letters) - 1] + 1) if letters and at >= 0 else None


def _small(text: str) -> str:
    """One for one: a letter whose small form is two stays as it is."""
    letters = "".join(filter(str.isalnum, text))
    small = letters.lower()
    if len(small) == len(letters):
        return small
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in letters)
