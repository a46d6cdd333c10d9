"""Why somebody may not, or not yet."""

from __future__ import annotations

from newsforge.kit.http.errors import ServiceError


class Unauthenticated(ServiceError):
    status = 401
    code = "unauthenticated"

    @classmethod
    def default_message(cls) -> str:
        return "The request carries no valid credential."

    @classmethod
    def default_remedy(cls) -> str:
        return "Sign in, or send Authorization: Bearer with an access token or an API key."


class TokenExpired(Unauthenticated):
    code = "token_expired"

    @classmethod
    def default_message(cls) -> str:
        return "The access token has run out."

    @classmethod
    def default_remedy(cls) -> str:
        return "Get a new one with the refresh token."


class CredentialRevoked(Unauthenticated):
    code = "credential_revoked"

    @classmethod
    def default_message(cls) -> str:
        return "This credential was revoked."

    @classmethod
    def default_remedy(cls) -> str:
        return "Sign in again, or use another API key."


class Forbidden(ServiceError):
    status = 403
    code = "forbidden"


class WrongOrigin(Forbidden):
    code = "wrong_origin"

    @classmethod
    def default_message(cls) -> str:
        return "A browser's session may change things only from the service's own pages."

    @classmethod
    def default_remedy(cls) -> str:
        return "Send the request from the service's own address, or use an API key."
