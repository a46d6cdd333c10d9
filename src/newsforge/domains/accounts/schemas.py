"""Accounts as clients see them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, StringConstraints

from newsforge.domains.access.principal import Role, Scope
from newsforge.kit.http.patterns import SPACE

_EMAIL = "editor@newsroom.example.com"
_PASSWORD = "four quiet harbor lanterns"  # noqa: S105 - an example


def _encodable(secret: SecretStr) -> SecretStr:
    try:
        secret.get_secret_value().encode()
    except UnicodeEncodeError:  # whose own message would show it
        raise ValueError("This holds half of a character (a lone surrogate).") from None
    return secret


Language = Literal["ko", "en", "ja"]
#: What else makes an address is said by :class:`newsforge.domains.accounts.errors.BadAddress`.
Email = Annotated[str, Field(min_length=3, max_length=254, pattern=rf"^[^@{SPACE}]+@[^@{SPACE}]+$", examples=[_EMAIL])]
#: Of somebody who proves who they are: any length that was ever allowed.
GivenPassword = Annotated[
    SecretStr, Field(min_length=1, max_length=128, examples=[_PASSWORD]), AfterValidator(_encodable)
]
NewPassword = Annotated[
    SecretStr,
    Field(
        min_length=10, max_length=128, description="10 to 128 characters, not a well-known one.", examples=[_PASSWORD]
    ),
    AfterValidator(_encodable),
]
PersonName = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=100, pattern=r"^[^\x00-\x1f\x7f\u2028\u2029]+$"),
    Field(examples=["김하늘"]),
]
Token = Annotated[SecretStr, Field(min_length=1, max_length=2048), AfterValidator(_encodable)]


class _Input(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SignUp(_Input):
    email: Email
    password: NewPassword
    name: PersonName
    language: Language | None = Field(
        default=None,
        description="Of mails and pages; by default the first of `Accept-Language` that there is, or `ko`.",
    )


class SignIn(_Input):
    email: Email
    password: GivenPassword


class Refresh(_Input):
    refresh_token: Token


class AddressOnly(_Input):
    email: Email


class LinkToken(_Input):
    token: Token = Field(description="What stands behind `#token=` in the link of the mail.")


class PasswordReset(_Input):
    token: Token = Field(description="What stands behind `#token=` in the link of the mail.")
    password: NewPassword


class PasswordChange(_Input):
    current_password: GivenPassword
    new_password: NewPassword


class AccountDeletion(_Input):
    password: GivenPassword


class ProfileChange(_Input):
    name: PersonName | None = None
    language: Language | None = None


class UserOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    email: str = Field(examples=[_EMAIL])
    name: str = Field(examples=["김하늘"])
    language: str = Field(examples=["ko"])
    verified_at: datetime | None = Field(description="When the address was confirmed.")
    created_at: datetime


class MembershipOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    workspace_id: UUID
    workspace_name: str
    kind: str = Field(examples=["personal"])
    role: Role


class MeOut(UserOut):
    """``workspace_id``, ``role`` and ``scopes`` are those of this request's credential."""

    workspace_id: UUID
    role: Role
    scopes: list[Scope]
    memberships: list[MembershipOut]


class TokensOut(BaseModel):
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "access_token": "eyJhbGciOiJIUzI1NiIsImtpZCI6IjEifQ.e30.c2lnbmF0dXJl",
                    "refresh_token": "eyJhbGciOiJIUzI1NiIsImtpZCI6IjEifQ.e30.c2lnbmF0dXJl",
                    "token_type": "Bearer",
                    "expires_in": 3600,
                }
            ]
        }
    )

    access_token: str
    refresh_token: str = Field(description="Works once; the answer to its use holds the next.")
    token_type: Literal["Bearer"] = "Bearer"  # noqa: S105 - a kind of token, not one
    expires_in: int = Field(description="Seconds until the access token runs out.")


class SessionOut(BaseModel):
    id: UUID
    kind: Literal["browser", "machine"]
    user_agent: str
    ip: str
    created_at: datetime
    last_used_at: datetime
    expires_at: datetime
    is_current: bool


class SessionList(BaseModel):
    items: list[SessionOut]
    next_cursor: None = None


class ExportOut(BaseModel):
    """All that the account itself holds. What workspaces hold is exported there."""

    exported_at: datetime
    account: UserOut
    sessions: list[SessionOut]
    memberships: list[MembershipOut]
    activity: list[dict[str, Any]] = Field(description="What was recorded of what you did to your account.")
