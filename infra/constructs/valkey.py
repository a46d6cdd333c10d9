"""ElastiCache for Valkey: TLS always, a password from Secrets Manager, failover when there is more than one node."""

from __future__ import annotations

from typing import Final

from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_elasticache as elasticache
from aws_cdk import aws_kms as kms
from aws_cdk import aws_secretsmanager as secrets
from constructs import Construct

from infra.constructs.acknowledgement import acknowledge
from infra.sizes import CacheSize

ENGINE_VERSION: Final = "8.2"


class Valkey(Construct):
    """``address`` is the primary's; clients speak ``rediss`` to it."""

    def __init__(
        self,
        scope: Construct,
        name: str,
        *,
        cluster: str,
        size: CacheSize,
        vpc: ec2.IVpc,
        group: ec2.ISecurityGroup,
        key: kms.IKey,
        password: secrets.ISecret,
    ) -> None:
        super().__init__(scope, name)
        subnets = elasticache.CfnSubnetGroup(
            self,
            "Subnets",
            description="Isolated subnets",
            cache_subnet_group_name=cluster,
            subnet_ids=vpc.select_subnets(subnet_type=ec2.SubnetType.PRIVATE_ISOLATED).subnet_ids,
        )
        several = size.nodes > 1
        self.nodes = elasticache.CfnReplicationGroup(
            self,
            "Nodes",
            replication_group_id=cluster,
            replication_group_description="Sessions, results, limits and events",
            engine="valkey",
            engine_version=ENGINE_VERSION,
            cache_node_type=size.node_type,
            num_cache_clusters=size.nodes,
            automatic_failover_enabled=several,
            multi_az_enabled=several,
            at_rest_encryption_enabled=True,
            transit_encryption_enabled=True,
            transit_encryption_mode="required",
            kms_key_id=key.key_arn,
            auth_token=password.secret_value.unsafe_unwrap(),
            cache_subnet_group_name=subnets.ref,
            security_group_ids=[group.security_group_id],
            snapshot_retention_limit=1,
            snapshot_window="17:00-18:00",
            preferred_maintenance_window="sun:18:00-sun:19:00",
            auto_minor_version_upgrade=True,
        )
        acknowledge(self, "AEC5", "A port that is guessed opens nothing: only two security groups reach it.")
        if not several:
            acknowledge(self, "AEC4", "Not production: what is in the cache can be made again.")
        self.nodes.node.add_dependency(subnets)
        self.address = self.nodes.attr_primary_end_point_address
