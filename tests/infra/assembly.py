"""What a synth wrote, read back as plain data: no Node is needed to ask questions of it."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
ACCOUNT = "111111111111"
DOMAIN = "example.com"
REPOSITORY = "acme/newsforge"
ANSWERS = {"account": ACCOUNT, "domain": DOMAIN, "repository": REPOSITORY}


@dataclass(frozen=True)
class Resource:
    stack: str
    logical_id: str
    kind: str
    properties: dict
    body: dict

    @property
    def place(self):
        return f"{self.stack}/{self.logical_id}"


@dataclass(frozen=True)
class Assembly:
    environment: str
    folder: Path

    @cached_property
    def manifest(self):
        return json.loads((self.folder / "manifest.json").read_text())

    @cached_property
    def stacks(self):
        """Name of the construct -> template."""
        found = {
            name: json.loads((self.folder / artifact["properties"]["templateFile"]).read_text())
            for name, artifact in self.manifest["artifacts"].items()
            if artifact["type"] == "aws:cloudformation:stack"
        }
        assert found
        return found

    @cached_property
    def resources(self):
        return [
            Resource(stack, logical_id, body["Type"], body.get("Properties", {}), body)
            for stack, template in self.stacks.items()
            for logical_id, body in template["Resources"].items()
        ]

    @cached_property
    def report(self):
        return json.loads((self.folder / "validation-report.json").read_text())

    def place_of(self, stack):
        return self.manifest["artifacts"][stack]["environment"].removeprefix("aws://").split("/")[1]

    def stack_name(self, stack):
        return self.manifest["artifacts"][stack]["properties"]["stackName"]

    def all(self, kind, stack=None):
        """Resources of one kind; ``kind`` is written without the AWS:: in front."""
        return [r for r in self.resources if r.kind == f"AWS::{kind}" and stack in {None, r.stack}]

    def one(self, kind, stack=None, **wanted):
        found = [r for r in self.all(kind, stack) if all(r.properties.get(k) == v for k, v in wanted.items())]
        assert len(found) == 1, f"{len(found)} of {kind} with {wanted}: {[r.place for r in found]}"
        return found[0].properties


def without_network():
    """A command that cuts what follows off every network, where the machine lets us."""
    if not shutil.which("unshare"):
        return []
    prefix = ["unshare", "--map-root-user", "--net"]
    tried = subprocess.run([*prefix, "true"], capture_output=True, check=False)
    return prefix if tried.returncode == 0 else []


def run_hermetic(module, *arguments, home):
    """A process of its own, with no credentials, nothing at home and no network."""
    return subprocess.run(
        [*without_network(), sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "HOME": str(home), "AWS_EC2_METADATA_DISABLED": "true"},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


def text_of(value):
    return json.dumps(value, sort_keys=True)
