"""Keys that sign tokens, and what was revoked before it ran out."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Identity, Index
from sqlalchemy.orm import Mapped, mapped_column

from newsforge.kit.db.models import Dated, Model


class SigningKey(Dated, Model):
    """``secret`` is sealed with the master key. The newest that is not retired signs; all that are kept verify."""

    __tablename__ = "signing_keys"

    kid: Mapped[str] = mapped_column(primary_key=True)
    secret: Mapped[bytes]
    retired_at: Mapped[datetime | None]


class Revocation(Dated, Model):
    """What no longer holds: a session, an API key, every token that a user got before ``created_at``; or what was known
    of the memberships of a user (or of a workspace). Kept until ``expires_at``, when nothing that it concerns could
    still be valid."""

    __tablename__ = "revocations"
    __table_args__ = (
        CheckConstraint("kind IN ('session', 'user', 'api_key', 'membership')", name="kind"),
        Index("ix_revocations_expires_at", "expires_at"),
        Index("ix_revocations_subject_id", "subject_id"),
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    kind: Mapped[str]
    subject_id: Mapped[UUID]
    expires_at: Mapped[datetime]
