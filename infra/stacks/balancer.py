"""The internal load balancer: TLS ends here, plain HTTP is sent to HTTPS, paths decide between web and API."""

from __future__ import annotations

from typing import Final

from aws_cdk import Duration
from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_elasticloadbalancingv2 as elb
from aws_cdk import aws_ssm as ssm
from constructs import Construct

from infra.answers import Answers
from infra.environments import Environment
from infra.stacks.data import DataStack
from infra.stacks.foundation import FoundationStack, pilot_parameter
from infra.stacks.network import NetworkStack
from infra.stacks.platform import PlatformStack

#: A server behind it that closes an idle connection sooner makes it answer 502; those keep theirs longer.
IDLE_TIMEOUT_S: Final = 60


class BalancerStack(PlatformStack):
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
        super().__init__(scope, "Balancer", environment_values=environment, answers=answers)
        self.balancer = elb.ApplicationLoadBalancer(
            self,
            "Balancer",
            load_balancer_name=self.prefix,
            vpc=network.vpc,
            vpc_subnets=ec2.SubnetSelection(subnet_type=ec2.SubnetType.PRIVATE_WITH_EGRESS),
            internet_facing=False,
            security_group=frozen(self, network, "balancer"),
            http2_enabled=True,
            idle_timeout=Duration.seconds(IDLE_TIMEOUT_S),
            drop_invalid_header_fields=True,
            desync_mitigation_mode=elb.DesyncMitigationMode.STRICTEST,
            deletion_protection=environment.is_protected,
        )
        self.balancer.log_access_logs(data.access_logs, "balancer")
        self.listener = self.balancer.add_listener(
            "Https",
            port=443,
            protocol=elb.ApplicationProtocol.HTTPS,
            certificates=[elb.ListenerCertificate.from_certificate_manager(self._make_certificate(foundation))],
            ssl_policy=elb.SslPolicy.TLS13_RES,
            open=False,
            default_action=elb.ListenerAction.fixed_response(
                421, content_type="text/plain", message_body="This address does not serve that host.\n"
            ),
        )
        self.balancer.add_listener(
            "Http",
            port=80,
            protocol=elb.ApplicationProtocol.HTTP,
            open=False,
            default_action=elb.ListenerAction.redirect(protocol="HTTPS", port="443", permanent=True),
        )

    def _make_certificate(self, foundation: FoundationStack) -> acm.ICertificate:
        if self.values.restores:  # issued long before, because DNS may be slow on the day
            arn = ssm.StringParameter.value_for_string_parameter(
                self, pilot_parameter(self.values.restores, "certificate-arn")
            )
            return acm.Certificate.from_certificate_arn(self, "Certificate", arn)
        return acm.Certificate(
            self,
            "Certificate",
            domain_name=foundation.host,
            subject_alternative_names=[foundation.origin_host],
            validation=acm.CertificateValidation.from_dns(foundation.zone),
        )


def frozen(scope: Construct, network: NetworkStack, name: str) -> ec2.ISecurityGroup:
    """The group as other stacks see it: they use it, but only the network's table opens anything in it."""
    return ec2.SecurityGroup.from_security_group_id(
        scope, f"{name.title()}Group", network.groups[name].security_group_id, mutable=False
    )
