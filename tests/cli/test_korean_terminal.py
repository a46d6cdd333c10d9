"""What a Korean terminal shows: every sentence in Korean, and JSON as everywhere."""

import json
import re

import pytest
from typer.main import get_command

from newsforge.cli import app
from newsforge.cli.help import cells, wrapped
from newsforge.cli.words import Words
from tests.corpus.loader import by_slug

RATE_CUT = by_slug()["ko-rate-cut"]
ENGLISH = re.compile(r"[a-z]+ [a-z]+ [a-z]+")


@pytest.fixture
def korean(run, monkeypatch):
    monkeypatch.setenv("NEWSFORGE_LOCALE", "ko")
    return run


@pytest.mark.parametrize(
    ("arguments", "says", "code"),
    [
        (["convert", "no-such-file"], "no-such-file 파일이 없고, 주소도 아닙니다.", "no_source"),
        (["convert", "no-such-file", "--to", "twiter"], "twiter라는 플랫폼은 없습니다.", "unknown_platform"),
        (["convert", "http://127.0.0.1/"], "공개 인터넷 주소가 아니어서", "private_address"),
        (["convert", "x", "--tone", "angry"], "--tone의 값 angry", "bad_option"),
        (["convert", "x", "--to", ","], "플랫폼 이름이 없습니다.", "bad_option"),
        (["convert", "x", "--language", "klingon"], "ko, en, ja", "unknown_language"),
        (["convert", "ftp://example.com/a"], "http://, https:// 주소만", "no_source"),
        (["convert", "x", "--bogus"], "--bogus 옵션은 없습니다.", "bad_call"),
        (["convert"], "SOURCE... 자리가 비어 있습니다.", "bad_call"),
        (["check", "x"], "--against, -a 옵션이 필요합니다.", "bad_call"),
        (["conver"], "혹시 convert인가요?", "bad_call"),
    ],
)
def test_errors_are_korean_and_keep_their_code(korean, arguments, says, code):
    status, _, err = korean(*arguments)
    assert status != 0
    assert says in err
    assert f"[{code}]" in err
    assert not ENGLISH.search(err)


def test_why_a_post_is_not_supported_is_korean(korean, page, tmp_path):
    post = tmp_path / "post.txt"
    post.write_text(RATE_CUT.title.replace("0.25", "0.75") + " 9월 31일 홍길동 총재가 밝혔다.")
    status, out, _ = korean("check", post, "--against", page)
    assert status == 3
    assert "✗" in out
    assert not ENGLISH.search(out)
    assert re.search("기사", out)


def test_count_does_not_say_that_nothing_fits(korean, run, monkeypatch):
    for platform in ("sms", "x", "push"):
        status, out, _ = korean("count", "--platform", platform, "")
        assert status == 3
        assert "맞음" not in out
        assert "글에 내용이 없습니다." in out
    assert "권장 길이보다 16 김" in korean("count", "--platform", "push", "가" * 68)[1]
    monkeypatch.setenv("NEWSFORGE_LOCALE", "en")
    assert "16 over what is advised" in run("count", "--platform", "push", "가" * 68)[1]


def test_english_numbers_agree_with_their_nouns():
    words = Words("en")
    assert words("left_out", n=1) == "1 line left out"
    assert words("left_out", n=2) == "2 lines left out"
    assert words("saved", n=1, folder="x") == "saved 1 file in x"


def test_json_says_the_same_in_every_terminal(korean, run, page, tmp_path, monkeypatch):
    post = tmp_path / "post.txt"
    post.write_text("홍길동 총재가 기준금리를 9.9% 내렸다고 밝혔다.")
    calls = (["convert", "nothing.html", "--json"], ["check", post, "--against", page, "--json"], ["count", "--json"])
    told = [korean(*call)[1] for call in calls]
    monkeypatch.setenv("NEWSFORGE_LOCALE", "en")
    assert [run(*call)[1] for call in calls] == told


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_help_fits_the_terminal(columns, monkeypatch):
    monkeypatch.setenv("NEWSFORGE_LOCALE", "ko")
    monkeypatch.setenv("COLUMNS", str(columns))
    for command in [get_command(app), *get_command(app).commands.values()]:
        text = command.get_help(command.make_context(command.name, [], resilient_parsing=True))
        assert max(map(cells, text.splitlines())) < columns


@pytest.mark.parametrize("language", ["ko", "ja"])
def test_every_command_is_told_in_the_readers_language(monkeypatch, language):
    monkeypatch.setenv("NEWSFORGE_LOCALE", language)
    for command in [get_command(app), *get_command(app).commands.values()]:
        if command.hidden:
            continue
        text = command.get_help(command.make_context(command.name, [], resilient_parsing=True))
        assert not re.search(r"(?:[A-Za-z]+ ){4}", text), text


def test_an_empty_name_is_no_folder(korean):
    code, _, err = korean("convert", "")
    assert code == 1
    assert "비어 있습니다" in err
    assert "folder" not in err


def test_a_line_is_broken_by_cells():
    assert wrapped("가나 다라 ab", 9) == ["가나 다라", "ab"]
    assert wrapped("가나다라마바사", 4) == ["가나다라마바사"]
    assert wrapped("", 4) == []


@pytest.mark.parametrize(
    "arguments",
    [["count"], ["convert", "--bogus"], ["check"], ["convert", "x", "--to", "twiter"], ["demo", "--sample", "xx"]],
)
def test_a_wrong_call_with_json_prints_an_object(run, arguments):
    code, out, err = run(*arguments, "--json")
    assert code == 2
    error = json.loads(out)["error"]
    assert error["code"]
    assert error["message"] in err
