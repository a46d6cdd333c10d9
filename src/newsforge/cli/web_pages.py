"""The web pages beside the service: where they were built, and which Node runs them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from newsforge.kit.errors import NewsforgeError

WEB_VARIABLE = "NEWSFORGE_WEB_DIR"
HEALTH_PATH = "/api/health"
_ROOT = Path(__file__).parents[3]


class WebPagesMissing(NewsforgeError):
    code = "web_pages_missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPages:
    """What ``npm run build`` left, and the program that serves it."""

    node: str
    server: Path

    def command(self) -> list[str]:
        return [self.node, str(self.server)]


def get_web_pages(environment: Mapping[str, str]) -> WebPages:
    """Raise :class:`WebPagesMissing` when they were not built or there is no Node."""
    given = environment.get(WEB_VARIABLE, "").strip()
    server = (Path(given) if given else _ROOT / "web/.next/standalone") / "server.js"
    if not server.is_file():
        raise WebPagesMissing(
            f"The web pages have not been built: {server} is not there.",
            remedy="Run `tools/web build` in the repository, or leave them out: newsforge up --no-web",
        )
    own = _ROOT / ".node/bin/node"
    node = str(own) if own.exists() else shutil.which("node", path=environment.get("PATH", os.defpath))
    if node is None:
        raise WebPagesMissing(
            "The web pages need Node 24, and there is none on the PATH.",
            remedy="Install it, or leave the pages out: newsforge up --no-web",
        )
    return WebPages(node=node, server=server)
