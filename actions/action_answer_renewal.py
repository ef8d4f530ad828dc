from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.given import given
from actions.heard import Heard
from actions.own_subscriptions import named, say_subscriptions
from actions.quotes.about import renewal_of, seats_at_renewal


class ActionAnswerRenewal(Action):
    """What the renewal will cost, where the quote says it; else what is known of it and who knows
    the amount. Nothing is worked out: the price of a renewal is the billing system's to say.
    """

    def name(self) -> str:
        return "action_answer_renewal"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        product, seats = named(tracker), _seats(tracker)
        known = [
            quote
            for quote in given(tracker)
            if "renewal_amount" in quote and product in (None, quote["product"])
        ]
        asked = [quote for quote in known if seats in (None, seats_at_renewal(quote))]
        account = Heard.of(tracker).account
        if not known and account is not None:
            await say_subscriptions(dispatcher, account, product)
        for quote in asked or known:
            remark = renewal_of(quote)
            dispatcher.utter_message(response=remark.response, **remark.values)
        if not asked:
            dispatcher.utter_message(response="utter_renewal_not_known")
        return []


def _seats(tracker: Tracker) -> int | None:
    """How many seats the question is about; they are none to add, whatever their role."""
    entities = (tracker.latest_message or {}).get("entities") or []
    numbers = (e["value"] for e in entities if e["entity"] == "seats")
    return next((number for number in numbers if isinstance(number, int)), None)
