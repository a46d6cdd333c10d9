"""Small wake-ups between the tasks of a process and between processes. A ring says "look again": the truth is in the
database, so a ring may be lost as long as the one who waits learns that it may have been."""

from newsforge.kit.bell.bell import Bell, Listener
from newsforge.kit.bell.subscription import Ring, Subscription

__all__ = ["Bell", "Listener", "Ring", "Subscription"]
