"""What can go wrong between a person and their account."""

from __future__ import annotations

from newsforge.domains.access.errors import Forbidden, Unauthenticated
from newsforge.kit.http.errors import ServiceError, Unavailable, Unprocessable


class WrongCredentials(Unauthenticated):
    """One answer for an unknown address and a wrong password."""

    code = "wrong_credentials"
    message = "The address and the password do not belong together."
    remedy = "Check both, or ask for a new password with /auth/password/forgot."


class WrongPassword(Forbidden):
    """Of somebody who is signed in already."""

    code = "wrong_password"
    message = "This is not your current password."
    remedy = "Enter it again, or ask for a new one with /auth/password/forgot."


class RefreshTokenInvalid(Unauthenticated):
    code = "refresh_token_invalid"
    message = "The refresh token is not valid any more."
    remedy = "Sign in again."


class RefreshTokenReused(Unauthenticated):
    code = "refresh_token_reused"
    message = "This refresh token was used before, so its session has been ended: somebody else may have it."
    remedy = "Sign in again, and let each client keep only its newest refresh token."


class LinkInvalid(Unprocessable):
    code = "link_invalid"
    message = "The link is not valid: used, replaced by a newer one, or too old."
    remedy = "Ask for a new mail."


class BadAddress(Unprocessable):
    code = "bad_email"


class WeakPassword(Unprocessable):
    code = "weak_password"


class TooManyAttempts(ServiceError):
    status = 429
    code = "too_many_attempts"
    message = "There were too many attempts."
    remedy = "Wait for the seconds that Retry-After names."


class PasswordsBusy(Unavailable):
    """More passwords are waiting to be checked than can be checked in a moment."""

    code = "passwords_busy"
    message = "Too many people are signing in at this moment."
    remedy = "Try again in a few seconds."


class NotAPerson(Forbidden):
    code = "not_a_person"
    message = "An API key cannot do this: it takes a signed-in person."
    remedy = "Sign in and use the access token."
