"""Lines that CloudWatch takes for metrics, and what it would refuse in silence."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsforge.kit.metrics import Measured, embedded_line

AT = datetime(2026, 11, 26, 12, 0, 0, 123_000, tzinfo=UTC)


def line(**changes):
    given_ = {
        "namespace": "NewsForge",
        "dimensions": {"Environment": "prod"},
        "measured": {"QueueDepth": Measured(value=7, unit="Count")},
        "at": AT,
        "event": "queue_measured",
    }
    return embedded_line(**{**given_, **changes})


def test_the_line_is_what_the_specification_asks_for():
    assert json.loads(line()) == {
        "_aws": {
            "Timestamp": 1_795_694_400_123,
            "CloudWatchMetrics": [
                {
                    "Namespace": "NewsForge",
                    "Dimensions": [["Environment"]],
                    "Metrics": [{"Name": "QueueDepth", "Unit": "Count"}],
                }
            ],
        },
        "event": "queue_measured",
        "level": "info",
        "Environment": "prod",
        "QueueDepth": 7,
    }


@pytest.mark.parametrize(
    "wrong",
    [
        {"namespace": ""},
        {"measured": {}},
        {"measured": {f"M{n}": Measured(value=1, unit="Count") for n in range(101)}},
        {"measured": {"Age": Measured(value=float("inf"), unit="Seconds")}},
        {"measured": {"Age": Measured(value=float("nan"), unit="Seconds")}},
        {"measured": {"Age": Measured(value=2.0**361, unit="Seconds")}},
        {"measured": {"_aws": Measured(value=1, unit="Count")}},
        {"measured": {"Environment": Measured(value=1, unit="Count")}},
        {"dimensions": {"Environment": ""}},
        {"dimensions": {f"D{n}": "x" for n in range(31)}},
    ],
)
def test_what_would_be_dropped_in_silence_is_refused(wrong):
    with pytest.raises(ValueError, match=r"CloudWatch|its line"):
        line(**wrong)


@given(value=st.floats(-1e100, 1e100), environment=st.text(min_size=1, max_size=20))
def test_whatever_is_in_it_stays_one_line_and_is_read_back(value, environment):
    made = line(dimensions={"Environment": environment}, measured={"Age": Measured(value=value, unit="Seconds")})
    assert "\n" not in made
    assert json.loads(made)["Age"] == value
    assert json.loads(made)["Environment"] == environment
