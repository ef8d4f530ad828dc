from __future__ import annotations

import json
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.quotes.desk import quote_desk
from actions.quotes.port import QuoteError


class ActionAskProduct(Action):
    """Asks which product, with a button for each of the catalogue."""

    def name(self) -> str:
        return "action_ask_product"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        try:
            names = [p.name for p in await quote_desk().ask(lambda p: p.products())]
        except QuoteError:
            names = []  # the question still stands; the name can be typed
        dispatcher.utter_message(
            response="utter_ask_product", options=[option("product", name) for name in names]
        )
        return []


def option(entity: str, name: str, shown: Any = None) -> dict[str, Any]:
    """A button that answers with one value, shown as it is or as another value."""
    return {
        "response": "utter_option_name",
        "payload": f"/inform{json.dumps({entity: name})}",
        "values": {"name": shown or name},
    }
