"""The environment as settings, and what is said of a variable that cannot work."""

from __future__ import annotations

import pytest

from bot.settings import Settings, SettingsError

SECRETS = {
    "PRORATA_ACTIONS_TOKEN": "a" * 16,
    "PRORATA_TERMINAL_TOKEN": "t" * 16,
    "PRORATA_WEB_SECRET": "w" * 16,
}


def test_only_the_secrets_are_needed() -> None:
    settings = Settings.from_environment(SECRETS)
    assert (settings.host, settings.port) == ("127.0.0.1", 5005)
    assert settings.actions_url == "http://127.0.0.1:5055/webhook"
    assert settings.actions_token == "a" * 16
    assert settings.terminal_token == "t" * 16


def test_what_is_set_is_taken() -> None:
    settings = Settings.from_environment(
        {**SECRETS, "PRORATA_PORT": "6000", "PRORATA_ACTIONS_URL": "https://actions.example/hook"}
    )
    assert (settings.port, settings.actions_url) == (6000, "https://actions.example/hook")


@pytest.mark.parametrize("name", SECRETS)
@pytest.mark.parametrize("value", [None, "", "fifteen letters"])
def test_a_short_or_missing_secret_is_named(name: str, value: str | None) -> None:
    environment = {key: secret for key, secret in SECRETS.items() if key != name}
    if value is not None:
        environment[name] = value
    with pytest.raises(SettingsError, match=f"{name} must be set to at least 16 characters"):
        Settings.from_environment(environment)


@pytest.mark.parametrize("port", ["0", "65536", "-1", "80a", "", " 80", "5e3"])
def test_what_is_no_port_is_named(port: str) -> None:
    with pytest.raises(SettingsError, match="PRORATA_PORT must be a port number"):
        Settings.from_environment({**SECRETS, "PRORATA_PORT": port})


@pytest.mark.parametrize("now", ["yesterday", "2026-11-22T12:00:00", ""])
def test_a_clock_that_cannot_be_frozen_is_named(now: str) -> None:
    with pytest.raises(SettingsError, match="PRORATA_NOW must be an ISO 8601 time with an offset"):
        Settings.from_environment({**SECRETS, "PRORATA_NOW": now})


def test_a_frozen_clock_is_accepted() -> None:
    Settings.from_environment({**SECRETS, "PRORATA_NOW": "2026-11-22T12:00:00-05:00"})


def test_the_process_environment_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("PRORATA_PORT", "6001")
    assert Settings.from_environment().port == 6001
