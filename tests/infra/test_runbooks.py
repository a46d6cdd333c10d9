"""Every alarm has a runbook, every runbook is one of an alarm or of the page, and what it tells to paste works."""

import re

import boto3
import pytest
from moto import mock_aws

from tests.infra.assembly import ACCOUNT, ROOT, text_of
from tests.infra.aws_command import Shell
from tests.infra.steps import EXECUTED
from tests.infra.twin import create, teach_missing

FOLDER = ROOT / "docs/runbooks"
BOOKS = sorted(path.stem for path in FOLDER.glob("*.md") if path.stem != "README")
_NAMED = re.compile(r"docs/runbooks/([\w-]+)\.md")
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


def lines_of(book):
    """Lines of the shell, in order."""
    blocks = re.findall(r"```sh\n(.*?)```", (FOLDER / f"{book}.md").read_text(), re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line and not line.startswith("#")]


def is_scaling(alarm):
    """Target tracking and steps: they act by themselves, and nobody is woken."""
    return any("Ref" in action for action in alarm.get("AlarmActions", []) if isinstance(action, dict))


def test_each_alarm_and_each_message_names_a_runbook_that_is_there(assembly):
    told = [
        (alarm.place, alarm.properties["AlarmDescription"])
        for alarm in assembly.all("CloudWatch::Alarm")
        if not is_scaling(alarm.properties)
    ]
    for rule in assembly.all("Events::Rule"):
        if "InputTransformer" in text_of(rule.properties["Targets"]):
            told.append((rule.place, rule.properties["Description"]))
            assert _NAMED.search(text_of(rule.properties["Targets"])), rule.place
    assert len(told) > 20
    for place, text in told:
        named = _NAMED.search(text)
        assert named, place
        assert named[1] in BOOKS, place


def test_each_runbook_is_of_an_alarm_or_of_the_page(assemblies):
    page = (ROOT / "docs/infrastructure.md").read_text()
    used = set(re.findall(r"runbooks/([\w-]+)\.md", page))
    for assembly in assemblies.values():
        used |= set(_NAMED.findall("".join(map(text_of, assembly.stacks.values()))))
    assert used - {"README"} == set(BOOKS)
    assert set(re.findall(r"\]\(([\w-]+)\.md\)", (FOLDER / "README.md").read_text())) == set(BOOKS)


@pytest.mark.parametrize("book", BOOKS)
class TestPages:
    def test_it_is_short_and_says_what_to_do(self, book):
        text = (FOLDER / f"{book}.md").read_text()
        assert text.startswith("# ")
        assert len(text.splitlines()) < 60
        assert lines_of(book)

    def test_its_links_lead_somewhere(self, book):
        for link in re.findall(r"\]\((?!http)([^)]+)\)", (FOLDER / f"{book}.md").read_text()):
            assert (FOLDER / link).exists(), link

    def test_commands_of_ours_are_there(self, book):
        verbs = set(re.findall(r"^([a-z-]+): ", (ROOT / "Makefile").read_text(), re.MULTILINE))
        for line in lines_of(book):
            word, *rest = line.split()
            if word == "make":
                assert rest[0] in verbs, line
            elif word.startswith("tools/"):
                assert (ROOT / word).exists(), line
            elif word == ".venv/bin/python":
                assert (ROOT / f"{rest[1].replace('.', '/')}.py").exists(), line
            else:
                assert word == "aws" or re.match(r"[A-Z]+=", word), line


@pytest.fixture(scope="module")
def tokyo(synths):
    """Production as it is created, and what a bad day leaves beside it."""
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
            for stack in prod.stacks:
                create(prod, stack)
            _beside(boto3.client)
            yield prod


def _beside(client):
    rds = client("rds")
    # moto's CloudFormation leaves this property out.
    rds.modify_db_instance(DBInstanceIdentifier="newsforge-prod", ManageMasterUserPassword=True)
    rds.create_db_instance_read_replica(
        DBInstanceIdentifier="newsforge-prod-replica-4", SourceDBInstanceIdentifier="newsforge-prod"
    )
    client("logs").create_log_group(logGroupName="/aws/rds/instance/newsforge-prod/postgresql")
    client("stepfunctions").create_state_machine(
        name="newsforge-prod-replica-growth",
        definition='{"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}',
        roleArn=f"arn:aws:iam::{ACCOUNT}:role/growth",
    )
    osaka = client("rds", region_name="ap-northeast-3")
    osaka.create_db_instance(
        DBInstanceIdentifier="newsforge-prod-recovery",
        Engine="postgres",
        DBInstanceClass="db.r6g.large",
        AllocatedStorage=200,
        MasterUsername="x",
        MasterUserPassword="xxxxxxxx",
    )
    ecs = client("ecs", region_name="ap-northeast-3")
    ecs.create_cluster(clusterName="newsforge-prod-recovery")
    ecs.register_task_definition(family="any", containerDefinitions=[{"name": "any", "image": "any", "memory": 64}])
    for part in ("worker", "api-blue"):
        name = f"newsforge-prod-recovery-{part}"
        ecs.create_service(cluster="newsforge-prod-recovery", serviceName=name, taskDefinition="any", desiredCount=1)


@pytest.fixture
def databases(tokyo):
    """Those that a page makes are taken away again: two pages restore one of the same name."""
    rds = boto3.client("rds")

    def names():
        return {each["DBInstanceIdentifier"] for each in rds.describe_db_instances()["DBInstances"]}

    before = names()
    yield
    for name in names() - before:
        rds.modify_db_instance(DBInstanceIdentifier=name, DeletionProtection=False, ApplyImmediately=True)
        rds.delete_db_instance(DBInstanceIdentifier=name, SkipFinalSnapshot=True)


@pytest.mark.slow
@pytest.mark.usefixtures("databases")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("book", BOOKS)
def test_what_it_tells_to_paste_works(book):
    shell = Shell()
    for line in lines_of(book):
        try:
            shell.run(line)
        except Exception as error:
            raise AssertionError(f"{line}\n{error}") from error
    assert shell.untried <= UNTRIED
    assert "None" not in shell.variables.values(), shell.variables
