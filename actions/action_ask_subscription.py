from __future__ import annotations

import json
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import Heard
from actions.quotes.desk import quote_desk
from actions.quotes.port import QuoteError, Subscription
from actions.quotes.wording import count, day


class ActionAskSubscription(Action):
    """Asks which subscription, with a button for each: product, seats, renewal date."""

    def name(self) -> str:
        return "action_ask_subscription"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        account = Heard.of(tracker).account or ""
        try:
            found = await quote_desk().ask(lambda provider: provider.subscriptions(account))
        except QuoteError:
            found = []  # the question still stands; the number can be typed
        today = quote_desk().clock().date()
        # One that has ended can still be asked about by its number, and is told so.
        running = [item for item in found if item.renews_on >= today]
        dispatcher.utter_message(
            response="utter_ask_subscription", options=[_option(item) for item in running]
        )
        return []


def _option(subscription: Subscription) -> dict[str, Any]:
    chosen = json.dumps({"subscription_id": subscription.id})
    return {
        "response": "utter_option_subscription",
        "payload": f"/inform{chosen}",
        "values": {
            "product": subscription.product_name,
            "seats": count(subscription.seats, "seat"),
            "renewal_date": day(subscription.renews_on),
        },
    }
