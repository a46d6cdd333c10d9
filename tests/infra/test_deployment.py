"""The steps of a deployment, in the only order that works. (Their effect needs an account.)"""

import re
import shlex

import pytest
from moto import mock_aws

from infra.answers import Answers
from infra.deployment import find_backup_arn, refuse_without_credentials, steps
from infra.environments import ENVIRONMENTS
from infra.refusal import Misconfigured
from tests.infra.assembly import ACCOUNT, ANSWERS, ROOT, text_of


def planned(name, **more):
    environment = ENVIRONMENTS[name]
    return steps(environment, Answers.of({**ANSWERS, "release": "abc123"}, environment, {}), has_web=True, **more)


@pytest.mark.parametrize("name", list(ENVIRONMENTS))
def test_images_come_before_tasks_and_the_migration_before_services(name):
    said = [step.says for step in planned(name)]
    assert said[0] == "prepare the account for CDK"
    assert said.index("network and data") < said.index("migrate the database") < said.index("everything else")
    if ENVIRONMENTS[name].is_recovery:
        assert not [each for each in said if "image" in each and "push" in each]
    else:
        assert said.index("build and push the image app") < said.index("network and data")


def test_the_template_takes_the_backup_by_that_name(assemblies):
    assert "DatabaseBackupArn" in assemblies["prod-recovery"].stacks["Data"]["Parameters"]


def test_a_recovery_names_the_backup_and_speaks_only_to_osaka():
    commands = [" ".join(step.command) for step in planned("prod-recovery", backup_arn="arn:x")]
    assert any("newsforge-prod-recovery-data:DatabaseBackupArn=arn:x" in command for command in commands)
    assert not [command for command in commands if "ap-northeast-1" in command]


def test_an_account_is_prepared_once_and_by_somebody_who_may(assemblies):
    """A pipeline's role may see that it was done, and not do it."""
    (said,) = [step.command[-1] for step in planned("prod") if step.says == "prepare the account for CDK"]
    asked = re.findall(r"ssm get-parameter --name (\S+) --region (\S+) > /dev/null 2>&1 \|\| npx .*? bootstrap", said)
    assert {region for _, region in asked} == {"ap-northeast-1", "ap-northeast-3", "us-east-1"}
    allowed = text_of(assemblies["prod"].one("IAM::ManagedPolicy", "Access"))
    for name, region in asked:
        assert f"arn:aws:ssm:{region}:{ACCOUNT}:parameter{name}" in allowed


def test_the_command_of_cdk_is_pinned():
    for step in planned("dev"):
        if step.command[0] == "npx":
            assert step.command[2] == "aws-cdk@2.1148.1"


@pytest.mark.parametrize("name", list(ENVIRONMENTS))
def test_what_is_printed_can_be_pasted(name):
    for step in planned(name):
        words = tuple(shlex.split(step.as_typed()))
        assert words == step.command or step.command == ("sh", "-c", step.as_typed())


class TestCredentials:
    @pytest.fixture(autouse=True)
    def nobody(self, monkeypatch, tmp_path):
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_PROFILE"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
        for name in ("AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"):
            monkeypatch.setenv(name, str(tmp_path / "none"))

    def test_without_any_it_says_how_to_sign_in(self):
        with pytest.raises(Misconfigured, match="Unable to locate credentials") as caught:
            refuse_without_credentials(ACCOUNT, "ap-northeast-1")
        assert "aws sso login" in caught.value.remedy

    @mock_aws
    def test_those_of_another_account_are_refused_and_both_are_named(self, monkeypatch):
        monkeypatch.setenv("AWS_ACCESS_KEY_ID", "x")
        monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "x")
        with pytest.raises(Misconfigured, match="123456789012, and this deployment is for 111111111111"):
            refuse_without_credentials(ACCOUNT, "ap-northeast-1")
        refuse_without_credentials("123456789012", "ap-northeast-1")


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
