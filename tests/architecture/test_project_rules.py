"""The house rules that no linter knows."""

import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TRACKED = [
    ROOT / name
    for name in subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    if (ROOT / name).is_file()
]
PYTHON = [path for path in TRACKED if path.suffix == ".py"]
TEXT = {".py", ".md", ".toml", ".txt", ".in", ".json", ".yml", ".yaml", ".html", ""}
HEAVY = (
    "kiwipiepy",
    "trafilatura",
    "pydantic_ai",
    "pydantic",
    "httpx2",
    "pypdf",
    "docx",
    "boto3",
    "lxml",
    "resiliparse",
    "asyncio",
    "socket",
)


def test_the_list_of_files_is_not_empty():
    assert len(PYTHON) > 40


def test_no_python_file_is_longer_than_400_lines():
    long = {str(path.relative_to(ROOT)): n for path in PYTHON if (n := len(path.read_text().splitlines())) > 400}
    assert long == {}


def test_no_file_names_a_folder_of_one_machine():
    pattern = re.compile(r"(?<![\w.])/(?:work|root|home/\w+)/[\w.]|\.\./shared")
    here = Path(__file__)
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in TRACKED
        if path.suffix in TEXT and path != here and (match := pattern.search(path.read_text(errors="replace")))
    ]
    assert found == []


def test_help_loads_none_of_the_heavy_parts():
    code = (
        "import sys; from newsforge.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print(sorted(m for m in sys.modules if '.' not in m), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    loaded = set(re.findall(r"'(\w+)'", done.stderr))
    assert "typer" in loaded
    assert loaded.isdisjoint(HEAVY)


def pinned() -> list[str]:
    return re.findall(r"^([\w.-]+)(?:\[[\w,]+\])?==", (ROOT / "requirements/run.txt").read_text(), re.MULTILINE)


#: Weak copyleft that binds only changes to its own files, and comes in unchanged; see docs/licences.md.
NOTED = {"certifi": "MPL", "tld": "MPL"}
PERMISSIVE = re.compile(r"MIT|BSD|Apache|ISC|PSF|Python Software Foundation|Zlib|Unlicense|0BSD|HPND", re.IGNORECASE)


def licence_of(name: str) -> str | None:
    try:
        found = metadata.metadata(name)
    except metadata.PackageNotFoundError:  # a marker leaves it out on this platform
        return None
    classifiers = [c for c in found.get_all("Classifier") or [] if c.startswith("License")]
    return " ".join(filter(None, [found.get("License-Expression"), *classifiers, (found.get("License") or "")[:60]]))


@pytest.mark.parametrize("name", pinned())
def test_every_dependency_is_permissively_licensed(name):
    licence = licence_of(name)
    if licence is not None:
        assert PERMISSIVE.search(licence) or NOTED.get(name, "no such licence") in licence, licence
