"""The image of the web interface: its recipe, the rules that matter, and that tasks and deployment use it."""

import json
import re
import subprocess
import sys
from pathlib import Path, PurePath

import pytest

from infra.answers import Answers
from infra.deployment import steps
from infra.environments import DEV
from infra.stacks.compute import WEB_HEALTH
from infra.stacks.network import WEB_PORT
from tests.infra.assembly import ANSWERS, ROOT

WEB = ROOT / "web"
RECIPES = {"app": ROOT / "infra/docker/Dockerfile", "web": WEB / "Dockerfile"}
#: What `npm run build` reads.
BUILT_FROM = {
    *("package.json", "package-lock.json", ".npmrc", "scripts", "src", "messages", "public"),
    *("next.config.ts", "postcss.config.mjs", "tsconfig.json", "tsconfig.build.json"),
}


def instructions(name):
    """(word, rest) of each instruction, without comments, continued lines joined."""
    text = re.sub(r"\\\n", " ", re.sub(r"^#.*\n", "", RECIPES[name].read_text(), flags=re.MULTILINE))
    return [tuple(line.split(None, 1)) for line in text.splitlines() if line.strip()]


def values_of(name, word):
    return [rest for each, rest in instructions(name) if each == word]


def final_stage(name):
    found = instructions(name)
    return found[max(place for place, (word, _) in enumerate(found) if word == "FROM") :]


@pytest.mark.parametrize("name", RECIPES)
class TestRules:
    """The rules of hadolint that matter, also where its program is not to be had."""

    def test_hadolint_finds_nothing(self, name):
        program = Path(sys.executable).parent / "hadolint"
        if not program.exists():
            pytest.skip("hadolint is not installed here")
        done = subprocess.run([str(program), str(RECIPES[name])], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (0, "")

    def test_what_it_starts_from_is_official_and_has_a_version(self, name):
        for image in values_of(name, "FROM"):
            assert re.fullmatch(r"(python:3\.13|node:24)-(slim-)?trixie(-slim)?( AS build)?", image)

    def test_it_runs_as_nobody_in_particular(self, name):
        last = final_stage(name)
        assert ("USER", "10001:10001") in last
        after = last[last.index(("USER", "10001:10001")) :]
        assert not {"RUN", "COPY", "ADD"} & {word for word, _ in after}

    def test_signals_reach_the_program(self, name):
        for word, rest in final_stage(name):
            if word in {"ENTRYPOINT", "CMD"}:
                assert rest.startswith("["), "a shell would swallow SIGTERM"

    def test_nothing_is_fetched_by_hand_and_no_secret_is_baked_in(self, name):
        for word, rest in instructions(name):
            assert word != "ADD"
            assert not re.search(r"\b(curl|wget|sudo|apt-get|apk)\b", rest)
            assert not (word in {"ENV", "ARG"} and re.search(r"(TOKEN|SECRET|PASSWORD|_KEY)", rest))

    def test_only_tmp_is_written(self, name):
        assert ("VOLUME", '["/tmp"]') in final_stage(name)


def test_the_build_is_the_one_of_the_lock_file_and_says_nothing_home():
    assert values_of("web", "RUN")[0] == "npm ci --omit=dev"
    assert any(rest.startswith("npm run build") for rest in values_of("web", "RUN"))
    assert sum("NEXT_TELEMETRY_DISABLED=1" in rest for rest in values_of("web", "ENV")) == 2
    copied = [rest for word, rest in instructions("web") if word in {"COPY", "RUN"}]
    # The install runs a script of ours, so it must be there before; the rest of the source must not, or every change
    # of a page would install anew.
    assert copied.index("scripts scripts") < copied.index("npm ci --omit=dev") < copied.index(". .")


def test_a_build_needs_no_package_of_the_tests():
    """Next checks types when it builds; packages that only tests import are not there then."""
    assert 'tsconfigPath: "tsconfig.build.json"' in (WEB / "next.config.ts").read_text()
    checked = json.loads((WEB / "tsconfig.build.json").read_text())
    assert {each.partition("/")[0] for each in checked["include"]} == {"next-env.d.ts", "src", ".next"}
    assert {"src/**/*.test.ts", "src/**/*.test.tsx"} <= set(checked["exclude"])
    package = json.loads((WEB / "package.json").read_text())
    sources = [path for path in (WEB / "src").rglob("*.ts*") if ".test." not in path.name]
    assert len(sources) > 50
    for path in sources:
        for name in re.findall(r"""from ["']((?:@[\w-]+/)?[\w.-]+)""", path.read_text()):
            assert name not in package["devDependencies"], f"{path}: {name}"


def test_what_is_installed_or_secret_here_stays_out():
    """In the context's own folder, where every builder looks; what only one reads would be found first and hide it."""
    assert not (WEB / "Dockerfile.dockerignore").exists()
    ignored = set((WEB / ".dockerignore").read_text().splitlines())
    assert {"**/node_modules", "**/.next", ".env*"} <= ignored
    assert not [name for name in BUILT_FROM if any(PurePath(name).match(each) for each in ignored)]


def test_it_listens_where_the_target_group_and_the_task_say(assembly):
    environment = " ".join(rest for word, rest in final_stage("web") if word == "ENV")
    assert f"PORT={WEB_PORT} " in environment
    assert "HOSTNAME=0.0.0.0" in environment
    task = assembly.one("ECS::TaskDefinition", Family=f"newsforge-{assembly.environment}-web")
    (container,) = task["ContainerDefinitions"]
    given = {v["Name"]: v["Value"] for v in container["Environment"]}
    assert (given["PORT"], given["HOSTNAME"]) == (str(WEB_PORT), "0.0.0.0")
    assert container["PortMappings"][0]["ContainerPort"] == WEB_PORT
    assert given["NEWSFORGE_API_URL"] == f"http://api.{assembly.environment}.newsforge.internal:8000"
    # Where the API is belongs to the environment, not to the image.
    assert "NEWSFORGE_API_URL" not in " ".join(rest for _, rest in instructions("web"))
    for colour in ("blue", "green"):
        group = assembly.one("ElasticLoadBalancingV2::TargetGroup", Name=f"{assembly.environment}-web-{colour}")
        assert (group["Port"], group["HealthCheckPath"]) == (WEB_PORT, WEB_HEALTH)


def test_the_deployment_builds_it_unless_it_is_there_already():
    answers = Answers.of({**ANSWERS, "release": "abc123"}, DEV, {})
    (step,) = [s for s in steps(DEV, answers, has_web=True) if s.says == "build and push the image web"]
    command = step.command[-1]
    assert re.search(r"describe-images .*newsforge/web --image-ids imageTag=abc123 .*\|\| docker buildx build", command)
    assert "-f web/Dockerfile" in command
    assert command.endswith(" web")


def test_everything_that_a_build_reads_is_there():
    for name in BUILT_FROM:
        assert (WEB / name).exists(), name


def test_what_a_build_must_leave_is_looked_at_before_there_is_an_image():
    (build,) = [rest for word, rest in instructions("web") if rest.startswith("npm run build")]
    for left in ("-f .next/standalone/server.js", "-d .next/standalone/.next/static", "-d .next/standalone/public"):
        assert f"&& test {left}" in build


def test_the_source_keeps_the_contract():
    assert re.search(r"""output:\s*["']standalone["']""", (WEB / "next.config.ts").read_text())
    routes = [path for path in (WEB / "src/app").rglob("route.ts") if path.parent.as_posix().endswith("api/health")]
    assert len(routes) == 1
