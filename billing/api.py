"""One handler for each operation of `openapi.yaml`.

The database blocks, so everything that asks it runs in a worker thread.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass

from aiohttp import web
from sqlalchemy.engine import Engine

from billing.catalogue import Product, get_product, list_products
from billing.contract import Contract
from billing.errors import invalid
from billing.estimates import make_estimate
from billing.fields import is_name
from billing.instants import Clock
from billing.payloads import parse_estimate_request, parse_quote_request
from billing.quote_store import QuoteStore
from billing.representations import Json, estimate_json, product_json, subscription_json
from billing.subscriptions import Subscription, get_subscription, list_subscriptions

MIN_IDEMPOTENCY_KEY = 8


@dataclass(frozen=True)
class Api:
    engine: Engine
    quotes: QuoteStore
    clock: Clock
    contract: Contract

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/v1/healthz", self.get_health),
            web.get("/v1/openapi.yaml", self.get_contract_yaml),
            web.get("/v1/openapi.json", self.get_contract_json),
            web.get("/v1/products", self.get_products),
            web.get("/v1/subscriptions", self.get_subscriptions),
            web.get("/v1/subscriptions/{subscription_id}", self.get_subscription),
            web.post("/v1/proration-estimates", self.post_estimate),
            web.post("/v1/proration-quotes", self.post_quote),
            web.get("/v1/proration-quotes/{quote_id}", self.get_quote),
        ]

    async def get_health(self, _request: web.Request) -> web.Response:
        return _json({"status": "ok", "mode": "demo"})

    async def get_contract_yaml(self, _request: web.Request) -> web.Response:
        return web.Response(text=self.contract.yaml_text, content_type="application/yaml")

    async def get_contract_json(self, _request: web.Request) -> web.Response:
        return _json(self.contract.json_text)

    async def get_products(self, _request: web.Request) -> web.Response:
        def read() -> list[Product]:
            with self.engine.connect() as db:
                return list_products(db)

        products = await asyncio.to_thread(read)
        return _json({"data": [product_json(product) for product in products]})

    async def get_subscriptions(self, request: web.Request) -> web.Response:
        account_id = _account_id(request)

        def read() -> list[Subscription]:
            with self.engine.connect() as db:
                return list_subscriptions(db, account_id, self.clock())

        found = await asyncio.to_thread(read)
        return _json({"data": [subscription_json(subscription) for subscription in found]})

    async def get_subscription(self, request: web.Request) -> web.Response:
        account_id = _account_id(request)
        subscription_id = request.match_info["subscription_id"]

        def read() -> Subscription:
            with self.engine.connect() as db:
                return get_subscription(db, account_id, subscription_id, self.clock())

        return _json(subscription_json(await asyncio.to_thread(read)))

    async def post_estimate(self, request: web.Request) -> web.Response:
        asked = parse_estimate_request(await _body(request))

        def read() -> Product:
            with self.engine.connect() as db:
                return get_product(db, asked.product_id)

        product = await asyncio.to_thread(read)
        return _json(estimate_json(make_estimate(asked, product, self.clock())))

    async def post_quote(self, request: web.Request) -> web.Response:
        account_id = _account_id(request)
        key = _header(request, "Idempotency-Key", MIN_IDEMPOTENCY_KEY)
        asked = parse_quote_request(await _body(request))
        stored = await asyncio.to_thread(self.quotes.create, account_id, key, asked, self.clock())
        return _json(stored.body, 201, {"Location": f"/v1/proration-quotes/{stored.id}"})

    async def get_quote(self, request: web.Request) -> web.Response:
        account_id = _account_id(request)
        quote_id = request.match_info["quote_id"]
        body = await asyncio.to_thread(self.quotes.get, account_id, quote_id, self.clock())
        return _json(body)


def _json(
    value: Json | str, status: int = 200, headers: Mapping[str, str] | None = None
) -> web.Response:
    """A value, or what is JSON already. As bytes: JSON is UTF-8 and takes no charset."""
    text = value if isinstance(value, str) else json.dumps(value)
    return web.Response(
        status=status, body=text.encode(), content_type="application/json", headers=headers
    )


def _account_id(request: web.Request) -> str:
    """The signed-in customer on whose behalf the caller asks."""
    return _header(request, "X-Account-Id", 1)


def _header(request: web.Request, name: str, min_length: int) -> str:
    value = request.headers.get(name, "")
    if len(value) < min_length or not is_name(value):
        raise invalid(name, f"{min_length} to 64 printable ASCII characters are required")
    return value


async def _body(request: web.Request) -> bytes:
    if request.content_type != "application/json":
        raise invalid("Content-Type", "not application/json")
    return await request.read()
