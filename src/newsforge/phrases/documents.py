"""What is said in a document of the service, and in which language it is wished for."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from newsforge.phrases import LANGUAGES, say, why_of

_MAX_WISH_BYTES: Final = 200
#: Whose ``message`` and ``remedy`` are ours.
_OURS: Final = ("error", "notices", "violations")


@lru_cache(maxsize=512)
def language_of(wish: bytes | None) -> str:
    """The one of ``Accept-Language`` that is liked best among those that there are words in; else English."""
    best, best_weight = "en", 0.0
    for part in (wish or b"")[:_MAX_WISH_BYTES].decode("latin-1").split(","):
        tag, _, rest = part.partition(";")
        language = tag.strip().lower().partition("-")[0]
        weight = _weight_of(rest)
        if language in LANGUAGES and weight > best_weight:
            best, best_weight = language, weight
    return best


def _weight_of(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip().lower() != "q":
        return 1.0
    try:
        return min(1.0, float(value))
    except ValueError:
        return 0.0


def say_document(value: Any, language: str) -> Any:
    """``value`` (a conversion, a post, an event, a trial of a key) with all that is ours said in ``language``."""
    if isinstance(value, list):
        return [say_document(each, language) for each in value]
    if not isinstance(value, dict):
        return value
    told = {name: say_document(each, language) for name, each in value.items()}
    for name in _OURS:
        found = told.get(name)
        if isinstance(found, list):
            told[name] = [_in_words(each, language) for each in found]
        elif isinstance(found, dict):
            told[name] = _in_words(found, language)
    if isinstance(told.get("why"), str):
        told["why"] = _say(told["why"], language, kind=str(told.get("kind", "")))
    if "writer" in told and isinstance(told.get("reason"), str):  # not a person's reason to keep or to approve
        told["reason"] = "\n".join(_say(line, language) for line in told["reason"].split("\n"))
    return _in_words(told, language) if "works" in told else told


def _in_words(value: Any, language: str) -> Any:
    if not isinstance(value, dict):
        return value
    words = {name: _say(value[name], language) for name in ("message", "remedy") if isinstance(value.get(name), str)}
    return value | words


@lru_cache(maxsize=2048)
def _say(text: str, language: str, *, kind: str = "") -> str:
    """``kind``: it is an objection of a receipt. Kept, since each save of a post says the most of it again."""
    return why_of(kind, text, language) if kind else say(text, language)
