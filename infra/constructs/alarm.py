"""Alarms by the plan's four limits; each says in its text where its runbook is."""

from __future__ import annotations

from typing import Final

from aws_cdk import Duration
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_cloudwatch_actions as actions
from aws_cdk import aws_sns as sns
from constructs import Construct

CPU_PERCENT: Final = 80
MEMORY_PERCENT: Final = 85
ERRORS_PERCENT: Final = 5
LATENCY_S: Final = 3
PERIOD: Final = Duration.minutes(1)


def with_runbook(says: str, runbook: str) -> str:
    return f"{says} Runbook: docs/runbooks/{runbook}.md"


class Alarms(Construct):
    """Every alarm goes to one topic, and says there too that it is over."""

    def __init__(self, scope: Construct, name: str, *, prefix: str, topic: sns.ITopic) -> None:
        super().__init__(scope, name)
        self._prefix = prefix
        self._action = actions.SnsAction(topic)
        self.made: list[cloudwatch.Alarm] = []

    def add(
        self,
        name: str,
        metric: cloudwatch.IMetric,
        above: float,
        *,
        says: str,
        runbook: str,
        below: bool = False,
        periods: int = 5,
        of_these: int = 3,
        silence_breaches: bool = False,
    ) -> None:
        """``silence_breaches``: what is measured all the time and suddenly is not has stopped."""
        operator, missing = cloudwatch.ComparisonOperator, cloudwatch.TreatMissingData
        alarm = cloudwatch.Alarm(
            self,
            "".join(word.title() for word in name.split("-")),
            alarm_name=f"{self._prefix}-{name}",
            alarm_description=with_runbook(says, runbook),
            metric=metric,
            threshold=above,
            comparison_operator=operator.LESS_THAN_THRESHOLD if below else operator.GREATER_THAN_THRESHOLD,
            evaluation_periods=periods,
            datapoints_to_alarm=of_these,
            treat_missing_data=missing.BREACHING if silence_breaches else missing.NOT_BREACHING,
        )
        alarm.add_alarm_action(self._action)
        alarm.add_ok_action(self._action)
        self.made.append(alarm)

    def add_cpu(self, part: str, metric: cloudwatch.IMetric) -> None:
        self.add(f"{part}-cpu", metric, CPU_PERCENT, says=f"{part}: CPU above {CPU_PERCENT} %.", runbook="cpu")

    def add_memory(self, part: str, metric: cloudwatch.IMetric) -> None:
        self.add(
            f"{part}-memory", metric, MEMORY_PERCENT, says=f"{part}: memory above {MEMORY_PERCENT} %.", runbook="memory"
        )

    def add_errors(self, part: str, errors: cloudwatch.IMetric, all_of_them: cloudwatch.IMetric) -> None:
        """A share needs something to be a share of: below 20 a minute it counts as if there were 20."""
        rate = cloudwatch.MathExpression(
            expression="100 * FILL(errors, 0) / IF(FILL(requests, 0) > 20, requests, 20)",
            using_metrics={"errors": errors, "requests": all_of_them},
            period=PERIOD,
            label=f"{part}: errors in percent",
        )
        self.add(
            f"{part}-errors", rate, ERRORS_PERCENT, says=f"{part}: errors above {ERRORS_PERCENT} %.", runbook="errors"
        )

    def add_latency(self, part: str, metric: cloudwatch.IMetric) -> None:
        self.add(f"{part}-latency", metric, LATENCY_S, says=f"{part}: slower than {LATENCY_S} s.", runbook="latency")
