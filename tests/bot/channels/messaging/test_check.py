"""What is missing or wrong with the messaging channels is said, and no customer is written to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.channels.messaging import check as checking
from bot.channels.messaging import registry
from bot.channels.messaging.check import check
from bot.channels.messaging.platform import Capabilities
from bot.cli import main
from bot.run.ports import free_ports
from tests.bot.channels.conftest import NOW
from tests.bot.channels.messaging.toy import FakeToy, Kit
from tests.bot.loop import Loop
from tests.fakes.telegram import FakeTelegram

PUBLIC = "https://chat.example.com"
TWO = Kit(Capabilities(text=10), NAME="two", SETTINGS=("TWO_ID", "TWO_TOKEN"), DEFAULTS={})


@pytest.fixture
def fake(loop: Loop, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeToy]:
    kits = (Kit(Capabilities(text=10)), TWO)
    monkeypatch.setattr(registry, "KITS", kits)
    monkeypatch.setattr(checking, "KITS", kits)
    fake = FakeToy()
    fake.webhook = f"{PUBLIC}/channels/toy"
    with fake.serving(loop):
        yield fake


def run(env: dict[str, str]) -> tuple[int, list[str]]:
    lines: list[str] = []
    return check(env, lambda: NOW, lines.append), lines


def test_nothing_is_configured(fake: FakeToy) -> None:
    code, (line,) = run({"PRORATA_PUBLIC_URL": PUBLIC})
    assert (code, line) == (0, "no messaging channel is configured (docs/channels/README.md)")


def test_all_is_well(fake: FakeToy) -> None:
    env = {**fake.settings(), "PRORATA_PUBLIC_URL": f"{PUBLIC}/"}
    assert run(env) == (0, ["toy: ok; its webhook is https://chat.example.com/channels/toy"])
    assert (fake.said, fake.typing) == ({}, [])


def test_a_channel_that_is_half_configured_does_not_keep_the_others(fake: FakeToy) -> None:
    code, lines = run({**fake.settings(), "TWO_ID": "7", "PRORATA_PUBLIC_URL": PUBLIC})
    assert code == 1
    assert lines[0].startswith("toy: ok")
    assert lines[1:] == ["two: TWO_TOKEN must be set, too, for the channel two"]


@pytest.mark.parametrize(
    ("url", "said"),
    [
        (None, "PRORATA_PUBLIC_URL must be set"),
        ("chat.example.com", "PRORATA_PUBLIC_URL must be an address"),
        ("http://chat.example.com", "PRORATA_PUBLIC_URL must be an address"),
    ],
)
def test_where_we_are(fake: FakeToy, url: str | None, said: str) -> None:
    env = fake.settings() | ({} if url is None else {"PRORATA_PUBLIC_URL": url})
    code, lines = run(env)
    assert code == 1
    assert lines[0].startswith(f"toy: {said}")


def test_no_platform_calls_this_machine(fake: FakeToy) -> None:
    fake.webhook = "http://127.0.0.1:5080/channels/toy"
    code, lines = run({**fake.settings(), "PRORATA_PUBLIC_URL": "http://127.0.0.1:5080"})
    assert code == 1
    assert lines[1:] == ["PRORATA_PUBLIC_URL is not https: platforms call nothing else"]


def test_a_secret_that_is_refused(fake: FakeToy) -> None:
    env = {**fake.settings(), "TOY_SECRET": "another", "PRORATA_PUBLIC_URL": PUBLIC}
    assert run(env) == (1, ["toy: TOY_SECRET is refused"])


def test_a_webhook_elsewhere(fake: FakeToy) -> None:
    fake.registered = "https://old.example.com/channels/toy"
    code, (line,) = run({**fake.settings(), "PRORATA_PUBLIC_URL": PUBLIC})
    assert code == 1
    assert line == (
        "toy: the webhook is https://old.example.com/channels/toy, "
        "and should be https://chat.example.com/channels/toy"
    )


def test_an_api_that_nobody_reaches(fake: FakeToy) -> None:
    (port,) = free_ports(1)
    env = {**fake.settings(), "TOY_API": f"http://127.0.0.1:{port}", "PRORATA_PUBLIC_URL": PUBLIC}
    code, (line,) = run(env)
    assert (code, line) == (1, "toy: its API cannot be reached: ClientConnectorError")


def test_an_api_that_is_another(fake: FakeToy) -> None:
    env = {**fake.settings(), "TOY_API": f"{fake.url}/nowhere", "PRORATA_PUBLIC_URL": PUBLIC}
    code, (line,) = run(env)
    assert (code, line) == (1, "toy: its API answers something else than it should: HTTP 404")


def test_signing_in_without_a_key(fake: FakeToy) -> None:
    env = {**fake.settings(), "PRORATA_PUBLIC_URL": PUBLIC, "PRORATA_SIGN_IN_URL": f"{PUBLIC}/in"}
    code, lines = run(env)
    assert code == 1
    assert "PRORATA_SIGN_IN_URL needs PRORATA_IDENTITY_KEY" in lines[1]
    assert run({**env, "PRORATA_IDENTITY_KEY": "k" * 32})[0] == 0


def test_the_command(
    loop: Loop, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fake = FakeTelegram()
    fake.webhook = f"{PUBLIC}/channels/telegram"
    monkeypatch.setenv("PRORATA_PUBLIC_URL", PUBLIC)
    with fake.serving(loop):
        for name, value in fake.settings().items():
            monkeypatch.setenv(name, value)
        assert main(["channels", "check"]) == 0
        assert capsys.readouterr().out == f"telegram: ok; its webhook is {fake.webhook}\n"
        token = f"{fake.settings()['PRORATA_TELEGRAM_TOKEN']}x"
        monkeypatch.setenv("PRORATA_TELEGRAM_TOKEN", token)
        assert main(["channels", "check"]) == 1
    out = capsys.readouterr().out
    assert "PRORATA_TELEGRAM_TOKEN is not a bot" in out
    assert token not in out
