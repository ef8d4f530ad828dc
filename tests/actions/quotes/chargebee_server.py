"""Chargebee as it was recorded, changed as a test says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from actions.quotes.chargebee import ChargebeeProvider, refusals
from actions.quotes.exchange import Exchange
from tests.actions.loopback import Peer
from tests.actions.quotes.conftest import Clocks, client_of
from tests.actions.quotes.live_server import SETTING, Routes, changed, recorded

ESTIMATES = "/api/v2/estimates/update_subscription_for_items"

# Where in the estimate.
INVOICE = "estimate.invoice_estimate"
NOTE = "estimate.credit_note_estimates.0"

Serve = Callable[..., tuple[ChargebeeProvider, Peer]]


def serving(peer: Callable[..., Peer], clocks: Clocks) -> Serve:
    """`serve(subscription=changes, estimate=changes, routes)`: the provider and its server."""

    def serve(
        subscription: Mapping[str, Any] | None = None,
        estimate: Mapping[str, Any] | None = None,
        routes: Routes | None = None,
    ) -> tuple[ChargebeeProvider, Peer]:
        of_it = {f"subscription.{path}": value for path, value in (subscription or {}).items()}
        all_routes = (
            Routes()
            .on("GET", "/api/v2/subscriptions", recorded("chargebee_subscriptions"))
            .on("GET", "/api/v2/item_prices", recorded("chargebee_item_prices"))
            .on(
                "GET",
                "/api/v2/subscriptions/sub_1",
                changed(recorded("chargebee_subscription"), of_it),
            )
            .on("POST", ESTIMATES, changed(recorded("chargebee_estimate"), estimate or {}))
        )
        listening = peer(route=routes or all_routes)
        client = client_of(listening.url, timing=clocks.timing, refusals=refusals)
        return ChargebeeProvider(Exchange(client), SETTING, is_demo=False), listening

    return serve
