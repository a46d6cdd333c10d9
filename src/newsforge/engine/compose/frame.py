"""What the tone adds around the article's words: marks and layout, never a claim of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from newsforge.engine.compose.model import Headline
from newsforge.engine.platforms.record import Platform
from newsforge.engine.post import Tone


@dataclass(frozen=True, slots=True)
class Frame:
    """Marks put before a headline, a point of a list, a point by itself, a quote and an outlook; empty where the tone
    has none."""

    headline: str = ""
    bullet: str = "• "
    point: str = ""
    quote: str = ""
    outlook: str = ""


_FRAMES: dict[Tone, Frame] = {
    "neutral": Frame(),
    "formal": Frame(bullet="- "),
    "friendly": Frame(headline="📌 ", bullet="✔️ ", point="✔️ ", quote="💬 ", outlook="👀 "),
    "urgent": Frame(headline="❗ ", bullet="▶ ", point="▶ "),
}
#: The same in the letters that Korean text messages have.
_PLAIN_FRAMES: dict[Tone, Frame] = {
    "neutral": Frame(bullet="- "),
    "formal": Frame(bullet="- "),
    "friendly": Frame(headline="☞ ", bullet="· ", point="· "),
    "urgent": Frame(headline="▶ ", bullet="▶ ", point="▶ "),
}
_ALARM = "🚨 "
_GRAVE = re.compile(
    r"숨졌|숨지|숨진|사망|별세|타계|참사|희생|유족|추모|성폭|살해|"
    r"\b(?:dies|died|dead|deaths?|killed|kills|murder\w*|obituary|mourn\w*|"
    r"funeral|victims?|massacre|suicide|abus\w+)\b|"
    r"死亡|死去|亡くな|犠牲|遺族|追悼|殺害",
    re.IGNORECASE,
)


@lru_cache(maxsize=256)
def is_grave(headline: str, lead: str) -> bool:
    """Whether people died of it, or were harmed in a way that no emoji goes with."""
    return bool(_GRAVE.search(f"{headline} {lead}"))


def frame_for(tone: Tone, platform: Platform, headline: Headline, *, grave: bool = False) -> Frame:
    """No emoji where the platform's charset has none, and none at a death; the alarm only where the article itself says
    that it breaks."""
    plain = platform.charset == "cp949"
    if tone == "friendly" and grave:
        return _PLAIN_FRAMES["neutral"] if plain else _FRAMES["neutral"]
    if plain:
        return _PLAIN_FRAMES[tone]
    if tone == "urgent" and headline.breaking:
        return replace(_FRAMES[tone], headline=_ALARM)
    return _FRAMES[tone]


def labelled(headline: Headline, tone: Tone, language: str) -> str:
    """[속보] stands on urgent posts only: it is stale within the hour. [단독] is the paper's merit and stays, but not
    in a chatty post."""
    if not headline.label or (headline.breaking and tone != "urgent") or tone == "friendly":
        return headline.text
    if language == "ko":
        return f"[{headline.label}] {headline.text}"
    if language == "ja":
        return f"【{headline.label}】{headline.text}"
    return f"{headline.label}: {headline.text}"
