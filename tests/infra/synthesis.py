"""Synthesize every environment into a folder of its name, in one process: ``python -m tests.infra.synthesis FOLDER``.

The first one takes a quarter of a minute (Node loads CDK and warms up), each further one a quarter of that.
"""

import sys
from pathlib import Path

from infra.app import main
from infra.environments import ENVIRONMENTS
from tests.infra.assembly import ANSWERS


def synthesize_all(folder: Path) -> int:
    given = [f"{name}={value}" for name, value in ANSWERS.items()]
    for environment in ENVIRONMENTS:
        sys.argv = ["infra.app", f"environment={environment}", f"out={folder / environment}", *given]
        code = main()
        if code:
            return code
    return 0


if __name__ == "__main__":
    raise SystemExit(synthesize_all(Path(sys.argv[1])))
