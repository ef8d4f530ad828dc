"""Everything the action server reads from the environment, in one place.

    PRORATA_ACTIONS_PORT    its port, 5055 unless set
    PRORATA_ACTIONS_TOKEN   the secret that the bot server sends (16 characters or more)
    PRORATA_NOW             freezes the clock, for tests and demonstrations
    PRORATA_QUOTES          the billing system: embedded (as if not set), stripe, chargebee, recurly
    PRORATA_TIMEZONE        in which a live system's renewal days are told, UTC unless set

Of each billing system its address and its key; only the chosen one's are read:

    BILLING_URL, BILLING_KEY       embedded; http://127.0.0.1:8085 unless set
    STRIPE_URL, STRIPE_KEY         https://api.stripe.com unless set; a restricted key is enough:
                                   read subscriptions and products, write invoices (for previews)
    CHARGEBEE_URL, CHARGEBEE_KEY   the site's address, such as https://acme.chargebee.com
    RECURLY_URL, RECURLY_KEY       https://v3.recurly.com unless set (EU: https://v3.eu.recurly.com)

Addresses are https://, or http:// on this machine. The account that a channel vouches for is the
billing system's own customer id; for Recurly it may be `code-` and the account's code.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from actions.quotes.address import secure_address

ProviderName = Literal["embedded", "stripe", "chargebee", "recurly"]

# Which variables hold its address and its key; where it is unless set.
_PROVIDERS: dict[str, tuple[str, str, str]] = {
    "embedded": ("BILLING_URL", "BILLING_KEY", "http://127.0.0.1:8085"),
    "stripe": ("STRIPE_URL", "STRIPE_KEY", "https://api.stripe.com"),
    "chargebee": ("CHARGEBEE_URL", "CHARGEBEE_KEY", ""),
    "recurly": ("RECURLY_URL", "RECURLY_KEY", "https://v3.recurly.com"),
}


class SettingsError(ValueError):
    """A setting that cannot work; the message names the variable and what to put there."""


@dataclass(frozen=True)
class Provider:
    """The billing system, where it is, and the key to it."""

    name: ProviderName
    url: str
    key: str = field(repr=False)


@dataclass(frozen=True)
class Settings:
    port: int
    token: str = field(repr=False)
    provider: Provider
    zone: ZoneInfo
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
            provider=_provider(env),
            zone=_zone(env, "PRORATA_TIMEZONE"),
            now=env.get("PRORATA_NOW"),
        )


def _provider(env: Mapping[str, str]) -> Provider:
    for name in get_args(ProviderName):
        if name == (env.get("PRORATA_QUOTES") or "embedded"):
            address, key, default = _PROVIDERS[name]
            return Provider(name, _address(env, address, default), _secret(env, key))
    raise SettingsError(f"PRORATA_QUOTES must be one of {', '.join(_PROVIDERS)}")


def _secret(env: Mapping[str, str], name: str) -> str:
    value = env.get(name, "")
    if len(value) < 16:
        raise SettingsError(f"{name} must be set to at least 16 characters")
    if not all("!" <= character <= "~" for character in value):
        raise SettingsError(f"{name} must be printable ASCII without spaces")
    return value


def _address(env: Mapping[str, str], name: str, default: str) -> str:
    try:
        return secure_address(env.get(name) or default)
    except ValueError as error:
        raise SettingsError(f"{name} {error}") from None


def _zone(env: Mapping[str, str], name: str) -> ZoneInfo:
    try:
        return ZoneInfo(env.get(name) or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise SettingsError(f"{name} must be an IANA time zone such as America/Toronto") from None
