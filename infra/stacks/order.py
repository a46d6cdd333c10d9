"""Every stack of one environment, in the order in which they are deployed.

Importing this loads CDK, which takes seconds; ``infra.app`` refuses what is wrong before it does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aws_cdk import App, Stack, Validations
from cdk_nag import AwsSolutionsChecks

from infra.answers import Answers
from infra.environments import Environment
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
from infra.stacks.release import ReleaseStack


@dataclass(frozen=True, slots=True)
class Platform:
    """The stacks of one environment, in the order in which they are deployed."""

    app: App
    environment: Environment
    answers: Answers
    stacks: tuple[Stack, ...]


def make_platform(
    environment: Environment, answers: Answers, context: Mapping[str, Any], outdir: Path | None
) -> Platform:
    """``context`` is CDK's own; everything that the checkers find stops the synth that follows."""
    app = App(context=dict(context), outdir=str(outdir) if outdir else None)
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
    release = (
        ReleaseStack(app, **place, foundation=foundation, compute=compute, observability=observability)
        if environment.is_canary
        else None
    )
    # Budgets are not to be had in Osaka; those of the account go on.
    cost = None if environment.is_recovery else CostStack(app, **place, foundation=foundation)
    access = AccessStack(app, **place) if answers.repository and not environment.is_recovery else None
    made = (
        *(account, foundation, recovery, network, data, cluster, balancer, compute, growth),
        *(firewall, edge, backup, observability, release, cost, access),
    )
    return tuple(stack for stack in made if stack is not None)
