"""One container in one Fargate task: ARM, not root, nothing writable but /tmp, JSON lines to its own log group."""

from __future__ import annotations

from collections.abc import Mapping

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_ecr as ecr
from aws_cdk import aws_ecs as ecs
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from constructs import Construct

from infra.constructs.acknowledgement import acknowledge
from infra.constructs.logs import make_log_group
from infra.constructs.settings import STOP_TIMEOUT_S
from infra.environments import Environment

USER = "10001:10001"


class Task(Construct):
    """``definition`` is of the family ``newsforge-ENVIRONMENT-NAME``; ``group`` is its log group."""

    def __init__(
        self,
        scope: Construct,
        name: str,
        *,
        environment: Environment,
        cpu_units: int,
        memory_mib: int,
        image: str,
        release: str,
        command: list[str] | None,
        secrets: Mapping[str, ecs.Secret],
        variables: Mapping[str, str],
        logs_key: kms.IKey,
        port: int | None = None,
        health_command: list[str] | None = None,
    ) -> None:
        super().__init__(scope, name)
        part = name.removesuffix("Task").lower()
        self.family = f"newsforge-{environment.name}-{part}"
        self.logs = make_log_group(
            self,
            "Logs",
            group=f"/newsforge/{environment.name}/{part}",
            key=logs_key,
            days=environment.log_days,
        )
        self.definition = ecs.FargateTaskDefinition(
            self,
            "Definition",
            family=self.family,
            cpu=cpu_units,
            memory_limit_mib=memory_mib,
            runtime_platform=ecs.RuntimePlatform(
                cpu_architecture=ecs.CpuArchitecture.ARM64, operating_system_family=ecs.OperatingSystemFamily.LINUX
            ),
            volumes=[ecs.Volume(name="scratch")],
        )
        # A revision that a newer one takes the place of stays usable: going back to a release needs its revisions.
        self.definition.apply_removal_policy(RemovalPolicy.RETAIN)
        repository = ecr.Repository.from_repository_name(self, "Images", f"newsforge/{image}")
        self.container = self.definition.add_container(
            part,
            container_name=part,
            image=ecs.ContainerImage.from_ecr_repository(repository, release),
            command=command,
            essential=True,
            user=USER,
            readonly_root_filesystem=True,
            stop_timeout=Duration.seconds(STOP_TIMEOUT_S),
            linux_parameters=ecs.LinuxParameters(self, "Linux", init_process_enabled=True),
            logging=ecs.LogDrivers.aws_logs(
                stream_prefix=part, log_group=self.logs, mode=ecs.AwsLogDriverMode.NON_BLOCKING
            ),
            secrets=dict(secrets),
            environment={"NEWSFORGE_RELEASE": release, **variables},
            port_mappings=[ecs.PortMapping(container_port=port)] if port else None,
            health_check=_asked(health_command) if health_command else None,
        )
        self.container.add_mount_points(
            ecs.MountPoint(container_path="/tmp", source_volume="scratch", read_only=False)  # noqa: S108 - the only writable place
        )
        role = self.definition.execution_role
        assert isinstance(role, iam.Role)
        acknowledge(
            role, "IAM5[Resource::*]", "ecr:GetAuthorizationToken takes no resource; the images themselves are named."
        )
        acknowledge(
            self.definition, "ECS2", "Only the release, the port and names that are no secret are written here."
        )


def _asked(command: list[str]) -> ecs.HealthCheck:
    """Of a part that no load balancer asks: three bad answers in a row, and ECS puts another in its place."""
    return ecs.HealthCheck(
        command=["CMD", *command],
        interval=Duration.seconds(30),
        timeout=Duration.seconds(15),
        retries=3,
        start_period=Duration.seconds(120),
    )
