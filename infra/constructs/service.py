"""A service behind the load balancer, twice: blue and green, each with its target group and its own scaling.

The listener's rule decides which colour gets how much. Blue begins with all of it; a release moves the weights, and
nothing here changes them after creation.
"""

from __future__ import annotations

from typing import Final

from aws_cdk import Duration, TimeZone
from aws_cdk import aws_applicationautoscaling as scaling
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_ecs as ecs
from aws_cdk import aws_elasticloadbalancingv2 as elb
from aws_cdk import aws_servicediscovery as discovery
from constructs import Construct

from infra.constructs.task import Task
from infra.environments import Environment
from infra.sizes import TaskSize

COLOURS: Final = ("blue", "green")
CPU_TARGET_PERCENT: Final = 60
MEMORY_TARGET_PERCENT: Final = 70


def capacity(*, spot: bool) -> list[ecs.CapacityProviderStrategy]:
    name = "FARGATE_SPOT" if spot else "FARGATE"
    return [ecs.CapacityProviderStrategy(capacity_provider=name, weight=1)]


class ColouredService(Construct):
    """``services`` and ``groups`` by colour."""

    def __init__(
        self,
        scope: Construct,
        name: str,
        *,
        environment: Environment,
        size: TaskSize,
        task: Task,
        port: int,
        cluster: ecs.ICluster,
        security_group: ec2.ISecurityGroup,
        listener: elb.IApplicationListener,
        balancer_full_name: str,
        conditions: list[elb.ListenerCondition],
        priority: int,
        health_path: str,
        requests_per_task: int,
        discovered_as: discovery.IService | None = None,
    ) -> None:
        super().__init__(scope, name)
        self.groups = {
            colour: elb.ApplicationTargetGroup(
                self,
                f"{colour.title()}Targets",
                target_group_name=f"{task.family.removeprefix('newsforge-')}-{colour}",
                vpc=cluster.vpc,
                port=port,
                protocol=elb.ApplicationProtocol.HTTP,
                target_type=elb.TargetType.IP,
                deregistration_delay=Duration.seconds(30),
                load_balancing_algorithm_type=elb.TargetGroupLoadBalancingAlgorithmType.LEAST_OUTSTANDING_REQUESTS,
                health_check=elb.HealthCheck(
                    path=health_path,
                    healthy_http_codes="200",
                    interval=Duration.seconds(10),
                    timeout=Duration.seconds(5),
                    healthy_threshold_count=2,
                    unhealthy_threshold_count=3,
                ),
            )
            for colour in COLOURS
        }
        self.rule = elb.ApplicationListenerRule(
            self,
            "Rule",
            listener=listener,
            priority=priority,
            conditions=conditions,
            action=elb.ListenerAction.weighted_forward(
                [
                    elb.WeightedTargetGroup(target_group=self.groups["blue"], weight=100),
                    elb.WeightedTargetGroup(target_group=self.groups["green"], weight=0),
                ]
            ),
        )
        self.services = {
            colour: self._make_service(colour, environment, task, port, cluster, security_group, discovered_as)
            for colour in COLOURS
        }
        self._balancer_full_name = balancer_full_name
        for colour in COLOURS:
            self._scale(colour, environment, size, requests_per_task)

    def metric(self, colour: str, name: str, *, statistic: str, period: Duration) -> cloudwatch.Metric:
        """What the load balancer measures of one colour. (CDK's own would cut the listener's ARN into pieces, which
        does not go together with references between stacks.)"""
        return cloudwatch.Metric(
            namespace="AWS/ApplicationELB",
            metric_name=name,
            dimensions_map={
                "LoadBalancer": self._balancer_full_name,
                "TargetGroup": self.groups[colour].target_group_full_name,
            },
            statistic=statistic,
            period=period,
        )

    def _make_service(
        self,
        colour: str,
        environment: Environment,
        task: Task,
        port: int,
        cluster: ecs.ICluster,
        security_group: ec2.ISecurityGroup,
        discovered_as: discovery.IService | None,
    ) -> ecs.FargateService:
        service = ecs.FargateService(
            self,
            colour.title(),
            service_name=f"{task.family}-{colour}",
            cluster=cluster,
            task_definition=task.definition,
            assign_public_ip=False,
            vpc_subnets=ec2.SubnetSelection(subnet_type=ec2.SubnetType.PRIVATE_WITH_EGRESS),
            security_groups=[security_group],
            capacity_provider_strategies=capacity(spot=environment.is_spot),
            circuit_breaker=ecs.DeploymentCircuitBreaker(enable=True, rollback=True),
            min_healthy_percent=100,
            max_healthy_percent=200,
            health_check_grace_period=Duration.seconds(60),
            propagate_tags=ecs.PropagatedTagSource.SERVICE,
            enable_execute_command=False,
        )
        service.attach_to_application_target_group(self.groups[colour])
        service.node.add_dependency(self.rule)
        follow_family(service, task)
        if discovered_as:
            service.associate_cloud_map_service(service=discovered_as, container_port=port)
        return service

    def _scale(self, colour: str, environment: Environment, size: TaskSize, requests_per_task: int) -> None:
        # The idle colour may go down to nothing; a release swaps the minimums together with the colours.
        least = size.least if colour == "blue" else 0
        target = self.services[colour].auto_scale_task_count(min_capacity=least, max_capacity=size.most)
        target.scale_on_cpu_utilization(
            "Cpu", target_utilization_percent=CPU_TARGET_PERCENT, scale_in_cooldown=Duration.minutes(5)
        )
        target.scale_on_memory_utilization(
            "Memory", target_utilization_percent=MEMORY_TARGET_PERCENT, scale_in_cooldown=Duration.minutes(5)
        )
        scaling.TargetTrackingScalingPolicy(
            self,
            f"{colour.title()}Requests",
            scaling_target=_target_of(target),
            predefined_metric=scaling.PredefinedMetric.ALB_REQUEST_COUNT_PER_TARGET,
            resource_label=f"{self._balancer_full_name}/{self.groups[colour].target_group_full_name}",
            target_value=requests_per_task,
            scale_in_cooldown=Duration.minutes(5),
        )
        if environment.is_off_at_night and colour == "blue":
            sleep_at_night(target, size)


def follow_family(service: ecs.FargateService, task: Task) -> None:
    """Name the family, not a revision: a change of infrastructure must not roll the live colour past its canary."""
    resource = service.node.default_child
    assert isinstance(resource, ecs.CfnService)
    resource.task_definition = task.family
    service.node.add_dependency(task.definition)


def sleep_at_night(target: ecs.ScalableTaskCount, size: TaskSize) -> None:
    target.scale_on_schedule(
        "Night",
        schedule=scaling.Schedule.cron(minute="0", hour="21"),
        min_capacity=0,
        max_capacity=0,
        time_zone=TimeZone.ASIA_TOKYO,
    )
    target.scale_on_schedule(
        "Morning",
        schedule=scaling.Schedule.cron(minute="0", hour="8", week_day="MON-FRI"),
        min_capacity=size.least,
        max_capacity=size.most,
        time_zone=TimeZone.ASIA_TOKYO,
    )


def _target_of(count: ecs.ScalableTaskCount) -> scaling.ScalableTarget:
    found = count.node.find_child("Target")
    assert isinstance(found, scaling.ScalableTarget)
    return found
