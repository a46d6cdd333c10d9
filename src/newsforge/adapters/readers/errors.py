"""Why a source gave no article, in words that a person can act on."""

from __future__ import annotations

from newsforge.kit.errors import NewsforgeError

_PASTE = "Paste the article's text instead."


class NoArticle(NewsforgeError):
    """The source was read, but there is no article in it: a front page, a login form, an empty application shell."""

    code = "no_article"

    def __init__(self, message: str = "There is no article on this page.", *, remedy: str = "") -> None:
        super().__init__(message, remedy=remedy or f"Give the address of one article. {_PASTE}")


class Paywall(NewsforgeError):
    """Only the opening of the article is on the page; posts made from it would tell half the story."""

    code = "paywall"

    def __init__(self, message: str = "Only the beginning of this article is free to read.", *, remedy: str = "") -> None:
        super().__init__(message, remedy=remedy or "Open it with your subscription and paste its text.")


class UnreadableEncoding(NewsforgeError):
    """The bytes are no text in any encoding that news pages use."""

    code = "unreadable_encoding"

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(message, remedy=remedy or f"Save the page as UTF-8 and give the file. {_PASTE}")
