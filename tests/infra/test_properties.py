"""What must hold of every template of every environment, whatever it contains."""

import json
from pathlib import Path

from infra.environments import ENVIRONMENTS
from tests.infra.assembly import ACCOUNT, text_of

_LOCKS = Path(__file__).parent / "identities.json"
#: Replacing or losing one of these loses data, addresses or trust.
STATEFUL = (
    "AWS::RDS::DBInstance",
    "AWS::ElastiCache::ReplicationGroup",
    "AWS::S3::Bucket",
    "AWS::KMS::Key",
    "AWS::KMS::ReplicaKey",
    "AWS::SecretsManager::Secret",
    "AWS::Route53::HostedZone",
    "AWS::ECR::Repository",
    "AWS::Backup::BackupVault",
    "AWS::EC2::VPC",
    "AWS::CloudFront::Distribution",
)


def statements(document):
    found = document["Statement"]
    return found if isinstance(found, list) else [found]


def listed(value):
    return value if isinstance(value, list) else [value]


def test_no_database_cache_or_search_is_public(assembly):
    for each in assembly.all("RDS::DBInstance"):
        assert each.properties["PubliclyAccessible"] is False, each.place
    for kind in ("RDS::DBSubnetGroup", "ElastiCache::SubnetGroup"):
        for each in assembly.all(kind):
            assert "dataSubnet" in text_of(each.properties["SubnetIds"]), each.place
            assert "publicSubnet" not in text_of(each.properties["SubnetIds"]), each.place
    for each in assembly.all("OpenSearchService::Domain"):
        assert each.properties["VPCOptions"]["SubnetIds"], each.place


def test_nothing_is_open_but_the_load_balancer_to_cloudfront(assembly):
    for group in assembly.all("EC2::SecurityGroup"):
        assert "SecurityGroupIngress" not in group.properties, group.place
    from_outside = []
    for rule in assembly.all("EC2::SecurityGroupIngress"):
        assert not {"CidrIp", "CidrIpv6"} & set(rule.properties), rule.place
        if "SourcePrefixListId" in rule.properties:
            from_outside.append((rule.properties["FromPort"], rule.properties["ToPort"]))
    assert from_outside == [(443, 443)]


def test_nobody_reaches_out_over_anything_but_https(assembly):
    for rule in assembly.all("EC2::SecurityGroupEgress"):
        if rule.properties.get("CidrIp") == "0.0.0.0/0":
            assert (rule.properties["FromPort"], rule.properties["ToPort"]) == (443, 443), rule.place
    for group in assembly.all("EC2::SecurityGroup"):
        for rule in group.properties.get("SecurityGroupEgress", []):
            assert rule["CidrIp"] == "255.255.255.255/32", group.place  # CDK's way to write "nothing"


def test_no_task_and_no_subnet_has_a_public_address(assembly):
    for service in assembly.all("ECS::Service"):
        assert service.properties["NetworkConfiguration"]["AwsvpcConfiguration"]["AssignPublicIp"] == "DISABLED"
    for subnet in assembly.all("EC2::Subnet"):
        assert subnet.properties.get("MapPublicIpOnLaunch", False) is False


def test_everything_that_keeps_something_is_encrypted(assembly):
    for each in assembly.all("RDS::DBInstance"):
        if "SourceDBInstanceIdentifier" not in each.properties:
            assert each.properties["StorageEncrypted"] is True
            assert each.properties["KmsKeyId"]
    for each in assembly.all("ElastiCache::ReplicationGroup"):
        assert each.properties["AtRestEncryptionEnabled"] is True
        assert each.properties["KmsKeyId"]
    for each in assembly.all("S3::Bucket"):
        assert each.properties["BucketEncryption"]["ServerSideEncryptionConfiguration"], each.place
        assert set(each.properties["PublicAccessBlockConfiguration"].values()) == {True}, each.place
    for each in assembly.all("SecretsManager::Secret"):
        assert each.properties["KmsKeyId"], each.place
    for each in assembly.all("SNS::Topic"):
        assert each.properties["KmsMasterKeyId"], each.place
    for each in assembly.all("Backup::BackupVault"):
        assert each.properties["EncryptionKeyArn"], each.place
    for each in assembly.all("ECR::Repository"):
        assert each.properties["EncryptionConfiguration"]["EncryptionType"] == "KMS", each.place
    for each in assembly.all("OpenSearchService::Domain"):
        assert each.properties["EncryptionAtRestOptions"]["Enabled"] is True
        assert each.properties["NodeToNodeEncryptionOptions"]["Enabled"] is True
    for each in assembly.all("Logs::LogGroup"):
        if not each.properties["LogGroupName"].startswith("aws-waf-logs-"):
            assert each.properties["KmsKeyId"], each.place


def test_every_key_is_changed_every_year(assembly):
    for each in assembly.all("KMS::Key"):
        assert each.properties["EnableKeyRotation"] is True, each.place


def test_what_people_filled_in_is_never_written_over(assembly):
    """A new value in a template replaces theirs. When this fails, give the new key a secret of its own."""
    first = assembly.one("SecretsManager::Secret", Name=f"newsforge/{assembly.environment}/vendors")
    vendors = ("OPENAI", "ANTHROPIC", "GOOGLE", "COMPATIBLE")
    assert json.loads(first["SecretString"]) == {f"NEWSFORGE_{vendor}_API_KEY": "" for vendor in vendors}


def test_tls_everywhere(assembly):
    for each in assembly.all("ElastiCache::ReplicationGroup"):
        assert each.properties["TransitEncryptionEnabled"] is True
    for each in assembly.all("RDS::DBParameterGroup"):
        assert each.properties["Parameters"]["rds.force_ssl"] == "1"
    for each in assembly.all("ElasticLoadBalancingV2::Listener"):
        action = each.properties["DefaultActions"][0]
        assert each.properties["Protocol"] == "HTTPS" or action["Type"] == "redirect", each.place
        if each.properties["Protocol"] == "HTTPS":
            assert each.properties["SslPolicy"].startswith("ELBSecurityPolicy-TLS13-1-2"), each.place
    buckets = {r.logical_id for r in assembly.all("S3::Bucket")}
    refusing = set()
    for each in assembly.all("S3::BucketPolicy"):
        if any(
            "aws:SecureTransport" in text_of(s) and s["Effect"] == "Deny"
            for s in statements(each.properties["PolicyDocument"])
        ):
            refusing.add(each.properties["Bucket"]["Ref"])
    assert refusing == buckets
    for each in assembly.all("CloudFront::Distribution"):
        certificate = each.properties["DistributionConfig"]["ViewerCertificate"]
        assert certificate["MinimumProtocolVersion"] == "TLSv1.2_2021"
    for each in assembly.all("OpenSearchService::Domain"):
        assert each.properties["DomainEndpointOptions"]["EnforceHTTPS"] is True


def test_no_password_is_written_into_a_template(assembly):
    for stack, template in assembly.stacks.items():
        written = text_of(template)
        for word in ('"MasterUserPassword"', "replaced below", "AKIA"):
            assert word not in written, (stack, word)
    for task in assembly.all("ECS::TaskDefinition"):
        for container in task.properties["ContainerDefinitions"]:
            for variable in container.get("Environment", []):
                assert not any(w in variable["Name"] for w in ("PASSWORD", "SECRET", "TOKEN", "_KEY")), task.place


def test_no_role_may_do_everything(assembly):
    for kind in ("IAM::Policy", "IAM::ManagedPolicy"):
        for each in assembly.all(kind):
            for statement in statements(each.properties["PolicyDocument"]):
                actions = listed(statement["Action"])
                assert "*" not in actions, each.place
                assert not any(action.endswith(":*") for action in actions), each.place
    for role in assembly.all("IAM::Role"):
        for arn in role.properties.get("ManagedPolicyArns", []):
            assert "AdministratorAccess" not in text_of(arn), role.place


def test_policies_are_as_short_as_iam_wants_them(assembly):
    """Characters without white space; AWS refuses longer ones, and no checker counts them."""
    for each in assembly.all("IAM::ManagedPolicy"):
        assert len(text_of(each.properties["PolicyDocument"]).replace(" ", "")) < 6144, each.place
    for each in assembly.all("IAM::Policy"):
        assert len(text_of(each.properties["PolicyDocument"]).replace(" ", "")) < 10_240, each.place


def test_only_services_of_aws_and_one_repository_may_become_a_role(assembly):
    for role in assembly.all("IAM::Role"):
        for statement in statements(role.properties["AssumeRolePolicyDocument"]):
            assert "*" not in listed(statement["Principal"].get("AWS", [])), role.place
            assert set(statement["Principal"]) <= {"Service", "Federated"}, role.place


def test_data_of_protected_environments_outlives_its_stack(assembly):
    protected = ENVIRONMENTS[assembly.environment].is_protected
    for each in assembly.resources:
        if each.kind in {"AWS::S3::Bucket", "AWS::KMS::Key", "AWS::Backup::BackupVault", "AWS::SecretsManager::Secret"}:
            assert each.body["DeletionPolicy"] == ("Retain" if protected else "Delete"), each.place
        if each.kind == "AWS::RDS::DBInstance" and "Replica" not in each.logical_id:
            assert each.body["DeletionPolicy"] == ("Snapshot" if protected else "Delete"), each.place
            assert each.properties["DeletionProtection"] is protected
    for name, artifact in assembly.manifest["artifacts"].items():
        if artifact["type"] == "aws:cloudformation:stack" and name != "Account":
            assert artifact["properties"].get("terminationProtection", False) is protected, name


def test_what_keeps_state_keeps_its_name(assemblies):
    """A new logical ID means: delete and make anew. When that is meant, write the new one into identities.json."""
    found = {
        name: {each.place: each.kind for each in assembly.resources if each.kind in STATEFUL}
        for name, assembly in assemblies.items()
    }
    assert found == json.loads(_LOCKS.read_text())


def test_no_bucket_has_a_name_that_is_too_long(assembly):
    """S3 refuses it, and no checker counts."""
    for each in assembly.all("S3::Bucket"):
        assert 3 <= len(each.properties["BucketName"]) <= 63, each.place


def test_the_account_stack_is_the_same_from_everywhere(assemblies):
    templates = [text_of(a.stacks["Account"]) for a in assemblies.values() if "Account" in a.stacks]
    assert len(templates) == 4
    assert len(set(templates)) == 1
    assert ACCOUNT in templates[0]
