"""Everything the bot server reads from the environment, in one place. `.env.example` names it all."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from bot.channels.messaging.registry import Misconfigured, configured
from bot.clock import FROZEN_AT, frozen
from bot.confidential import confidential
from bot.handoff.chatwoot.settings import ChatwootSettings, Unusable
from bot.site.address import Network, networks

# Characters: as many as the hash is long (RFC 7518, 3.2).
_HS256_KEY = 32
# As browsers send it (RFC 6454, 6.2): lower case, no path, no user.
_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(?::[0-9]{1,5})?\Z")


class SettingsError(ValueError):
    """A setting that cannot work; the message names the variable and what to put there."""


@dataclass(frozen=True)
class IdentitySettings:
    """How a company's own back end vouches for a customer (docs/embedding.md)."""

    key: str
    issuer: str
    audience: str


@dataclass(frozen=True)
class WebSettings:
    """The public port: the widget, its pages and its socket.

    `origins` are pages of other hosts that may use the socket; `demo` lets anybody sign in as a
    demo account.
    """

    port: int
    secret: str
    origins: tuple[str, ...]
    proxies: tuple[Network, ...]
    identity: IdentitySettings | None
    connections: int
    connections_an_address: int
    demo: bool

    @classmethod
    def from_environment(cls, env: Mapping[str, str]) -> WebSettings:
        return cls(
            port=_port(env, "PRORATA_WEB_PORT", 5080),
            secret=_secret(env, "PRORATA_WEB_SECRET", _HS256_KEY),
            origins=_origins(env.get("PRORATA_WEB_ORIGINS", "")),
            proxies=_proxies(env.get("PRORATA_TRUSTED_PROXIES", "")),
            identity=_identity(env),
            connections=_count(env, "PRORATA_CONNECTIONS", 5_000),
            connections_an_address=_count(env, "PRORATA_CONNECTIONS_AN_ADDRESS", 2_000),
            demo=env.get("PRORATA_DEMO") == "1",
        )


@dataclass(frozen=True)
class MessagingSettings:
    """Messaging platforms: the settings of each that is configured, by its name.

    `public_url` is the public port as the platforms reach it; `sign_in_url` the company's page on
    which customers sign in (docs/channels/README.md).
    """

    public_url: str
    sign_in_url: str | None
    platforms: Mapping[str, Mapping[str, str]]

    @classmethod
    def from_environment(cls, env: Mapping[str, str]) -> MessagingSettings:
        try:
            platforms = configured(env)
        except Misconfigured as error:
            raise SettingsError(str(error)) from None
        public_url = _https(env, "PRORATA_PUBLIC_URL")
        if platforms and public_url is None:
            raise SettingsError("PRORATA_PUBLIC_URL must be set: messaging platforms call it")
        return cls(public_url or "", _https(env, "PRORATA_SIGN_IN_URL"), platforms)


@dataclass(frozen=True)
class Settings:
    """What one bot server needs."""

    port: int
    actions_url: str
    actions_token: str
    terminal_token: str
    web: WebSettings
    messaging: MessagingSettings
    chatwoot: ChatwootSettings | None = None
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
            web=WebSettings.from_environment(env),
            messaging=MessagingSettings.from_environment(env),
            chatwoot=_chatwoot(env),
        )


def _chatwoot(env: Mapping[str, str]) -> ChatwootSettings | None:
    try:
        return ChatwootSettings.from_environment(env)
    except Unusable as error:
        raise SettingsError(str(error)) from None


def _secret(env: Mapping[str, str], name: str, at_least: int = 16) -> str:
    value = env.get(name, "")
    if len(value) < at_least:
        raise SettingsError(f"{name} must be set to at least {at_least} characters")
    return value


def _port(env: Mapping[str, str], name: str, default: int) -> int:
    value = env.get(name, str(default))
    if not _is_whole(value) or not 0 < int(value) < 65536:
        raise SettingsError(f"{name} must be a port number, 1 to 65535")
    return int(value)


def _is_whole(value: str) -> bool:
    """« ² » is a digit to Python, and no number."""
    return value.isascii() and value.isdigit()


def _count(env: Mapping[str, str], name: str, default: int) -> int:
    value = env.get(name, str(default))
    if not _is_whole(value) or not 0 < int(value) < 1_000_000:
        raise SettingsError(f"{name} must be a whole number, at least 1")
    return int(value)


def _origins(listed: str) -> tuple[str, ...]:
    """« https://www.example.com, https://shop.example.com »"""
    origins = tuple(one.strip().rstrip("/") for one in listed.split(",") if one.strip())
    for origin in origins:
        if not _ORIGIN.match(origin):
            raise SettingsError(
                "PRORATA_WEB_ORIGINS lists origins, such as https://www.example.com"
            )
    return origins


def _https(env: Mapping[str, str], name: str) -> str | None:
    given = env.get(name, "").rstrip("/")
    if not given:
        return None
    url = confidential(given)
    if url is None:
        raise SettingsError(f"{name} must be an address such as https://chat.example.com")
    return url


def _proxies(listed: str) -> tuple[Network, ...]:
    try:
        return networks(listed)
    except ValueError as error:
        raise SettingsError(
            "PRORATA_TRUSTED_PROXIES lists addresses or networks, such as 10.0.0.0/8"
        ) from error


def _identity(env: Mapping[str, str]) -> IdentitySettings | None:
    """None where nobody can sign in; a key in PEM may come with its line breaks as \\n."""
    key = env.get("PRORATA_IDENTITY_KEY", "").replace("\\n", "\n")
    if not key:
        return None
    if len(key) < _HS256_KEY:
        raise SettingsError("PRORATA_IDENTITY_KEY must be at least 32 characters (RFC 7518, 3.2)")
    if key.lstrip().startswith("-----BEGIN"):
        _check_public(key)
    issuer = env.get("PRORATA_IDENTITY_ISSUER", "")
    audience = env.get("PRORATA_IDENTITY_AUDIENCE", "prorata")
    if not issuer or not audience:
        raise SettingsError("PRORATA_IDENTITY_ISSUER must name whoever signs identity tokens")
    return IdentitySettings(key, issuer, audience)


def _check_public(key: str) -> None:
    """A private key has no business here, and would fail at every token."""
    try:
        load_pem_public_key(key.encode())
    except (ValueError, UnsupportedAlgorithm) as error:
        raise SettingsError(
            "PRORATA_IDENTITY_KEY must be a public key in PEM, or a secret"
        ) from error


def _frozen_clock(at: str) -> None:
    try:
        frozen(at)
    except ValueError as error:
        raise SettingsError(
            f"{FROZEN_AT} must be an ISO 8601 time with an offset, "
            f"for example 2026-11-22T12:00:00-05:00"
        ) from error
