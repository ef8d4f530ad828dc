"""The service's settings: the one place of `billing` that reads the environment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from billing.instants import Clock, frozen_clock, parse_instant, system_clock

DEFAULT_DATABASE = "sqlite:///.prorata/billing.db"
MIN_KEY_LENGTH = 16


class SettingsError(Exception):
    """A setting is missing or unusable; the message is one sentence that names it."""


@dataclass(frozen=True)
class Settings:
    """`key` is the bearer service key; `now`, where given, freezes the clock."""

    key: str = field(repr=False)
    database_url: str = field(default=DEFAULT_DATABASE, repr=False)  # may hold a password
    quote_lifetime: timedelta = timedelta(minutes=15)
    now: datetime | None = None

    @property
    def clock(self) -> Clock:
        return system_clock if self.now is None else frozen_clock(self.now)


def load_settings(environ: Mapping[str, str], now: str | None = None) -> Settings:
    """Settings from environment variables; `now`, of the command line, wins over PRORATA_NOW.

    BILLING_KEY (at least 16 characters, required), BILLING_DATABASE (an SQLAlchemy URL),
    BILLING_QUOTE_MINUTES (whole minutes, 15), PRORATA_NOW (an RFC 3339 instant that freezes
    the clock). A variable that is set but empty counts as not set. Raises SettingsError.
    """
    return Settings(
        key=_key(environ.get("BILLING_KEY", "")),
        database_url=environ.get("BILLING_DATABASE") or DEFAULT_DATABASE,
        quote_lifetime=_minutes(environ.get("BILLING_QUOTE_MINUTES") or "15"),
        now=_instant("--now", now) or _instant("PRORATA_NOW", environ.get("PRORATA_NOW")),
    )


def _key(value: str) -> str:
    if len(value) < MIN_KEY_LENGTH:
        raise SettingsError(
            f"BILLING_KEY must be set to a service key of at least {MIN_KEY_LENGTH} characters."
        )
    if not all("!" <= character <= "~" for character in value):
        raise SettingsError("BILLING_KEY must be printable ASCII without spaces.")
    return value


def _minutes(value: str) -> timedelta:
    if not (value.isascii() and value.isdigit() and 1 <= int(value[:5]) <= 1440):
        raise SettingsError("BILLING_QUOTE_MINUTES must be a whole number from 1 to 1440.")
    return timedelta(minutes=int(value))


def _instant(name: str, value: str | None) -> datetime | None:
    if not value:
        return None
    try:
        return parse_instant(value)
    except ValueError as error:
        raise SettingsError(
            f"{name} must be an instant with its UTC offset, such as 2026-09-01T12:00:00Z."
        ) from error
