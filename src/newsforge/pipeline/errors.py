"""What can go wrong with a writer, in words that end up beside the post."""

from __future__ import annotations

from newsforge.kit.errors import NewsforgeError
from newsforge.pipeline.ports import Usage


class WriterFailed(NewsforgeError):
    """The writer gave nothing usable. ``may_fall_back`` False (a refused key, an unknown model) ends the chain of AI
    writers: another vendor must not be billed for a mistake in this one's settings; the embedded writer still may.
    ``usage`` is what the failed try was billed for all the same."""

    code = "writer_failed"

    def __init__(
        self, message: str, *, remedy: str = "", may_fall_back: bool = True, usage: Usage | None = None
    ) -> None:
        super().__init__(message, remedy=remedy)
        self.may_fall_back = may_fall_back
        self.usage = usage or Usage()


class UnsupportedLanguage(WriterFailed):
    """The embedded writer uses the article's own words, so it cannot write in another language."""

    code = "unsupported_language"


class UnknownLanguage(NewsforgeError):
    """The language asked for is not a code of ISO 639."""

    code = "unknown_language"
