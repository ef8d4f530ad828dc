from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from actions.settings import Provider, Settings, SettingsError

KEY = "a-key-that-is-long-enough"
NEEDED = {"PRORATA_ACTIONS_TOKEN": "a-token-that-is-long-enough", "BILLING_KEY": KEY}


def test_what_is_needed_and_the_rest_by_default() -> None:
    settings = Settings.from_environment(NEEDED)
    assert settings == Settings(
        port=5055,
        token=NEEDED["PRORATA_ACTIONS_TOKEN"],
        provider=Provider("embedded", "http://127.0.0.1:8085", KEY),
        zone=ZoneInfo("UTC"),
        now=None,
    )


def test_all_of_it() -> None:
    settings = Settings.from_environment(
        {
            **NEEDED,
            "PRORATA_ACTIONS_PORT": "15055",
            "PRORATA_NOW": "2026-11-22T12:00:00-05:00",
            "PRORATA_TIMEZONE": "America/Toronto",
            "BILLING_URL": "https://billing.example.com/",
        }
    )
    assert (settings.port, settings.now) == (15055, "2026-11-22T12:00:00-05:00")
    assert settings.zone == ZoneInfo("America/Toronto")
    assert settings.provider.url == "https://billing.example.com"


@pytest.mark.parametrize(
    ("name", "variables", "url"),
    [
        ("stripe", {"STRIPE_KEY": KEY}, "https://api.stripe.com"),
        (
            "chargebee",
            {"CHARGEBEE_KEY": KEY, "CHARGEBEE_URL": "https://acme.chargebee.com"},
            "https://acme.chargebee.com",
        ),
        ("recurly", {"RECURLY_KEY": KEY}, "https://v3.recurly.com"),
        ("", {"BILLING_KEY": KEY}, "http://127.0.0.1:8085"),
    ],
)
def test_a_live_billing_system_needs_only_its_own(
    name: str, variables: dict[str, str], url: str
) -> None:
    token = {"PRORATA_ACTIONS_TOKEN": NEEDED["PRORATA_ACTIONS_TOKEN"]}
    settings = Settings.from_environment({**token, "PRORATA_QUOTES": name, **variables})
    assert (settings.provider.name, settings.provider.url) == (name or "embedded", url)
    assert settings.provider.key == KEY


@pytest.mark.parametrize(
    ("variables", "named"),
    [
        ({"PRORATA_ACTIONS_PORT": "0"}, "PRORATA_ACTIONS_PORT"),
        ({"PRORATA_ACTIONS_PORT": "65536"}, "PRORATA_ACTIONS_PORT"),
        ({"PRORATA_ACTIONS_PORT": "http"}, "PRORATA_ACTIONS_PORT"),
        ({"PRORATA_ACTIONS_TOKEN": "short"}, "PRORATA_ACTIONS_TOKEN"),
        ({"BILLING_KEY": ""}, "BILLING_KEY"),
        ({"BILLING_KEY": "a key with spaces in it"}, "BILLING_KEY"),
        ({"BILLING_KEY": "a-key-that-ends-in\n"}, "BILLING_KEY"),
        ({"BILLING_URL": "http://billing.example.com"}, "BILLING_URL"),
        ({"PRORATA_QUOTES": "zuora"}, "PRORATA_QUOTES"),
        ({"PRORATA_QUOTES": "stripe"}, "STRIPE_KEY"),
        ({"PRORATA_QUOTES": "chargebee", "CHARGEBEE_KEY": KEY}, "CHARGEBEE_URL"),
        ({"PRORATA_TIMEZONE": "Nowhere/Land"}, "PRORATA_TIMEZONE"),
        ({"PRORATA_TIMEZONE": "../etc/passwd"}, "PRORATA_TIMEZONE"),
    ],
)
def test_what_cannot_work_is_named(variables: dict[str, str], named: str) -> None:
    with pytest.raises(SettingsError, match=f"^{named} "):
        Settings.from_environment({**NEEDED, **variables})


def test_no_secret_is_printed() -> None:
    printed = repr(Settings.from_environment(NEEDED))
    assert KEY not in printed
    assert NEEDED["PRORATA_ACTIONS_TOKEN"] not in printed


def test_the_processs_own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PRORATA_QUOTES", raising=False)
    for name, value in {**NEEDED, "PRORATA_ACTIONS_PORT": "15056"}.items():
        monkeypatch.setenv(name, value)
    assert Settings.from_environment().port == 15056
