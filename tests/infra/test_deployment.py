"""The steps of a deployment, in the only order that works. (Their effect needs an account.)"""

import os
import re
import shlex
import subprocess

import pytest
from moto import mock_aws

from infra.answers import Answers
from infra.deployment import WEB_FILES, find_backup_arn, refuse_without_credentials, steps
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


class TestScriptsOfPages:
    """They are in the bucket before the first reader gets a page that asks for them."""

    @pytest.mark.parametrize("name", list(ENVIRONMENTS))
    def test_they_come_after_their_bucket_and_before_the_release(self, name):
        said = [step.says for step in planned(name)]
        if ENVIRONMENTS[name].is_recovery:  # the bucket is not in Tokyo
            assert "upload the scripts of its pages" not in said
            return
        place = said.index("upload the scripts of its pages")
        assert said.index("everything else") < place
        assert place < next(i for i, each in enumerate(said) if each.startswith("bring "))

    def test_a_pipeline_may_put_them_where_cloudfront_looks(self, assemblies):
        prod = assemblies["prod"]
        (command,) = [s.command[-1] for s in planned("prod") if s.says == "upload the scripts of its pages"]
        bucket, path = re.search(r"s3://([^/]+)(/\S+)", command).groups()
        assert bucket in [b.properties["BucketName"] for b in prod.all("S3::Bucket", "Edge")]
        assert f"arn:aws:s3:::{bucket}{path}/*" in text_of(prod.one("IAM::ManagedPolicy", "Access"))
        behaviours = prod.one("CloudFront::Distribution")["DistributionConfig"]["CacheBehaviors"]
        assert f"{path}/*" in [behaviour["PathPattern"] for behaviour in behaviours]

    def test_they_lie_in_the_image_where_they_are_taken_from(self):
        recipe = (ROOT / "web/Dockerfile").read_text()
        assert "\nWORKDIR /opt/newsforge\nCOPY --from=build /build/.next/standalone ./\n" in recipe
        assert "test -d .next/standalone/.next/static" in recipe
        assert WEB_FILES == "/opt/newsforge/.next/static"

    @pytest.fixture
    def run(self, tmp_path):
        """The step in a real shell; Docker and the AWS command line only write down what they are told."""
        docker = """case $1 in create) [ -z "$NO_IMAGE" ] && echo box-1 ;; cp) mkdir -p "$3/static" ;; esac"""
        for tool, does in (("docker", docker), ("aws", "")):
            (tmp_path / tool).write_text(f'#!/bin/sh\necho "{tool} $*" >> "{tmp_path}/told"\n{does}\n')
            (tmp_path / tool).chmod(0o755)
        (step,) = [s for s in planned("prod") if s.says == "upload the scripts of its pages"]

        def run(**variables):
            path = f"{tmp_path}:{os.environ['PATH']}"
            done = subprocess.run(step.command, env={**variables, "PATH": path}, check=False, timeout=60)
            return done.returncode, (tmp_path / "told").read_text().splitlines()

        return run

    def test_they_are_of_the_image_itself(self, run):
        code, told = run()
        assert code == 0
        assert [" ".join(line.split()[:2]) for line in told] == ["docker create", "docker cp", "docker rm", "aws s3"]
        assert told[0].endswith("/newsforge/web:abc123")
        assert "--recursive" in told[-1]
        assert "max-age=31536000, immutable" in told[-1]

    def test_without_the_image_nothing_is_uploaded_and_the_deployment_stops(self, run):
        code, told = run(NO_IMAGE="1")
        assert code != 0
        assert len(told) == 1


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
