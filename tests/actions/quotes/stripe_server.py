"""Stripe as it was recorded, changed as a test says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from actions.quotes.exchange import Exchange
from actions.quotes.stripe import StripeProvider, refusals
from tests.actions.loopback import Peer
from tests.actions.quotes.conftest import Clocks, client_of
from tests.actions.quotes.live_server import SETTING, Routes, changed, recorded

SUBSCRIPTION, PREVIEW = "stripe_subscription", "stripe_preview"

Serve = Callable[..., tuple[StripeProvider, Peer]]


def serving(peer: Callable[..., Peer], clocks: Clocks) -> Serve:
    """`serve(routes, subscription=changes, preview=changes)`: the provider and its server."""

    def serve(
        routes: Routes | None = None,
        subscription: Mapping[str, Any] | None = None,
        preview: Mapping[str, Any] | None = None,
    ) -> tuple[StripeProvider, Peer]:
        routes = (routes or Routes()).on(
            "GET", "/v1/subscriptions/sub_1", changed(recorded(SUBSCRIPTION), subscription or {})
        )
        routes.on("POST", "/v1/invoices/create_preview", changed(recorded(PREVIEW), preview or {}))
        listening = peer(route=routes)
        client = client_of(listening.url, timing=clocks.timing, refusals=refusals)
        return StripeProvider(Exchange(client), SETTING), listening

    return serve
