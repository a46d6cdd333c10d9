"""Amazon's twin (moto) taught the resource types that it lacks, so that every stack is really created, in order.

A type with an entry in ``MAKERS`` is made through its API and can be asked about with boto3; any other that moto does
not know is a stand-in with plausible attributes. So this proves that templates are wired and creatable in order; what
each property does is asserted on the templates themselves.
"""

import json
from functools import cache, partial

from moto.cloudformation import parsing
from moto.core.common_models import CloudFormationModel
from moto.elbv2.models import FakeLoadBalancer, FakeTargetGroup
from moto.rds.models import DBInstance, DBParameterGroup

from infra.migration import outputs_of
from tests.infra.clients import ask


def numbers(value, *, real=()):
    """CloudFormation lets numbers and truth be strings; the APIs do not."""
    if isinstance(value, dict):
        return {key: float(each) if key in real else numbers(each, real=real) for key, each in value.items()}
    if isinstance(value, list):
        return [numbers(each, real=real) for each in value]
    if isinstance(value, str) and value.isdigit() and len(value) < 9:
        return int(value)
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


def pick(properties, *names):
    return {name: properties[name] for name in names if name in properties}


def make_alarm(client, name, properties):
    asked = numbers({k: v for k, v in properties.items() if k != "Tags"}, real=("Threshold",))
    client("cloudwatch").put_metric_alarm(**{"AlarmName": name[:200], **asked})
    name = asked.get("AlarmName", name)
    return name, {"Arn": f"arn:aws:cloudwatch:ap-northeast-1:111111111111:alarm:{name}"}


def make_secret(client, name, properties):
    value = properties.get("SecretString")
    if value is None:
        rule = properties["GenerateSecretString"]
        password = client("secretsmanager").get_random_password(
            PasswordLength=int(rule["PasswordLength"]), ExcludePunctuation=bool(rule.get("ExcludePunctuation"))
        )["RandomPassword"]
        template = json.loads(rule.get("SecretStringTemplate", "{}"))
        key = rule.get("GenerateStringKey")
        value = json.dumps({**template, key: password}) if key else password
    made = client("secretsmanager").create_secret(Name=properties.get("Name", name), SecretString=value)
    return made["ARN"], {"Id": made["ARN"]}


def make_cache_subnets(client, name, properties):
    client("elasticache").create_cache_subnet_group(
        CacheSubnetGroupName=properties["CacheSubnetGroupName"],
        CacheSubnetGroupDescription=properties["Description"],
        SubnetIds=properties["SubnetIds"],
    )
    return properties["CacheSubnetGroupName"], {}


def make_cache(client, name, properties):
    asked = pick(
        numbers(properties),
        *("ReplicationGroupId", "ReplicationGroupDescription", "Engine", "EngineVersion", "CacheNodeType"),
        *("NumCacheClusters", "AutomaticFailoverEnabled", "MultiAZEnabled", "SecurityGroupIds"),
        *("AtRestEncryptionEnabled", "TransitEncryptionEnabled", "CacheSubnetGroupName", "SnapshotRetentionLimit"),
    )
    client("elasticache").create_replication_group(**asked)
    name = asked["ReplicationGroupId"]
    return name, {"PrimaryEndPoint.Address": f"{name}.cache.internal"}


def make_scalable_target(client, name, properties):
    asked = pick(
        numbers(properties), "ServiceNamespace", "ResourceId", "ScalableDimension", "MinCapacity", "MaxCapacity"
    )
    client("application-autoscaling").register_scalable_target(**asked)
    return f"{asked['ResourceId']}|{asked['ScalableDimension']}|{asked['ServiceNamespace']}", {}


def make_vault(client, name, properties):
    made = client("backup").create_backup_vault(BackupVaultName=properties["BackupVaultName"])
    return made["BackupVaultName"], {
        "BackupVaultArn": made["BackupVaultArn"],
        "BackupVaultName": made["BackupVaultName"],
    }


def make_backup_plan(client, name, properties):
    plan = numbers(properties["BackupPlan"])
    rules = []
    for rule in plan["BackupPlanRule"]:
        kept = pick(rule, "RuleName", "ScheduleExpression", "ScheduleExpressionTimezone", "Lifecycle", "CopyActions")
        rules.append({**kept, "TargetBackupVaultName": rule["TargetBackupVault"]})
    made = client("backup").create_backup_plan(BackupPlan={"BackupPlanName": plan["BackupPlanName"], "Rules": rules})
    return made["BackupPlanId"], {"BackupPlanId": made["BackupPlanId"], "BackupPlanArn": made["BackupPlanArn"]}


def make_budget(client, name, properties):
    budget = properties["Budget"]
    limit = {"Amount": str(budget["BudgetLimit"]["Amount"]), "Unit": budget["BudgetLimit"]["Unit"]}
    client("budgets").create_budget(
        AccountId="111111111111",
        Budget={**pick(budget, "BudgetName", "BudgetType", "TimeUnit"), "BudgetLimit": limit},
    )
    return budget["BudgetName"], {}


def make_acl(client, name, properties):
    asked = pick(properties, "Name", "Scope", "DefaultAction", "VisibilityConfig", "Rules")
    made = client("wafv2").create_web_acl(**asked)["Summary"]
    return f"{made['Name']}|{made['Id']}|{properties['Scope']}", {"Arn": made["ARN"], "Id": made["Id"]}


def make_egress(client, name, properties):
    allowed = {"IpProtocol": properties["IpProtocol"], **pick(numbers(properties), "FromPort", "ToPort")}
    if "DestinationSecurityGroupId" in properties:
        allowed["UserIdGroupPairs"] = [{"GroupId": properties["DestinationSecurityGroupId"]}]
    else:
        allowed["IpRanges"] = [{"CidrIp": properties["CidrIp"]}]
    client("ec2").authorize_security_group_egress(GroupId=properties["GroupId"], IpPermissions=[allowed])
    return name, {}


def make_key(client, name, properties):
    """moto's own stumbles over tags."""
    made = client("kms").create_key(
        Description=properties["Description"], MultiRegion=properties.get("MultiRegion", False)
    )
    key = made["KeyMetadata"]
    client("kms").enable_key_rotation(KeyId=key["KeyId"])
    return key["KeyId"], {"Arn": key["Arn"], "KeyId": key["KeyId"]}


def make_zone(client, name, properties):
    """moto's own knows no name servers."""
    made = client("route53").create_hosted_zone(Name=properties["Name"], CallerReference=name)
    zone = made["HostedZone"]["Id"].removeprefix("/hostedzone/")
    return zone, {"Id": zone, "NameServers": made["DelegationSet"]["NameServers"]}


def make_parameter(client, name, properties):
    """moto's own stumbles over tags."""
    client("ssm").put_parameter(**pick(properties, "Name", "Value", "Type"))
    return properties["Name"], {"Value": properties["Value"]}


def make_ingress(client, name, properties):
    """moto's own knows no prefix lists."""
    allowed = {"IpProtocol": properties["IpProtocol"], **pick(numbers(properties), "FromPort", "ToPort")}
    if "SourceSecurityGroupId" in properties:
        allowed["UserIdGroupPairs"] = [{"GroupId": properties["SourceSecurityGroupId"]}]
    else:
        allowed["PrefixListIds"] = [{"PrefixListId": properties["SourcePrefixListId"]}]
    client("ec2").authorize_security_group_ingress(GroupId=properties["GroupId"], IpPermissions=[allowed])
    return name, {}


def make_certificate(client, name, properties):
    made = client("acm").request_certificate(**pick(properties, "DomainName", "ValidationMethod"))
    return made["CertificateArn"], {}


MAKERS = {
    "AWS::CertificateManager::Certificate": make_certificate,
    "AWS::EC2::SecurityGroupIngress": make_ingress,
    "AWS::SSM::Parameter": make_parameter,
    "AWS::Route53::HostedZone": make_zone,
    "AWS::KMS::Key": make_key,
    "AWS::CloudWatch::Alarm": make_alarm,
    "AWS::SecretsManager::Secret": make_secret,
    "AWS::ElastiCache::SubnetGroup": make_cache_subnets,
    "AWS::ElastiCache::ReplicationGroup": make_cache,
    "AWS::ApplicationAutoScaling::ScalableTarget": make_scalable_target,
    "AWS::Backup::BackupVault": make_vault,
    "AWS::Backup::BackupPlan": make_backup_plan,
    "AWS::Budgets::Budget": make_budget,
    "AWS::WAFv2::WebACL": make_acl,
    "AWS::EC2::SecurityGroupEgress": make_egress,
}


def stand_in(client, name, properties):
    return name, {}


def teach(kind):
    """A class for one resource type; moto finds it among the subclasses of its model."""
    make = MAKERS.get(kind, stand_in)

    class Taught(CloudFormationModel):
        __module__ = "moto.taught.models"

        def __init__(self, name, properties, account, region):
            self.name, self.account, self.region = name, account, region
            self.physical_resource_id, self.attributes = make(partial(ask, region=region), name, properties)

        @staticmethod
        def cloudformation_name_type():
            return ""

        @staticmethod
        def cloudformation_type():
            return kind

        @classmethod
        def has_cfn_attr(cls, attr):
            return True

        def get_cfn_attribute(self, attribute_name):
            if attribute_name in self.attributes:
                return self.attributes[attribute_name]
            _, service, part = kind.lower().split("::")
            if attribute_name.endswith("Arn"):
                return f"arn:aws:{service}:{self.region}:{self.account}:{part}/{self.name}"
            return f"{self.name}.{attribute_name.lower()}"

        @classmethod
        def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **_):
            return cls(resource_name, cloudformation_json.get("Properties", {}), account_id, region_name)

        @classmethod
        def update_from_cloudformation_json(
            cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name
        ):
            return original_resource

        @classmethod
        def delete_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name):
            pass

    return Taught


_taught = []  # a class that nobody holds is gone


def _forget():
    for remembered in (parsing.get_model_map, parsing.get_model_list, parsing.get_name_type_map):
        remembered.cache_clear()


def teach_missing(kinds):
    _forget()
    known = set(parsing.get_model_map())
    _taught.extend(teach(kind) for kind in sorted(kinds) if kind not in known or kind in MAKERS)
    _forget()
    _mend()


@cache
def _mend():
    """What moto's own classes lack."""
    DBParameterGroup.physical_resource_id = property(lambda group: group.name)
    DBInstance.has_cfn_attr = classmethod(lambda cls, attr: True)
    DBInstance.get_cfn_attribute = lambda instance, name: {
        "Endpoint.Address": instance.address,
        "Endpoint.Port": instance.port,
        "MasterUserSecret.SecretArn": "arn:aws:secretsmanager:ap-northeast-1:111111111111:secret:rds!owner-abcdef",
    }.get(name, instance.db_instance_arn)
    theirs = FakeLoadBalancer.get_cfn_attribute
    FakeLoadBalancer.has_cfn_attr = classmethod(lambda cls, attr: True)
    FakeLoadBalancer.get_cfn_attribute = lambda balancer, name: (
        balancer.arn.split("loadbalancer/", 1)[1] if name == "LoadBalancerFullName" else theirs(balancer, name)
    )
    FakeTargetGroup.has_cfn_attr = classmethod(lambda cls, attr: True)
    FakeTargetGroup.get_cfn_attribute = lambda group, name: {
        "TargetGroupFullName": group.arn.split(":", 5)[5],
        "TargetGroupName": group.name,
    }.get(name, group.arn)


def resolve(value, outputs):
    """Fn::GetStackOutput, which moto does not know; ``outputs`` by region (None: here) and stack."""
    if isinstance(value, dict):
        if "Fn::GetStackOutput" in value:
            asked = value["Fn::GetStackOutput"]
            return outputs(asked.get("Region"), asked["StackName"])[asked["OutputName"]]
        return {key: resolve(each, outputs) for key, each in value.items()}
    return [resolve(each, outputs) for each in value] if isinstance(value, list) else value


def create(assembly, stack):
    region, name = assembly.place_of(stack), assembly.stack_name(stack)

    @cache
    def outputs(elsewhere, other):
        return outputs_of(ask("cloudformation", elsewhere or region), other)

    template = resolve(assembly.stacks[stack], outputs)
    ask("ssm", region).put_parameter(Name="/cdk-bootstrap/hnb659fds/version", Value="30", Type="String", Overwrite=True)
    client = ask("cloudformation", region)
    client.create_stack(StackName=name, TemplateBody=json.dumps(template), Capabilities=["CAPABILITY_NAMED_IAM"])
    return client.describe_stacks(StackName=name)["Stacks"][0]["StackStatus"]
