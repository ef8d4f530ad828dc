"""Every platform that there is, and those of them that are configured."""

from __future__ import annotations

from collections.abc import Mapping

from bot.channels.messaging.platform import Kit
from bot.channels.messaging.platforms import (
    messenger,
    slack,
    telegram,
    twilio_sms,
    twilio_whatsapp,
    whatsapp,
)
from bot.clock import environment_clock

KITS: tuple[Kit, ...] = (messenger, slack, telegram, twilio_sms, twilio_whatsapp, whatsapp)


class Misconfigured(ValueError):
    """A platform's variables are set, and cannot work; the message names them."""


def configured(env: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The settings of each platform that has any. Raises Misconfigured."""
    return {kit.NAME: settings_of(kit, env) for kit in KITS if is_wanted(kit, env)}


def is_wanted(kit: Kit, env: Mapping[str, str]) -> bool:
    return any(env.get(name) for name in kit.SETTINGS)


def settings_of(kit: Kit, env: Mapping[str, str]) -> dict[str, str]:
    """Raises Misconfigured."""
    missing = [name for name in kit.SETTINGS if not env.get(name)]
    if missing:
        raise Misconfigured(f"{', '.join(missing)} must be set, too, for the channel {kit.NAME}")
    settings = {name: env[name] for name in kit.SETTINGS}
    settings |= {name: env.get(name) or default for name, default in kit.DEFAULTS.items()}
    try:
        kit.platform(settings, environment_clock())  # now, and not when the server has started
    except ValueError as error:
        raise Misconfigured(str(error)) from None
    return settings


def kit_of(name: str) -> Kit:
    return next(kit for kit in KITS if name == kit.NAME)
