"""What the account has: seats and renewal date of each subscription."""

from __future__ import annotations

from datetime import date
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.quotes import failure
from actions.quotes.desk import quote_desk
from actions.quotes.port import NO_SUBSCRIPTION, QuoteError, Subscription
from actions.quotes.wording import count, day, response

# Autodesk Account has the rest; longer than this nobody reads a message.
_LISTED_AT_MOST = 20


def named(tracker: Tracker) -> str | None:
    """The product of a question, which is no value of a quote (actions/heard.py)."""
    entities = (tracker.latest_message or {}).get("entities") or []
    return next((str(e["value"]) for e in entities if e["entity"] == "product"), None)


async def say_subscriptions(
    dispatcher: CollectingDispatcher, account: str, product: str | None
) -> None:
    """Those of `product`, all where there are none; or why there is nothing to tell."""
    try:
        found = await quote_desk().ask(lambda provider: provider.subscriptions(account))
        if not found:
            raise QuoteError(NO_SUBSCRIPTION)
    except QuoteError as error:
        remark = failure.remark_on(error)
        dispatcher.utter_message(response=remark.response, **remark.values)
        return
    of_product = [item for item in found if item.product_name == product]
    if product is not None and not of_product:
        dispatcher.utter_message(response="utter_product_not_subscribed", product=product)
    dispatcher.utter_message(
        response="utter_subscriptions", subscriptions=_lines(of_product or found)
    )


def _lines(subscriptions: list[Subscription]) -> dict[str, Any]:
    today = quote_desk().clock().date()
    lines = [_line(item, today) for item in subscriptions[:_LISTED_AT_MOST]]
    return {"type": "list", "lines": True, "items": lines}


def _line(subscription: Subscription, today: date) -> dict[str, Any]:
    kind = "ended" if subscription.renews_on < today else "running"
    return response(
        f"utter_subscription_{kind}",
        product=subscription.product_name,
        subscription=subscription.id,
        seats=count(subscription.seats, "seat"),
        renewal_date=day(subscription.renews_on),
    )
