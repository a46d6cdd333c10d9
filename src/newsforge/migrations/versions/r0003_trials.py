"""A trial is a person's, whatever workspaces they make. What was tried before this counts for nobody: row-level
security hides the ledger from whoever migrates, and an account of that time has at most one trial more."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    # Null until it is written: the release before knows nothing of it.
    op.add_column("usage_entries", sa.Column("trial_of", sa.Uuid(), nullable=True))
    op.create_table(
        "usage_trials",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("reserved", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("used", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint("reserved >= 0 AND used >= 0", name=op.f("ck_usage_trials_not_negative")),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_usage_trials")),
    )


def downgrade() -> None:
    op.drop_table("usage_trials")
    op.drop_column("usage_entries", "trial_of")
