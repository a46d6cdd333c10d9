"""What an AWS account has once, whatever environments live in it: image repositories and the trust in GitHub."""

from __future__ import annotations

from aws_cdk import Environment as Place
from aws_cdk import RemovalPolicy, Stack, Tags
from aws_cdk import aws_ecr as ecr
from aws_cdk import aws_iam as iam
from constructs import Construct

from infra.answers import Answers
from infra.environments import PRIMARY_REGION, RECOVERY_REGION

GITHUB = "token.actions.githubusercontent.com"
#: Images are built once and promoted from one environment to the next, so environments share them.
IMAGES = ("app", "web")
IMAGES_KEPT = 50


class AccountStack(Stack):
    """The same template from every environment, so that deploying any of them leaves it as it is."""

    def __init__(self, scope: Construct, part: str, *, answers: Answers) -> None:
        super().__init__(
            scope,
            part,
            stack_name="newsforge-account",
            env=Place(account=answers.account, region=PRIMARY_REGION),
            termination_protection=True,
        )
        Tags.of(self).add("project", "newsforge")
        for image in IMAGES:
            ecr.Repository(
                self,
                f"{image.title()}Images",
                repository_name=f"newsforge/{image}",
                image_scan_on_push=True,
                image_tag_mutability=ecr.TagMutability.IMMUTABLE,
                encryption=ecr.RepositoryEncryption.KMS,
                removal_policy=RemovalPolicy.RETAIN,
                lifecycle_rules=[ecr.LifecycleRule(max_image_count=IMAGES_KEPT)],
            )
        ecr.CfnReplicationConfiguration(
            self,
            "ImagesInOsaka",
            replication_configuration={
                "rules": [
                    {
                        "destinations": [{"region": RECOVERY_REGION, "registryId": answers.account}],
                        "repositoryFilters": [{"filter": "newsforge/", "filterType": "PREFIX_MATCH"}],
                    }
                ]
            },
        )
        iam.CfnOIDCProvider(self, "GitHub", url=f"https://{GITHUB}", client_id_list=["sts.amazonaws.com"])
