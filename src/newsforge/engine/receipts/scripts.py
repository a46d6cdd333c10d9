"""Patterns of three languages taken apart, so that a sentence is searched for the words of its own script only."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LETTERS = {"ko": re.compile("[가-힣]"), "ja": re.compile("[ぁ-ヺ一-鿿]"), "latin": re.compile("[a-z]")}
_LEADS = {"ko": r"(?<![가-힣])", "latin": r"\b"}
_NOTHING = "(?!)"
_RANGES = re.compile(r"\[(?:가-힣|一-鿿|ぁ-ゖ)\]")


def of_script(pattern: str, script: str) -> list[str]:
    """The alternatives of a pattern that are written in the script (``ko``, ``ja`` or ``latin``)."""
    return [form for form in _alternatives(pattern) if _script_of(form) == script]


def joined(forms: Iterable[str], script: str) -> str:
    """One pattern of them, of nothing where there are none; what must not stand before is asked once for all."""
    lead = _LEADS.get(script)
    known = list(forms)
    led = [form.removeprefix(lead) for form in known if lead and form.startswith(lead)]
    rest = [form for form in known if not (lead and form.startswith(lead))]
    return "|".join([*([f"{lead}(?:{'|'.join(led)})"] if led else []), *rest]) or _NOTHING


def _alternatives(pattern: str) -> list[str]:
    """Between the bars that stand in no group."""
    found, depth, begin = [], 0, 0
    for place, character in enumerate(pattern):
        depth += (character == "(") - (character == ")")
        if character == "|" and not depth:
            found.append(pattern[begin:place])
            begin = place + 1
    return [*found, pattern[begin:]]


def _script_of(form: str) -> str:
    bare = _RANGES.sub("", form)
    return next((script for script, letters in _LETTERS.items() if letters.search(bare)), "latin")
