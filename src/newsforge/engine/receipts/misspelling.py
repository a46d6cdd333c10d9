"""Names that differ from one of the article's by a letter: another person, or a slip of the writer's."""

from __future__ import annotations

import re

from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.korean_forms import are_one_verb
from newsforge.engine.receipts.model import Problem

_CAPITAL = re.compile(r"(?<![\w'’-])[A-Z][a-z'’-]{3,}")
_KATAKANA = re.compile(r"[ァ-ヺー]{3,}")
_VERBAL = re.compile(
    r"(?:다|고|며|서|지|니|면|요|어|아|여|해|된|한|할|될|는|은|던|게|히|로|에|만|도|까|기|인|적|률|율|세|들|데|했|됐)$"
)
_LONG = 4
_SAME_SOUND = str.maketrans({"ー": "", "・": "", "ヴ": "ブ", "ァ": "", "ィ": "", "ゥ": "", "ェ": "", "ォ": ""})


def misspellings(claim: Claim) -> list[Problem]:
    if claim.foreign:
        return []
    return [*_latin(claim), *_katakana(claim), *_korean(claim)]


def _latin(claim: Claim) -> list[Problem]:
    """A capital alone is no name, but a word like one of the article's and not in it is no other word either."""
    evidence, found = claim.evidence, []
    for match in _CAPITAL.finditer(claim.statement):
        word = match.group().removesuffix("'s").removesuffix("’s").rstrip("'’")
        if word.lower() in evidence.word_forms or len(word) <= _LONG or not word.isalpha():
            continue
        other = min(
            (known for known in evidence.vocabulary if known[0].isascii() and _one_off(word, known.rstrip("'’"))),
            default=None,
        )
        if other is not None and other not in claim.statement:
            found.append(_problem(claim, match.start(), match.start() + len(word), other))
    return found


def _katakana(claim: Claim) -> list[Problem]:
    evidence, found = claim.evidence, []
    for match in _KATAKANA.finditer(claim.statement):
        word = match.group()
        if word in evidence.squeezed:
            continue
        other = min(
            (
                known
                for known in evidence.vocabulary
                if _KATAKANA.fullmatch(known)
                and _one_off(word, known)
                and word.translate(_SAME_SOUND) != known.translate(_SAME_SOUND)
            ),
            default=None,
        )
        if other is not None:
            found.append(_problem(claim, match.start(), match.end(), other))
    return found


def _korean(claim: Claim) -> list[Problem]:
    """Nouns of three syllables only where the words around them are the article's, too: 도은설 마루증권 연구원."""
    evidence, found = claim.evidence, []
    for place, word in enumerate(claim.words):
        stem = word.stem
        if word.script != "hangul" or len(stem) < 3 or stem in evidence.squeezed or _VERBAL.search(stem):
            continue
        if word.text.endswith(("다", "요", "고", "며")):
            continue
        alike = [
            known
            for known in evidence.vocabulary
            if "가" <= known[0] <= "힣"
            and len(known) == len(stem)
            and _substituted(stem, known)
            and not _VERBAL.search(known)
            and not are_one_verb(stem, known)
            and known not in claim.statement
        ]
        long = len(stem) >= _LONG and any(known[-1] == stem[-1] for known in alike)
        if not alike or (not long and not _beside(claim, place, alike)):
            continue
        found.append(_problem(claim, word.start, word.start + len(stem), alike[0]))
    return found


def _beside(claim: Claim, place: int, alike: list[str]) -> bool:
    """The next word, or the one before, is the next or the one before in the article, too."""
    after = claim.words[place + 1].stem if place + 1 < len(claim.words) else None
    before = claim.words[place - 1].stem if place else None
    for source in claim.evidence.sources:
        for index, word in enumerate(source.words):
            if word.stem not in alike:
                continue
            if after is not None and index + 1 < len(source.words) and source.words[index + 1].stem == after:
                return True
            if before is not None and index and source.words[index - 1].stem == before:
                return True
    return False


def _substituted(one: str, other: str) -> bool:
    return sum(left != right for left, right in zip(one, other, strict=True)) == 1


def _one_off(one: str, other: str) -> bool:
    """One letter changed, put in or left out, but not added at the end (Rover, Rovers)."""
    if abs(len(one) - len(other)) > 1 or one == other or one[0] != other[0]:
        return False
    if len(one) == len(other):
        return _substituted(one, other)
    short, long = sorted((one, other), key=len)
    if long.startswith(short):
        return False
    return any(long[:index] + long[index + 1 :] == short for index in range(len(long)))


def _problem(claim: Claim, start: int, end: int, other: str) -> Problem:
    text = claim.text[start:end]
    return Problem("name", text, f"The article nowhere has {text}; it has {other}.", start, end, other)
