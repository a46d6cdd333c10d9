"""What stops a synth: a wrong configuration, told in one sentence that says what to change."""

from __future__ import annotations


class Misconfigured(ValueError):
    """``str()`` of it is the fact and the remedy."""

    def __init__(self, fact: str, *, remedy: str) -> None:
        super().__init__(f"{fact} {remedy}")
        self.fact = fact
        self.remedy = remedy
