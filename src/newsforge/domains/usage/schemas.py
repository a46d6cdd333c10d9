"""What the ledger shows."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from newsforge.kit.http.pages import Page


class UsageEntryOut(BaseModel):
    """``reserve`` when a conversion was accepted, ``close`` when it ended: ``units`` are then what it really used."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    created_at: datetime
    kind: Literal["reserve", "close"]
    subject_id: UUID = Field(description="The conversion, or the rewriting of a post, that it is for.")
    run: int
    period: date
    units: int = Field(description="Posts.")
    input_tokens: int
    output_tokens: int
    cost_usd: Decimal | None = Field(description="What the AI vendor's list price makes of it; null when not known.")


class UsageOut(BaseModel):
    """The current calendar month (UTC) of the workspace, and the entries of its ledger, newest first. Who has not
    confirmed their address sees instead how much of their own trial is used, in all their workspaces together."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "period": "2026-12-01",
                    "resets_at": "2027-01-01T00:00:00Z",
                    "limit": 10000,
                    "used": 120,
                    "reserved": 8,
                    "entries": {"items": [], "next_cursor": None},
                }
            ]
        }
    )

    period: date
    resets_at: datetime | None = Field(description="Null for a trial, which does not begin anew.")
    limit: int
    used: int
    reserved: int = Field(description="Accepted and not yet ended.")
    entries: Page[UsageEntryOut]
