"""What is there first and goes last: the DNS zone, the keys, and the topic that alarms go to."""

from __future__ import annotations

from aws_cdk import CfnOutput, Fn
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_route53 as route53
from aws_cdk import aws_ses as ses
from aws_cdk import aws_sns as sns
from aws_cdk import aws_sns_subscriptions as subscriptions
from aws_cdk import aws_ssm as ssm
from constructs import Construct

from infra.answers import Answers
from infra.constructs.keys import let_logs_use, let_services_publish, make_key
from infra.environments import Environment
from infra.stacks.platform import PlatformStack


def pilot_parameter(environment: str, name: str) -> str:
    """Where the pilot light in Osaka keeps what a recovery needs when Tokyo does not answer."""
    return f"/newsforge/{environment}/pilot/{name}"


class FoundationStack(PlatformStack):
    """In a recovery, the zone and the keys that data is under are those of the pilot light.

    No certificate is here: one is issued only when the zone's name servers answer, and people read those from this
    stack's outputs."""

    def __init__(self, scope: Construct, *, environment: Environment, answers: Answers) -> None:
        super().__init__(scope, "Foundation", environment_values=environment, answers=answers)
        self.host = answers.host(environment)
        #: By this name CloudFront asks the load balancer where the reader's own name cannot be passed on.
        self.origin_host = f"origin.{self.host}"
        if environment.restores:
            self._take_from_pilot_light(environment.restores)
        else:
            self._make_anew()
        self.logs_key = make_key(self, "LogsKey", says="Log groups and alarms", removal=self.removal)
        let_logs_use(self.logs_key)
        let_services_publish(self.logs_key, "cloudwatch", "budgets", "costalerts", "events", "backup", "rds")
        self.alarms = sns.Topic(self, "Alarms", topic_name=f"{self.prefix}-alarms", master_key=self.logs_key)
        self.alarms.add_subscription(subscriptions.EmailSubscription(answers.alarm_mail))
        _refuse_plain_http(self.alarms)
        for service in ("cloudwatch", "budgets", "costalerts", "events", "backup"):
            # EventBridge does not say for whose account it asks.
            asked = None if service == "events" else {"StringEquals": {"aws:SourceAccount": self.account}}
            self.alarms.add_to_resource_policy(
                iam.PolicyStatement(
                    sid=f"Let{service.title()}Publish",
                    principals=[iam.ServicePrincipal(f"{service}.amazonaws.com")],
                    actions=["sns:Publish"],
                    resources=[self.alarms.topic_arn],
                    conditions=asked,
                )
            )

    def _make_anew(self) -> None:
        zone = route53.PublicHostedZone(self, "Zone", zone_name=self.host)
        zone.apply_removal_policy(self.removal)
        self.zone: route53.IHostedZone = zone
        self.data_key: kms.IKey = make_key(self, "DataKey", says="Database, cache and secrets", removal=self.removal)
        self.storage_key: kms.IKey = make_key(self, "StorageKey", says="Uploads and exports", removal=self.removal)
        # What the product seals with this key lies in the database, so Osaka must be able to open it.
        self.product_key: kms.IKey = make_key(
            self, "ProductKey", says="Envelope key of the product", removal=self.removal, multi_region=True
        )
        self.mail_identity_arn = make_mail_identity(self, zone, bounces=f"bounce.{self.host}").email_identity_arn
        route53.TxtRecord(
            self,
            "MailPolicy",
            zone=zone,
            record_name="_dmarc",
            values=[f"v=DMARC1; p=quarantine; rua=mailto:{self.answers.alarm_mail}"],
        )
        CfnOutput(self, "NameServers", value=Fn.join(" ", zone.hosted_zone_name_servers or []))

    def _take_from_pilot_light(self, source: str) -> None:
        def parameter(name: str) -> str:
            return ssm.StringParameter.value_for_string_parameter(self, pilot_parameter(source, name))

        self.zone = route53.HostedZone.from_hosted_zone_attributes(
            self, "Zone", hosted_zone_id=parameter("zone-id"), zone_name=self.host
        )
        self.data_key = kms.Key.from_key_arn(self, "DataKey", parameter("data-key-arn"))
        self.storage_key = kms.Key.from_key_arn(self, "StorageKey", parameter("data-key-arn"))
        self.product_key = kms.Key.from_key_arn(self, "ProductKey", parameter("product-key-arn"))
        self.mail_identity_arn = self.format_arn(service="ses", resource="identity", resource_name=self.host)


def make_mail_identity(scope: Construct, zone: route53.IHostedZone, *, bounces: str) -> ses.EmailIdentity:
    """A region signs with keys of its own and takes bounces under a name of its own."""
    return ses.EmailIdentity(scope, "Mail", identity=ses.Identity.public_hosted_zone(zone), mail_from_domain=bounces)


def _refuse_plain_http(topic: sns.Topic) -> None:
    topic.add_to_resource_policy(
        iam.PolicyStatement(
            sid="RefusePlainHttp",
            effect=iam.Effect.DENY,
            principals=[iam.AnyPrincipal()],
            actions=["sns:Publish"],
            resources=[topic.topic_arn],
            conditions={"Bool": {"aws:SecureTransport": "false"}},
        )
    )
