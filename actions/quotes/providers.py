"""Which billing system answers: chosen and configured by the environment (actions/settings.py)."""

from __future__ import annotations

from collections.abc import Callable

from actions.clock import Clock
from actions.quotes import embedded
from actions.quotes.client import BillingClient
from actions.quotes.exchange import Exchange
from actions.quotes.port import QuoteProvider
from actions.settings import Settings

Open = Callable[[Exchange], QuoteProvider]
"""A provider for one question."""


def configured(settings: Settings, clock: Clock) -> tuple[BillingClient, Open]:
    client = BillingClient(
        "embedded",
        settings.billing_url,
        {"Authorization": f"Bearer {settings.billing_key}"},
        embedded.refusals,
    )
    return client, embedded.EmbeddedProvider
