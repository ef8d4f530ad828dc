from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.action_ask_product import option
from actions.heard import Heard
from actions.quotes.currency import DOLLARS
from actions.quotes.desk import quote_desk
from actions.quotes.port import QuoteError
from actions.quotes.wording import currency


class ActionAskCurrency(Action):
    """Asks for the currency, with a button for each that the product has a price in; of "dollars",
    asks which.
    """

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
        named = Heard.of(tracker).last("currency")
        dollars = sold & DOLLARS if named is not None and named.role == "dollars" else None
        dispatcher.utter_message(
            response="utter_ask_dollars" if dollars else "utter_ask_currency",
            options=[
                option("currency", code, currency(code, initial=True))
                for code in sorted(dollars or sold)
            ],
        )
        return []
