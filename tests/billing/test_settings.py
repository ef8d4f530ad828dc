from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from billing.instants import system_clock
from billing.settings import DEFAULT_DATABASE, SettingsError, load_settings

KEY = {"BILLING_KEY": "sixteen-letters-"}
NOON = datetime(2026, 9, 1, 12, tzinfo=timezone.utc)


@pytest.mark.parametrize("rest", [{}, {"BILLING_DATABASE": "", "PRORATA_NOW": ""}])
def test_defaults(rest: dict[str, str]) -> None:
    settings = load_settings({**KEY, **rest})
    assert settings.database_url == DEFAULT_DATABASE
    assert settings.quote_lifetime == timedelta(minutes=15)
    assert settings.clock is system_clock


def test_everything_can_be_set() -> None:
    settings = load_settings(
        {
            **KEY,
            "BILLING_DATABASE": "sqlite:///elsewhere.db",
            "BILLING_QUOTE_MINUTES": "5",
            "PRORATA_NOW": "2026-09-01T08:00:00-04:00",
        }
    )
    assert settings.database_url == "sqlite:///elsewhere.db"
    assert settings.quote_lifetime == timedelta(minutes=5)
    assert settings.clock() == NOON


def test_the_command_line_wins_over_the_environment() -> None:
    environ = {**KEY, "PRORATA_NOW": "2020-01-01T00:00:00Z"}
    assert load_settings(environ, now="2026-09-01T12:00:00Z").now == NOON


@pytest.mark.parametrize(
    ("environ", "named"),
    [
        ({}, "BILLING_KEY"),
        ({"BILLING_KEY": "fifteen-letters"}, "BILLING_KEY"),
        ({"BILLING_KEY": "sixteen letters spaced"}, "BILLING_KEY"),
        ({**KEY, "BILLING_QUOTE_MINUTES": "0"}, "BILLING_QUOTE_MINUTES"),
        ({**KEY, "BILLING_QUOTE_MINUTES": "1.5"}, "BILLING_QUOTE_MINUTES"),
        ({**KEY, "BILLING_QUOTE_MINUTES": "9" * 9999}, "BILLING_QUOTE_MINUTES"),
        ({**KEY, "PRORATA_NOW": "2026-09-01T12:00:00"}, "PRORATA_NOW"),
    ],
)
def test_what_is_wrong_is_named(environ: dict[str, str], named: str) -> None:
    with pytest.raises(SettingsError, match=named):
        load_settings(environ)


def test_a_wrong_now_of_the_command_line_is_named() -> None:
    with pytest.raises(SettingsError, match="--now"):
        load_settings(KEY, now="yesterday")


def test_the_key_and_the_database_are_not_shown() -> None:
    shown = repr(load_settings({**KEY, "BILLING_DATABASE": "postgresql://u:secret@h/d"}))
    assert "letters" not in shown
    assert "secret" not in shown
