"""What stops a synth: a wrong configuration, told in one sentence that says what to change."""

from __future__ import annotations

import re
import textwrap
from typing import Final

_NO_BREAK: Final = "\N{NO-BREAK SPACE}"


class Misconfigured(ValueError):
    """``str()`` of it is the fact and the remedy."""

    def __init__(self, fact: str, *, remedy: str) -> None:
        super().__init__(f"{fact} {remedy}")
        self.fact = fact
        self.remedy = remedy

    def for_terminal(self) -> str:
        """The fact, and below it the remedy, in 80 columns; settings and commands stay whole."""
        return _folded(f"newsforge: {self.fact}") + _folded(self.remedy)


def _folded(text: str) -> str:
    whole = re.sub(r"`[^`]*`", lambda command: command[0].replace(" ", _NO_BREAK), text)
    folded = textwrap.fill(whole, 80, break_long_words=False, break_on_hyphens=False, subsequent_indent="  ")
    return folded.replace(_NO_BREAK, " ") + "\n"
