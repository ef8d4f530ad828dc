"""For how long the subscription is bought at a time, and what an estimate can be made of."""

from __future__ import annotations

from typing import TypeGuard

from actions.heard import Heard
from actions.quotes.port import Subscription, Term
from actions.quotes.remark import Remark

# The catalogue's prices, and so every estimate, are for a year.
_ESTIMATED: Term = "year"

_NAMED_OTHERWISE: dict[Term, str] = {
    "month": "utter_term_of_subscription_month",
    "year": "utter_term_of_subscription_year",
    "years": "utter_term_of_subscription_years",
}


def heard_term(kept: str | None, heard: Heard) -> str | None:
    named = heard.last("term")
    return str(named.value) if named else kept


def not_estimated(term: str | None) -> TypeGuard[str]:
    """True for a visitor's subscription of which any estimate would be a wrong figure."""
    return term is not None and term != _ESTIMATED


def about_term(heard: Heard, subscription: Subscription | None) -> list[Remark]:
    """A subscription runs for its own term, whichever is named."""
    named = heard.last("term")
    if named is None or subscription is None or subscription.term in (None, named.value):
        return []
    return [Remark(_NAMED_OTHERWISE[subscription.term])]
