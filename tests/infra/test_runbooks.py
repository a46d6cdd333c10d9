"""Every alarm has a runbook, and every runbook is one of an alarm or of the page. (They are tried in test_creation.)"""

import re

import pytest

from tests.infra.assembly import ROOT, text_of
from tests.infra.runbook import BOOKS, FOLDER, lines_of

_NAMED = re.compile(r"docs/runbooks/([\w-]+)\.md")


def is_scaling(alarm):
    """Target tracking and steps: they act by themselves, and nobody is woken."""
    return any("Ref" in action for action in alarm.get("AlarmActions", []) if isinstance(action, dict))


def test_each_alarm_and_each_message_names_a_runbook_that_is_there(assembly):
    told = [
        (alarm.place, alarm.properties["AlarmDescription"])
        for alarm in assembly.all("CloudWatch::Alarm")
        if not is_scaling(alarm.properties)
    ]
    for rule in assembly.all("Events::Rule"):
        if "InputTransformer" in text_of(rule.properties["Targets"]):
            told.append((rule.place, rule.properties["Description"]))
            assert _NAMED.search(text_of(rule.properties["Targets"])), rule.place
    assert len(told) > 20
    for place, text in told:
        named = _NAMED.search(text)
        assert named, place
        assert named[1] in BOOKS, place


def test_each_runbook_is_of_an_alarm_or_of_the_page(assemblies):
    page = (ROOT / "docs/infrastructure.md").read_text()
    used = set(re.findall(r"runbooks/([\w-]+)\.md", page))
    for assembly in assemblies.values():
        used |= set(_NAMED.findall("".join(map(text_of, assembly.stacks.values()))))
    assert used - {"README"} == set(BOOKS)
    assert set(re.findall(r"\]\(([\w-]+)\.md\)", (FOLDER / "README.md").read_text())) == set(BOOKS)


@pytest.mark.parametrize("book", BOOKS)
class TestPages:
    def test_it_is_short_and_says_what_to_do(self, book):
        text = (FOLDER / f"{book}.md").read_text()
        assert text.startswith("# ")
        assert len(text.splitlines()) < 60
        assert lines_of(book)

    def test_its_links_lead_somewhere(self, book):
        for link in re.findall(r"\]\((?!http)([^)]+)\)", (FOLDER / f"{book}.md").read_text()):
            assert (FOLDER / link).exists(), link

    def test_commands_of_ours_are_there(self, book):
        verbs = set(re.findall(r"^([a-z-]+): ", (ROOT / "Makefile").read_text(), re.MULTILINE))
        for line in lines_of(book):
            word, *rest = line.split()
            if word == "make":
                assert rest[0] in verbs, line
            elif word.startswith("tools/"):
                assert (ROOT / word).exists(), line
            elif word == ".venv/bin/python":
                module = ROOT / rest[1].replace(".", "/")
                assert module.with_suffix(".py").exists() or (module / "__main__.py").exists(), line
            else:
                assert word == "aws" or re.match(r"[A-Z]+=", word), line
