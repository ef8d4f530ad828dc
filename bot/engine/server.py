"""The bot server's internal port: the terminal channel, probes and metrics; the agent behind all."""

from __future__ import annotations

import asyncio
import gc
from pathlib import Path

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from rasa.core.lock_store import LockStore
from rasa.core.tracker_store import TrackerStore
from rasa.core.utils import AvailableEndpoints
from rasa.shared.core.domain import Domain
from rasa.utils.endpoints import EndpointConfig
from sanic import Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels.terminal import TerminalChannel
from bot.clock import environment_clock
from bot.engine import events, remote_action, slots
from bot.engine.action_client import ActionClient
from bot.engine.agent import Agent
from bot.settings import Settings
from bot.site.assembly import public
from bot.site.probes import Probes

# A message of 10,000 characters, each escaped as 12 bytes, still gets its sentence.
_BODY_LIMIT = 160_000


def build(settings: Settings, model: Path, endpoints: Path) -> Sanic:
    """The internal application, which also runs the public one beside it; ready once `GET /ready`
    answers 200.
    """
    events.install()
    remote_action.install()
    slots.install()
    app = Sanic("prorata", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = _BODY_LIMIT
    app.config.FALLBACK_ERROR_FORMAT = "json"
    app.ctx.probes = None
    app.blueprint(TerminalChannel(settings.terminal_token).blueprint())
    _add_probes(app)

    async def load(app: Sanic, _: asyncio.AbstractEventLoop) -> None:
        clock = environment_clock()
        agent = await _agent(settings, model, endpoints)
        app.ctx.agent = agent
        app.ctx.probes = Probes(agent, agent.tracker_store.engine, clock)
        app.ctx.public = public(settings, agent, app.ctx.probes, clock)
        app.ctx.reception = app.ctx.public.reception
        await app.ctx.public.start()

    async def close(app: Sanic, _: asyncio.AbstractEventLoop) -> None:
        if app.ctx.probes is not None:
            await app.ctx.public.stop()
            await app.ctx.agent.close()

    app.register_listener(load, "before_server_start")
    app.register_listener(close, "after_server_stop")
    return app


async def _agent(settings: Settings, model: Path, endpoints_file: Path) -> Agent:
    endpoints = AvailableEndpoints.read_endpoints(str(endpoints_file))
    agent = Agent(
        generator=endpoints.nlg,
        tracker_store=_tracker_store(endpoints.tracker_store),
        lock_store=LockStore.create(endpoints.lock_store),
        action_endpoint=ActionClient(settings.actions_url, settings.actions_token),
    )
    agent.load_model(model)
    await _warm_up(agent)
    return agent


def _tracker_store(config: EndpointConfig | None) -> TrackerStore:
    store = TrackerStore.create(config, Domain.empty())
    wanted = (config.type if config else None) or "without a type"
    if type(store).__name__ != wanted.rpartition(".")[2]:
        # Rasa falls back to memory when the class cannot be imported: conversations would be lost.
        raise ValueError(f"endpoints.yml: tracker_store {wanted} cannot be loaded")
    return store


async def _warm_up(agent: Agent) -> None:
    """Reads the encoder's weights and fills caches, so that the first customer does not wait."""
    for text in ("How much for 3 more AutoCAD seats?", "Combien pour 3 postes de plus ?"):
        await agent.parse_message(text)
    # What is loaded now lives as long as the process: the collector need not look at it again.
    gc.collect()
    gc.freeze()
    # A turn drops nearly all that it makes: no need to look after every 700 new objects.
    gc.set_threshold(50_000, 20, 50)


def _add_probes(app: Sanic) -> None:
    @app.get("/live")
    async def live(_: Request) -> HTTPResponse:
        return response.json({"status": "live"})

    @app.get("/ready")
    async def ready(request: Request) -> HTTPResponse:
        """The model is loaded, and the store can be written and read."""
        probes = request.app.ctx.probes
        trouble = "starting" if probes is None else probes.trouble()
        if trouble:
            return response.json({"status": trouble}, status=503)
        return response.json({"status": "ready", "model": probes.agent.model_name})

    @app.get("/metrics")
    async def metrics(_: Request) -> HTTPResponse:
        return response.raw(generate_latest(), content_type=CONTENT_TYPE_LATEST)
