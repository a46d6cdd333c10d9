"""Settings: what is wrong is named, what is secret is not shown."""

import pytest

from newsforge.settings import BadSetting, Settings


def test_nothing_set_means_no_vendor_and_thirty_seconds():
    settings = Settings.of({})
    assert settings.conversion.deadline_s == 30
    assert not settings.writers.openai_key
    assert settings.writers.chain == ()


def test_the_own_name_of_a_key_wins_over_the_vendors():
    settings = Settings.of({"OPENAI_API_KEY": "theirs", "NEWSFORGE_OPENAI_API_KEY": "ours"})
    assert settings.writers.openai_key.value == "ours"


def test_a_secret_is_in_no_repr():
    settings = Settings.of({"ANTHROPIC_API_KEY": "sk-ant-planted"})
    assert "planted" not in repr(settings)
    assert "planted" not in str(settings.writers.anthropic_key)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("NEWSFORGE_DEADLINE_S", "soon"),
        ("NEWSFORGE_DEADLINE_S", "0"),
        ("NEWSFORGE_DEADLINE_S", "nan"),
        ("NEWSFORGE_COMPATIBLE_URL", "localhost:11434"),
        ("NEWSFORGE_ALLOW_NETWORKS", "10.0.0.1/8"),
    ],
)
def test_a_wrong_value_is_refused_with_its_name(name, value):
    with pytest.raises(BadSetting, match=name):
        Settings.of({name: value})
