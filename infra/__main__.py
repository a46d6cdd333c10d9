"""``newsforge-infra``: synth, cost, deploy. Each refuses a wrong configuration in one sentence."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from infra.environments import ENVIRONMENTS, Environment, get_environment
from infra.refusal import Misconfigured

FOLDER = Path(__file__).parent


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="newsforge-infra", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    names = ", ".join(ENVIRONMENTS)
    for verb, says in (
        ("synth", "write the templates into infra/cdk.out/ENVIRONMENT; asks nobody"),
        ("deploy", "bring the environment into the AWS account that the credentials are for"),
        ("cost", "print the monthly bill"),
    ):
        parts = verbs.add_parser(verb, help=says)
        parts.add_argument("--environment", default="prod" if verb == "cost" else None, help=names)
        if verb == "cost":
            parts.add_argument("--users", type=int, default=1000)
            parts.add_argument("--compare", action="store_true", help="every environment, and growth")
            parts.add_argument("--committed", action="store_true", help="--reserved and --savings-plan")
            parts.add_argument("--reserved", action="store_true", help="database and cache for a year")
            parts.add_argument("--savings-plan", action="store_true", help="Fargate for a year")
            parts.add_argument("--spot-workers", action="store_true", help="workers on spare capacity")
        if verb == "deploy":
            parts.add_argument("--plan", action="store_true", help="print the steps and do none")
    return parser


def _cost_text(environment: Environment, asked: argparse.Namespace) -> str:
    from infra.cost.bill import ON_DEMAND, Buying
    from infra.cost.report import bill_text, comparison_text

    buying = Buying(
        is_reserved=asked.reserved or asked.committed,
        has_savings_plan=asked.savings_plan or asked.committed,
        has_spot_workers=asked.spot_workers,
    )
    if not asked.compare:
        return bill_text(environment, users=asked.users, buying=buying)
    if buying != ON_DEMAND:
        raise Misconfigured(
            "--compare shows every way to buy.",
            remedy="Leave out --compare for the bill of one way, or the ways for the comparison.",
        )
    return comparison_text(environment, users=asked.users)


def main(arguments: list[str] | None = None) -> int:
    asked = _parser().parse_args(arguments)
    try:
        environment = get_environment(asked.environment)
        if asked.verb == "cost":
            sys.stdout.write(_cost_text(environment, asked) + "\n")
        elif asked.verb == "synth":
            from infra.app import build

            out = FOLDER / "cdk.out" / environment.name
            made = build({"environment": environment.name}, outdir=out)
            made.app.synth()
            sys.stdout.write(f"{len(made.stacks)} stacks of {environment.name} are in {out}\n")
        else:
            from infra.deployment import deploy

            return deploy(environment, is_plan=asked.plan)
    except Misconfigured as refusal:
        sys.stderr.write(refusal.for_terminal())
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
