"""Tenants and who may do what in them."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from newsforge.kit.db.models import Dated, Identified, Model, Tenanted

_ROLE = "role IN ('owner', 'admin', 'editor', 'viewer')"


class Workspace(Identified, Dated, Model):
    """Row-level security shows it to itself, and to its members."""

    __tablename__ = "workspaces"
    __table_args__ = (
        CheckConstraint("kind IN ('personal', 'team')", name="kind"),
        Index("ix_workspaces_deleted_at", "deleted_at", postgresql_where=text("deleted_at IS NOT NULL")),
    )

    name: Mapped[str]
    kind: Mapped[str]
    deleted_at: Mapped[datetime | None]


class WorkspaceRegister(Dated, Model):
    """Ids only, without row-level security: how periodic work finds every workspace that it then enters one by
    one."""

    __tablename__ = "workspace_register"

    id: Mapped[UUID] = mapped_column(primary_key=True)


class Membership(Tenanted, Dated, Model):
    __tablename__ = "memberships"
    __table_args__ = (CheckConstraint(_ROLE, name="role"), Index("ix_memberships_user_id", "user_id"))

    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[str]


class Invitation(Identified, Tenanted, Dated, Model):
    """To an e-mail address; accepted by whoever holds the token and signs in with that address."""

    __tablename__ = "invitations"
    __table_args__ = (
        CheckConstraint(_ROLE, name="role"),
        Index("uq_invitations_token_hash", "token_hash", unique=True),
        Index(
            "uq_invitations_open", "workspace_id", "email", unique=True,
            postgresql_where=text("accepted_at IS NULL AND revoked_at IS NULL"),
        ),
    )  # fmt: skip

    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    email: Mapped[str]
    role: Mapped[str]
    token_hash: Mapped[bytes]
    invited_by: Mapped[UUID]
    expires_at: Mapped[datetime]
    accepted_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class ApiKey(Identified, Tenanted, Dated, Model):
    """``prefix`` is the part that people see; ``key_hash`` is SHA-256 of the whole, which is random enough."""

    __tablename__ = "api_keys"
    __table_args__ = (
        Index("uq_api_keys_key_hash", "key_hash", unique=True),
        Index("ix_api_keys_workspace_id", "workspace_id", "id"),
    )

    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    created_by: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    name: Mapped[str]
    prefix: Mapped[str]
    key_hash: Mapped[bytes]
    scopes: Mapped[list[str]] = mapped_column(ARRAY(Text))
    expires_at: Mapped[datetime | None]
    last_used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class ProviderKey(Identified, Tenanted, Dated, Model):
    """A workspace's own key at an AI vendor. ``sealed`` holds it under a data key of its own, which the master key
    wraps; ``hint`` is its last four characters."""

    __tablename__ = "provider_keys"
    __table_args__ = (Index("uq_provider_keys_vendor", "workspace_id", "vendor", unique=True),)

    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    created_by: Mapped[UUID]
    vendor: Mapped[str]
    sealed: Mapped[bytes]
    hint: Mapped[str]
    base_url: Mapped[str] = mapped_column(server_default=text("''"))
    last_used_at: Mapped[datetime | None]
