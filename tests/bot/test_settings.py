"""The environment as settings, and what is said of a variable that cannot work."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from bot.channels.messaging.platforms import telegram as telegram_kit
from bot.settings import (
    IdentitySettings,
    MessagingSettings,
    Settings,
    SettingsError,
    WebSettings,
)

SECRETS = {
    "PRORATA_ACTIONS_TOKEN": "a" * 16,
    "PRORATA_TERMINAL_TOKEN": "t" * 16,
    "PRORATA_WEB_SECRET": "w" * 32,
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
    characters = 32 if name == "PRORATA_WEB_SECRET" else 16
    wanted = f"{name} must be set to at least {characters} characters"
    with pytest.raises(SettingsError, match=wanted):
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


def web(**variables: str) -> WebSettings:
    return Settings.from_environment({**SECRETS, **variables}).web


def test_the_public_port_needs_no_more_than_its_secret() -> None:
    assert web() == WebSettings(
        port=5080,
        secret="w" * 32,
        origins=(),
        proxies=(),
        identity=None,
        connections=5_000,
        connections_an_address=2_000,
        demo=False,
    )


def test_what_is_set_for_the_public_port_is_taken() -> None:
    settings = web(
        PRORATA_WEB_PORT="6002",
        PRORATA_WEB_ORIGINS="https://www.example.com, http://localhost:3000/ ,",
        PRORATA_TRUSTED_PROXIES="10.0.0.0/8, ::1",
        PRORATA_CONNECTIONS="7",
        PRORATA_CONNECTIONS_AN_ADDRESS="3",
        PRORATA_DEMO="1",
    )
    assert (settings.port, settings.connections, settings.connections_an_address) == (6002, 7, 3)
    assert settings.origins == ("https://www.example.com", "http://localhost:3000")
    assert list(map(str, settings.proxies)) == ["10.0.0.0/8", "::1/128"]
    assert settings.demo


@pytest.mark.parametrize("demo", ["", "0", "true", "yes", "01", " 1"])
def test_a_demo_is_asked_for_in_one_way(demo: str) -> None:
    assert not web(PRORATA_DEMO=demo).demo


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("PRORATA_WEB_PORT", port) for port in ("0", "65536", "http", "")),
        *(("PRORATA_CONNECTIONS", count) for count in ("0", "-1", "1000000", "many", "", "1.5")),
        *(("PRORATA_CONNECTIONS_AN_ADDRESS", count) for count in ("0", "all", "")),
        *(("PRORATA_WEB_ORIGINS", origin) for origin in ("*", "www.example.com", "ftp://a.b")),
        ("PRORATA_WEB_ORIGINS", "https://www.example.com/shop"),
        ("PRORATA_WEB_ORIGINS", "https://www.example.com https://shop.example.com/"),
        ("PRORATA_WEB_ORIGINS", "https://"),
        *(("PRORATA_TRUSTED_PROXIES", proxy) for proxy in ("*", "localhost", "10.0.0.0/33")),
    ],
)
def test_a_bad_value_names_its_variable(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"^{name} "):
        web(**{name: value})


IDENTITY = {"PRORATA_IDENTITY_KEY": "k" * 32, "PRORATA_IDENTITY_ISSUER": "https://example.com"}


def test_nobody_signs_in_without_a_key() -> None:
    assert web(PRORATA_IDENTITY_ISSUER="https://example.com").identity is None
    assert web(PRORATA_IDENTITY_KEY="").identity is None


def test_a_company_vouches_with_its_key() -> None:
    assert web(**IDENTITY).identity == IdentitySettings("k" * 32, "https://example.com", "prorata")
    named = web(**IDENTITY, PRORATA_IDENTITY_AUDIENCE="chat").identity
    assert named is not None
    assert named.audience == "chat"


def pem(private: bool) -> str:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    if private:
        form = (serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        return key.private_bytes(serialization.Encoding.PEM, *form).decode()
    public = serialization.PublicFormat.SubjectPublicKeyInfo
    return key.public_key().public_bytes(serialization.Encoding.PEM, public).decode()


def test_a_key_in_pem_may_be_one_line() -> None:
    key = pem(private=False)
    identity = web(**{**IDENTITY, "PRORATA_IDENTITY_KEY": key.replace("\n", "\\n")}).identity
    assert identity is not None
    assert identity.key == key


def test_a_private_key_is_refused() -> None:
    with pytest.raises(SettingsError, match="PRORATA_IDENTITY_KEY must be a public key"):
        web(**{**IDENTITY, "PRORATA_IDENTITY_KEY": pem(private=True)})


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"PRORATA_IDENTITY_KEY": "k" * 31}, "PRORATA_IDENTITY_KEY"),
        ({"PRORATA_IDENTITY_ISSUER": ""}, "PRORATA_IDENTITY_ISSUER"),
    ],
)
def test_an_identity_that_cannot_work_is_named(changed: dict[str, str], named: str) -> None:
    with pytest.raises(SettingsError, match=f"^{named} "):
        web(**{**IDENTITY, **changed})


SLACK = {"PRORATA_SLACK_TOKEN": "xoxb-1", "PRORATA_SLACK_SIGNING_SECRET": "s" * 32}
PUBLIC = {"PRORATA_PUBLIC_URL": "https://chat.example.com"}


def messaging(**environment: str) -> MessagingSettings:
    return Settings.from_environment({**SECRETS, **environment}).messaging


def test_no_platform_is_needed() -> None:
    assert messaging() == MessagingSettings("", None, {})


def test_a_platform_with_its_variables() -> None:
    settings = messaging(**SLACK, **PUBLIC, PRORATA_SIGN_IN_URL="https://example.com/in/")
    assert settings.public_url == "https://chat.example.com"
    assert settings.sign_in_url == "https://example.com/in"
    assert settings.platforms == {"slack": {**SLACK, "PRORATA_SLACK_API": "https://slack.com/api"}}


def test_a_platform_without_all_of_them_is_named() -> None:
    with pytest.raises(SettingsError, match="PRORATA_SLACK_SIGNING_SECRET must be set, too"):
        messaging(**PUBLIC, PRORATA_SLACK_TOKEN="xoxb-1")


def test_a_platform_that_cannot_call_us_is_named() -> None:
    with pytest.raises(SettingsError, match="PRORATA_PUBLIC_URL must be set"):
        messaging(**SLACK)


def test_a_value_that_cannot_work_is_named_and_not_told() -> None:
    telegram = dict.fromkeys(telegram_kit.SETTINGS, "it’s wrong")
    with pytest.raises(SettingsError, match="PRORATA_TELEGRAM_TOKEN must be") as raised:
        messaging(**telegram, **PUBLIC)
    assert "wrong" not in str(raised.value)


@pytest.mark.parametrize("name", ["PRORATA_PUBLIC_URL", "PRORATA_SIGN_IN_URL"])
@pytest.mark.parametrize(
    "url", ["chat.example.com", "http://chat.example.com", "https://", "ftp://x", "https://x/?a=b"]
)
def test_an_address_that_is_none_is_named(name: str, url: str) -> None:
    with pytest.raises(SettingsError, match=f"{name} must be an address"):
        messaging(**{name: url})


def test_this_machine_may_be_called_without_tls() -> None:
    assert messaging(PRORATA_PUBLIC_URL="http://127.0.0.1:5080").public_url
