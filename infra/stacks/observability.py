"""Watching: the plan's alarms on every part, a dashboard, errors counted from logs, and the search over logs.

The product's own metrics and traces come here too when it emits them (namespace ``METRICS_NAMESPACE``).
"""

from __future__ import annotations

from typing import Final

from aws_cdk import Duration
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_elasticloadbalancingv2 as elb
from aws_cdk import aws_logs as logs
from aws_cdk import aws_rds as rds
from constructs import Construct

from infra.answers import Answers
from infra.constructs.alarm import LATENCY_S, MEMORY_PERCENT, PERIOD, Alarms
from infra.constructs.event_alarm import tell_of_what_happens
from infra.constructs.log_pipeline import LogPipeline
from infra.constructs.service import COLOURS
from infra.environments import Environment
from infra.stacks.balancer import BalancerStack, frozen
from infra.stacks.compute import QUEUE_AGE, QUEUE_DEPTH, ComputeStack
from infra.stacks.data import DataStack
from infra.stacks.foundation import FoundationStack
from infra.stacks.network import NetworkStack
from infra.stacks.platform import METRICS_NAMESPACE, PlatformStack

_GIB: Final = 1024**3
_MICROSECONDS: Final = 1_000_000
#: Memory of the database classes in use, for "above 85 %" where RDS only tells what is free.
MEMORY_GIB: Final = {"db.t4g.micro": 1, "db.t4g.medium": 4, "db.r6g.large": 16}
#: The plan wants a conversion done within 30 s; one that has waited 20 will not be.
_QUEUE_AGE_S: Final = 20
#: Error lines in five minutes that are a pattern rather than an accident.
_ERROR_LINES: Final = 20


class ObservabilityStack(PlatformStack):
    def __init__(
        self,
        scope: Construct,
        *,
        environment: Environment,
        answers: Answers,
        foundation: FoundationStack,
        network: NetworkStack,
        data: DataStack,
        balancer: BalancerStack,
        compute: ComputeStack,
    ) -> None:
        super().__init__(scope, "Observability", environment_values=environment, answers=answers)
        self._data, self._balancer, self._compute = data, balancer, compute
        self.alarms = Alarms(self, "Alarms", prefix=self.prefix, topic=foundation.alarms)
        self._watch_services()
        self._watch_balancer()
        self._watch_database()
        tell_of_what_happens(self, prefix=self.prefix, topic=foundation.alarms)
        self._watch_cache()
        self._watch_logs()
        self._make_dashboard()
        if environment.search:
            LogPipeline(
                self,
                "Logs",
                environment=environment,
                size=environment.search,
                vpc=network.vpc,
                search_group=frozen(self, network, "search"),
                pipe_group=frozen(self, network, "logpipe"),
                data_key=self.seen(foundation.data_key),
                logs_key=self.seen(foundation.logs_key),
                access_logs=data.access_logs,
                sources={name: task.logs for name, task in compute.tasks.items()},
                removal=self.removal,
            )

    def _watch_services(self) -> None:
        services = {
            f"{name}-{colour}": coloured.services[colour]
            for name, coloured in self._compute.coloured.items()
            for colour in COLOURS
        }
        for name, service in {**services, "worker": self._compute.worker}.items():
            self.alarms.add_cpu(name, service.metric_cpu_utilization(period=PERIOD))
            self.alarms.add_memory(name, service.metric_memory_utilization(period=PERIOD))
        for name, coloured in self._compute.coloured.items():
            for colour in COLOURS:
                # By colour: at a tenth of the traffic, a canary's failures would vanish in the whole.
                self.alarms.add_errors(
                    f"{name}-{colour}",
                    coloured.metric(colour, "HTTPCode_Target_5XX_Count", statistic="Sum", period=PERIOD),
                    coloured.metric(colour, "RequestCount", statistic="Sum", period=PERIOD),
                )
                self.alarms.add_latency(
                    f"{name}-{colour}",
                    coloured.metric(colour, "TargetResponseTime", statistic="p95", period=PERIOD),
                )
        self.alarms.add(
            "worker-queue-age",
            self._compute.queue_metric(QUEUE_AGE),
            _QUEUE_AGE_S,
            says=f"The oldest job has waited more than {_QUEUE_AGE_S} s, or no worker is alive to tell.",
            runbook="queue",
            # At night there are none, where nights are off.
            silence_breaches=not self.values.is_off_at_night,
        )

    def _watch_balancer(self) -> None:
        metrics = self._balancer.balancer.metrics
        self.alarms.add_errors(
            "balancer",
            metrics.http_code_elb(elb.HttpCodeElb.ELB_5XX_COUNT, period=PERIOD, statistic="Sum"),
            metrics.request_count(period=PERIOD, statistic="Sum"),
        )
        self.alarms.add_latency("balancer", metrics.target_response_time(period=PERIOD, statistic="p95"))

    def _watch_database(self) -> None:
        size = self.values.database
        watched: list[tuple[str, rds.IDatabaseInstance, str]] = [
            ("database", self._data.database.primary, size.instance_class)
        ]
        if self._data.database.replica and size.replica_class:
            watched.append(("replica", self._data.database.replica, size.replica_class))
        for name, instance, instance_class in watched:
            self.alarms.add_cpu(name, instance.metric_cpu_utilization(period=PERIOD))
            free = MEMORY_GIB[instance_class] * _GIB * (100 - MEMORY_PERCENT) / 100
            self.alarms.add(
                f"{name}-memory",
                instance.metric_freeable_memory(period=PERIOD),
                free,
                below=True,
                says=f"{name}: memory above {MEMORY_PERCENT} %.",
                runbook="memory",
            )
            self.alarms.add(
                f"{name}-latency",
                instance.metric("ReadLatency", period=PERIOD, statistic="p95"),
                LATENCY_S,
                says=f"{name}: reads slower than {LATENCY_S} s.",
                runbook="latency",
            )
        self.alarms.add(
            "database-storage",
            self._data.database.primary.metric_free_storage_space(period=Duration.minutes(5)),
            size.storage_gib * _GIB / 10,
            below=True,
            says="database: less than a tenth of the storage is free.",
            runbook="storage",
        )
        if len(watched) > 1:
            self.alarms.add(
                "replica-lag",
                watched[1][1].metric("ReplicaLag", period=PERIOD, statistic="Maximum"),
                30,
                says="replica: more than 30 s behind.",
                runbook="replica",
            )

    def _watch_cache(self) -> None:
        for node in range(1, self.values.cache.nodes + 1):
            name = f"cache-{node}"

            self.alarms.add_cpu(name, self._cache_metric(node, "EngineCPUUtilization"))
            self.alarms.add_memory(name, self._cache_metric(node, "DatabaseMemoryUsagePercentage"))
            self.alarms.add(
                f"{name}-latency",
                self._cache_metric(node, "SuccessfulReadRequestLatency"),
                LATENCY_S * _MICROSECONDS,
                says=f"{name}: reads slower than {LATENCY_S} s.",
                runbook="latency",
            )

    def _cache_metric(self, node: int, name: str) -> cloudwatch.Metric:
        return cloudwatch.Metric(
            namespace="AWS/ElastiCache",
            metric_name=name,
            dimensions_map={"CacheClusterId": f"{self.prefix}-{node:03d}"},
            period=PERIOD,
        )

    def _watch_logs(self) -> None:
        for name, task in self._compute.tasks.items():
            counted = logs.MetricFilter(
                self,
                f"{name.title()}Errors",
                log_group=task.logs,
                filter_pattern=logs.FilterPattern.any(
                    logs.FilterPattern.string_value("$.level", "=", "error"),
                    logs.FilterPattern.string_value("$.level", "=", "critical"),
                ),
                metric_namespace=METRICS_NAMESPACE,
                metric_name=f"{self.values.name}-{name}-error-lines",
                metric_value="1",
                default_value=0,
            )
            self.alarms.add(
                f"{name}-error-lines",
                counted.metric(period=Duration.minutes(5), statistic="Sum"),
                _ERROR_LINES,
                says=f"{name}: more than {_ERROR_LINES} error lines in five minutes.",
                runbook="errors",
                periods=1,
                of_these=1,
            )

    def _make_dashboard(self) -> None:
        board = cloudwatch.Dashboard(self, "Dashboard", dashboard_name=self.prefix)
        balancer = self._balancer.balancer.metrics
        board.add_widgets(cloudwatch.AlarmStatusWidget(title="Alarms", alarms=list(self.alarms.made), width=24))
        board.add_widgets(
            cloudwatch.GraphWidget(
                title="Requests and errors",
                left=[balancer.request_count(period=PERIOD)],
                right=[balancer.http_code_target(elb.HttpCodeTarget.TARGET_5XX_COUNT, period=PERIOD)],
                width=12,
            ),
            cloudwatch.GraphWidget(
                title="Response time",
                left=[balancer.target_response_time(period=PERIOD, statistic=each) for each in ("p50", "p95", "p99")],
                width=12,
            ),
        )
        coloured = [s for each in self._compute.coloured.values() for s in each.services.values()]
        services = [*coloured, self._compute.worker]
        database = self._data.database.primary
        board.add_widgets(
            cloudwatch.GraphWidget(
                title="CPU of services", left=[s.metric_cpu_utilization(period=PERIOD) for s in services], width=8
            ),
            cloudwatch.GraphWidget(
                title="Database",
                left=[database.metric_cpu_utilization(period=PERIOD)],
                right=[database.metric_database_connections(period=PERIOD)],
                width=8,
            ),
            cloudwatch.GraphWidget(
                title="Queue",
                left=[self._compute.queue_metric(QUEUE_AGE)],
                right=[self._compute.queue_metric(QUEUE_DEPTH)],
                width=8,
            ),
        )
        nodes = range(1, self.values.cache.nodes + 1)
        board.add_widgets(
            cloudwatch.GraphWidget(
                title="Memory of services",
                left=[s.metric_memory_utilization(period=PERIOD) for s in services],
                width=12,
            ),
            cloudwatch.GraphWidget(
                title="Cache",
                left=[self._cache_metric(node, "EngineCPUUtilization") for node in nodes],
                right=[self._cache_metric(node, "DatabaseMemoryUsagePercentage") for node in nodes],
                width=12,
            ),
        )
