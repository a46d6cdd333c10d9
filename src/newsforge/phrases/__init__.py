"""What the program says to people, in other languages than English.

Every part below the doors speaks English, in sentences with values in them. The files beside this one hold those
sentences with ``{name}`` where a value stands, each with its translations next to it. So a message that was stored, or
came out of another process, can be said in the reader's language too, and nothing below has to know the reader.
The files are plain JSON: a browser can use them as they are.

In a translation ``{name:은}`` adds the Korean particle that the value asks for (은 or 는), ``{name:”은`` the same
behind a closing mark, and ``{name:@}`` says the value itself in the language, where it is a phrase too.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

LANGUAGES = ("en", "ko", "ja")
_FILES = ("sources", "receipts", "posts", "writers", "service", "fields", "command_line", "help")
_PLACE = re.compile(r"\{\w+\}")
_ESCAPED_PLACE = re.compile(r"\\\{(\w+)\\\}")
_NEXT_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=\S)")
#: Sentences that one phrase may run over.
_LONGEST_RUN = 24
#: What stands between two sentences, where it is no space.
_BETWEEN = {"ja": ""}
#: With a final consonant, and without one.
_PARTICLES = {
    "은": ("은", "는"), "이": ("이", "가"), "을": ("을", "를"), "과": ("과", "와"), "으로": ("으로", "로"),
    "이라": ("이라", "라"),
}  # fmt: skip
_L, _CONSONANTS = 8, 28
#: How digits and Latin letters end when they are read aloud in Korean.
_CLOSED_ENDS = frozenset("013678LMNRlmn%")
_L_ENDS = frozenset("178LRl")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One sentence of the program. ``said`` maps a language to its translation."""

    english: str
    said: dict[str, str]
    #: What stands before, between and behind its values; the whole where it has none.
    pieces: tuple[str, ...]
    #: Stands only as a value of another phrase (a weekday, a unit); alone it could be anybody's words.
    is_within: bool = False

    def match(self, text: str) -> re.Match[str] | None:
        """``text`` as this phrase with its values. Most of what is another is told by its pieces, which costs a tenth
        of the expression; that is compiled when it is asked for first, since few of the hundreds ever are."""
        if not text.endswith(self.pieces[-1]) or any(piece not in text for piece in self.pieces):
            return None
        return _pattern(self.english).fullmatch(text)


def say(text: str, language: str, *, within: bool = False) -> str:
    """``text`` in ``language``, sentence by sentence; what has no translation stays as it is. ``within``: it is the
    value of a phrase."""
    if language not in LANGUAGES or language == "en" or not text:
        return text
    return _BETWEEN.get(language, " ").join(_parse(_NEXT_SENTENCE.split(text), language, within=within))


def _parse(sentences: list[str], language: str, *, within: bool) -> list[str]:
    """A value may hold a full stop, so one phrase may run over several sentences; but two of the same shape are two,
    and not one whose value holds the second. So as few sentences as can be are left unsaid, and of several ways to do
    that the one counts that leaves the least to values."""
    best: list[tuple[int, int, list[str]]] = [(0, 0, [])]  # of the last none, the last one, the last two ...
    for first in range(len(sentences) - 1, -1, -1):
        unsaid, left, rest = best[-1]
        ways = [(unsaid + 1, left, [sentences[first], *rest])]
        for after in range(first + 1, min(len(sentences), first + _LONGEST_RUN) + 1):
            found = _recognize(" ".join(sentences[first:after]), within=within)
            if found is not None and language in found[0].said:
                unsaid, left, rest = best[len(sentences) - after]
                ways.append((unsaid, left - sum(map(len, found[0].pieces)), [_fill(*found, language), *rest]))
        best.append(min(ways, key=lambda way: way[:2]))
    return best[-1][2]


def find_phrase(text: str, *, within: bool = False) -> Phrase | None:
    """The phrase that ``text`` is, values filled in: of several the one that leaves the least to its values."""
    found = _recognize(text, within=within)
    return None if found is None else found[0]


def _recognize(text: str, *, within: bool) -> tuple[Phrase, re.Match[str]] | None:
    by_head, lengths = _heads()
    begun = [each for length in lengths for each in by_head.get(text[:length], ()) if length <= len(text)]
    matched = (
        (rank, phrase, match)
        for rank, phrase in begun
        if (within or not phrase.is_within) and (match := phrase.match(text)) is not None
    )
    best = min(matched, key=lambda each: each[0], default=None)
    return None if best is None else (best[1], best[2])


def why_of(kind: str, why: str, language: str) -> str:
    """An objection of a receipt; one that has no translation yet is told by its kind."""
    told = say(why, language)
    return say(f"problem: {kind}", language) if told == why and language != "en" else told


@lru_cache(maxsize=1)
def phrases() -> tuple[Phrase, ...]:
    """All of them, the most definite first."""
    found = [
        Phrase(
            entry["en"],
            {language: entry[language] for language in LANGUAGES if language in entry},
            tuple(_PLACE.split(entry["en"])),
            is_within=entry.get("within", False),
        )
        for name in _FILES
        for entry in json.loads((files(__name__) / f"{name}.json").read_text(encoding="utf-8"))
    ]
    return tuple(sorted(found, key=lambda phrase: -sum(map(len, phrase.pieces))))


@lru_cache(maxsize=1)
def _heads() -> tuple[dict[str, list[tuple[int, Phrase]]], tuple[int, ...]]:
    """Phrases by what stands before their first value, each with its place among all; and how long these are."""
    by_head: dict[str, list[tuple[int, Phrase]]] = {}
    for rank, phrase in enumerate(phrases()):
        by_head.setdefault(phrase.pieces[0], []).append((rank, phrase))
    return by_head, tuple(sorted({len(head) for head in by_head}))


@cache
def _pattern(english: str) -> re.Pattern[str]:
    return re.compile(_ESCAPED_PLACE.sub(r"(?P<\1>.+?)", re.escape(english)), re.DOTALL)


def _fill(phrase: Phrase, match: re.Match[str], language: str) -> str:
    values = {name: _Value(value, language) for name, value in match.groupdict().items()}
    return phrase.said[language].format(**values)


class _Value:
    """A value of a phrase, which a translation may ask to be followed by a particle."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._language = language

    def __format__(self, wish: str) -> str:
        if wish == "@":
            return say(self._text, self._language, within=True)
        particle = wish.lstrip("”’)")
        mark = wish[: len(wish) - len(particle)]
        return self._text + mark + (with_particle(self._text, particle) if particle else "")


def with_particle(word: str, particle: str) -> str:
    """The form of ``particle`` that follows ``word``; ``particle`` is given as after a consonant."""
    closed, open_ = _PARTICLES[particle]
    letters = [character for character in word if character.isalnum() or character == "%"]
    if not letters:
        return closed
    last = letters[-1]
    if "가" <= last <= "힣":
        final = (ord(last) - ord("가")) % _CONSONANTS
        ends_closed, ends_l = final != 0, final == _L
    else:
        ends_closed, ends_l = last in _CLOSED_ENDS, last in _L_ENDS
    if particle == "으로" and ends_l:
        return open_
    return closed if ends_closed else open_
