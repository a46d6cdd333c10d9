"""The pages of docs/runbooks, and the lines that they tell people to paste."""

import re

from tests.infra.assembly import ROOT

FOLDER = ROOT / "docs/runbooks"
BOOKS = sorted(path.stem for path in FOLDER.glob("*.md") if path.stem != "README")


def lines_of(book):
    """Lines of the shell, in order."""
    blocks = re.findall(r"```sh\n(.*?)```", (FOLDER / f"{book}.md").read_text(), re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line and not line.startswith("#")]
