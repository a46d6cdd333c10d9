"""What each way of failing means: for the person who reads it, for the next writer, and for the circuit breaker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic_ai import exceptions as ai

from newsforge.kit.fetch import BadUrl, FetchFailed, PrivateAddress

#: ``vendor``: an outage, counts against the vendor. ``throttled``: hold back as long as it asks. ``settings``: a person
#: has to mend something, and no other vendor may be billed meanwhile. ``answer``: this answer was no good.
Blame = Literal["vendor", "throttled", "settings", "answer"]

#: A vendor that throttles without saying for how long.
_DEFAULT_HOLD_S = 5.0
#: A longer wish is obeyed as this: the next conversion may find out that it is over.
_LONGEST_HOLD_S = 120.0


@dataclass(frozen=True, slots=True)
class Failure:
    """``is_unanswered``: the request may have reached the vendor and be billed, but no answer came."""

    blame: Blame
    message: str
    remedy: str = ""
    hold_s: float | None = None
    is_unanswered: bool = False


def failure_of(error: Exception, *, writer: str, timeout_s: float) -> Failure | None:
    """None for an error that is a defect of ours. No message repeats the vendor's text: it may carry the prompt."""
    guarded = _guarded_cause(error)
    if guarded is not None:
        return Failure("settings", f"{writer} was not called: {guarded.message}", _address_remedy(guarded))
    if 300 <= (status := _redirect_status(error)) < 400:
        return Failure("settings", f"{writer} answered with a redirect ({status}).", "Set the base URL it leads to.")
    match error:
        case TimeoutError() | ai.ModelRequestTimeout() | ai.ModelTimeoutError():
            return Failure("vendor", f"{writer} did not answer within {timeout_s:.1f} s.", is_unanswered=True)
        # By its status too: some vendors' 403 bodies name another kind of error.
        case ai.ModelAuthenticationError() | ai.ModelHTTPError(status_code=401 | 403):
            return Failure(
                "settings",
                f"{writer} refused the API key ({_status(error)}).",
                "Check the key and its access to the model.",
            )
        case ai.ModelNotFoundError():
            return Failure(
                "settings",
                f"{writer} is not known to the vendor ({_status(error)}).",
                "Check the model's name and base URL.",
            )
        case ai.ModelQuotaExceededError():
            return Failure(
                "throttled",
                f"The account of {writer} has no credit or quota left.",
                "Top it up, or raise its limit.",
                hold_s=_LONGEST_HOLD_S,
            )
        case ai.ModelContextWindowExceededError():
            return Failure("answer", f"The article is too long for {writer}.")
        case ai.ModelRateLimitError():
            hold_s = min(error.retry_after or _DEFAULT_HOLD_S, _LONGEST_HOLD_S)
            return Failure("throttled", f"{writer} is throttled for {hold_s:.0f} s (429).", hold_s=hold_s)
        case ai.ModelHTTPError(status_code=408 | 409) | ai.ModelUnavailableError() | ai.ModelServerError():
            return Failure("vendor", f"{writer} is out of order ({_status(error)}).")
        case ai.ModelHTTPError(status_code=status) if status >= 500:
            return Failure("vendor", f"{writer} is out of order ({status}).")
        case ai.ModelRequestRejectedError():
            return Failure("settings", f"{writer} rejected the request ({_status(error)}).", "Check the model's name.")
        case ai.ModelConnectionError(phase="connect" | "pool"):
            return Failure("vendor", f"{writer} could not be reached.")
        case ai.ModelConnectionError():
            return Failure("vendor", f"The connection to {writer} broke off.", is_unanswered=True)
        case ai.ModelAPIError():
            return Failure("vendor", f"{writer} failed ({type(error).__name__}).", is_unanswered=True)
    return _failure_of_answer(error, writer) or _failure_of_aws(error, writer)


def _failure_of_answer(error: Exception, writer: str) -> Failure | None:
    match error:
        case ai.ContentFilterError():
            return Failure("answer", f"{writer} declined to write about this article.")
        case ai.OutputTokenLimitExceeded() | ai.IncompleteToolCall():
            return Failure("answer", f"{writer}'s answer was cut off before its end.")
        case ai.UnexpectedModelBehavior() | ai.UsageLimitExceeded():
            return Failure("answer", f"{writer} answered in a form that cannot be read.")
    return None


def _failure_of_aws(error: Exception, writer: str) -> Failure | None:
    """pydantic-ai lets botocore's own errors through. Told by their names, so as not to load botocore for this."""
    names = {kind.__name__ for kind in type(error).__mro__}
    if "BotoCoreError" not in names:
        return None
    if names & {"EndpointConnectionError", "ConnectTimeoutError", "ProxyConnectionError"}:
        return Failure("vendor", f"{writer} could not be reached.")
    if names & {"HTTPClientError", "ConnectionError", "ResponseStreamingError"}:
        return Failure("vendor", f"The connection to {writer} broke off.", is_unanswered=True)
    return Failure(
        "settings",
        f"AWS cannot be called for {writer} ({type(error).__name__}).",
        "Check the AWS identity, key and region.",
    )


def _status(error: Exception) -> str:
    return str(error.status_code) if isinstance(error, ai.ModelHTTPError) else type(error).__name__


def _redirect_status(error: Exception) -> int:
    """Redirects are never followed, since the key would go with them; pydantic-ai has no category for them."""
    return int(getattr(error, "status_code", None) or getattr(error.__cause__, "status_code", None) or 0)


def _guarded_cause(error: BaseException) -> FetchFailed | None:
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, PrivateAddress | BadUrl):
            return seen
        seen = seen.__cause__ or seen.__context__
    return None


def _address_remedy(error: FetchFailed) -> str:
    if isinstance(error, PrivateAddress):
        return "Give a public base URL; only the operator can open a private network."
    return error.remedy
