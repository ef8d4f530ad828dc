from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.action_ask_product import option
from actions.quotes.desk import quote_desk
from actions.quotes.port import QuoteError


class ActionAskCurrency(Action):
    """Asks for the currency, with a button for each that the product has a price in."""

    def name(self) -> str:
        return "action_ask_currency"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        wanted = tracker.get_slot("product")
        try:
            products = await quote_desk().ask(lambda provider: provider.products())
        except QuoteError:
            products = []  # the question still stands; the currency can be typed
        sold = next((p.currencies for p in products if p.name == wanted), frozenset())
        dispatcher.utter_message(
            response="utter_ask_currency",
            options=[option("currency", code, _name(code)) for code in sorted(sold)],
        )
        return []


def _name(code: str) -> dict[str, Any]:
    return {"type": "currency", "code": code, "initial": True}
