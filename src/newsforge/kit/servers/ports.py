"""Ports on the loopback interface."""

from __future__ import annotations

import random
import socket

from newsforge.kit.servers.errors import PortTaken

LOOPBACK = "127.0.0.1"
# Below the ports that systems give to outgoing connections (Linux from 32768, macOS and Windows from 49152): one of
# those may be taken between the choice and the start of the server.
_OWN_RANGE = range(20_000, 32_768)
_TRIES = 50


def choose_port(preferred: int = 0) -> int:
    """Return ``preferred`` when it is free, else any free port; by chance, so that two who ask at once differ."""
    if preferred and is_free(preferred):
        return preferred
    for port in random.sample(_OWN_RANGE, _TRIES):
        if is_free(port):
            return port
    return _let_the_system_choose()


def _let_the_system_choose() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        # Like the servers do it: a port whose last connections are still fading away can be had.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def require_free(port: int, name: str) -> None:
    """Raise :class:`PortTaken` when something listens on ``port``."""
    if not is_free(port):
        raise PortTaken(
            f"Port {port} on {LOOPBACK}, which {name} needs, is in use by another program.",
            remedy="Stop that program, or choose another port.",
        )


def answers(port: int, *, timeout_s: float = 0.5) -> bool:
    """Tell whether something accepts connections on ``port``."""
    try:
        socket.create_connection((LOOPBACK, port), timeout=timeout_s).close()
    except OSError:
        return False
    return True
