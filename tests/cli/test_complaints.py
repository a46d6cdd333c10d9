"""How a complaint reads in the terminal."""

import pytest


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "newsforge: a.html: There is no file a.html, and it is not an address. Give"),
        ("ja", "newsforge: a.html: a.htmlというファイルはなく、アドレスでもありません。ファイル、"),
    ],
)
def test_two_sentences_are_parted_as_their_language_does(run, monkeypatch, tmp_path, language, said):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEWSFORGE_LOCALE", language)
    assert run("convert", "a.html")[2].startswith(said)


@pytest.mark.parametrize("name", ["", " "])
def test_a_source_without_a_name_is_not_named(run, name):
    assert run("convert", name)[2].startswith("newsforge: The name of the source is empty.")
