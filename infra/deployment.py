"""From nothing to a running environment: the steps of ``make deploy``, each safe to repeat.

The order matters: name servers must answer before certificates are issued, images must be there before tasks, and the
database must be migrated before services. It calls the programs that people use by hand, so that each step can be done
by hand too. What it needs: AWS credentials, Docker, Node, and the two answers.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from infra.answers import Answers
from infra.environments import EDGE_REGION, PRIMARY_REGION, RECOVERY_REGION, Environment
from infra.refusal import Misconfigured

ROOT: Final = Path(__file__).parent.parent
CDK: Final = ("npx", "--yes", "aws-cdk@2.1148.1")  # plain aws-cdk is a stray 3.0.0 that refuses our assemblies
_TOOLS: Final = {
    "npx": "Node 20 or newer",
    "docker": "Docker with buildx",
    "aws": "the AWS command line, version 2",
}
#: In the image of the web (``web/Dockerfile``).
WEB_FILES: Final = "/opt/newsforge/.next/static"
_BEFORE_IMAGES: Final = ("Account", "Foundation")
_BEFORE_SERVICES: Final = ("Recovery", "Network", "Data", "Cluster")


@dataclass(frozen=True, slots=True)
class Step:
    says: str
    command: tuple[str, ...]

    def as_typed(self) -> str:
        """What a person would type into a shell."""
        return self.command[-1] if self.command[:2] == ("sh", "-c") else shlex.join(self.command)


def steps(environment: Environment, answers: Answers, *, has_web: bool, backup_arn: str = "") -> list[Step]:
    """What is done, in order; a recovery takes the images and the backup (``backup_arn``) that Osaka already has."""
    regions = [answers.region, EDGE_REGION, *([RECOVERY_REGION] if environment.has_recovery else [])]
    registry = f"{answers.account}.dkr.ecr.{PRIMARY_REGION}.amazonaws.com"
    found = [Step("prepare the account for CDK", ("sh", "-c", _bootstrap(answers.account, regions)))]
    first = [*(_BEFORE_IMAGES if not environment.is_recovery else _BEFORE_IMAGES[1:])]
    found.append(Step("zone, keys, image repositories", _deploy(environment, answers, first)))
    found.append(Step("show the name servers", (sys.executable, "-m", "infra.delegation", environment.name)))
    if not environment.is_recovery:
        found += _images(registry, answers.release, has_web=has_web)
    before = [name for name in _BEFORE_SERVICES if name != "Recovery" or environment.has_recovery]
    found.append(Step("network and data", _deploy(environment, answers, before, backup_arn)))
    found.append(Step("migrate the database", (sys.executable, "-m", "infra.migration", environment.name)))
    found.append(Step("everything else", _deploy(environment, answers, ["--all"])))
    served = environment.restores or environment.name
    if has_web and not environment.is_recovery:  # the bucket in us-east-1 has them when Tokyo is gone
        found.append(_upload_web_files(f"{registry}/newsforge/web:{answers.release}", served, answers.account))
    way = "infra.release" if environment.is_canary else "infra.rollout"
    says = "bring traffic to this release, in steps" if environment.is_canary else "bring running tasks to this release"
    found.append(Step(says, (sys.executable, "-m", way, environment.name, answers.release)))
    pages = f"s3://newsforge-{served}-error-pages-{answers.account}/errors/"
    found.append(
        Step("upload the error page", ("aws", "s3", "cp", "infra/errors/unavailable.html", f"{pages}unavailable.html"))
    )
    return found


def _bootstrap(account: str, regions: list[str]) -> str:
    """Where it has not been done: the role that a pipeline deploys with may not do it, and need not."""
    seen = "aws ssm get-parameter --name /cdk-bootstrap/hnb659fds/version --region"
    return " && ".join(
        f"{{ {seen} {region} > /dev/null 2>&1 || {shlex.join(CDK)} bootstrap aws://{account}/{region}; }}"
        for region in regions
    )


def refuse_without_credentials(account: str, region: str) -> None:
    """Before anything is made, and before it is made in somebody else's account."""
    import boto3
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        found = boto3.client("sts", region_name=region).get_caller_identity()["Account"]
    except (BotoCoreError, ClientError) as error:
        raise Misconfigured(
            f"AWS does not know who is asking: {error}.".replace("..", "."),
            remedy="Sign in (`aws sso login`, or AWS_PROFILE with a profile of `aws configure`), see that "
            "`aws sts get-caller-identity` answers, and deploy again.",
        ) from error
    if found != account:
        raise Misconfigured(
            f"The AWS credentials are for the account {found}, and this deployment is for {account}.",
            remedy="Set AWS_PROFILE to a profile of that account, or NEWSFORGE_INFRA_ACCOUNT to the other number.",
        )


def find_backup_arn(environment: Environment, rds: Any) -> str:
    """The newest replicated backup of what ``environment`` restores."""
    source = f"newsforge-{environment.restores}"
    found = rds.describe_db_instance_automated_backups(DBInstanceIdentifier=source)["DBInstanceAutomatedBackups"]
    if not found:
        raise Misconfigured(
            f"{RECOVERY_REGION} has no replicated backup of {source}.",
            remedy="Restore a copy from the AWS Backup vault there instead; docs/infrastructure.md says how.",
        )
    return str(found[0]["DBInstanceAutomatedBackupsArn"])


def _deploy(environment: Environment, answers: Answers, stacks: list[str], backup_arn: str = "") -> tuple[str, ...]:
    context = {
        "environment": environment.name,
        "account": answers.account,
        "domain": answers.domain,
        "release": answers.release,
        **({"repository": answers.repository} if answers.repository else {}),
    }
    given = [part for key, value in context.items() for part in ("-c", f"{key}={value}")]
    app = f"{sys.executable} -m infra.app"
    restored = (
        ("--parameters", f"newsforge-{environment.name}-data:DatabaseBackupArn={backup_arn}") if backup_arn else ()
    )
    return (*CDK, "--app", app, "deploy", *stacks, "--require-approval", "never", *restored, *given)


def _images(registry: str, release: str, *, has_web: bool) -> list[Step]:
    recipes = {"app": ("infra/docker/Dockerfile", "."), **({"web": ("web/Dockerfile", "web")} if has_web else {})}
    # A tag is written once and never again, so what was pushed before a step that failed is not pushed a second time.
    login = f"aws ecr get-login-password --region {PRIMARY_REGION} | docker login -u AWS --password-stdin {registry}"
    found = [Step("sign in to the image repositories", ("sh", "-c", login))]
    for name, (recipe, context) in recipes.items():
        tag = f"{registry}/newsforge/{name}:{release}"
        there = f"aws ecr describe-images --region {PRIMARY_REGION} --repository-name newsforge/{name}"
        build = f"docker buildx build --platform linux/arm64 -f {recipe} -t {tag} --push {context}"
        command = f"{there} --image-ids imageTag={release} > /dev/null 2>&1 || {build}"
        found.append(Step(f"build and push the image {name}", ("sh", "-c", command)))
    return found


def _upload_web_files(image: str, served: str, account: str) -> Step:
    """Before a release takes traffic, and from its image itself: to build it again would give files other names."""
    there = f"s3://newsforge-{served}-web-files-{account}/_next/static"
    kept = "--cache-control 'public, max-age=31536000, immutable'"
    command = " && ".join(
        (
            "files=$(mktemp -d)",
            f"made=$(docker create --platform linux/arm64 {image})",
            f'docker cp "$made:{WEB_FILES}" "$files/"',
            'docker rm "$made" > /dev/null',
            f'aws s3 cp "$files/static" {there} --recursive --only-show-errors --region {EDGE_REGION} {kept}',
        )
    )
    return Step("upload the scripts of its pages", ("sh", "-c", command))


def deploy(environment: Environment, *, is_plan: bool) -> int:
    variables = {**os.environ}
    variables.setdefault("NEWSFORGE_INFRA_RELEASE", _release())
    answers = Answers.of({}, environment, variables)
    has_web = (ROOT / "web/Dockerfile").is_file()
    if not is_plan:
        _refuse_without_tools(has_web=has_web)
        refuse_without_credentials(answers.account, answers.region)
        if "NEWSFORGE_INFRA_RELEASE" not in os.environ:
            _refuse_unnamed_changes()
    backup_arn = ""
    if environment.is_recovery and not is_plan:
        import boto3

        backup_arn = find_backup_arn(environment, boto3.client("rds", region_name=RECOVERY_REGION))
    planned = steps(environment, answers, has_web=has_web, backup_arn=backup_arn)
    if is_plan:
        for place, step in enumerate(planned, 1):
            sys.stdout.write(f"{place}. {step.says}\n   {step.as_typed()}\n")
        return 0
    for step in planned:
        sys.stderr.write(f"· {step.says}\n")
        done = subprocess.run(step.command, cwd=ROOT, env=variables, check=False)  # noqa: S603 - our own list above
        if done.returncode:
            sys.stderr.write(
                f"newsforge: '{step.says}' failed; why stands above.\n"
                f"Mend it and say `make deploy ENV={environment.name}` again: each step may be repeated.\n"
            )
            return done.returncode
    return 0


def _release() -> str:
    return _git("rev-parse", "--short=12", "HEAD") or "unreleased"


def _git(*arguments: str) -> str:
    git = shutil.which("git")
    if git is None:
        return ""
    done = subprocess.run([git, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    return done.stdout.strip()


def _refuse_unnamed_changes() -> None:
    """An image is named by its commit, once and for all; what is not committed would go by the name of what is."""
    if _git("status", "--porcelain", "--untracked-files=no"):
        raise Misconfigured(
            "There are changes that are not committed, so their image would have the name of another.",
            remedy="Commit them, or set NEWSFORGE_INFRA_RELEASE to a name of their own.",
        )


def _refuse_without_tools(*, has_web: bool) -> None:
    missing = [f"{tool} ({brings})" for tool, brings in _TOOLS.items() if not shutil.which(tool)]
    if missing:
        raise Misconfigured(
            f"Not found on this machine: {', '.join(missing)}.",
            remedy="Install what is missing. `tools/newsforge-infra deploy --environment NAME --plan` prints the steps "
            "without it.",
        )
    if not has_web:
        raise Misconfigured("There is no web/Dockerfile.", remedy="Deploy from a checkout that has the web interface.")
