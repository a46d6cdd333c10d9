"""The whole platform of one environment. ``python -m infra.app`` is what CDK runs; no network, no credentials."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aws_cdk import App, Stack, Validations
from cdk_nag import AwsSolutionsChecks

from infra.answers import ZONES, Answers
from infra.environments import Environment, get_environment
from infra.refusal import Misconfigured
from infra.stacks.access import AccessStack
from infra.stacks.account import AccountStack
from infra.stacks.backup import BackupStack
from infra.stacks.balancer import BalancerStack
from infra.stacks.cluster import ClusterStack
from infra.stacks.compute import ComputeStack
from infra.stacks.cost import CostStack
from infra.stacks.data import DataStack
from infra.stacks.edge import EdgeStack
from infra.stacks.firewall import FirewallStack
from infra.stacks.foundation import FoundationStack
from infra.stacks.growth import GrowthStack
from infra.stacks.network import NetworkStack
from infra.stacks.observability import ObservabilityStack
from infra.stacks.recovery import RecoveryStack

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Platform:
    """The stacks of one environment, in the order in which they are deployed."""

    app: App
    environment: Environment
    answers: Answers
    stacks: tuple[Stack, ...]


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
    app = App(context={**settings_of_cdk(context), **zones}, outdir=str(outdir) if outdir else None)
    stacks = _stacks(app, environment, answers)
    Validations.of(app).add_plugins(AwsSolutionsChecks(app))
    return Platform(app=app, environment=environment, answers=answers, stacks=stacks)


def _stacks(app: App, environment: Environment, answers: Answers) -> tuple[Stack, ...]:
    place: dict[str, Any] = {"environment": environment, "answers": answers}
    # A recovery touches nothing in the region that is gone.
    account = None if environment.is_recovery else AccountStack(app, "Account", answers=answers)
    foundation = FoundationStack(app, **place)
    recovery = RecoveryStack(app, **place, foundation=foundation) if environment.has_recovery else None
    network = NetworkStack(app, **place, foundation=foundation)
    data = DataStack(app, **place, foundation=foundation, network=network, recovery=recovery)
    cluster = ClusterStack(app, **place, foundation=foundation, network=network, data=data)
    balancer = BalancerStack(app, **place, foundation=foundation, network=network, data=data)
    compute = ComputeStack(
        app,
        **place,
        foundation=foundation,
        network=network,
        data=data,
        cluster=cluster,
        balancer=balancer,
    )
    parts: dict[str, Any] = {"foundation": foundation, "network": network, "data": data, "compute": compute}
    growth = GrowthStack(app, **place, **parts) if environment.database.most_replicas else None
    firewall = FirewallStack(app, **place)
    edge = EdgeStack(app, **place, foundation=foundation, balancer=balancer, firewall=firewall)
    backup = BackupStack(app, **place, foundation=foundation, data=data, recovery=recovery)
    observability = ObservabilityStack(app, **place, **parts, balancer=balancer)
    # Budgets are not to be had in Osaka; those of the account go on.
    cost = None if environment.is_recovery else CostStack(app, **place, foundation=foundation)
    access = AccessStack(app, **place) if answers.repository and not environment.is_recovery else None
    made = (
        *(account, foundation, recovery, network, data, cluster, balancer, compute, growth),
        *(firewall, edge, backup, observability, cost, access),
    )
    return tuple(stack for stack in made if stack is not None)


def main() -> int:
    """CDK gives the context in a variable of its own; arguments ``name=value`` are added to it."""
    try:
        given = dict(argument.split("=", 1) for argument in sys.argv[1:] if "=" in argument)
        context = {key: value for key, value in given.items() if key != "out"}
        asked = App().node  # reads what the CDK command passes on
        for key in ("environment", "account", "domain", "region", "alarm_mail", "repository", "release"):
            context.setdefault(key, asked.try_get_context(key) or "")
        out = Path(given["out"]) if "out" in given else None
        build(context, outdir=out).app.synth()
    except Misconfigured as refusal:
        sys.stderr.write(refusal.for_terminal())
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
