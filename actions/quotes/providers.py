"""Which billing system answers: chosen and configured by the environment (actions/settings.py)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from actions.clock import Clock
from actions.quotes import chargebee, embedded, recurly, stripe
from actions.quotes.client import BillingClient, Refusals
from actions.quotes.exchange import Exchange
from actions.quotes.live import Setting, basic
from actions.quotes.port import QuoteProvider
from actions.settings import Settings

Open = Callable[[Exchange], QuoteProvider]
"""A provider for one question."""


@dataclass(frozen=True)
class _Adapter:
    headers: Mapping[str, str]
    refusals: Refusals
    open: Open


def configured(settings: Settings, clock: Clock) -> tuple[BillingClient, Open]:
    adapter = _adapter(settings, Setting(clock, settings.zone))
    chosen = settings.provider
    client = BillingClient(chosen.name, chosen.url, adapter.headers, adapter.refusals)
    return client, adapter.open


def _adapter(settings: Settings, setting: Setting) -> _Adapter:
    chosen = settings.provider
    bearer, user = f"Bearer {chosen.key}", basic(chosen.key)
    if chosen.name == "stripe":
        return _Adapter(
            {"Authorization": bearer, "Stripe-Version": stripe.VERSION},
            stripe.refusals,
            partial(stripe.StripeProvider, setting=setting),
        )
    if chosen.name == "chargebee":
        is_demo = chargebee.is_test_site(chosen.url)
        return _Adapter(
            {"Authorization": user},
            chargebee.refusals,
            partial(chargebee.ChargebeeProvider, setting=setting, is_demo=is_demo),
        )
    if chosen.name == "recurly":
        return _Adapter(
            {"Authorization": user, "Accept": recurly.ACCEPT},
            recurly.refusals,
            partial(recurly.RecurlyProvider, setting=setting),
        )
    return _Adapter({"Authorization": bearer}, embedded.refusals, embedded.EmbeddedProvider)
