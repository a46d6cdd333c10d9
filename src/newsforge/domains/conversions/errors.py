"""Why a conversion or a post cannot be had so."""

from __future__ import annotations

from newsforge.kit.errors import NewsforgeError
from newsforge.kit.http.errors import Conflict, ServiceError, Unprocessable


class InvalidWish(Unprocessable):
    """Known before anything is written. ``errors`` says which member of the body is wrong, ``reason`` is the code of
    what is wrong with it."""

    code = "invalid_conversion"

    @classmethod
    def of(cls, error: NewsforgeError, pointer: str) -> InvalidWish:
        fault = {"pointer": pointer, "message": error.message}
        return cls(error.message, remedy=error.remedy, members={"errors": [fault], "reason": error.code})


class IdempotencyMismatch(Unprocessable):
    code = "idempotency_key_reused"
    message = "This Idempotency-Key came with another request before."
    remedy = "Send a new key with a new request."


class IdempotencyKeySpent(Conflict):
    code = "idempotency_key_spent"
    message = "The conversion that this Idempotency-Key made was deleted."
    remedy = "Send a new key to convert again."


class FileTooBig(ServiceError):
    status = 413
    code = "file_too_large"


class StillRunning(Conflict):
    code = "conversion_is_running"
    message = "The conversion has not ended yet."
    remedy = "Wait for its end, or cancel it first."


class NothingToRetry(Conflict):
    code = "nothing_to_retry"
    message = "Every platform of this conversion has its post."
    remedy = "Have a single post written anew with POST /posts/{id}/regenerate."


class PostNotReady(Conflict):
    """There is no text yet, or there is none at all."""

    code = "post_not_ready"


class PostBusy(Conflict):
    code = "post_is_being_rewritten"
    message = "This post is just being written anew."
    remedy = "Wait for it: the conversion's events tell when it is there."


class NotApprovable(Conflict):
    code = "post_not_approvable"


class ProblemsOpen(Conflict):
    """``problems`` lists them, as a receipt names them."""

    code = "problems_open"
    message = "Something in this post is not in the article."
    remedy = "Correct it, or keep each of `problems` with a reason: PATCH /posts/{id} with `keep`."


class ReasonRequired(Unprocessable):
    code = "reason_required"
    message = "A problem is kept with a reason, and this one is blank."
    remedy = "Say why it may be published all the same."


class NoSuchProblem(Unprocessable):
    code = "no_such_problem"
    remedy = "Name sentence, kind and text as the post's receipts do."


class TooManyStreams(ServiceError):
    status = 429
    code = "too_many_streams"
    message = "Too many event streams are open."
    remedy = "Close one first; one stream a conversion is enough."


class NothingToExport(Conflict):
    code = "nothing_to_export"
    message = "There is no such post in this conversion."
    remedy = "Approve posts first, or leave out `only`."
