"""Bring tasks to a release, rolling, and back: ``python -m infra.rollout ENVIRONMENT [RELEASE]``.

Templates name task families and no revisions (ADR 23), so deploying them starts no task anew; this does. Without a
release it takes the newest revision; with one, the newest of that release, which is also how one goes back. ECS starts
new tasks before it stops old ones, and goes back by itself when they do not become healthy.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any, Final

from infra.environments import PRIMARY_REGION, RECOVERY_REGION, Environment, get_environment
from infra.refusal import Misconfigured

#: Far more than a page; older ones are gone from the image store too.
_REVISIONS_LOOKED_AT: Final = 100
_RELEASE_VARIABLE: Final = "NEWSFORGE_RELEASE"
_COLOURS: Final = ("-blue", "-green")
_AT_ONCE: Final = 10  # what describe_services takes


def family_of(service: str) -> str:
    return next((service.removesuffix(colour) for colour in _COLOURS if service.endswith(colour)), service)


def find_revision(ecs: Any, family: str, release: str | None) -> str | None:
    """The newest revision of ``family``, of ``release`` when one is named."""
    listed = ecs.list_task_definitions(familyPrefix=family, sort="DESC", maxResults=_REVISIONS_LOOKED_AT)
    for arn in sorted(listed["taskDefinitionArns"], key=_revision_number, reverse=True):
        if release is None or release == _release_of(ecs, arn):
            return str(arn)
    return None


def _revision_number(arn: str) -> int:
    return int(arn.rsplit(":", 1)[-1])


def _release_of(ecs: Any, arn: str) -> str | None:
    (container,) = ecs.describe_task_definition(taskDefinition=arn)["taskDefinition"]["containerDefinitions"]
    return next((each["value"] for each in container["environment"] if each["name"] == _RELEASE_VARIABLE), None)


def _services(ecs: Any, cluster: str) -> Iterator[str]:
    for page in ecs.get_paginator("list_services").paginate(cluster=cluster):
        yield from (arn.rsplit("/", 1)[-1] for arn in page["serviceArns"])


def roll(ecs: Any, environment: Environment, release: str | None) -> dict[str, str]:
    """Service -> revision. Nothing is changed unless every service has one. Raise :class:`Misconfigured`."""
    cluster = f"newsforge-{environment.name}"
    wanted = {service: find_revision(ecs, family_of(service), release) for service in _services(ecs, cluster)}
    missing = sorted(service for service, revision in wanted.items() if revision is None)
    if missing or not wanted:
        raise Misconfigured(
            f"There is no task definition of release {release} for {', '.join(missing)}."
            if missing
            else f"There is no service in {cluster}.",
            remedy="Deploy it first: NEWSFORGE_INFRA_RELEASE=RELEASE make deploy ENV=...",
        )
    for service, revision in wanted.items():
        ecs.update_service(cluster=cluster, service=service, taskDefinition=revision, forceNewDeployment=True)
    return {service: str(revision) for service, revision in wanted.items()}


def wait_until_stable(ecs: Any, environment: Environment, services: list[str]) -> None:
    for start in range(0, len(services), _AT_ONCE):
        ecs.get_waiter("services_stable").wait(
            cluster=f"newsforge-{environment.name}", services=services[start : start + _AT_ONCE]
        )


def main() -> int:
    import boto3

    environment = get_environment(sys.argv[1] if len(sys.argv) > 1 else None)
    region = RECOVERY_REGION if environment.is_recovery else PRIMARY_REGION
    ecs = boto3.client("ecs", region_name=region)
    try:
        rolled = roll(ecs, environment, sys.argv[2] if len(sys.argv) > 2 else None)
    except Misconfigured as refusal:
        sys.stderr.write(f"newsforge: {refusal}\n")
        return 2
    sys.stdout.writelines(f"{service}: {revision.rsplit('/', 1)[-1]}\n" for service, revision in rolled.items())
    wait_until_stable(ecs, environment, list(rolled))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
