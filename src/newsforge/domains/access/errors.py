"""Why somebody may not, or not yet."""

from __future__ import annotations

from newsforge.kit.http.errors import ServiceError


class Unauthenticated(ServiceError):
    status = 401
    code = "unauthenticated"
    message = "The request carries no valid credential."
    remedy = "Sign in, or send Authorization: Bearer with an access token or an API key."


class TokenExpired(Unauthenticated):
    code = "token_expired"
    message = "The access token has run out."
    remedy = "Get a new one with the refresh token."


class CredentialRevoked(Unauthenticated):
    code = "credential_revoked"
    message = "This credential was revoked."
    remedy = "Sign in again, or use another API key."


class Forbidden(ServiceError):
    status = 403
    code = "forbidden"


class WrongOrigin(Forbidden):
    code = "wrong_origin"
    message = "A browser's session may change things only from the service's own pages."
    remedy = "Send the request from the service's own address, or use an API key."
