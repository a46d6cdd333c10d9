"""Names across languages: a Korean article with an English post, and every other pair.

A name is found when the table knows it in the article's language, when the article has it in its own letters, or
when something in the article sounds like it. What is not found is reported: nothing else can vouch for it.
"""

from __future__ import annotations

import re

from newsforge.engine.facts.model import Name
from newsforge.engine.facts.name_words import COMMON_STARTS, TITLES
from newsforge.engine.receipts import aliases
from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.evidence import Evidence
from newsforge.engine.receipts.folding import folded
from newsforge.engine.receipts.glossary import is_plain_word
from newsforge.engine.receipts.han_readings import reads_as
from newsforge.engine.receipts.hangul_kana import readings
from newsforge.engine.receipts.house_kinds import heads
from newsforge.engine.receipts.japanese_surnames import JAPANESE_SURNAMES
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.romanisation import SURNAMES, is_korean_name, skeleton, sounds_like

_LATIN = re.compile(r"[A-Za-z]")
_HANGUL = re.compile(r"[가-힣]")
_HAN = re.compile(r"^[一-鿿々]+$")
_PART = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")


def problems(claim: Claim, names: tuple[Name, ...]) -> list[Problem]:
    found: list[Problem] = []
    for place, name in enumerate(names):
        before = names[place - 1] if place else None
        if before is not None and before.end + 1 == name.start and _is_whole(before, name, claim.evidence):
            continue
        if not is_known(name.text, claim.evidence):
            why = f"No name in the article matches {name.text}; check it against the original by eye."
            found.append(Problem("name", name.text, why, name.start, name.end))
    return found


def _is_whole(family: Name, given: Name, evidence: Evidence) -> bool:
    """가시와기 오사무: a given name of one letter is read with the family's before it."""
    if evidence.article.language != "ja" or not _HANGUL.search(given.text):
        return False
    return any(
        reads_as(evidence.article.text, one + other) for one in readings(family.text) for other in readings(given.text)
    )


def is_known(name: str, evidence: Evidence) -> bool:
    form = folded(name).strip(" .'\"-")
    if aliases.find_alias(form, evidence) is not None or is_plain_word(form):
        return True
    if re.sub(r"[\W_]+", "", form) in evidence.compact:
        return True
    parts = [part for part in _PART.findall(name) if part not in TITLES]
    while len(parts) > 2 and _is_plain_start(parts[0]):  # Researcher Minsu Kim
        parts = parts[1:]
    if _is_korean_stranger(parts, evidence):
        return False
    if _sounds(name, evidence) or _is_of_kind(name, evidence):
        return True
    if len(parts) > 1:
        if _LATIN.search(name) and _latin_sounds(" ".join(parts), evidence):
            return True
        return all(
            folded(part) in {"of", "the", "and", "for", "in", "de", "&"} or is_known(part, evidence) for part in parts
        )
    return False


def _is_plain_start(word: str) -> bool:
    return word.lower() in COMMON_STARTS or is_plain_word(folded(word))


def _is_korean_stranger(parts: list[str], evidence: Evidence) -> bool:
    """A given name of the article's with a surname that its bearer does not have: Kim Jung-woo for 박정우."""
    if len(parts) != 2 or any(is_korean_name(" ".join(parts), other) for other in evidence.korean_candidates):
        return False
    for family, given in (parts, parts[::-1]):
        spelled = any(family.lower() in spellings.split() for spellings in SURNAMES.values())
        if spelled and any(_given(given, other) for other in evidence.korean_candidates):
            return True
    return False


def _sounds(name: str, evidence: Evidence) -> bool:
    if _LATIN.search(name) and not _HANGUL.search(name):
        return _latin_sounds(name, evidence)
    if _HAN.match(name):
        return False
    if evidence.article.language == "ja" and any(reads_as(evidence.article.text, one) for one in readings(name)):
        return True
    return any(sounds_like(name, other) for other in evidence.sound_names.get(skeleton(name)[:1], ()))


def _latin_sounds(name: str, evidence: Evidence) -> bool:
    family = name.lower()
    if any(is_korean_name(name, other) for other in evidence.korean_candidates):
        return True
    if any(written in evidence.squeezed for written in JAPANESE_SURNAMES.get(family, "").split()):
        return True
    if any(family in spellings.split() for spellings in SURNAMES.values()):
        return any(
            family in SURNAMES.get(other[0], "").split() and len(other) == 3 for other in evidence.korean_candidates
        )
    if evidence.article.language == "ja" and reads_as(evidence.article.text, name):
        return True
    parts = re.split(r"[\s-]+", name)
    if len(parts) == 2 and "-" in name and any(_given(name, other) for other in evidence.korean_candidates):
        return True
    return any(sounds_like(name, other) for other in evidence.sound_names.get(skeleton(name)[:1], ()))


def _is_of_kind(name: str, evidence: Evidence) -> bool:
    """Donghae Shipbuilding, where the article has 동해조선."""
    return any(
        any(sounds_like(rest, stated[start:]) for start in range(max(1, len(stated) - 1))) or reads_as(stated, rest)
        for rest, stated in heads(name, evidence)
    )


def _given(name: str, other: str) -> bool:
    """Jae-myung alone."""
    return len(other) == 3 and is_korean_name(f"{SURNAMES.get(other[0], 'x').split()[0]} {name}", other)
