"""CloudWatch's evaluation of an alarm, over metrics that are really put into the twin, with the actions that follow.

moto keeps alarms and metrics and evaluates nothing. What is here follows the user guide: so many of so many periods, a
rule for missing data, metric math, and actions when (and only when) the state changes.
"""

import operator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from tests.infra.clients import ask

START = datetime(2026, 11, 26, 3, 0, tzinfo=UTC)
_OPERATORS = {
    "GreaterThanThreshold": operator.gt,
    "GreaterThanOrEqualToThreshold": operator.ge,
    "LessThanThreshold": operator.lt,
    "LessThanOrEqualToThreshold": operator.le,
}


@dataclass
class Watcher:
    """``minute`` is the present; one alarm is watched."""

    alarm: dict
    minute: int = 0
    state: str = "OK"
    told: list = field(default_factory=list)

    def put(self, **values):
        """One minute of the metrics by name; a metric that is not named has no value."""
        for metric in self.metrics():
            value = values.get(metric["MetricName"])
            if value is not None:
                ask("cloudwatch").put_metric_data(
                    Namespace=metric["Namespace"],
                    MetricData=[
                        {
                            "MetricName": metric["MetricName"],
                            "Dimensions": metric.get("Dimensions", []),
                            "Timestamp": START + timedelta(minutes=self.minute),
                            "Value": value,
                        }
                    ],
                )
        self.minute += 1
        self._evaluate()

    def metrics(self):
        if "Metrics" not in self.alarm:
            return [self.alarm]
        return [each["MetricStat"]["Metric"] for each in self.alarm["Metrics"] if "MetricStat" in each]

    def _evaluate(self):
        breaching = [self._is_breaching(value) for value in self._window()]
        now = "ALARM" if sum(breaching) >= self.alarm.get("DatapointsToAlarm", len(breaching)) else "OK"
        if now != self.state:
            self.state = now
            self._act()

    def _is_breaching(self, value):
        if value is None:
            return self.alarm["TreatMissingData"] == "breaching"
        return _OPERATORS[self.alarm["ComparisonOperator"]](value, self.alarm["Threshold"])

    def _window(self):
        """The last periods since the beginning, the newest last; None where nothing was measured."""
        step = self._period_s() // 60
        ends = [self.minute - step * back for back in range(int(self.alarm["EvaluationPeriods"]))]
        return [self._value(max(0, end - step), end) for end in reversed(ends) if end > 0]

    def _period_s(self):
        if "Metrics" in self.alarm:
            return next(each["MetricStat"]["Period"] for each in self.alarm["Metrics"] if "MetricStat" in each)
        return self.alarm["Period"]

    def _value(self, start, end):
        if "Metrics" not in self.alarm:
            return _measured(self.alarm, self.alarm.get("Statistic"), start, end)
        values = {
            each["Id"]: _measured(each["MetricStat"]["Metric"], each["MetricStat"]["Stat"], start, end)
            for each in self.alarm["Metrics"]
            if "MetricStat" in each
        }
        (expression,) = [each["Expression"] for each in self.alarm["Metrics"] if "Expression" in each]
        return _reckoned(expression, values)

    def _act(self):
        for target in self.alarm["AlarmActions" if self.state == "ALARM" else "OKActions"]:
            message = f"{self.alarm['AlarmName']} is {self.state}. {self.alarm['AlarmDescription']}"
            ask("sns").publish(TopicArn=target, Subject=self.state, Message=message)
            self.told.append(self.state)


def _measured(metric, statistic, start, end):
    """A percentile of one value a minute is that value."""
    statistic = statistic if statistic in {"Sum", "Average", "Maximum", "Minimum"} else "Maximum"
    found = ask("cloudwatch").get_metric_statistics(
        Namespace=metric["Namespace"],
        MetricName=metric["MetricName"],
        Dimensions=metric.get("Dimensions", []),
        StartTime=START + timedelta(minutes=start),
        EndTime=START + timedelta(minutes=end),
        Period=(end - start) * 60,
        Statistics=[statistic],
    )["Datapoints"]
    return found[0][statistic] if found else None


def _reckoned(expression, values):
    def fill(value, instead):
        return instead if value is None else value

    try:
        return eval(expression, {"__builtins__": {}}, {**values, "FILL": fill, "IF": lambda c, a, b: a if c else b})
    except TypeError:  # a gap in what it is made of is a gap
        return None
