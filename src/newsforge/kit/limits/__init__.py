"""How often somebody may do something: GCRA by key, decided in the process, shared between processes by leases."""

from newsforge.kit.limits.limiter import Limiter
from newsforge.kit.limits.quota import Decision, Quota

__all__ = ["Decision", "Limiter", "Quota"]
