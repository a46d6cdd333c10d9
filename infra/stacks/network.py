"""The network: public subnets hold NAT gateways only, private ones the load balancer and the tasks, isolated ones data.

Who may speak to whom is the table ``_EDGES``; nothing else is open. Tasks reach AWS itself (images, logs, secrets) and
the web of articles over 443 through NAT.
"""

from __future__ import annotations

from typing import Final

from aws_cdk import aws_ec2 as ec2
from constructs import Construct

from infra.answers import CLOUDFRONT_PREFIX_LIST, ZONES, Answers
from infra.constructs.logs import make_log_group
from infra.environments import Environment
from infra.stacks.foundation import FoundationStack
from infra.stacks.platform import PlatformStack

API_PORT: Final = 8000
WEB_PORT: Final = 3000
DATABASE_PORT: Final = 5432
CACHE_PORT: Final = 6379
_HTTPS: Final = 443

#: (from, to, port)
_EDGES: Final = (
    ("balancer", "web", WEB_PORT),
    ("balancer", "api", API_PORT),
    ("web", "api", API_PORT),
    ("api", "database", DATABASE_PORT),
    ("worker", "database", DATABASE_PORT),
    ("migrate", "database", DATABASE_PORT),
    ("api", "cache", CACHE_PORT),
    ("worker", "cache", CACHE_PORT),
    ("logpipe", "search", _HTTPS),
    ("desk", "search", _HTTPS),
)
_REACHES_OUT: Final = ("web", "api", "worker", "migrate")
_GROUPS: Final = {
    "balancer": "Load balancer: 443 from CloudFront only",
    "web": "Web tasks",
    "api": "API tasks",
    "worker": "Worker tasks",
    "migrate": "The task that migrates the database",
    "database": "PostgreSQL: no way out",
    "cache": "Valkey: no way out",
    "search": "Log search: no way out",
    "logpipe": "Firehose on its way to the log search",
    "desk": "A shell in this network from which people search logs",
}


class NetworkStack(PlatformStack):
    def __init__(
        self, scope: Construct, *, environment: Environment, answers: Answers, foundation: FoundationStack
    ) -> None:
        super().__init__(scope, "Network", environment_values=environment, answers=answers)
        size = environment.network
        self.vpc = ec2.Vpc(
            self,
            "Vpc",
            ip_addresses=ec2.IpAddresses.cidr(size.cidr),
            availability_zones=list(ZONES[answers.region][: size.zones]),
            nat_gateways=size.nat_gateways,
            subnet_configuration=[
                ec2.SubnetConfiguration(
                    name="public", subnet_type=ec2.SubnetType.PUBLIC, cidr_mask=24, map_public_ip_on_launch=False
                ),
                ec2.SubnetConfiguration(name="private", subnet_type=ec2.SubnetType.PRIVATE_WITH_EGRESS, cidr_mask=20),
                ec2.SubnetConfiguration(name="data", subnet_type=ec2.SubnetType.PRIVATE_ISOLATED, cidr_mask=24),
            ],
            gateway_endpoints={
                # Free, and keeps images' layers and uploads off the NAT gateway's bill.
                "Storage": ec2.GatewayVpcEndpointOptions(service=ec2.GatewayVpcEndpointAwsService.S3)
            },
        )
        flows = make_log_group(
            self,
            "Flows",
            group=f"/newsforge/{environment.name}/network/flows",
            key=self.seen(foundation.logs_key),
            days=environment.log_days,
        )
        self.vpc.add_flow_log(
            "FlowLog",
            destination=ec2.FlowLogDestination.to_cloud_watch_logs(flows),
            traffic_type=ec2.FlowLogTrafficType.REJECT,
        )
        self.groups = {
            name: ec2.SecurityGroup(
                self, name.title(), vpc=self.vpc, description=says, allow_all_outbound=False, disable_inline_rules=True
            )
            for name, says in _GROUPS.items()
        }
        self._open_edges()

    def _open_edges(self) -> None:
        self.groups["balancer"].add_ingress_rule(
            ec2.Peer.prefix_list(CLOUDFRONT_PREFIX_LIST[self.answers.region]), ec2.Port.tcp(_HTTPS), "CloudFront"
        )
        for source, target, port in _EDGES:
            self.groups[source].add_egress_rule(self.groups[target], ec2.Port.tcp(port), f"to {target}")
            self.groups[target].add_ingress_rule(self.groups[source], ec2.Port.tcp(port), f"from {source}")
        for source in _REACHES_OUT:
            self.groups[source].add_egress_rule(ec2.Peer.any_ipv4(), ec2.Port.tcp(_HTTPS), "AWS and the web")
