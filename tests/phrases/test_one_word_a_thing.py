"""A thing has one name in a language, wherever people read of it: pages, mails, errors, the README."""

from pathlib import Path

import pytest

import newsforge

SOURCE = Path(newsforge.__file__).parent
ROOT = SOURCE.parents[1]
READ_BY_PEOPLE = {
    "ko": [
        *sorted((SOURCE / "phrases").glob("*.json")),
        *sorted((SOURCE / "domains/accounts/letter_templates/ko").glob("*.txt")),
        ROOT / "web/messages/ko.json",
        ROOT / "README.ko.md",
    ],
}
#: Words that were used beside the one that stayed.
LEFT = {"ko": {"작업 공간": "워크스페이스", "작업공간": "워크스페이스"}}


@pytest.mark.parametrize("language", READ_BY_PEOPLE)
def test_no_second_name_is_used(language):
    texts = {path: path.read_text(encoding="utf-8") for path in READ_BY_PEOPLE[language]}
    assert any(stayed in text for text in texts.values() for stayed in LEFT[language].values())
    found = [
        f"{path.relative_to(ROOT)}: {left} (write {stayed})"
        for path, text in texts.items()
        for left, stayed in LEFT[language].items()
        if left in text
    ]
    assert not found, "\n".join(found)
