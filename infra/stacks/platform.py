"""What every stack shares: its name, its tags, and whether it may be deleted."""

from __future__ import annotations

from typing import Final

from aws_cdk import Environment as Place
from aws_cdk import RemovalPolicy, Stack, Tags
from aws_cdk import aws_kms as kms
from constructs import Construct

from infra.answers import Answers
from infra.environments import Environment

#: What alarms, scaling and dashboards call the metrics that the product emits itself.
METRICS_NAMESPACE: Final = "NewsForge"


class PlatformStack(Stack):
    """``Network`` of ``prod`` is the stack ``newsforge-prod-network``."""

    def __init__(
        self,
        scope: Construct,
        part: str,
        *,
        environment_values: Environment,
        answers: Answers,
        region: str = "",
        stack_name: str = "",
    ) -> None:
        self.values = environment_values
        self.answers = answers
        self._seen: dict[str, kms.IKey] = {}
        super().__init__(
            scope,
            part,
            stack_name=stack_name or f"{self.prefix}-{part.lower()}",
            env=Place(account=answers.account, region=region or answers.region),
            termination_protection=environment_values.is_protected,
        )
        Tags.of(self).add("project", "newsforge")
        Tags.of(self).add("environment", environment_values.name)

    @property
    def prefix(self) -> str:
        return f"newsforge-{self.values.name}"

    @property
    def removal(self) -> RemovalPolicy:
        return RemovalPolicy.RETAIN if self.values.is_protected else RemovalPolicy.DESTROY

    def seen(self, key: kms.IKey) -> kms.IKey:
        """The key of another stack as this one uses it: grants go to roles here, not into the policy over there, which
        would tie the two stacks into a knot."""
        name = key.node.id
        if name not in self._seen:
            self._seen[name] = kms.Key.from_key_arn(self, f"Seen{name}", key.key_arn)
        return self._seen[name]
