"""The HTTP API as an aiohttp application."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Callable

from aiohttp import web

from billing.api import Api
from billing.contract import load_contract
from billing.database import open_database
from billing.demo import seed
from billing.instants import Clock
from billing.middleware import require_key, trace
from billing.quote_store import QuoteStore
from billing.settings import Settings

MAX_BODY_BYTES = 16 * 1024


def new_quote_id() -> str:
    """`q_` and 128 random bits: nobody guesses another customer's quote."""
    return f"q_{secrets.token_hex(16)}"


def create_app(
    settings: Settings, clock: Clock, new_id: Callable[[], str] = new_quote_id
) -> web.Application:
    """The application on its database, which is opened and seeded here and closed with it.

    Raises SettingsError when the database cannot be opened.
    """
    engine = open_database(settings.database_url)
    seed(engine)

    async def close_database(_app: web.Application) -> AsyncIterator[None]:
        yield
        engine.dispose()

    app = web.Application(
        middlewares=[trace, require_key(settings.key)], client_max_size=MAX_BODY_BYTES
    )
    app.cleanup_ctx.append(close_database)
    quotes = QuoteStore(engine, settings.quote_lifetime, new_id)
    app.add_routes(Api(engine, quotes, clock, load_contract()).routes())
    return app
