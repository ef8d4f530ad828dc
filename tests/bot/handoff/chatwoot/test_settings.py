"""All of Chatwoot's variables, or none."""

from __future__ import annotations

import pytest

from bot.handoff.chatwoot.settings import ChatwootSettings, Unusable
from bot.settings import Settings, SettingsError

WHOLE = {
    "PRORATA_CHATWOOT_URL": "https://chatwoot.example.com/",
    "PRORATA_CHATWOOT_TOKEN": "t" * 24,
    "PRORATA_CHATWOOT_ACCOUNT": "1",
    "PRORATA_CHATWOOT_INBOX": "7",
    "PRORATA_CHATWOOT_SECRET": "s" * 24,
}
NEEDED = {
    "PRORATA_ACTIONS_TOKEN": "a" * 16,
    "PRORATA_TERMINAL_TOKEN": "b" * 16,
    "PRORATA_WEB_SECRET": "c" * 32,
}
read = ChatwootSettings.from_environment


def test_none_is_our_own_desk() -> None:
    assert read({}) is None
    assert read(dict.fromkeys(WHOLE, "")) is None


def test_all_are_chatwoot() -> None:
    assert read(WHOLE) == ChatwootSettings(
        "https://chatwoot.example.com", "t" * 24, 1, 7, "s" * 24, ("en", "fr"), "en"
    )
    more = {"PRORATA_CHATWOOT_LANGUAGES": " fr ", "PRORATA_CHATWOOT_NOTES": "fr"}
    french = read({**WHOLE, **more})
    assert french is not None and (french.languages, french.language) == (("fr",), "fr")


@pytest.mark.parametrize("name", WHOLE)
def test_some_are_a_mistake_that_names_the_rest(name: str) -> None:
    with pytest.raises(Unusable, match=name):
        read({**WHOLE, name: ""})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PRORATA_CHATWOOT_URL", "chatwoot.example.com"),
        ("PRORATA_CHATWOOT_URL", "http://chatwoot.example.com"),
        ("PRORATA_CHATWOOT_URL", "https://chatwoot.example.com/?a=b"),
        ("PRORATA_CHATWOOT_ACCOUNT", "one"),
        ("PRORATA_CHATWOOT_ACCOUNT", "²"),
        ("PRORATA_CHATWOOT_INBOX", "0"),
        ("PRORATA_CHATWOOT_INBOX", "-7"),
        ("PRORATA_CHATWOOT_LANGUAGES", "de"),
        ("PRORATA_CHATWOOT_NOTES", "both"),
    ],
)
def test_what_cannot_work_is_said(name: str, value: str) -> None:
    with pytest.raises(Unusable, match=name):
        read({**WHOLE, name: value})


def test_secrets_are_not_shown() -> None:
    assert "t" * 24 not in repr(read(WHOLE)) and "s" * 24 not in repr(read(WHOLE))


def test_the_server_is_given_them_or_does_not_start() -> None:
    assert Settings.from_environment(NEEDED).chatwoot is None
    assert Settings.from_environment({**NEEDED, **WHOLE}).chatwoot == read(WHOLE)
    with pytest.raises(SettingsError, match="PRORATA_CHATWOOT_SECRET"):
        Settings.from_environment({**NEEDED, **WHOLE, "PRORATA_CHATWOOT_SECRET": ""})
