"""Why an address was not fetched. No message shows a resolved address, a query string or a password."""

from __future__ import annotations

from newsforge.kit.errors import NewsforgeError

PASTE = "Open the page in a browser and paste the article's text instead."


class FetchFailed(NewsforgeError):
    """Root of everything that :func:`newsforge.kit.fetch.fetch` raises."""

    code = "fetch_failed"


class BadUrl(FetchFailed):
    code = "bad_url"


class PrivateAddress(FetchFailed):
    """The host is, or resolves to, an address that is not on the public internet. Nothing was connected to."""

    code = "private_address"

    def __init__(self, host: str) -> None:
        super().__init__(
            f"{host} is not on the public internet, so it is not fetched.",
            remedy="Give the public address of the page, or paste the article's text.",
        )


class Unreachable(FetchFailed):
    code = "unreachable"


class TlsFailure(FetchFailed):
    code = "tls_failure"


class TimedOut(FetchFailed):
    code = "timed_out"


class TooLarge(FetchFailed):
    code = "too_large"


class TooManyRedirects(FetchFailed):
    code = "too_many_redirects"


class UnsupportedContentType(FetchFailed):
    code = "unsupported_content_type"


class UnsupportedEncoding(FetchFailed):
    code = "unsupported_encoding"


class Incomplete(FetchFailed):
    """The answer broke off or was malformed: half an article must not pass for a whole one."""

    code = "incomplete"


class HttpStatus(FetchFailed):
    code = "http_status"

    def __init__(self, status: int, host: str) -> None:
        self.status = status
        message, remedy = _explain(status, host)
        super().__init__(message, remedy=remedy)


class NotFound(HttpStatus):
    """404 or 410."""

    code = "not_found"


def _explain(status: int, host: str) -> tuple[str, str]:
    match status:
        case 404:
            return f"{host} has no such page (HTTP 404).", "Check the address for a missing or extra character."
        case 410:
            return f"{host} has taken this page down (HTTP 410).", "Paste the article's text if you have it."
        case 401 | 402 | 403 | 407 | 451:
            return f"{host} does not let this page be read without a login or by a program (HTTP {status}).", PASTE
        case 429:
            return f"{host} asks for fewer requests (HTTP 429).", "Wait a few minutes and try again."
        case _ if status >= 500:
            return f"{host} has a problem of its own (HTTP {status}).", "Try again later, or paste the article's text."
        case _:
            return f"{host} did not give the page (HTTP {status}).", PASTE
