"""Workspaces, members, invitations and keys as clients see them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, EmailStr, Field, StringConstraints

from newsforge.domains.access.principal import SCOPES, Role, Scope
from newsforge.kit.http.moments import Moment

Vendor = Literal["openai", "anthropic", "google", "compatible"]


#: One line of visible text: no control characters, nothing that only turns or hides what stands beside it.
_UNSEEN = r"\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff0-\uffff"
Name = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=1, max_length=100, pattern=rf"^[^{_UNSEEN}]*[^\s{_UNSEEN}][^{_UNSEEN}]*$"
    ),
]
Secret = Annotated[str, Field(min_length=8, max_length=500, pattern=r"^[\x21-\x7e]+$")]


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Out(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class WorkspaceCreate(_In):
    name: Name = Field(examples=["한빛일보 디지털팀"])


class WorkspacePatch(_In):
    name: Name = Field(examples=["한빛일보 디지털팀"])


class WorkspaceOut(_Out):
    """`role` is the caller's own."""

    id: UUID
    name: str
    kind: Literal["personal", "team"]
    role: Role
    created_at: datetime


class WorkspaceList(BaseModel):
    items: list[WorkspaceOut]
    next_cursor: str | None = None


class MemberOut(BaseModel):
    user_id: UUID
    email: str
    name: str
    role: Role
    since: datetime


class MemberList(BaseModel):
    items: list[MemberOut]
    next_cursor: str | None = None


class RolePatch(_In):
    role: Role = Field(examples=["editor"])


class InvitationCreate(_In):
    email: EmailStr = Field(max_length=254, examples=["editor@example.com"])
    role: Role = Field(default="editor", examples=["editor"])


class InvitationOut(_Out):
    id: UUID
    email: str
    role: Role
    invited_by: UUID
    created_at: datetime
    expires_at: datetime


class InvitationList(BaseModel):
    items: list[InvitationOut]
    next_cursor: str | None = None


class InvitationToken(_In):
    token: str = Field(min_length=20, max_length=200, pattern=r"^[\w-]+$", description="From the link in the mail.")


class InvitationOffer(_Out):
    """What the mail says of it. Not whom it is for: the link may be in other hands."""

    workspace_name: str
    inviter_name: str | None = Field(description="None when they have left the service.")
    role: Role
    expires_at: datetime


class InvitationAccept(InvitationToken):
    pass


class ApiKeyCreate(_In):
    """Without `scopes`, the key may read and make conversions."""

    name: Name = Field(examples=["CMS"])
    scopes: list[Scope] = Field(
        default=["conversions:read", "conversions:write"],
        min_length=1,
        max_length=len(SCOPES),
        examples=[["conversions:read", "conversions:write"]],
    )
    expires_at: Moment | None = Field(default=None, description="Never, when left out.")


class ApiKeyOut(_Out):
    id: UUID
    name: str
    prefix: str = Field(description="The beginning of the key, to tell it by.", examples=["nf_live_3kq9"])
    scopes: list[Scope]
    created_by: UUID
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None
    revoked_at: datetime | None


class ApiKeyMade(ApiKeyOut):
    key: str = Field(description="The whole key. It is shown this once and never again.")


class ProviderKeyPut(_In):
    """`base_url` is for `compatible` alone: an OpenAI-compatible address on the public internet."""

    key: Secret
    base_url: str = Field(default="", max_length=300, pattern=r"^(https://[\x21-\x7e]+)?$")


class ProviderKeyOut(_Out):
    vendor: Vendor
    hint: str = Field(description="The key's last four characters.", examples=["9f2c"])
    base_url: str
    created_by: UUID
    created_at: datetime
    last_used_at: datetime | None


class ProviderKeyList(BaseModel):
    items: list[ProviderKeyOut]
    next_cursor: str | None = None
