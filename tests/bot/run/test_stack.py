"""The three processes: their ports, their secrets, their environment."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from bot.run.ports import HOST, free_ports
from bot.run.stack import StackError, any_ports, fixed_ports, stack

SETTINGS = {
    "billing": "BILLING_PORT",
    "actions": "PRORATA_ACTIONS_PORT",
    "bot": "PRORATA_PORT",
    "web": "PRORATA_WEB_PORT",
}
MODEL = Path("models/prorata-0.tar.gz")


@pytest.fixture
def free() -> dict[str, str]:
    """Each port setting with a port that nobody uses."""
    return dict(zip(SETTINGS.values(), map(str, free_ports(len(SETTINGS))), strict=True))


def test_the_ports_are_those_of_the_settings(free: dict[str, str]) -> None:
    found = fixed_ports(free)
    assert {SETTINGS[name]: str(port) for name, port in found.items()} == free


@pytest.mark.parametrize(("name", "setting"), SETTINGS.items())
def test_a_taken_port_names_the_service_and_the_setting(
    free: dict[str, str], name: str, setting: str
) -> None:
    with (
        socket.create_server((HOST, int(free[setting]))),
        pytest.raises(StackError, match=f"where the {name} service listens, is taken") as refused,
    ):
        fixed_ports(free)
    assert f"set {setting} to another port" in str(refused.value)


@pytest.mark.parametrize("setting", SETTINGS.values())
@pytest.mark.parametrize("value", ["", "0", "65536", "http", "-5", "80 "])
def test_what_is_no_port_names_the_setting(free: dict[str, str], setting: str, value: str) -> None:
    with pytest.raises(StackError, match=f"{setting} must be a port number, 1 to 65535"):
        fixed_ports({**free, setting: value})


def test_any_ports_are_different() -> None:
    assert len(set(any_ports().values())) == len(SETTINGS)


def test_the_services_start_in_the_order_of_their_need(tmp_path: Path) -> None:
    ours = stack(any_ports(), tmp_path, MODEL)
    assert [service.name for service in ours.services] == ["billing", "actions", "bot"]
    assert ours.bot.url == f"http://127.0.0.1:{ours.bot.port}"
    assert ours.bot.command[-1] == str(MODEL)


def test_everything_listens_on_loopback_alone(tmp_path: Path) -> None:
    ours = stack(any_ports(), tmp_path, MODEL)
    assert all(service.url.startswith("http://127.0.0.1:") for service in ours.services)
    assert "127.0.0.1" in ours.services[0].command


def test_each_run_has_secrets_of_its_own(tmp_path: Path) -> None:
    first, second = (stack(any_ports(), tmp_path, MODEL) for _ in range(2))
    names = ("BILLING_KEY", "PRORATA_ACTIONS_TOKEN", "PRORATA_TERMINAL_TOKEN")
    secrets = [ours.environment[name] for ours in (first, second) for name in names]
    assert len(set(secrets)) == 6
    assert min(map(len, secrets)) >= 32
    assert first.token == first.environment["PRORATA_TERMINAL_TOKEN"]


def test_secrets_are_in_no_representation(tmp_path: Path) -> None:
    """What a traceback or a log shows of a stack."""
    ours = stack(any_ports(), tmp_path, MODEL)
    assert ours.token not in repr(ours)
    assert ours.environment["BILLING_KEY"] not in repr(ours)


def test_the_processes_find_each_other(tmp_path: Path) -> None:
    ports = any_ports()
    environment = stack(ports, tmp_path, MODEL).environment
    assert environment["BILLING_URL"] == f"http://127.0.0.1:{ports['billing']}"
    assert environment["PRORATA_ACTIONS_URL"] == f"http://127.0.0.1:{ports['actions']}/webhook"
    assert environment["PRORATA_PORT"] == str(ports["bot"])
    assert environment["PRORATA_DATABASE"] == str(tmp_path / "conversations.db")


def test_the_clock_is_frozen_for_all_or_for_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PRORATA_NOW", raising=False)
    assert "PRORATA_NOW" not in stack(any_ports(), tmp_path, MODEL).environment
    now = "2026-11-22T12:00:00-05:00"
    assert stack(any_ports(), tmp_path, MODEL, now).environment["PRORATA_NOW"] == now
