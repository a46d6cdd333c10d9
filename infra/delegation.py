"""Say which name servers the domain must point to: ``python -m infra.delegation ENVIRONMENT``.

Certificates are issued only when they answer; until then the load balancer's stack waits (for hours, if it must).
"""

from __future__ import annotations

import sys

from infra.environments import PRIMARY_REGION, RECOVERY_REGION, get_environment
from infra.migration import outputs_of


def main() -> int:
    import boto3

    environment = get_environment(sys.argv[1] if len(sys.argv) > 1 else None)
    region = RECOVERY_REGION if environment.is_recovery else PRIMARY_REGION
    stack = f"newsforge-{environment.name}-foundation"
    servers = outputs_of(boto3.client("cloudformation", region_name=region), stack).get("NameServers")
    if servers:
        sys.stdout.write("The registrar (or the parent zone) must name these servers:\n")
        sys.stdout.writelines(f"  {server}\n" for server in servers.split())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
