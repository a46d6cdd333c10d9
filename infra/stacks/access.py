"""Who may deploy: GitHub Actions of one repository and one environment, without a stored key, and not beyond CDK."""

from __future__ import annotations

from aws_cdk import Duration
from aws_cdk import aws_iam as iam
from constructs import Construct

from infra.answers import Answers
from infra.constructs.acknowledgement import acknowledge
from infra.environments import EDGE_REGION, PRIMARY_REGION, RECOVERY_REGION, Environment
from infra.release.plan import machine_name
from infra.stacks.account import GITHUB, IMAGES
from infra.stacks.platform import PlatformStack

#: The roles that `cdk bootstrap` makes; deploying is done through them.
_BOOTSTRAP_ROLES = ("deploy-role", "file-publishing-role", "image-publishing-role", "lookup-role")


class AccessStack(PlatformStack):
    """``boundary`` is the most that the deploy role can ever do, whatever is attached to it."""

    def __init__(self, scope: Construct, *, environment: Environment, answers: Answers) -> None:
        super().__init__(scope, "Access", environment_values=environment, answers=answers)
        assume = iam.PolicyStatement(
            sid="DeployThroughCdk",
            actions=["sts:AssumeRole"],
            resources=[
                f"arn:aws:iam::{self.account}:role/cdk-hnb659fds-{role}-{self.account}-{region}"
                for role in _BOOTSTRAP_ROLES
                for region in (PRIMARY_REGION, RECOVERY_REGION, EDGE_REGION)
            ],
        )
        prepared = iam.PolicyStatement(
            sid="SeeThatItIsPrepared",
            actions=["ssm:GetParameter"],
            resources=[
                f"arn:aws:ssm:{region}:{self.account}:parameter/cdk-bootstrap/hnb659fds/version"
                for region in (PRIMARY_REGION, RECOVERY_REGION, EDGE_REGION)
            ],
        )
        sign_in = iam.PolicyStatement(sid="SignInToImages", actions=["ecr:GetAuthorizationToken"], resources=["*"])
        images = iam.PolicyStatement(
            sid="PushImages",
            actions=[
                "ecr:BatchCheckLayerAvailability",
                "ecr:BatchGetImage",
                "ecr:CompleteLayerUpload",
                "ecr:DescribeImages",
                "ecr:GetDownloadUrlForLayer",
                "ecr:InitiateLayerUpload",
                "ecr:PutImage",
                "ecr:UploadLayerPart",
            ],
            resources=[f"arn:aws:ecr:{PRIMARY_REGION}:{self.account}:repository/newsforge/{name}" for name in IMAGES],
        )
        migrate = iam.PolicyStatement(
            sid="RunMigration",
            actions=["ecs:RunTask"],
            resources=[f"arn:aws:ecs:{self.region}:{self.account}:task-definition/{self.prefix}-migrate:*"],
        )
        watch = iam.PolicyStatement(
            sid="WatchMigration",
            actions=["ecs:DescribeTasks"],
            resources=[f"arn:aws:ecs:{self.region}:{self.account}:task/{self.prefix}/*"],
        )
        place = f"{self.region}:{self.account}"
        roll = iam.PolicyStatement(
            sid="RollServices",
            actions=["ecs:UpdateService", "ecs:DescribeServices"],
            resources=[f"arn:aws:ecs:{place}:service/{self.prefix}/*"],
        )
        look = iam.PolicyStatement(
            sid="LookAtRevisions",
            actions=["ecs:ListServices", "ecs:ListTaskDefinitions", "ecs:DescribeTaskDefinition"],
            resources=["*"],
        )
        outputs = iam.PolicyStatement(
            sid="ReadOutputs",
            actions=["cloudformation:DescribeStacks"],
            resources=[f"arn:aws:cloudformation:{place}:stack/{self.prefix}-*/*"],
        )
        page = iam.PolicyStatement(
            sid="PutErrorPage",
            actions=["s3:PutObject"],
            resources=[f"arn:aws:s3:::{self.prefix}-error-pages-{self.account}/errors/unavailable.html"],
        )
        files = iam.PolicyStatement(
            sid="PutWebFiles",
            actions=["s3:PutObject"],
            resources=[f"arn:aws:s3:::{self.prefix}-web-files-{self.account}/_next/static/*"],
        )
        hand_over = iam.PolicyStatement(
            sid="HandRolesToTasks",
            actions=["iam:PassRole"],
            resources=[f"arn:aws:iam::{self.account}:role/{self.prefix}-{part}-*" for part in ("cluster", "compute")],
            conditions={"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}},
        )
        statements = [assume, prepared, sign_in, images, migrate, watch, roll, look, outputs, page, files, hand_over]
        if environment.is_canary:
            statements.append(self._release())
        self.boundary = iam.ManagedPolicy(
            self, "Boundary", managed_policy_name=f"{self.prefix}-deploy-boundary", statements=statements
        )
        self.deployer = iam.Role(
            self,
            "Deployer",
            role_name=f"{self.prefix}-deploy",
            description=f"GitHub Actions of {answers.repository}, environment {environment.name}",
            max_session_duration=Duration.hours(1),
            permissions_boundary=self.boundary,
            assumed_by=iam.WebIdentityPrincipal(
                f"arn:aws:iam::{self.account}:oidc-provider/{GITHUB}",
                conditions={
                    "StringEquals": {
                        f"{GITHUB}:aud": "sts.amazonaws.com",
                        f"{GITHUB}:sub": f"repo:{answers.repository}:environment:{environment.name}",
                    }
                },
            ),
        )
        for statement in statements:
            self.deployer.add_to_policy(statement.copy())
        for holder in (self.boundary, self.deployer):
            for resource, reason in (
                ("*", "ecr:GetAuthorizationToken and ECS's lists of revisions take no resource."),
                (migrate.resources[0], "Revisions of one family are numbered by ECS."),
                (watch.resources[0], "Tasks of one cluster are named by ECS."),
                (roll.resources[0], "All services of one cluster are rolled."),
                (outputs.resources[0], "CloudFormation puts a number behind a stack's name."),
                (files.resources[0], "A build names each file by its content."),
                *((arn, "Roles of tasks, whose ends CloudFormation chooses.") for arn in hand_over.resources),
                *(
                    (arn, "Executions of one machine are named by who starts them.")
                    for arn in (self._release().resources if environment.is_canary else ())
                    if "*" in arn
                ),
            ):
                acknowledge(holder, f"IAM5[Resource::{resource}]", reason)

    def _release(self) -> iam.PolicyStatement:
        place, name = f"{self.region}:{self.account}", machine_name(self.values.name)
        return iam.PolicyStatement(
            sid="ReleaseInSteps",
            actions=["states:StartExecution", "states:DescribeExecution", "states:GetExecutionHistory"],
            resources=[f"arn:aws:states:{place}:stateMachine:{name}", f"arn:aws:states:{place}:execution:{name}:*"],
        )
