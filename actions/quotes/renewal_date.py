"""When a visitor's subscription renews, and dates that change nothing in the price."""

from __future__ import annotations

from datetime import date

from dateutil.relativedelta import relativedelta

from actions.heard import Entity, Heard
from actions.quotes.port import Subscription
from actions.quotes.remark import Remark
from actions.quotes.wording import day

# An estimate is for the one year that ends at the renewal, counted as the calendar does
# (billing/openapi.yaml: "at most one term ahead").
_TERM = relativedelta(years=1)


def heard_renewal_date(
    kept: str | None, heard: Heard, today: date
) -> tuple[str | None, list[Remark]]:
    """ISO. Today is a date as well: the billing system says what becomes of it."""
    named = _named(heard)
    if named is None:
        return kept, []
    if named.role == "unknown":
        return None, []  # action_ask_renewal_date says where it is found
    if named.role is not None:
        return None, [Remark(f"utter_date_{named.role}")]
    renewal = date.fromisoformat(str(named.value))
    if renewal < today:
        return None, [Remark("utter_date_past", {"date": day(renewal)})]
    if renewal - _TERM > today:
        return None, [Remark("utter_date_too_far", {"date": day(renewal)})]
    return renewal.isoformat(), []


def about_purchase(heard: Heard, today: date, renews_on: date | None) -> list[Remark]:
    """Every price is that of a purchase made today; who means to buy later should know it."""
    planned = [str(entity.value) for entity in heard.all("date") if entity.role == "purchase"]
    return _about_days(planned, today, renews_on)


def about_days(heard: Heard, today: date, renews_on: date | None) -> list[Remark]:
    """The same of a subscriber, whose renewal is known: any other day can only be the purchase's."""
    roles = ("purchase",) if heard.names_renewal else ("purchase", "partial", None)
    days = [entity for entity in heard.all("date") if entity.role in roles]
    own = renews_on.isoformat() if renews_on else None
    planned = [str(day.value) for day in days if day.role == "purchase" or day.value != own]
    return _about_days(planned, today, renews_on)


def _about_days(planned: list[str], today: date, renews_on: date | None) -> list[Remark]:
    # A month alone, "2027-03", begins with its first day.
    days = [f"{value}-01"[: len("2027-03-01")] for value in planned]
    if renews_on is not None and any(first >= renews_on.isoformat() for first in days):
        return [Remark("utter_price_of_today_renewed", {"renewal_date": day(renews_on)})]
    late = any(first > today.isoformat() for first in days)
    return [Remark("utter_price_of_today")] if late else []


def about_renewal(heard: Heard, subscription: Subscription | None) -> list[Remark]:
    """A subscription renews on its own date, whichever is named."""
    named = _named(heard)
    if named is None or subscription is None or not heard.names_renewal:
        return []
    renews_on = subscription.renews_on
    if named.role not in (None, "partial") or renews_on.isoformat().startswith(str(named.value)):
        return []
    return [Remark("utter_date_of_subscription", {"renewal_date": day(renews_on)})]


def _named(heard: Heard) -> Entity | None:
    found = [entity for entity in heard.all("date") if entity.role != "purchase"]
    return found[-1] if found else None
