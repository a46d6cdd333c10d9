"""The ECS cluster, the settings, and the task that migrates the database: what must be there before any service."""

from __future__ import annotations

from aws_cdk import CfnOutput, Fn
from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_ecs as ecs
from aws_cdk import aws_servicediscovery as discovery
from constructs import Construct

from infra.answers import Answers
from infra.constructs.acknowledgement import acknowledge
from infra.constructs.passwords import change_every_month
from infra.constructs.settings import Settings
from infra.constructs.task import Task
from infra.environments import Environment
from infra.stacks.data import DataStack
from infra.stacks.foundation import FoundationStack
from infra.stacks.network import NetworkStack
from infra.stacks.platform import PlatformStack


class ClusterStack(PlatformStack):
    def __init__(
        self,
        scope: Construct,
        *,
        environment: Environment,
        answers: Answers,
        foundation: FoundationStack,
        network: NetworkStack,
        data: DataStack,
    ) -> None:
        super().__init__(scope, "Cluster", environment_values=environment, answers=answers)
        insights = ecs.ContainerInsights
        self.cluster = ecs.Cluster(
            self,
            "Cluster",
            cluster_name=self.prefix,
            vpc=network.vpc,
            enable_fargate_capacity_providers=True,
            container_insights_v2=insights.ENABLED if environment.has_container_insights else insights.DISABLED,
        )
        if not environment.has_container_insights:
            acknowledge(self.cluster, "ECS4", "Per-task metrics cost more here than they tell; services have theirs.")
        self.namespace = discovery.PrivateDnsNamespace(
            self, "Namespace", name=f"{environment.name}.newsforge.internal", vpc=network.vpc
        )
        self.settings = Settings(self, environment=environment, region=self.region, foundation=foundation, data=data)
        self.migrate = Task(
            self,
            "Migrate",
            environment=environment,
            cpu_units=512,
            memory_mib=1024,
            image="app",
            release=answers.release,
            command=["migrate"],
            secrets=self.settings.for_migration(),
            variables={},
            logs_key=self.seen(foundation.logs_key),
        )
        services = [f"{self.prefix}-{name}" for name in ("api-blue", "api-green", "worker")]
        passwords = Task(
            self,
            "Passwords",
            environment=environment,
            cpu_units=512,
            memory_mib=1024,
            image="app",
            release=answers.release,
            command=["change-password"],
            secrets=self.settings.for_migration(),
            variables={
                "NEWSFORGE_DB_LOGIN": data.app_secret_name,
                "NEWSFORGE_CLUSTER": self.prefix,
                "NEWSFORGE_SERVICES": ",".join(services),
            },
            logs_key=self.seen(foundation.logs_key),
        )
        change_every_month(
            self,
            task=passwords,
            cluster=self.cluster,
            group=network.groups["migrate"],
            secret=data.app_secret,
            key=foundation.data_key,
            services=services,
        )
        private = network.vpc.select_subnets(subnet_type=ec2.SubnetType.PRIVATE_WITH_EGRESS).subnet_ids
        CfnOutput(self, "ClusterName", value=self.cluster.cluster_name)
        CfnOutput(self, "MigrateFamily", value=self.migrate.family)
        CfnOutput(self, "PrivateSubnets", value=Fn.join(",", private))
        CfnOutput(self, "MigrateGroup", value=network.groups["migrate"].security_group_id)
