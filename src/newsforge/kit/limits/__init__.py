"""How often somebody may do something: a sliding window by key, decided in the process, shared by leases."""

from newsforge.kit.limits.limiter import Limiter
from newsforge.kit.limits.quota import Decision, Quota

__all__ = ["Decision", "Limiter", "Quota"]
