"""Everything the bot server reads from the environment, in one place. `.env.example` names it all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from bot.clock import FROZEN_AT, frozen


class SettingsError(ValueError):
    """A setting that cannot work; the message names the variable and what to put there."""


@dataclass(frozen=True)
class Settings:
    """What one bot server needs."""

    port: int
    actions_url: str
    actions_token: str
    terminal_token: str
    host: str = "127.0.0.1"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        env = os.environ if environment is None else environment
        if FROZEN_AT in env:
            _frozen_clock(env[FROZEN_AT])
        return cls(
            port=_port(env, "PRORATA_PORT", 5005),
            actions_url=env.get("PRORATA_ACTIONS_URL", "http://127.0.0.1:5055/webhook"),
            actions_token=_secret(env, "PRORATA_ACTIONS_TOKEN"),
            terminal_token=_secret(env, "PRORATA_TERMINAL_TOKEN"),
        )


def _secret(env: Mapping[str, str], name: str) -> str:
    value = env.get(name, "")
    if len(value) < 16:
        raise SettingsError(f"{name} must be set to at least 16 characters")
    return value


def _port(env: Mapping[str, str], name: str, default: int) -> int:
    value = env.get(name, str(default))
    if not value.isdigit() or not 0 < int(value) < 65536:
        raise SettingsError(f"{name} must be a port number, 1 to 65535")
    return int(value)


def _frozen_clock(at: str) -> None:
    try:
        frozen(at)
    except ValueError as error:
        raise SettingsError(
            f"{FROZEN_AT} must be an ISO 8601 time with an offset, "
            f"for example 2026-11-22T12:00:00-05:00"
        ) from error
