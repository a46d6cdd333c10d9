"""The picture of what is synthesized, drawn from the synthesized: ``python -m infra.diagram infra/cdk.out/prod``.

Mermaid, which GitHub draws. ``docs/infrastructure.md`` holds the one of production; a test compares.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any, Final

#: What a reader looks for in a box, in this order.
_SHOWN: Final = {
    "AWS::CloudFront::Distribution": "CloudFront",
    "AWS::WAFv2::WebACL": "WAF",
    "AWS::ElasticLoadBalancingV2::LoadBalancer": "load balancer",
    "AWS::ElasticLoadBalancingV2::TargetGroup": "target group",
    "AWS::ECS::Cluster": "ECS cluster",
    "AWS::ECS::Service": "ECS service",
    "AWS::RDS::DBInstance": "RDS instance",
    "AWS::ElastiCache::ReplicationGroup": "Valkey group",
    "AWS::S3::Bucket": "bucket",
    "AWS::SecretsManager::Secret": "secret",
    "AWS::SSM::Parameter": "parameter",
    "AWS::KMS::Key": "key",
    "AWS::Route53::HostedZone": "DNS zone",
    "AWS::EC2::Subnet": "subnet",
    "AWS::EC2::NatGateway": "NAT gateway",
    "AWS::EC2::SecurityGroup": "security group",
    "AWS::StepFunctions::StateMachine": "state machine",
    "AWS::CloudWatch::Alarm": "alarm",
    "AWS::OpenSearchService::Domain": "OpenSearch domain",
    "AWS::KinesisFirehose::DeliveryStream": "Firehose stream",
    "AWS::Backup::BackupVault": "backup vault",
    "AWS::Budgets::Budget": "budget",
    "AWS::ECR::Repository": "image store",
    "AWS::IAM::OIDCProvider": "GitHub trust",
}


def draw(folder: Path) -> str:
    artifacts = json.loads((folder / "manifest.json").read_text())["artifacts"]
    stacks = {name: each for name, each in artifacts.items() if each["type"] == "aws:cloudformation:stack"}
    lines = ["```mermaid", "flowchart TB"]
    for region in sorted({_region(each) for each in stacks.values()}):
        lines.append(f'  subgraph {region.replace("-", "_")}["{region}"]')
        lines += [
            f'    {name}["{_label(folder, name, each)}"]' for name, each in stacks.items() if _region(each) == region
        ]
        lines.append("  end")
    for name, each in stacks.items():
        lines += [f"  {name} --> {needed}" for needed in sorted(each.get("dependencies", [])) if needed in stacks]
    return "\n".join([*lines, "```"])


def _region(stack: dict[str, Any]) -> str:
    return str(stack["environment"]).rsplit("/", 1)[-1]


def _label(folder: Path, name: str, stack: dict[str, Any]) -> str:
    template = json.loads((folder / stack["properties"]["templateFile"]).read_text())
    counted = Counter(each["Type"] for each in template["Resources"].values())
    shown = [f"{counted[kind]} {word}{'s' * (counted[kind] > 1)}" for kind, word in _SHOWN.items() if counted[kind]]
    return "<br/>".join([f"<b>{name}</b>", *shown])


def main() -> int:
    sys.stdout.write(draw(Path(sys.argv[1])) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
