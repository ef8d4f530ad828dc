"""Rasa's server built our way: our agent, our channels, probes, and nothing else that listens."""

from __future__ import annotations

import asyncio
import gc
import logging
from pathlib import Path
from typing import cast

from rasa.core.channels.channel import InputChannel, UserMessage
from rasa.core.lock_store import LockStore
from rasa.core.tracker_store import TrackerStore
from rasa.core.utils import AvailableEndpoints
from rasa.shared.core.domain import Domain
from rasa.shared.utils.io import read_config_file
from rasa.utils.endpoints import EndpointConfig
from sanic import Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels.terminal import TerminalChannel
from bot.engine import events, remote_action, slots
from bot.engine.action_client import ActionClient
from bot.engine.agent import Agent
from bot.engine.turn import Turn
from bot.settings import Settings

logger = logging.getLogger(__name__)

# A message of 10,000 characters, each escaped as 12 bytes, still gets its sentence.
_BODY_LIMIT = 160_000


def build(settings: Settings, model: Path, endpoints: Path, credentials: Path) -> Sanic:
    """The application; it is ready once `GET /ready` answers 200."""
    events.install()
    remote_action.install()
    slots.install()
    app = Sanic("prorata", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = _BODY_LIMIT
    app.config.FALLBACK_ERROR_FORMAT = "json"
    app.ctx.agent = None
    _open(_channels(credentials), app)
    _add_probes(app)

    async def load(app: Sanic, _: asyncio.AbstractEventLoop) -> None:
        app.ctx.agent = await _agent(settings, model, endpoints)

    async def close(app: Sanic, _: asyncio.AbstractEventLoop) -> None:
        if app.ctx.agent is not None:
            await app.ctx.agent.close()

    app.register_listener(load, "before_server_start")
    app.register_listener(close, "after_server_stop")
    return app


def _open(channels: list[InputChannel], app: Sanic) -> None:
    """As Rasa registers channels, but the handler hands the turn back to the channel."""

    async def handle(message: UserMessage) -> Turn:
        return cast(Turn, await app.ctx.agent.handle_message(message))

    for channel in channels:
        app.blueprint(channel.blueprint(handle), url_prefix=f"/webhooks/{channel.url_prefix()}")


def _channels(credentials: Path) -> list[InputChannel]:
    """Each key of credentials.yml is a channel class of ours; stock channels are not looked up."""
    configured = read_config_file(credentials)
    known = {f"{cls.__module__}.{cls.__name__}": cls for cls in (TerminalChannel,)}
    unknown = set(configured) - set(known)
    if unknown:
        raise ValueError(f"{credentials}: unknown channels {sorted(unknown)}")
    return [known[name].from_credentials(given) for name, given in configured.items()]


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
        """The model is loaded and the store can be read."""
        agent = request.app.ctx.agent
        try:
            if agent is None or not agent.is_ready():
                raise RuntimeError("no model")
            await agent.tracker_store.retrieve("probe")
        except Exception as failure:
            return response.json({"status": type(failure).__name__}, status=503)
        return response.json({"status": "ready", "model": agent.model_name})
