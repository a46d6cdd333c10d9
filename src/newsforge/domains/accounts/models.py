"""People and their sessions. Not tenants' tables: a person may belong to many workspaces."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from newsforge.kit.db.models import Dated, Identified, Model


class User(Identified, Dated, Model):
    """``email`` is kept in lower case. A deleted user keeps a row without a name, an address or a password, so that
    what they approved still says that somebody did."""

    __tablename__ = "users"
    __table_args__ = (
        CheckConstraint("email = lower(email)", name="email_is_lower_case"),
        Index("uq_users_email", "email", unique=True),
    )

    email: Mapped[str]
    name: Mapped[str]
    password_hash: Mapped[str]
    language: Mapped[str] = mapped_column(server_default=text("'ko'"))
    verified_at: Mapped[datetime | None]
    password_changed_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]


class UserSession(Identified, Dated, Model):
    """One sign-in on one device: the family of its refresh tokens. Only the token of the current ``generation`` may
    refresh; an older one that comes back was stolen, by one side or the other, and ends the session."""

    __tablename__ = "sessions"
    __table_args__ = (
        CheckConstraint("kind IN ('browser', 'machine')", name="kind"),
        Index("ix_sessions_user_id", "user_id", "id"),
        Index("ix_sessions_expires_at", "expires_at"),
    )

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    kind: Mapped[str]
    generation: Mapped[int] = mapped_column(server_default=text("0"))
    user_agent: Mapped[str] = mapped_column(server_default=text("''"))
    ip: Mapped[str] = mapped_column(server_default=text("''"))
    last_used_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    revoked_because: Mapped[str | None]


class OneTimeToken(Identified, Dated, Model):
    """A link in a mail. Only the hash is kept."""

    __tablename__ = "one_time_tokens"
    __table_args__ = (
        CheckConstraint("kind IN ('verify', 'reset')", name="kind"),
        Index("uq_one_time_tokens_token_hash", "token_hash", unique=True),
        Index("ix_one_time_tokens_user_id", "user_id"),
    )

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    kind: Mapped[str]
    token_hash: Mapped[bytes]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
