"""One root for every error a person can act on."""

from __future__ import annotations


class NewsforgeError(Exception):
    """Carries a stable ``code`` (snake case), a sentence that states the fact, and one that says what to do."""

    code = "error"

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()
