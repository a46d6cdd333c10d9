"""What the tone adds around the article's words: marks and layout, never a claim of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace

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
    "urgent": Frame(bullet="▶ ", point="▶ "),
}
_ALARM = "🚨 "


def frame_for(tone: Tone, platform: Platform, headline: Headline) -> Frame:
    """No emoji where the platform's charset has none; the alarm only where the article itself says that it breaks."""
    frame = _FRAMES[tone]
    if platform.charset == "cp949":
        return Frame(bullet="- ")
    if tone == "urgent" and headline.breaking:
        return replace(frame, headline=_ALARM)
    return frame


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
