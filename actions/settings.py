"""Everything the action server reads from the environment, in one place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass


class SettingsError(ValueError):
    """A setting that cannot work; the message names the variable and what to put there."""


@dataclass(frozen=True)
class Settings:
    port: int
    token: str
    billing_url: str
    billing_key: str
    now: str | None
    host: str = "127.0.0.1"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        env = os.environ if environment is None else environment
        port = env.get("PRORATA_ACTIONS_PORT", "5055")
        if not port.isdigit() or not 0 < int(port) < 65536:
            raise SettingsError("PRORATA_ACTIONS_PORT must be a port number, 1 to 65535")
        return cls(
            port=int(port),
            token=_secret(env, "PRORATA_ACTIONS_TOKEN"),
            billing_url=_address(env, "BILLING_URL", "http://127.0.0.1:8085"),
            billing_key=_secret(env, "BILLING_KEY"),
            now=env.get("PRORATA_NOW"),
        )


def _secret(env: Mapping[str, str], name: str) -> str:
    value = env.get(name, "")
    if len(value) < 16:
        raise SettingsError(f"{name} must be set to at least 16 characters")
    return value


def _address(env: Mapping[str, str], name: str, default: str) -> str:
    value = env.get(name, default).rstrip("/")
    if value.startswith(("https://", "http://127.0.0.1:", "http://[::1]:", "http://localhost:")):
        return value
    raise SettingsError(f"{name} must be https://, or http:// on this machine only")
