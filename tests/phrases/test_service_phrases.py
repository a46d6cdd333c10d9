"""What a problem document of the API may say has its Korean and Japanese: facts, remedies, the words of a status."""

import ast
import importlib
from collections.abc import Iterator
from functools import cache
from http import HTTPStatus
from pathlib import Path

import pytest

import newsforge
from newsforge.kit.errors import NewsforgeError
from newsforge.kit.http.errors import ServiceError
from newsforge.phrases import say

SOURCE = Path(newsforge.__file__).parent
#: Where problems come from; what readers and writers say of an article has its own test.
PLACES = ("domains", "api", "kit/http", "kit/db/database.py")
#: Told to those who write programs against the service, or to whoever runs it.
NOT_TOLD = {"The key ring was not opened.", "7."}


def files() -> list[Path]:
    return [
        path
        for place in PLACES
        for path in ([SOURCE / place] if place.endswith(".py") else sorted((SOURCE / place).rglob("*.py")))
    ]


@cache
def error_names() -> frozenset[str]:
    """Names of the errors that may become a problem document."""
    for path in files():
        importlib.import_module(
            ".".join(["newsforge", *path.relative_to(SOURCE).with_suffix("").parts]).removesuffix(".__init__")
        )
    found: set[str] = set()
    waiting: list[type] = [NewsforgeError]
    while waiting:
        kind = waiting.pop()
        found.add(kind.__name__)
        waiting += kind.__subclasses__()
    return frozenset(found)


def text_of(node: ast.expr | None) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in node.values)
    return None


def said_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef) and node.name in error_names():
            for line in node.body:
                if isinstance(line, ast.Assign) and getattr(line.targets[0], "id", "") in {"message", "remedy"}:
                    yield text_of(line.value) or ""
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", None) or getattr(node.func, "attr", "")
            remedies = [each.value for each in node.keywords if each.arg in {"remedy", "message"}]
            for each in [*(node.args[:1] if name in error_names() else []), *remedies]:
                options = [each.body, each.orelse] if isinstance(each, ast.IfExp) else [each]
                yield from (text_of(option) or "" for option in options)


def told() -> dict[str, str]:
    return {
        text: str(path.relative_to(SOURCE))
        for path in files()
        for text in said_in(path)
        if text and text not in NOT_TOLD
    }


LETTERS = {"ko": ("가", "힣"), "ja": ("ぁ", "ヿ")}
#: Japanese without a single kana.
ALL_KANJI = {"競合", "消滅", "時間切れ", "使用量超過", "権限なし"}


def is_in(language: str, text: str) -> bool:
    first, last = LETTERS[language]
    said = say(text, language)
    return any(first <= letter <= last for letter in said) or said in ALL_KANJI


def test_the_search_finds_what_is_said():
    assert len(told()) > 100
    assert "There is nothing here under this address that you may see." in told()


@pytest.mark.parametrize("language", LETTERS)
def test_every_fact_and_remedy_of_a_problem_is_said_in_the_language(language):
    missing = [f"{place}: {text}" for text, place in told().items() if not is_in(language, text)]
    assert not missing, "\n".join([f"Add the {language} in src/newsforge/phrases/*.json:", *missing])


STATUSES = sorted(
    {kind.status for kind in ServiceError.__subclasses__()} | {401, 402, 403, 405, 408, 412, 413, 428, 429}
)


@pytest.mark.parametrize("status", STATUSES)
def test_the_words_of_a_status_are_said_in_every_language(status):
    phrase = HTTPStatus(status).phrase
    assert phrase not in {say(phrase, language, within=True) for language in LETTERS}


@pytest.mark.parametrize("status", [400, 404, 405])
def test_what_the_framework_refuses_is_said_in_every_language(status):
    assert all(is_in(language, f"{HTTPStatus(status).phrase}.") for language in LETTERS)
