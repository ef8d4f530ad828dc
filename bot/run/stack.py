"""The three processes that make a running Prorata: billing, actions, bot."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.run.ports import HOST, free_ports, is_free
from bot.run.secrets import kept_secret

_PORT_SETTINGS = {
    "billing": ("BILLING_PORT", 8085),
    "actions": ("PRORATA_ACTIONS_PORT", 5055),
    "bot": ("PRORATA_PORT", 5005),
    "web": ("PRORATA_WEB_PORT", 5080),
}


DATABASE = "conversations.db"
"""The bot's file in the folder of the state."""


class StackError(RuntimeError):
    """The stack cannot run; the message says what to change."""


@dataclass(frozen=True)
class Service:
    """`ready` is the path that answers 200 once the process can work."""

    name: str
    command: tuple[str, ...]
    port: int
    ready: str

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"


@dataclass(frozen=True)
class Stack:
    """`environment` is what all three get: addresses, secrets made for this run, the clock; `page`
    is the address for customers.
    """

    services: tuple[Service, ...]
    environment: dict[str, str] = field(repr=False)
    token: str = field(repr=False)
    state: Path
    page: str

    @property
    def bot(self) -> Service:
        return next(service for service in self.services if service.name == "bot")


def fixed_ports(environment: Mapping[str, str]) -> dict[str, int]:
    """One a process, and `web` for the bot's public side, as the settings say; StackError where
    one is taken or is no port.
    """
    ports = {}
    for name, (setting, default) in _PORT_SETTINGS.items():
        value = environment.get(setting, str(default))
        if not value.isdigit() or not 0 < int(value) < 65536:
            raise StackError(f"{setting} must be a port number, 1 to 65535")
        if not is_free(int(value)):
            raise StackError(
                f"Port {value}, where the {name} service listens, is taken. "
                f"Stop what uses it, or set {setting} to another port."
            )
        ports[name] = int(value)
    return ports


def any_ports() -> dict[str, int]:
    return dict(zip(_PORT_SETTINGS, free_ports(len(_PORT_SETTINGS)), strict=True))


def stack(ports: Mapping[str, int], state: Path, model: Path, now: str | None = None) -> Stack:
    """`state` is the folder for the databases and logs; `now` freezes every clock."""
    token = secrets.token_urlsafe(32)
    environment = {
        **os.environ,
        "BILLING_KEY": secrets.token_urlsafe(32),
        "BILLING_DATABASE": f"sqlite:///{state / 'billing.db'}",
        "BILLING_URL": f"http://{HOST}:{ports['billing']}",
        "PRORATA_ACTIONS_PORT": str(ports["actions"]),
        "PRORATA_ACTIONS_URL": f"http://{HOST}:{ports['actions']}/webhook",
        "PRORATA_ACTIONS_TOKEN": secrets.token_urlsafe(32),
        "PRORATA_PORT": str(ports["bot"]),
        "PRORATA_DATABASE": str(state / DATABASE),
        "PRORATA_TERMINAL_TOKEN": token,
        "PRORATA_WEB_PORT": str(ports["web"]),
        "PRORATA_WEB_SECRET": kept_secret(state / "web.key"),
        **_demo_identity(os.environ),
        "PYTHONUNBUFFERED": "1",
    }
    if now is not None:
        environment["PRORATA_NOW"] = now
    page = f"http://{HOST}:{ports['web']}/"
    return Stack(_services(ports, model), environment, token, state, page)


def _demo_identity(given: Mapping[str, str]) -> dict[str, str]:
    """The demo page signs in by itself, unless a company's own identities are configured."""
    if given.get("PRORATA_IDENTITY_KEY"):
        return {}
    return {
        "PRORATA_DEMO": "1",
        "PRORATA_IDENTITY_KEY": secrets.token_urlsafe(32),
        "PRORATA_IDENTITY_ISSUER": "demo",
        "PRORATA_IDENTITY_AUDIENCE": "prorata",
    }


def _services(ports: Mapping[str, int], model: Path) -> tuple[Service, ...]:
    python = sys.executable
    return (
        Service(
            "billing",
            (python, "-m", "billing", "serve", "--host", HOST, "--port", str(ports["billing"])),
            ports["billing"],
            "/v1/healthz",
        ),
        Service("actions", (python, "-m", "actions"), ports["actions"], "/health"),
        Service(
            "bot", (python, "-m", "bot", "serve", "--model", str(model)), ports["bot"], "/ready"
        ),
    )
