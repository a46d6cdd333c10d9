"""When there is nothing left to use."""

from __future__ import annotations

from newsforge.kit.http.errors import ServiceError


class QuotaExceeded(ServiceError):
    """Members: ``limit``, ``used`` (what is reserved included), ``wanted``, ``resets_at``. 402 and not 429: trying
    again in a moment does not help, a larger plan does."""

    status = 402
    code = "quota_exceeded"
    message = "The month's allowance of posts does not reach for this."
    remedy = "Choose fewer platforms, wait for the next month, or take a larger plan."


class TrialUsed(QuotaExceeded):
    code = "trial_used"
    message = "The posts that an account may make before its e-mail address is confirmed do not reach for this."
    remedy = "Confirm your e-mail address with the link that was sent to you."
