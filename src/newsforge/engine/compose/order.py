"""One post to write, with all that the compositions need to know."""

from __future__ import annotations

from dataclasses import dataclass

from newsforge.engine.compose.frame import Frame
from newsforge.engine.compose.model import Digest
from newsforge.engine.compose.space import Space
from newsforge.engine.platforms.record import Platform
from newsforge.engine.post import Length, Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """``closing`` is the line that ends the post before its link, where there is room; empty for none."""

    digest: Digest
    platform: Platform
    tone: Tone
    length: Length
    space: Space
    frame: Frame
    headline: str
    closing: str = ""

    @property
    def language(self) -> str:
        return self.digest.article.language

    @property
    def first_line(self) -> str:
        return self.frame.headline + self.headline

    @property
    def told_before(self) -> str:
        """What the reader has read when the text begins; a headline made of the lead stands in no text."""
        return self.headline if self.digest.is_titled else ""
