"""Metrics as lines of the log: CloudWatch's embedded metric format, which costs neither a call nor a credential.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

#: A line that CloudWatch refuses is a gap in the metric that nobody hears of, so it is refused here.
_MOST_METRICS: Final = 100
_MOST_DIMENSIONS: Final = 30
_LEAST, _MOST = -(2.0**360), 2.0**360


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """``unit`` is one of CloudWatch's words: Count, Seconds, Percent, Bytes ..."""

    value: float
    unit: str


def embedded_line(
    *, namespace: str, dimensions: Mapping[str, str], measured: Mapping[str, Measured], at: datetime, event: str
) -> str:
    """One line without its end. Beside what CloudWatch reads, it says ``event`` like every other line of the log."""
    if not (namespace and measured and len(measured) <= _MOST_METRICS and len(dimensions) <= _MOST_DIMENSIONS):
        raise ValueError("CloudWatch takes 1 to 100 metrics of a namespace with up to 30 dimensions")
    if not all(dimensions.values()):
        raise ValueError("CloudWatch takes no empty dimension")
    if not all(math.isfinite(each.value) and _LEAST <= each.value <= _MOST for each in measured.values()):
        raise ValueError("CloudWatch takes no infinite value")
    if {*dimensions, *measured} & {"_aws", "event", "level"} or set(dimensions) & set(measured):
        raise ValueError("a metric has the name of another member of its line")
    return json.dumps(
        {
            "_aws": {
                "Timestamp": round(at.timestamp() * 1000),
                "CloudWatchMetrics": [
                    {
                        "Namespace": namespace,
                        "Dimensions": [list(dimensions)],
                        "Metrics": [{"Name": name, "Unit": each.unit} for name, each in measured.items()],
                    }
                ],
            },
            "event": event,
            "level": "info",
            **dimensions,
            **{name: each.value for name, each in measured.items()},
        },
        ensure_ascii=False,
    )
