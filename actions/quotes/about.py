"""What can be said of a quote after it was given, from the values that it was said with
(actions/quotes/wording.py) and nothing else.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from actions.quotes.remark import Remark
from actions.quotes.wording import count, currency, day, response

Values = dict[str, Any]

_DAY = "day"
# What is paid at each renewal of a term (actions/quotes/full_term.py).
_EVERY = {
    "utter_term_month": "utter_every_month",
    "utter_term_year": "utter_every_year",
    "utter_term_three_years": "utter_every_three_years",
}


def tax(quote: Values) -> str:
    """A TaxStatus (actions/quotes/port.py)."""
    return str(quote["tax"]["name"]).split("_", 2)[2]


def calculation(quote: Values) -> Remark:
    """How the amount came about; that it is the billing system's own where it does not say how."""
    if not _counts_days(quote):
        return Remark("utter_calculation_live", quote)
    remaining = quote["remaining"]["number"]
    first_day = date.fromisoformat(quote["renewal_date"]["date"]) - timedelta(days=remaining)
    name = "utter_calculation" if _share(quote) == _due(quote) else "utter_calculation_about"
    return Remark(name, {**quote, "days": count(remaining, _DAY), "first_day": day(first_day)})


def period(quote: Values) -> Remark:
    """What is paid once, and what comes at each renewal."""
    if not _counts_days(quote):
        return Remark("utter_period_live", quote)
    every = _EVERY.get(quote["term"]["name"], "utter_every_term")
    return Remark("utter_period", {**quote, "term": response(every)})


def renewal_of(quote: Values) -> Remark:
    """What the renewal comes to: as the quote said it, where it has said it."""
    return Remark("utter_renewal", quote)


def seats_at_renewal(quote: Values) -> int:
    return int(quote["seats_after"]["number"])


def validity(quote: Values) -> Remark:
    """Until when; an estimate is never a price that holds."""
    return Remark("utter_validity" if "valid_until" in quote else "utter_validity_estimate", quote)


def in_currency(quote: Values) -> Remark:
    """Named in full: "$" alone leaves open whose dollars they are."""
    return Remark("utter_about_currency", {"currency": currency(quote["due_now"]["currency"])})


def _counts_days(quote: Values) -> bool:
    return "total" in quote and quote["total"]["unit"] == _DAY


def _due(quote: Values) -> Decimal:
    return Decimal(quote["due_now"]["amount"])


def _share(quote: Values) -> Decimal:
    """The unit price's share for the time left, rounded as the amount is written."""
    full_term = Decimal(quote["unit_price"]["amount"]) * quote["seats"]["number"]
    share = full_term * quote["remaining"]["number"] / quote["total"]["number"]
    return share.quantize(_due(quote), ROUND_HALF_UP)
