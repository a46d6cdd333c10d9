"""The whole platform of one environment. ``python -m infra.app`` is what CDK runs; no network, no credentials."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from infra.answers import ZONES, Answers
from infra.environments import get_environment
from infra.refusal import Misconfigured

if TYPE_CHECKING:
    from infra.stacks.order import Platform

FOLDER = Path(__file__).parent


def settings_of_cdk(context: Mapping[str, Any]) -> dict[str, Any]:
    """``cdk.json`` (which only the CDK command reads by itself), zones so that nobody is asked, and what was given."""
    pinned: dict[str, Any] = json.loads((FOLDER / "cdk.json").read_text())["context"]
    return {**pinned, **context}


def build(
    context: Mapping[str, Any], *, outdir: Path | None = None, variables: Mapping[str, str] | None = None
) -> Platform:
    """Raise :class:`Misconfigured` before anything is made."""
    environment = get_environment(context.get("environment"))
    answers = Answers.of(context, environment, variables)
    zones = {
        f"availability-zones:account={answers.account}:region={region}": list(names) for region, names in ZONES.items()
    }
    from infra.stacks.order import make_platform

    return make_platform(environment, answers, {**settings_of_cdk(context), **zones}, outdir)


def _passed_on() -> dict[str, str]:
    """What the CDK command was told with ``-c``; how it passes that on is its own business, so CDK is asked."""
    from aws_cdk import App

    asked = App().node
    names = ("environment", "account", "domain", "region", "alarm_mail", "repository", "release")
    return {name: asked.try_get_context(name) or "" for name in names}


def main() -> int:
    """Called by the CDK command, or by hand with arguments ``name=value``."""
    try:
        given = dict(argument.split("=", 1) for argument in sys.argv[1:] if "=" in argument)
        context = {key: value for key, value in given.items() if key != "out"}
        if "environment" not in context:
            context = {**_passed_on(), **context}
        out = Path(given["out"]) if "out" in given else None
        build(context, outdir=out).app.synth()
    except Misconfigured as refusal:
        sys.stderr.write(refusal.for_terminal())
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
