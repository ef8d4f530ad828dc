"""Is this process alive, and can it answer? For whatever watches over it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from aiohttp import web
from sqlalchemy.engine import Engine

from bot.clock import Clock
from bot.store.probe import write_and_read


@dataclass
class Probes:
    """`agent` is Rasa's, once it is loaded; its store is written and read at every question."""

    agent: Any
    engine: Engine
    clock: Clock

    def trouble(self) -> str | None:
        """Why it is not ready, in a word for the log; None where it is."""
        try:
            if not self.agent.is_ready():
                return "no model"
            write_and_read(self.engine, self.clock)
        except Exception as failure:
            return type(failure).__name__
        return None


def routes(probes: Probes) -> list[web.RouteDef]:
    """On the public port without a word about the inside."""

    async def live(_: web.Request) -> web.Response:
        return web.json_response({"status": "live"})

    async def ready(_: web.Request) -> web.Response:
        trouble = probes.trouble()
        status = "not ready" if trouble else "ready"
        return web.json_response({"status": status}, status=503 if trouble else 200)

    return [web.get("/live", live), web.get("/ready", ready)]
