"""Logs that can be searched: CloudWatch Logs -> Firehose -> OpenSearch, and everything also in a bucket.

Level-1 resources throughout: the higher ones bring functions of their own for what is a policy here.
"""

from __future__ import annotations

from typing import Any, Final

from aws_cdk import RemovalPolicy, Stack
from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kinesisfirehose as firehose
from aws_cdk import aws_kms as kms
from aws_cdk import aws_logs as logs
from aws_cdk import aws_opensearchservice as opensearch
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.constructs.acknowledgement import acknowledge
from infra.constructs.bucket import make_content_bucket
from infra.constructs.logs import make_log_group
from infra.environments import Environment
from infra.sizes import SearchSize

ENGINE_VERSION: Final = "OpenSearch_2.19"
_MADE_BY_FIREHOSE: Final = ("CreateNetworkInterface", "CreateNetworkInterfacePermission", "DeleteNetworkInterface")
_SEEN_BY_FIREHOSE: Final = ("Vpcs", "VpcAttribute", "Subnets", "SecurityGroups", "NetworkInterfaces")


class LogPipeline(Construct):
    def __init__(
        self,
        scope: Construct,
        name: str,
        *,
        environment: Environment,
        size: SearchSize,
        vpc: ec2.IVpc,
        search_group: ec2.ISecurityGroup,
        pipe_group: ec2.ISecurityGroup,
        data_key: kms.IKey,
        logs_key: kms.IKey,
        access_logs: s3.IBucket,
        sources: dict[str, logs.ILogGroup],
        removal: RemovalPolicy,
    ) -> None:
        super().__init__(scope, name)
        stack = Stack.of(self)
        self._prefix = f"newsforge-{environment.name}"
        isolated = vpc.select_subnets(subnet_type=ec2.SubnetType.PRIVATE_ISOLATED).subnet_ids[: size.nodes]
        self._own = make_log_group(
            self,
            "Own",
            group=f"/newsforge/{environment.name}/search",
            key=logs_key,
            days=environment.log_days,
        )
        self.copies = make_content_bucket(
            self,
            "Copies",
            bucket_name=f"{self._prefix}-logs-{stack.account}-{stack.region}",
            key=data_key,
            removal=removal,
            access_logs=access_logs,
        )
        self.role = iam.Role(
            self,
            "Role",
            assumed_by=iam.ServicePrincipal("firehose.amazonaws.com"),
            description="Carries logs to search",
        )
        self.domain = self._make_domain(size, isolated, search_group, data_key, removal)
        self._allow(data_key)
        self.stream = self._make_stream(isolated, pipe_group)
        self._subscribe(sources)

    def _make_domain(
        self,
        size: SearchSize,
        subnets: list[str],
        group: ec2.ISecurityGroup,
        key: kms.IKey,
        removal: RemovalPolicy,
    ) -> opensearch.CfnDomain:
        stack = Stack.of(self)
        arn = f"arn:aws:es:{stack.region}:{stack.account}:domain/{self._prefix}/*"
        logging = logs.CfnResourcePolicy(
            self,
            "LoggingPolicy",
            policy_name=f"{self._prefix}-search",
            policy_document=stack.to_json_string(
                {
                    "Version": "2012-10-17",
                    "Statement": [
                        {
                            "Effect": "Allow",
                            "Principal": {"Service": "es.amazonaws.com"},
                            "Action": ["logs:PutLogEvents", "logs:CreateLogStream"],
                            "Resource": self._own.log_group_arn,
                            "Condition": {"StringEquals": {"aws:SourceAccount": stack.account}},
                        }
                    ],
                }
            ),
        )
        published = {"cloudWatchLogsLogGroupArn": self._own.log_group_arn, "enabled": True}
        domain = opensearch.CfnDomain(
            self,
            "Domain",
            domain_name=self._prefix,
            engine_version=ENGINE_VERSION,
            cluster_config=opensearch.CfnDomain.ClusterConfigProperty(
                instance_type=size.instance_type,
                instance_count=size.nodes,
                zone_awareness_enabled=size.nodes > 1,
                zone_awareness_config={"availabilityZoneCount": min(size.nodes, 3)} if size.nodes > 1 else None,
            ),
            ebs_options={"ebsEnabled": True, "volumeType": "gp3", "volumeSize": size.storage_gib},
            vpc_options={"subnetIds": subnets, "securityGroupIds": [group.security_group_id]},
            encryption_at_rest_options={"enabled": True, "kmsKeyId": key.key_arn},
            node_to_node_encryption_options={"enabled": True},
            domain_endpoint_options={"enforceHttps": True, "tlsSecurityPolicy": "Policy-Min-TLS-1-2-PFS-2023-10"},
            log_publishing_options={
                "ES_APPLICATION_LOGS": published,
                "SEARCH_SLOW_LOGS": published,
                "INDEX_SLOW_LOGS": published,
            },
            access_policies={
                "Version": "2012-10-17",
                "Statement": [
                    {
                        "Effect": "Allow",
                        "Principal": {"AWS": self.role.role_arn},
                        "Action": ["es:ESHttpPost", "es:ESHttpPut", "es:ESHttpGet"],
                        "Resource": arn,
                    },
                    {  # People search: who of the account may, their own policies say.
                        "Effect": "Allow",
                        "Principal": {"AWS": f"arn:aws:iam::{stack.account}:root"},
                        "Action": ["es:ESHttpGet", "es:ESHttpPost"],
                        "Resource": f"{arn[:-1]}logs-*/_search",
                    },
                ],
            },
        )
        domain.node.add_dependency(logging)
        domain.apply_removal_policy(removal)
        acknowledge(domain, "OS4", "A domain of two small nodes for 30 days of logs needs no nodes that only lead.")
        acknowledge(domain, "OS3", "It has no public address: in a VPC the security group is the list of who may.")
        return domain

    def _allow(self, key: kms.IKey) -> None:
        """Each resource by its name rather than by reference, so that its explanation can name it too."""
        stack = Stack.of(self)
        bucket = f"arn:aws:s3:::{self._prefix}-logs-{stack.account}-{stack.region}"
        domain = f"arn:aws:es:{stack.region}:{stack.account}:domain/{self._prefix}"
        own = f"arn:aws:logs:{stack.region}:{stack.account}:log-group:/{self._prefix.replace('-', '/', 1)}/search:*"
        network = f"arn:aws:ec2:{stack.region}:{stack.account}"
        interfaces = [f"{network}:{kind}/*" for kind in ("network-interface", "subnet", "security-group")]
        wide = {
            f"{bucket}/*": "Objects are named by the time of their records.",
            f"{domain}/*": "Documents and indexes are named by the day.",
            own: "Streams of one log group.",
            "*": "EC2's Describe calls take no resource.",
            **dict.fromkeys(interfaces, "Firehose makes interfaces in the VPC whose names EC2 chooses."),
        }
        for actions, resources in (
            (["s3:AbortMultipartUpload", "s3:PutObject"], [f"{bucket}/*"]),
            (["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"], [bucket]),
            (["kms:Decrypt", "kms:GenerateDataKey"], [key.key_arn]),
            (["es:DescribeDomain", "es:DescribeDomains", "es:DescribeDomainConfig"], [domain]),
            (["es:ESHttpPost", "es:ESHttpPut", "es:ESHttpGet"], [f"{domain}/*"]),
            (["logs:PutLogEvents"], [own]),
            (
                [f"ec2:{verb}" for verb in _MADE_BY_FIREHOSE],
                interfaces,
            ),
            ([f"ec2:Describe{kind}" for kind in _SEEN_BY_FIREHOSE], ["*"]),
        ):
            self.role.add_to_policy(iam.PolicyStatement(actions=list(actions), resources=list(resources)))
        for resource, reason in wide.items():
            acknowledge(self.role, f"IAM5[Resource::{resource}]", reason)

    def _make_stream(self, subnets: list[str], group: ec2.ISecurityGroup) -> firehose.CfnDeliveryStream:
        processors: list[dict[str, Any]] = [
            {
                "type": "Decompression",
                "parameters": [{"parameterName": "CompressionFormat", "parameterValue": "GZIP"}],
            },
            {
                "type": "CloudWatchLogProcessing",
                "parameters": [{"parameterName": "DataMessageExtraction", "parameterValue": "true"}],
            },
        ]
        own = {"enabled": True, "logGroupName": self._own.log_group_name, "logStreamName": "firehose"}
        stream = firehose.CfnDeliveryStream(
            self,
            "Stream",
            delivery_stream_name=f"{self._prefix}-logs",
            delivery_stream_type="DirectPut",
            delivery_stream_encryption_configuration_input={"keyType": "AWS_OWNED_CMK"},
            amazonopensearchservice_destination_configuration={
                "domainArn": self.domain.attr_arn,
                "indexName": "logs",
                "indexRotationPeriod": "OneDay",
                "roleArn": self.role.role_arn,
                "s3BackupMode": "AllDocuments",
                "bufferingHints": {"intervalInSeconds": 60, "sizeInMBs": 5},
                "retryOptions": {"durationInSeconds": 3600},
                "cloudWatchLoggingOptions": own,
                "processingConfiguration": {"enabled": True, "processors": processors},
                "vpcConfiguration": {
                    "roleArn": self.role.role_arn,
                    "subnetIds": subnets,
                    "securityGroupIds": [group.security_group_id],
                },
                "s3Configuration": {
                    "bucketArn": self.copies.bucket_arn,
                    "roleArn": self.role.role_arn,
                    "prefix": "logs/",
                    "errorOutputPrefix": "failed/",
                    "compressionFormat": "GZIP",
                    "bufferingHints": {"intervalInSeconds": 300, "sizeInMBs": 10},
                    "cloudWatchLoggingOptions": own,
                },
            },
        )
        stream.node.add_dependency(self.role)
        return stream

    def _subscribe(self, sources: dict[str, logs.ILogGroup]) -> None:
        carrier = iam.Role(
            self,
            "Carrier",
            assumed_by=iam.ServicePrincipal("logs.amazonaws.com"),
            description="Lets log groups write to Firehose",
        )
        carrier.add_to_policy(
            iam.PolicyStatement(
                actions=["firehose:PutRecord", "firehose:PutRecordBatch"], resources=[self.stream.attr_arn]
            )
        )
        for name, group in sources.items():
            subscription = logs.CfnSubscriptionFilter(
                self,
                f"{name.title()}Logs",
                log_group_name=group.log_group_name,
                destination_arn=self.stream.attr_arn,
                role_arn=carrier.role_arn,
                filter_pattern="",
            )
            subscription.node.add_dependency(carrier)
