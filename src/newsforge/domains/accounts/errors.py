"""What can go wrong between a person and their account."""

from __future__ import annotations

from newsforge.domains.access.errors import Forbidden, Unauthenticated
from newsforge.kit.http.errors import ServiceError, Unavailable, Unprocessable


class WrongCredentials(Unauthenticated):
    """One answer for an unknown address and a wrong password."""

    code = "wrong_credentials"

    @classmethod
    def default_message(cls) -> str:
        return "The address and the password do not belong together."

    @classmethod
    def default_remedy(cls) -> str:
        return "Check both, or ask for a new password with /auth/password/forgot."


class WrongPassword(Forbidden):
    """Of somebody who is signed in already."""

    code = "wrong_password"

    @classmethod
    def default_message(cls) -> str:
        return "This is not your current password."

    @classmethod
    def default_remedy(cls) -> str:
        return "Enter it again, or ask for a new one with /auth/password/forgot."


class RefreshTokenInvalid(Unauthenticated):
    code = "refresh_token_invalid"

    @classmethod
    def default_message(cls) -> str:
        return "The refresh token is not valid any more."

    @classmethod
    def default_remedy(cls) -> str:
        return "Sign in again."


class RefreshTokenReused(Unauthenticated):
    code = "refresh_token_reused"

    @classmethod
    def default_message(cls) -> str:
        return "This refresh token was used before, so its session has been ended: somebody else may have it."

    @classmethod
    def default_remedy(cls) -> str:
        return "Sign in again, and let each client keep only its newest refresh token."


class LinkInvalid(Unprocessable):
    code = "link_invalid"

    @classmethod
    def default_message(cls) -> str:
        return "The link is not valid: used, replaced by a newer one, or too old."

    @classmethod
    def default_remedy(cls) -> str:
        return "Ask for a new mail."


class BadAddress(Unprocessable):
    code = "bad_email"


class WeakPassword(Unprocessable):
    code = "weak_password"


class TooManyAttempts(ServiceError):
    status = 429
    code = "too_many_attempts"

    @classmethod
    def default_message(cls) -> str:
        return "There were too many attempts."

    @classmethod
    def default_remedy(cls) -> str:
        return "Wait for the seconds that Retry-After names."


class PasswordsBusy(Unavailable):
    """More passwords are waiting to be checked than can be checked in a moment."""

    code = "passwords_busy"

    @classmethod
    def default_message(cls) -> str:
        return "Too many people are signing in at this moment."

    @classmethod
    def default_remedy(cls) -> str:
        return "Try again in a few seconds."


class NotAPerson(Forbidden):
    code = "not_a_person"

    @classmethod
    def default_message(cls) -> str:
        return "An API key cannot do this: it takes a signed-in person."

    @classmethod
    def default_remedy(cls) -> str:
        return "Sign in and use the access token."
