"""Why a source gave no article, in words that a person can act on."""

from __future__ import annotations

from newsforge.kit.errors import NewsforgeError

_PASTE = "Paste the article's text instead."


class NoArticle(NewsforgeError):
    """The source was read, but there is no article in it: a front page, a login form, an empty application shell."""

    code = "no_article"

    def __init__(self, message: str = "There is no article on this page.", *, remedy: str = "") -> None:
        super().__init__(message, remedy=remedy or "Give the address of one article, or paste its text.")


class Paywall(NewsforgeError):
    """Only the opening of the article is on the page; posts made from it would tell half the story."""

    code = "paywall"

    def __init__(
        self, message: str = "Only the beginning of this article is free to read.", *, remedy: str = ""
    ) -> None:
        super().__init__(
            message, remedy=remedy or "Open it with your subscription or account and paste its whole text."
        )


class UnreadableEncoding(NewsforgeError):
    """The bytes are no text in any encoding that news pages use."""

    code = "unreadable_encoding"

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(message, remedy=remedy or f"Save the page as UTF-8 and give the file. {_PASTE}")


class EmptySource(NewsforgeError):
    """There is nothing to read."""

    code = "empty_source"

    def __init__(self, message: str = "There is no text in it.", *, remedy: str = "") -> None:
        super().__init__(message, remedy=remedy or "Give the whole article: a URL, a file or its text.")


class TooShort(NewsforgeError):
    """A headline or a few words. Posts made from them could only be made up."""

    code = "too_short"

    def __init__(self, message: str = "This is too short to be an article.", *, remedy: str = "") -> None:
        super().__init__(message, remedy=remedy or "Give the whole article: at least two sentences.")


class FileTooLarge(NewsforgeError):
    code = "file_too_large"


class UnknownFormat(NewsforgeError):
    code = "unknown_format"

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(
            message, remedy=remedy or "Text, Markdown, HTML, PDF, DOCX, HWP and HWPX can be read. " + _PASTE
        )


class DocumentFailed(NewsforgeError):
    """Root of what a document parser raises."""

    code = "document_failed"


class PasswordProtected(DocumentFailed):
    code = "password_protected"

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(message, remedy=remedy or f"Save it without the password and give that file. {_PASTE}")


class ScannedDocument(DocumentFailed):
    """Pages that are pictures. Reading them by guesswork could change a figure, so they are not read."""

    code = "scanned_document"

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(message, remedy=remedy or f"Give a version whose text can be selected. {_PASTE}")


class DamagedDocument(DocumentFailed):
    code = "damaged_document"

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(message, remedy=remedy or f"Save it anew in its own program and try again. {_PASTE}")


class DocumentTooLarge(DocumentFailed):
    """Too many pages, too much text, or data that grow without measure when they are unpacked."""

    code = "document_too_large"

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(message, remedy=remedy or "Give only the article's pages, or paste its text.")
