"""The services: web and API behind the load balancer in two colours, and the workers."""

from __future__ import annotations

from typing import Final

from aws_cdk import Duration
from aws_cdk import aws_applicationautoscaling as scaling
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_ecs as ecs
from aws_cdk import aws_elasticloadbalancingv2 as elb
from aws_cdk import aws_iam as iam
from aws_cdk import aws_servicediscovery as discovery
from constructs import Construct

from infra.answers import Answers
from infra.constructs.acknowledgement import acknowledge
from infra.constructs.service import ColouredService, capacity, follow_family, sleep_at_night
from infra.constructs.task import Task
from infra.environments import Environment
from infra.sizes import TaskSize
from infra.stacks.balancer import IDLE_TIMEOUT_S, BalancerStack, frozen
from infra.stacks.cluster import ClusterStack
from infra.stacks.data import DataStack
from infra.stacks.foundation import FoundationStack
from infra.stacks.network import API_PORT, WEB_PORT, NetworkStack
from infra.stacks.platform import METRICS_NAMESPACE, PlatformStack
from infra.stacks.recovery import content_bucket

API_HEALTH: Final = "/api/v1/health"
WEB_HEALTH: Final = "/api/health"
#: From the measured service times, at the CPU that scaling aims for.
API_REQUESTS_PER_CORE_MINUTE: Final = 6_000
WEB_REQUESTS_PER_TASK_MINUTE: Final = 3_000
#: The worker's own metrics (newsforge.worker.metrics, embedded metric format): jobs that wait, and how long the oldest
#: has. The names stand on both sides, for the platform imports nothing of the product; a test compares.
QUEUE_DEPTH: Final = "QueueDepth"
QUEUE_AGE: Final = "QueueOldestAgeSeconds"


class ComputeStack(PlatformStack):
    def __init__(
        self,
        scope: Construct,
        *,
        environment: Environment,
        answers: Answers,
        foundation: FoundationStack,
        network: NetworkStack,
        data: DataStack,
        cluster: ClusterStack,
        balancer: BalancerStack,
    ) -> None:
        super().__init__(scope, "Compute", environment_values=environment, answers=answers)
        self._foundation, self._network, self._data = foundation, network, data
        self._cluster, self._balancer = cluster, balancer
        self._api_name = discovery.Service(
            self,
            "ApiName",
            namespace=cluster.namespace,
            name="api",
            dns_record_type=discovery.DnsRecordType.A,
            dns_ttl=Duration.seconds(10),
        )
        self.tasks = {
            "api": self._make_task("Api", environment.api),
            "worker": self._make_task("Worker", environment.worker),
            "web": self._make_web_task(),
        }
        self.coloured = {"api": self._make_api(), "web": self._make_web()}
        self.worker = self._make_worker()

    def _make_task(self, name: str, size: TaskSize) -> Task:
        serves = name == "Api"
        serving = ["api", "--host", "0.0.0.0", "--port", str(API_PORT)]  # noqa: S104 - the security group decides who reaches it
        task = Task(
            self,
            f"{name}Task",
            environment=self.values,
            cpu_units=size.cpu_units,
            memory_mib=size.memory_mib,
            image="app",
            release=self.answers.release,
            command=[*(serving if serves else ["worker"]), "--processes", str(size.cores)],
            secrets=self._cluster.settings.for_service(),
            variables={
                "NEWSFORGE_METRICS": "emf",
                "NEWSFORGE_METRICS_NAMESPACE": METRICS_NAMESPACE,
                "NEWSFORGE_ENVIRONMENT": self.values.name,
            },
            logs_key=self.seen(self._foundation.logs_key),
            port=API_PORT if serves else None,
            health_command=None if serves else ["newsforge", "worker-health"],
        )
        role = task.definition.task_role
        bucket = f"arn:aws:s3:::{content_bucket(self.values.name, self.account, self.region)}"
        models = ["arn:aws:bedrock:*::foundation-model/*", f"arn:aws:bedrock:*:{self.account}:inference-profile/*"]
        for statement in (
            iam.PolicyStatement(
                actions=["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"],
                resources=[f"{bucket}/*"],
            ),
            iam.PolicyStatement(actions=["s3:ListBucket", "s3:GetBucketLocation"], resources=[bucket]),
            iam.PolicyStatement(
                actions=["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey", "kms:DescribeKey"],
                resources=[self._foundation.product_key.key_arn, self._foundation.storage_key.key_arn],
            ),
            iam.PolicyStatement(actions=["bedrock:InvokeModel"], resources=models),
            iam.PolicyStatement(
                actions=["ses:SendEmail", "ses:SendRawEmail"], resources=[self._foundation.mail_identity_arn]
            ),
        ):
            role.add_to_principal_policy(statement)
        acknowledge(
            role, f"IAM5[Resource::{bucket}/*]", "The objects of one bucket; which ones there are is the product's."
        )
        for model in models:
            acknowledge(
                role, f"IAM5[Resource::{model}]", "Which model of which region writes is a setting of operators."
            )
        return task

    def _make_web_task(self) -> Task:
        size = self.values.web
        return Task(
            self,
            "WebTask",
            environment=self.values,
            cpu_units=size.cpu_units,
            memory_mib=size.memory_mib,
            image="web",
            release=self.answers.release,
            command=None,
            secrets={},
            variables={
                "NEWSFORGE_API_URL": f"http://api.{self._cluster.namespace.namespace_name}:{API_PORT}",
                "NEWSFORGE_PUBLIC_URL": f"https://{self._foundation.host}",
                "PORT": str(WEB_PORT),
                "HOSTNAME": "0.0.0.0",  # noqa: S104 - the security group decides who reaches it
                "NEXT_TELEMETRY_DISABLED": "1",
                "KEEP_ALIVE_TIMEOUT": str((IDLE_TIMEOUT_S + 5) * 1000),  # ms; of itself, Node closes after 5 s
            },
            logs_key=self.seen(self._foundation.logs_key),
            port=WEB_PORT,
        )

    def _make_api(self) -> ColouredService:
        return ColouredService(
            self,
            "Api",
            environment=self.values,
            size=self.values.api,
            task=self.tasks["api"],
            port=API_PORT,
            cluster=self._cluster.cluster,
            security_group=frozen(self, self._network, "api"),
            listener=self._balancer.listener,
            balancer_full_name=self._balancer.balancer.load_balancer_full_name,
            conditions=[
                elb.ListenerCondition.host_headers([self._foundation.host]),
                elb.ListenerCondition.path_patterns(["/api/v1/*"]),
            ],
            priority=10,
            health_path=API_HEALTH,
            requests_per_task=API_REQUESTS_PER_CORE_MINUTE * self.values.api.cores,
            discovered_as=self._api_name,
        )

    def _make_web(self) -> ColouredService:
        return ColouredService(
            self,
            "Web",
            environment=self.values,
            size=self.values.web,
            task=self.tasks["web"],
            port=WEB_PORT,
            cluster=self._cluster.cluster,
            security_group=frozen(self, self._network, "web"),
            listener=self._balancer.listener,
            balancer_full_name=self._balancer.balancer.load_balancer_full_name,
            conditions=[elb.ListenerCondition.host_headers([self._foundation.host, self._foundation.origin_host])],
            priority=20,
            health_path=WEB_HEALTH,
            requests_per_task=WEB_REQUESTS_PER_TASK_MINUTE,
        )

    def _make_worker(self) -> ecs.FargateService:
        size, task = self.values.worker, self.tasks["worker"]
        worker = ecs.FargateService(
            self,
            "Worker",
            service_name=task.family,
            cluster=self._cluster.cluster,
            task_definition=task.definition,
            assign_public_ip=False,
            vpc_subnets=ec2.SubnetSelection(subnet_type=ec2.SubnetType.PRIVATE_WITH_EGRESS),
            security_groups=[frozen(self, self._network, "worker")],
            capacity_provider_strategies=capacity(spot=self.values.is_spot_worker),
            circuit_breaker=ecs.DeploymentCircuitBreaker(enable=True, rollback=True),
            min_healthy_percent=100,
            max_healthy_percent=200,
            propagate_tags=ecs.PropagatedTagSource.SERVICE,
        )
        follow_family(worker, task)
        target = worker.auto_scale_task_count(min_capacity=size.least, max_capacity=size.most)
        self._scale_on(target, "Depth", QUEUE_DEPTH, calm=5, busy=50, flood=500)
        self._scale_on(target, "Age", QUEUE_AGE, calm=2, busy=10, flood=25)
        if self.values.is_off_at_night:
            sleep_at_night(target, size)
        return worker

    def queue_metric(self, name: str) -> cloudwatch.Metric:
        return cloudwatch.Metric(
            namespace=METRICS_NAMESPACE,
            metric_name=name,
            dimensions_map={"Environment": self.values.name},
            statistic="Maximum",
            period=Duration.minutes(1),
        )

    def _scale_on(
        self, target: ecs.ScalableTaskCount, name: str, metric: str, *, calm: int, busy: int, flood: int
    ) -> None:
        """Grow in steps; shrink by one when calm."""
        target.scale_on_metric(
            name,
            metric=self.queue_metric(metric),
            scaling_steps=[
                scaling.ScalingInterval(upper=calm, change=-1),
                scaling.ScalingInterval(lower=busy, change=2),
                scaling.ScalingInterval(lower=flood, change=6),
            ],
            adjustment_type=scaling.AdjustmentType.CHANGE_IN_CAPACITY,
            cooldown=Duration.minutes(1),
            evaluation_periods=2,
        )
