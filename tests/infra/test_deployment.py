"""The steps of a deployment, in the only order that works. (Their effect needs an account.)"""

import json

import pytest

from infra.answers import Answers
from infra.constructs.replica_growth import growth_machine
from infra.deployment import find_backup_arn, steps
from infra.environments import ENVIRONMENTS, PROD
from infra.refusal import Misconfigured
from tests.infra.assembly import ANSWERS, ROOT


def planned(name, **more):
    environment = ENVIRONMENTS[name]
    return steps(environment, Answers.of({**ANSWERS, "release": "abc123"}, environment, {}), has_web=True, **more)


@pytest.mark.parametrize("name", list(ENVIRONMENTS))
def test_images_come_before_tasks_and_the_migration_before_services(name):
    said = [step.says for step in planned(name)]
    assert said[0] == "prepare the account for CDK"
    assert said.index("network and data") < said.index("migrate the database") < said.index("everything else")
    if name == "prod-recovery":
        assert not [each for each in said if "image" in each and "push" in each]
    else:
        assert said.index("build and push the image app") < said.index("network and data")


def test_the_template_takes_the_backup_by_that_name(assemblies):
    assert "DatabaseBackupArn" in assemblies["prod-recovery"].stacks["Data"]["Parameters"]


def test_a_recovery_names_the_backup_and_speaks_only_to_osaka():
    commands = [" ".join(step.command) for step in planned("prod-recovery", backup_arn="arn:x")]
    assert any("newsforge-prod-recovery-data:DatabaseBackupArn=arn:x" in command for command in commands)
    assert not [command for command in commands if "ap-northeast-1" in command]


def test_the_command_of_cdk_is_pinned():
    for step in planned("dev"):
        if step.command[0] == "npx":
            assert step.command[2] == "aws-cdk@2.1148.1"


class NoBackups:
    def describe_db_instance_automated_backups(self, **_):
        return {"DBInstanceAutomatedBackups": []}


def test_no_backup_is_said_with_what_else_there_is():
    with pytest.raises(Misconfigured, match="vault"):
        find_backup_arn(ENVIRONMENTS["prod-recovery"], NoBackups())


def test_the_error_page_speaks_three_languages_and_needs_nothing():
    page = (ROOT / "infra/errors/unavailable.html").read_text()
    assert all(f'lang="{lang}"' in page for lang in ("ko", "en", "ja"))
    assert "http" not in page.replace("http-equiv", "")


def machine():
    return growth_machine(
        primary="newsforge-prod",
        replica_class="db.r6g.large",
        group_id="sg-1",
        most=PROD.database.most_replicas,
        parameter="/p",
        cluster="c",
        services=["a", "b"],
    )


def test_each_state_of_the_growth_leads_on_and_all_are_reached():
    states = machine()["States"]
    reached, ahead = set(), ["Look"]
    while ahead:
        name = ahead.pop()
        if name in reached:
            continue
        reached.add(name)
        state = states[name]
        ahead += [state[key] for key in ("Next", "Default") if key in state]
        ahead += [choice["Next"] for choice in state.get("Choices", [])]
    assert reached == set(states)


def test_the_growth_stops_at_the_most_and_makes_no_public_replica(prod):
    written = json.dumps(machine())
    assert f'"NumericLessThan": {PROD.database.most_replicas}' in written
    assert '"PubliclyAccessible": false' in written
    assert prod.one("Events::Rule")["EventPattern"]["detail"] == {"state": {"value": ["ALARM"]}}
