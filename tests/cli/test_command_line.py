"""The commands as a person or a script calls them: output, exit code, and one clear sentence when something is wrong."""

import json
import os
import re
import signal
import subprocess
import sys

import pytest
from rich.cells import cell_len

from newsforge.cli.words import TABLES, words_of
from tests.corpus.loader import by_slug

RATE_CUT = by_slug()["ko-rate-cut"]


@pytest.mark.usefixtures("_heeds_ctrl_c")
def test_ctrl_c_says_that_it_stopped_and_how_much_is_saved(page, tmp_path):
    out = tmp_path / "out"
    arguments = [sys.executable, "-m", "newsforge", "convert", *[str(page)] * 400, "--to", "x", "--out", str(out)]
    environment = {**os.environ, "NEWSFORGE_LOCALE": "en", "COLUMNS": "400"}
    with subprocess.Popen(
        arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment
    ) as program:
        next(line for line in program.stderr if line.startswith("saved "))
        program.send_signal(signal.SIGINT)
        *_, last = program.stderr
    assert program.returncode == 130
    saved = len(list(out.glob("*/conversion.json")))
    assert 0 < saved < 400
    assert last == f"newsforge: stopped; {saved} of 400 sources saved in {out}\n"


def test_json_holds_the_article_and_every_post_with_its_receipts(run, page):
    code, out, _ = run("convert", page, "--to", "x,naver_blog,sms", "--json")
    assert code == 0
    document = json.loads(out)
    article = document["article"]
    assert article["title"] == RATE_CUT.title
    assert article["language"] == "ko"
    for sentence in article["sentences"]:
        assert article["text"][sentence["start"] : sentence["end"]] == sentence["text"]
    assert [post["platform"] for post in document["posts"]] == ["x", "naver_blog", "sms"]
    for post in document["posts"]:
        assert post["valid"]
        assert post["status"] == "clean"
        assert post["writer"] == "embedded"
        assert post["disclosure"]
        assert post["disclosure"] in "\n".join(part["text"] for part in post["parts"])
        assert post["parts"][0]["measure"]
        assert post["receipts"]
        for receipt in post["receipts"]:
            assert receipt["status"] in {"supported", "reformatted"}
            for span in receipt["spans"]:
                if span["field"] == "text":
                    assert article["text"][span["start"] : span["end"]] == span["text"]


def test_several_sources_print_one_object_a_line_and_a_bad_one_harms_no_other(run, page, tmp_path):
    code, out, err = run("convert", page, tmp_path / "nothing.html", page, "--to", "x", "--json")
    assert code == 1
    lines = [json.loads(line) for line in out.splitlines()]
    assert [("posts" in line, "error" in line) for line in lines] == [(True, False), (False, True), (True, False)]
    assert lines[1]["error"]["code"] == "no_source"
    assert "nothing.html" in err


def test_the_article_can_come_from_standard_input(run):
    code, out, _ = run("convert", "-", "--to", "threads", "--json", stdin=RATE_CUT.data)
    assert code == 0
    assert json.loads(out)["article"]["title"] == RATE_CUT.title


def test_the_screen_shows_title_post_meter_and_evidence(run, page):
    code, out, _ = run("convert", page, "--to", "x")
    assert code == 0
    assert "/280" in out
    assert "sentences traced" in out
    assert "from title" in out or "from #" in out
    assert "ready to publish" in out


def test_out_saves_ready_posts_and_the_json(run, page, tmp_path):
    code, _, _ = run("convert", page, "--to", "x,newsletter,markdown", "--out", tmp_path / "out")
    assert code == 0
    (folder,) = (tmp_path / "out").iterdir()
    names = {path.name for path in folder.iterdir()}
    assert {"conversion.json", "x.txt", "newsletter.txt", "newsletter.html", "markdown.md"} <= names
    assert not [name for name in names if name.startswith(".")]
    assert json.loads((folder / "conversion.json").read_text())["posts"]


def test_two_articles_of_one_name_keep_a_folder_each(run, page, tmp_path):
    other = tmp_path / "again.html"
    other.write_bytes(RATE_CUT.data)
    assert run("convert", page, other, "--to", "x", "--out", tmp_path / "out")[0] == 0
    assert len(list((tmp_path / "out").iterdir())) == 2


def _saved(run, page, out, platforms):
    assert run("convert", page, "--to", platforms, "--out", out)[0] == 0
    (folder,) = out.iterdir()
    return folder, {path.name for path in folder.iterdir()}


def test_posts_of_an_earlier_run_stay_beside_those_of_other_platforms(run, page, tmp_path):
    folder, _ = _saved(run, page, tmp_path / "out", "x,newsletter")
    (folder / "notes.txt").write_text("the editor's own")
    _, names = _saved(run, page, tmp_path / "out", "kakao,feed")
    feed = {"feed.txt", "feed.html", "feed.json", "feed.xml"}
    earlier = {"x.txt", "newsletter.txt", "newsletter.html"}
    assert names == {"conversion.json", "kakao.txt", "notes.txt"} | earlier | feed
    item = json.loads((folder / "feed.json").read_text())
    assert item["id"] == item["url"] == RATE_CUT.url
    posts = json.loads((folder / "conversion.json").read_text())["posts"]
    assert {post["platform"] for post in posts} == {"kakao", "feed", "x", "newsletter"}


def test_posts_of_an_earlier_wording_of_the_article_do_not_stay(run, page, tmp_path):
    _saved(run, page, tmp_path / "out", "x,newsletter")
    page.write_bytes(RATE_CUT.data.replace(b"</article>", "<p>한은은 다음 달에도 회의를 연다.</p></article>".encode()))
    _, names = _saved(run, page, tmp_path / "out", "kakao")
    assert names == {"conversion.json", "kakao.txt"}


def test_a_post_that_a_person_has_edited_is_kept(run, page, tmp_path):
    folder, _ = _saved(run, page, tmp_path / "out", "x,threads")
    written = (folder / "x.txt").read_text()
    (folder / "x.txt").write_text("the editor's first")
    _, _, err = run("convert", page, "--to", "x,threads", "--out", tmp_path / "out")
    assert "x.edited.txt" in err
    assert "threads" not in err
    (folder / "x.txt").write_text("the editor's second")
    _, names = _saved(run, page, tmp_path / "out", "x")
    assert (folder / "x.txt").read_text() == written
    assert (folder / "x.edited.txt").read_text() == "the editor's first"
    assert (folder / "x.edited-2.txt").read_text() == "the editor's second"
    assert names == {"conversion.json", "x.txt", "threads.txt", "x.edited.txt", "x.edited-2.txt"}


def test_another_article_of_the_same_name_gets_a_folder_of_its_own(run, page, tmp_path):
    run("convert", page, "--to", "x", "--out", tmp_path / "out")
    page.write_bytes(RATE_CUT.data.replace(RATE_CUT.url.encode(), b"https://other.example/article/9"))
    run("convert", page, "--to", "x", "--out", tmp_path / "out")
    run("convert", page, "--to", "x", "--out", tmp_path / "out")
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_a_folder_with_a_broken_record_is_written_anew(run, page, tmp_path):
    folder, _ = _saved(run, page, tmp_path / "out", "x")
    for broken in ("{", "[]", '{"article": 1, "posts": [], "files": {}}'):
        (folder / "conversion.json").write_text(broken)
        _saved(run, page, tmp_path / "out", "x")
    assert json.loads((folder / "conversion.json").read_text())["posts"]


def test_what_is_saved_is_whole_though_nobody_reads_the_output(page, tmp_path):
    command = [sys.executable, "-m", "newsforge.cli", "convert", str(page), "--to", "x", "--out", str(tmp_path / "out")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        process.stdout.close()
        process.wait(timeout=120)
    (folder,) = (tmp_path / "out").iterdir()
    assert {path.name for path in folder.iterdir()} == {"conversion.json", "x.txt"}


def test_a_folder_that_cannot_be_written_is_named_before_the_work(run, page, tmp_path):
    (tmp_path / "taken").write_text("a file")
    code, out, err = run("convert", page, "--to", "x", "--out", tmp_path / "taken" / "sub")
    assert code == 1
    assert "not_saved" in err
    assert out == ""


def test_platforms_that_do_not_carry_the_language_are_named(run, tmp_path):
    page = tmp_path / "ja.html"
    page.write_bytes(by_slug()["ja-motor-earnings"].data)
    code, out, _ = run("convert", page, "--json")
    assert code == 0
    notices = json.loads(out)["notices"]
    assert [notice.split(" carries")[0] for notice in notices] == ["SMS (Korea)", "LMS (Korea)"]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["convert", "x.html", "--to", "twiter"], 2, "unknown_platform"),
        (["convert", "x.html", "--tone", "angry"], 2, "--tone angry"),
        (["convert", "x.html", "--length", "endless"], 2, "--length endless"),
        (["convert", "x.html", "--writer", "gpt"], 2, "bad_writer_name"),
        (["convert", "x.html", "--writer", "openai:gpt-5-mini"], 2, "API key"),
        (["convert", "x.html", "--link", "javascript:alert(1)"], 2, "--link"),
        (["convert", "report.pdf"], 1, "Give a file"),
        (["convert", "no-such-file"], 1, "no_source"),
        (["convert", "news.example.com/story"], 1, "https://news.example.com/story"),
        (["convert", "."], 1, "is a folder"),
        (["convert", "http://127.0.0.1/admin"], 1, "127.0.0.1"),
        (["convert", "http://169.254.169.254/latest/meta-data/"], 1, "169.254.169.254"),
        (["convert", "http://"], 1, "http://"),
        (["count", "--platform", "myspace", "hello"], 2, "unknown_platform"),
        (["check", "no-such-post", "--against", "no-such-article"], 1, "no_source"),
        (["demo", "--sample", "fr"], 2, "--sample fr"),
    ],
)
def test_a_wrong_call_gets_one_sentence_that_says_what_to_do(run, arguments, code, says):
    done, out, err = run(*arguments)
    assert done == code
    assert says in err
    assert "Traceback" not in err
    assert out == ""
    assert len(err.strip().splitlines()) == 1


@pytest.mark.parametrize("data", [b"", b"one line", "한 줄뿐".encode(), b"\x00\x01\x02\xff" * 400])
def test_what_is_no_article_is_refused(run, tmp_path, data):
    path = tmp_path / "given"
    path.write_bytes(data)
    code, out, err = run("convert", path, "--to", "x")
    assert code == 1
    assert out == ""
    assert str(path) in err


def test_a_foreign_language_without_an_ai_writer_says_so(run, page):
    code, out, _ = run("convert", page, "--to", "x", "--language", "en", "--json")
    assert code == 3
    (post,) = json.loads(out)["posts"]
    assert post["status"] == "failed"
    assert not post["valid"]
    assert post["parts"] == []
    assert "own language" in post["error"]["message"]


def test_check_passes_what_the_article_says_and_names_what_it_does_not(run, page, tmp_path):
    sentences = [s for s in RATE_CUT.text.splitlines() if "2.25%" in s]
    good = tmp_path / "good.txt"
    good.write_text(sentences[0])
    assert run("check", good, "--against", page)[0] == 0
    bad = tmp_path / "bad.txt"
    bad.write_text(sentences[0].replace("2.25%", "2.15%", 1))
    code, out, _ = run("check", bad, "--against", page, "--json")
    assert code == 3
    problems = [p for receipt in json.loads(out)["receipts"] for p in receipt["problems"]]
    assert any("2.15" in problem["text"] for problem in problems)
    code, out, _ = run("check", "-", "--against", page, stdin=bad.read_bytes())
    assert code == 3
    assert "2.15" in out


def test_check_does_not_clear_new_words_that_only_a_person_can_compare(run, page, tmp_path):
    post = tmp_path / "free.txt"
    post.write_text("기준금리가 연 2.25%까지 내려온 배경에는 더딘 내수 회복이 있다.")
    code, out, _ = run("check", post, "--against", page, "--json")
    form = json.loads(out)
    assert (code, form["status"], form["clean"]) == (4, "review", False), form
    (receipt,) = form["receipts"]
    assert receipt["wording"] == "free"
    assert receipt["unaligned"]
    code, out, _ = run("check", post, "--against", page)
    assert code == 4
    assert "?" in out
    assert run("check", post, "--against", page, "--allow-review")[0] == 0
    good = tmp_path / "good.txt"
    good.write_text(next(line for line in RATE_CUT.text.splitlines() if "2.25%" in line))
    assert run("check", good, "--against", page)[0] == 0


@pytest.mark.parametrize("text", ["안녕하세요.", "안녕하세요. 감사합니다.", "---"])
def test_check_of_nothing_but_greetings_is_no_success(run, page, tmp_path, text, monkeypatch):
    post = tmp_path / "hello.txt"
    post.write_text(text)
    code, out, _ = run("check", post, "--against", page, "--json")
    assert (code, json.loads(out)["status"], json.loads(out)["clean"]) == (3, "empty", False)
    for language, says in (
        ("en", "nothing here to compare"),
        ("ko", "견줄 내용이 없습니다"),
        ("ja", "見比べるものがありません"),
    ):
        monkeypatch.setenv("NEWSFORGE_LOCALE", language)
        code, out, _ = run("check", post, "--against", page, "--allow-review")
        assert code == 3
        assert says in out
    post.write_text(f"{text}\n{RATE_CUT.title}")
    assert run("check", post, "--against", page)[0] == 0


def test_check_reads_standard_input_only_once(run):
    code, _, err = run("check", "-", "--against", "-", stdin=b"text")
    assert code == 1
    assert "standard input" in err


def test_count_says_by_which_rule_and_fails_what_does_not_fit(run):
    code, out, _ = run("count", "--platform", "x", "가" * 140, "--json")
    assert code == 0
    assert {"unit": "weighted", "length": 280, "max": 280, "severity": "reject"} in json.loads(out)["measure"]
    code, out, _ = run("count", "--platform", "x", "가" * 141)
    assert code == 3
    assert "2 over" in out


@pytest.mark.parametrize("language", ["ko", "en", "ja"])
@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_platforms_are_readable_in_a_narrow_terminal(run, monkeypatch, language, columns):
    monkeypatch.setenv("NEWSFORGE_LOCALE", language)
    monkeypatch.setenv("COLUMNS", str(columns))
    _, out, _ = run("platforms")
    assert "…" not in out
    assert "25,000" in out
    assert all(cell_len(line.rstrip()) <= columns for line in out.splitlines())
    words = words_of()
    assert (words("limit") in out.splitlines()[0]) == (columns >= 80)
    assert (words("hashtags") in out.splitlines()[0]) == (columns >= 120)


def test_platforms_lists_all_with_their_sources(run):
    code, out, _ = run("platforms", "--json")
    assert code == 0
    listed = json.loads(out)
    assert len(listed) == 22
    assert all(platform["limits"] and platform["sources"] for platform in listed)
    assert run("platforms")[0] == 0


def test_doctor_finds_the_embedded_writer_working_and_prints_no_key(run, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-planted-secret")
    code, out, err = run("doctor", "--json")
    assert code == 0
    findings = {finding["name"]: finding for finding in json.loads(out)["findings"]}
    assert findings["embedded"]["state"] == "ok"
    assert findings["openai:gpt-5-mini"]["state"] == "unconfirmed"
    assert findings["anthropic"]["state"] == "off"
    assert "planted" not in out + err


@pytest.mark.parametrize("language", ["ko", "en", "ja"])
def test_the_demo_is_ready_to_publish_on_every_platform(run, language):
    code, out, _ = run("demo", "--sample", language, "--json")
    assert code == 0
    posts = json.loads(out)["posts"]
    # Korean text messages carry no Japanese; unless they are asked for by name they are left out.
    assert len(posts) == (20 if language == "ja" else 22)
    assert {post["status"] for post in posts} == {"clean"}


def test_a_platform_that_cannot_carry_the_language_says_so_when_it_is_asked_for(run):
    code, out, _ = run("demo", "--sample", "ja", "--to", "sms,x", "--json")
    assert code == 3
    sms, x = json.loads(out)["posts"]
    assert "carries only ko, en text, not ja" in sms["error"]["message"]
    assert x["status"] == "clean"


def test_what_all_platforms_hear_is_said_once_in_the_terminal_and_for_each_in_json(run, page):
    asked = ("convert", page, "--writer", "embedded", "--language", "en")
    code, out, _ = run(*asked)
    assert code == 3
    assert out.count("own language") == 1
    assert "no post for 22 platforms" in out
    posts = json.loads(run(*asked, "--json")[1])["posts"]
    assert len(posts) == 22
    assert all("own language" in post["error"]["message"] for post in posts)


def test_the_languages_of_the_terminal_have_the_same_words():
    places = {name: {key: set(re.findall(r"{(\w+)", text)) for key, text in TABLES[name].items()} for name in TABLES}
    assert places["ko"] == places["en"] == places["ja"]
    assert words_of({"LANG": "ja_JP.UTF-8"}).language == "ja"
    assert words_of({"LANG": "de_DE.UTF-8"}).language == "en"
    assert words_of({"LANG": "ko_KR.UTF-8"}).language == "ko"
    assert words_of({"LANG": "en_US.UTF-8"}).language == "en"
    assert words_of({"LANG": "C.UTF-8"}).language == "ko"
    assert words_of({"LANG": "ko_KR.UTF-8", "NEWSFORGE_LOCALE": "en"}).language == "en"


@pytest.mark.parametrize("form", ["--json", "--full"])
def test_a_reader_that_stops_early_is_no_error(page, form):
    command = [sys.executable, "-m", "newsforge.cli", "convert", str(page), form]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        _, err = process.communicate(timeout=120)
    assert err == b""
    assert process.returncode == 128 + 13  # as one that SIGPIPE ends
