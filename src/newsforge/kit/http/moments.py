"""Moments as clients write them."""

from __future__ import annotations

import re
from typing import Annotated, Any, Final

from pydantic import AwareDatetime, BeforeValidator

_RFC_3339: Final = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)


def _as_written(value: Any) -> Any:
    # Left to itself, Pydantic takes a number for seconds since 1970, or, when it is large, for milliseconds.
    if not (isinstance(value, str) and _RFC_3339.fullmatch(value)):
        raise ValueError("This must be a date and time with its offset, such as 2026-11-12T15:30:00+09:00.")
    return value


#: RFC 3339, as the OpenAPI format ``date-time`` promises; nothing else.
Moment = Annotated[AwareDatetime, BeforeValidator(_as_written)]
