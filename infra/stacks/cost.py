"""What it may cost: a budget that speaks at 50, 80 and 100 %, and by forecast, and a watch for what is out of line."""

from __future__ import annotations

import json
from typing import Final

from aws_cdk import aws_budgets as budgets
from aws_cdk import aws_ce as cost_explorer
from constructs import Construct

from infra.answers import Answers
from infra.environments import Environment
from infra.stacks.foundation import FoundationStack
from infra.stacks.platform import PlatformStack

#: (percent of the budget, what is compared with it)
STEPS: Final = ((50, "ACTUAL"), (80, "ACTUAL"), (100, "ACTUAL"), (100, "FORECASTED"))
_ANOMALY_LEAST_USD: Final = 20


class CostStack(PlatformStack):
    def __init__(
        self, scope: Construct, *, environment: Environment, answers: Answers, foundation: FoundationStack
    ) -> None:
        super().__init__(scope, "Cost", environment_values=environment, answers=answers)
        topic = foundation.alarms.topic_arn
        budgets.CfnBudget(
            self,
            "Budget",
            budget=budgets.CfnBudget.BudgetDataProperty(
                budget_name=self.prefix,
                budget_type="COST",
                time_unit="MONTHLY",
                budget_limit=budgets.CfnBudget.SpendProperty(amount=environment.monthly_budget_usd, unit="USD"),
                cost_filters={"TagKeyValue": [f"user:environment${environment.name}"]},
            ),
            notifications_with_subscribers=[
                budgets.CfnBudget.NotificationWithSubscribersProperty(
                    notification=budgets.CfnBudget.NotificationProperty(
                        comparison_operator="GREATER_THAN",
                        notification_type=kind,
                        threshold=percent,
                        threshold_type="PERCENTAGE",
                    ),
                    subscribers=[
                        budgets.CfnBudget.SubscriberProperty(subscription_type="SNS", address=topic),
                        budgets.CfnBudget.SubscriberProperty(subscription_type="EMAIL", address=answers.alarm_mail),
                    ],
                )
                for percent, kind in STEPS
            ],
        )
        # Cost Explorer calls a tag by its own name; only a budget writes `user:` before it.
        monitor = cost_explorer.CfnAnomalyMonitor(
            self,
            "Monitor",
            monitor_name=self.prefix,
            monitor_type="CUSTOM",
            monitor_specification=json.dumps(
                {"Tags": {"Key": "environment", "Values": [environment.name]}}, sort_keys=True
            ),
        )
        cost_explorer.CfnAnomalySubscription(
            self,
            "Anomalies",
            subscription_name=self.prefix,
            frequency="IMMEDIATE",
            monitor_arn_list=[monitor.attr_monitor_arn],
            subscribers=[cost_explorer.CfnAnomalySubscription.SubscriberProperty(type="SNS", address=topic)],
            threshold_expression=json.dumps(
                {
                    "Dimensions": {
                        "Key": "ANOMALY_TOTAL_IMPACT_ABSOLUTE",
                        "MatchOptions": ["GREATER_THAN_OR_EQUAL"],
                        "Values": [str(_ANOMALY_LEAST_USD)],
                    }
                },
                sort_keys=True,
            ),
        )
