"""`python -m bot channels check`: are the configured platforms set up, here and at their side?"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping

from bot.channels.messaging.addresses import address
from bot.channels.messaging.platform import Kit, Platform
from bot.channels.messaging.registry import KITS, is_wanted
from bot.clock import Clock
from bot.outbound.client import Client
from bot.outbound.outbox import TryAgain
from bot.settings import MessagingSettings, SettingsError

_SHARED = ("PRORATA_PUBLIC_URL", "PRORATA_SIGN_IN_URL")


def check(env: Mapping[str, str], clock: Clock, write: Callable[[str], object]) -> int:
    """Writes a line for each thing that is wrong, and for each channel that is not. 0, or 1 where
    something is. No customer is written to.
    """
    wanted = [kit for kit in KITS if is_wanted(kit, env)]
    if not wanted:
        write("no messaging channel is configured (docs/channels/README.md)")
        return 0
    found = {kit.NAME: asyncio.run(_wrong(kit, env, clock)) for kit in wanted}
    for name, wrong in found.items():
        called = address(env.get("PRORATA_PUBLIC_URL", "").rstrip("/"), name)
        for line in wrong or [f"ok; its webhook is {called}"]:
            write(f"{name}: {line}")
    shared = list(_wrong_for_all(env))
    for line in shared:
        write(line)
    return 1 if shared or any(found.values()) else 0


async def _wrong(kit: Kit, env: Mapping[str, str], clock: Clock) -> list[str]:
    """Of one channel, whatever is wrong with the others."""
    names = (*kit.SETTINGS, *kit.DEFAULTS, *_SHARED)
    try:
        settings = MessagingSettings.from_environment({n: env[n] for n in names if n in env})
    except SettingsError as error:
        return [str(error)]
    platform = kit.platform(settings.platforms[kit.NAME], clock)
    return await _wrong_there(platform, address(settings.public_url, kit.NAME))


async def _wrong_there(platform: Platform, webhook: str) -> list[str]:
    """What the platform itself says of it."""
    client = Client()
    try:
        answer = await client.send(platform.sender.identity())
    except TryAgain as failure:
        return [f"its API cannot be reached: {failure}"]
    finally:
        await client.close()
    try:
        return list(platform.sender.problems(answer, webhook))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError):
        return [f"its API answers something else than it should: HTTP {answer.status}"]


def _wrong_for_all(env: Mapping[str, str]) -> Iterator[str]:
    if env.get("PRORATA_PUBLIC_URL", "").startswith("http://"):
        yield "PRORATA_PUBLIC_URL is not https: platforms call nothing else"
    if env.get("PRORATA_SIGN_IN_URL") and not env.get("PRORATA_IDENTITY_KEY"):
        yield "PRORATA_SIGN_IN_URL needs PRORATA_IDENTITY_KEY: nobody can sign in without it"
