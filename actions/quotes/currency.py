"""Which currency an estimate is in: the one that is named, else the one kept, else the region's."""

from __future__ import annotations

from collections.abc import Sequence

from actions.heard import Heard
from actions.quotes.port import Product, Subscription
from actions.quotes.remark import Remark
from actions.quotes.wording import currency

# Where the customer is tells the currency they pay in; they can name another one.
_CURRENCIES = {"CA": "CAD", "US": "USD", "GB": "GBP", "FR": "EUR"}

DOLLARS = frozenset({"CAD", "USD"})


def heard_currency(
    kept: str | None, heard: Heard, product: str | None, products: Sequence[Product]
) -> tuple[str | None, list[Remark]]:
    named = heard.last("currency")
    usual = kept or _CURRENCIES.get(heard.region or "")
    if named is not None and named.role == "unsupported":
        return usual, [_unsupported(usual, products)]
    if named is not None and named.role == "dollars":
        regional = _CURRENCIES.get(heard.region or "")
        return next((code for code in (kept, regional) if code in DOLLARS), None), []
    wanted = str(named.value) if named else usual
    sold = next((p.currencies for p in products if p.name == product), None)
    if wanted is None or sold is None or wanted in sold:
        return wanted, []
    return None, [Remark("utter_currency_unknown", {"product": product})]


def about_currency(heard: Heard, subscription: Subscription | None) -> list[Remark]:
    """A subscription is paid in its own currency, whichever is asked for."""
    named = heard.last("currency")
    if named is None or subscription is None or named.value == subscription.currency:
        return []
    if named.role == "dollars" and subscription.currency in DOLLARS:
        return []
    return [Remark("utter_currency_of_subscription", {"currency": currency(subscription.currency)})]


def _unsupported(usual: str | None, products: Sequence[Product]) -> Remark:
    priced = sorted({code for product in products for code in product.currencies})
    values = {"currencies": {"type": "list", "items": [currency(code) for code in priced]}}
    if usual is None:
        return Remark("utter_currency_unsupported", values)
    return Remark("utter_currency_kept", {**values, "currency": currency(usual)})
