"""What a run was billed, as far as it can be known."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from newsforge.pipeline.ports import Usage

if TYPE_CHECKING:
    from pydantic_ai.usage import RunUsage


def usage_of(run: RunUsage, *, calls: int, has_public_price: bool, is_complete: bool) -> Usage:
    """``calls`` is how many requests were sent. The cost is None where any part of it is unknown: a model without a
    public price, an answer without token counts, or a request that was sent and never answered (``is_complete``
    False), which the vendor may bill all the same."""
    known = has_public_price and is_complete and run.unmeasured_requests == 0
    if run.input_tokens == run.output_tokens == 0 and run.unmeasured_requests == 0:
        cost = Decimal(0) if is_complete else None
    else:
        cost = run.cost if known else None
    return Usage(input_tokens=run.input_tokens, output_tokens=run.output_tokens, calls=calls, cost_usd=cost)
