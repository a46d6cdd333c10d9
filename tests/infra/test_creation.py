"""Every stack of production is really created in Amazon's twin, in the order of a deployment, and asked about.

Then a bad day comes over it, and what the runbooks tell people to paste is pasted.
"""

import pytest
from moto import mock_aws

from infra.migration import outputs_of
from tests.infra.assembly import ACCOUNT
from tests.infra.aws_command import Shell
from tests.infra.clients import ask
from tests.infra.runbook import BOOKS, lines_of
from tests.infra.steps import EXECUTED
from tests.infra.twin import create, teach_missing

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::DeprecationWarning")]


@pytest.fixture(scope="module")
def created(synths):
    """Name of the stack -> its status."""
    prod = synths["prod"]
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {
            "AWS_ACCESS_KEY_ID": "x",
            "AWS_SECRET_ACCESS_KEY": "x",
            "AWS_DEFAULT_REGION": "ap-northeast-1",
            "MOTO_ACCOUNT_ID": ACCOUNT,
        }.items():
            patch.setenv(name, value)
        with mock_aws(config=EXECUTED):
            teach_missing({resource.kind for resource in prod.resources})
            yield {stack: create(prod, stack) for stack in prod.stacks}


def test_every_stack_is_complete(created):
    assert len(created) == 16
    assert set(created.values()) == {"CREATE_COMPLETE"}


def test_the_network(created):
    assert len(ask("ec2").describe_nat_gateways()["NatGateways"]) == 3
    ours = [s for s in ask("ec2").describe_subnets()["Subnets"] if s["CidrBlock"].startswith("10.10.")]
    assert len(ours) == 9
    assert not [s for s in ours if s["MapPublicIpOnLaunch"]]


def test_the_databases(created):
    found = {d["DBInstanceIdentifier"]: d for d in ask("rds").describe_db_instances()["DBInstances"]}
    primary, replica = found["newsforge-prod"], found["newsforge-prod-replica-1"]
    assert (primary["DBInstanceClass"], primary["AllocatedStorage"], primary["MultiAZ"]) == ("db.r6g.large", 200, True)
    assert primary["BackupRetentionPeriod"] == 7
    assert "newsforge-prod" in replica["ReadReplicaSourceDBInstanceIdentifier"]


def test_the_cache(created):
    (group,) = ask("elasticache").describe_replication_groups()["ReplicationGroups"]
    assert group["ReplicationGroupId"] == "newsforge-prod"
    assert group["AutomaticFailover"] == "enabled"


def test_the_services_and_their_range(created):
    names = ask("ecs").list_services(cluster="newsforge-prod")["serviceArns"]
    assert len(names) == 5
    targets = ask("application-autoscaling").describe_scalable_targets(ServiceNamespace="ecs")["ScalableTargets"]
    ranges = {t["ResourceId"].rsplit("/", 1)[-1]: (t["MinCapacity"], t["MaxCapacity"]) for t in targets}
    assert ranges["newsforge-prod-web-blue"] == (2, 10)
    assert ranges["newsforge-prod-api-blue"] == (3, 20)


def test_the_balancer_gives_everything_to_blue(created):
    client = ask("elbv2")
    (balancer,) = client.describe_load_balancers()["LoadBalancers"]
    assert balancer["Scheme"] == "internal"
    listeners = client.describe_listeners(LoadBalancerArn=balancer["LoadBalancerArn"])["Listeners"]
    https = next(each for each in listeners if each["Port"] == 443)
    for rule in client.describe_rules(ListenerArn=https["ListenerArn"])["Rules"]:
        if rule["Priority"] != "default":
            groups = rule["Actions"][0]["ForwardConfig"]["TargetGroups"]
            assert {("blue" in g["TargetGroupArn"]): g["Weight"] for g in groups} == {True: 100, False: 0}


def test_alarms_budget_firewall_vaults(created):
    alarms = ask("cloudwatch").describe_alarms(MaxRecords=100)["MetricAlarms"]
    assert len([a for a in alarms if a["AlarmName"].startswith("newsforge-prod-")]) >= 38
    (budget,) = ask("budgets").describe_budgets(AccountId=ACCOUNT)["Budgets"]
    assert budget["BudgetName"] == "newsforge-prod"
    assert ask("wafv2", "us-east-1").list_web_acls(Scope="CLOUDFRONT")["WebACLs"]
    for region in ("ap-northeast-1", "ap-northeast-3"):
        (vault,) = ask("backup", region).list_backup_vaults()["BackupVaultList"]
        assert vault["BackupVaultName"] == f"newsforge-prod-{region}"


def test_a_recovery_finds_its_values_in_osaka(created):
    client = ask("ssm", "ap-northeast-3")
    found = client.get_parameters_by_path(Path="/newsforge/prod/pilot")["Parameters"]
    assert {p["Name"].rsplit("/", 1)[-1] for p in found} == {
        "zone-id",
        "certificate-arn",
        "data-key-arn",
        "product-key-arn",
    }


def test_the_deployment_reads_what_it_needs_from_outputs(created):
    outputs = outputs_of(ask("cloudformation"), "newsforge-prod-cluster")
    assert outputs["MigrateFamily"] == "newsforge-prod-migrate"
    assert len(outputs["PrivateSubnets"].split(",")) == 3
    assert outputs_of(ask("cloudformation"), "newsforge-prod-foundation")["NameServers"]


def _beside():
    rds = ask("rds")
    # moto's CloudFormation leaves this property out.
    rds.modify_db_instance(DBInstanceIdentifier="newsforge-prod", ManageMasterUserPassword=True)
    rds.create_db_instance_read_replica(
        DBInstanceIdentifier="newsforge-prod-replica-4", SourceDBInstanceIdentifier="newsforge-prod"
    )
    # moto runs only tasks whose containers say how large they are.
    container = {"name": "any", "image": "any", "cpu": 64, "memory": 64}
    ask("ecs").register_task_definition(family="newsforge-prod-passwords", containerDefinitions=[container])
    for machine in ("replica-growth", "release"):
        ask("stepfunctions").create_state_machine(
            name=f"newsforge-prod-{machine}",
            definition='{"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}',
            roleArn=f"arn:aws:iam::{ACCOUNT}:role/machine",
        )
    osaka = ask("rds", "ap-northeast-3")
    osaka.create_db_instance(
        DBInstanceIdentifier="newsforge-prod-recovery",
        Engine="postgres",
        DBInstanceClass="db.r6g.large",
        AllocatedStorage=200,
        MasterUsername="x",
        MasterUserPassword="xxxxxxxx",
    )
    for name in ("prod", "prod-recovery"):
        ask("secretsmanager", "ap-northeast-3").create_secret(Name=f"newsforge/{name}/vendors", SecretString="{}")
    ecs = ask("ecs", "ap-northeast-3")
    ecs.create_cluster(clusterName="newsforge-prod-recovery")
    ecs.register_task_definition(family="any", containerDefinitions=[{"name": "any", "image": "any", "memory": 64}])
    for part in ("worker", "api-blue"):
        name = f"newsforge-prod-recovery-{part}"
        ecs.create_service(cluster="newsforge-prod-recovery", serviceName=name, taskDefinition="any", desiredCount=1)


#: What moto does not know; the parameters of these calls are checked all the same.
UNTRIED = {
    "application-autoscaling describe-scaling-activities",
    "backup start-backup-job",
    "backup list-backup-jobs",
    "backup list-copy-jobs",
    "backup list-recovery-points-by-backup-vault",
    "ce get-cost-and-usage",
    "elasticache modify-replication-group",
    "rds describe-db-instance-automated-backups",
    "rds describe-events",
    "rds describe-db-log-files",
}


@pytest.fixture(scope="module")
def bad_day(created):
    """What is there besides when somebody needs a runbook. The tests above know nothing of it."""
    _beside()


@pytest.fixture
def databases(bad_day):
    """Those that a page makes are taken away again: two pages restore one of the same name."""
    rds = ask("rds")

    def names():
        return {each["DBInstanceIdentifier"] for each in rds.describe_db_instances()["DBInstances"]}

    before = names()
    yield
    for name in names() - before:
        rds.modify_db_instance(DBInstanceIdentifier=name, DeletionProtection=False, ApplyImmediately=True)
        rds.delete_db_instance(DBInstanceIdentifier=name, SkipFinalSnapshot=True)


@pytest.mark.usefixtures("databases")
@pytest.mark.parametrize("book", BOOKS)
def test_what_a_runbook_tells_to_paste_works(book):
    shell = Shell()
    for line in lines_of(book):
        try:
            shell.run(line)
        except Exception as error:
            raise AssertionError(f"{line}\n{error}") from error
    assert shell.untried <= UNTRIED
    assert "None" not in shell.variables.values(), shell.variables
