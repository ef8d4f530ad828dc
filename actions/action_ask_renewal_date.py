from __future__ import annotations

from datetime import timedelta
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.quotes.desk import quote_desk
from actions.quotes.wording import day

# Far enough ahead to be plainly an example.
_AHEAD = timedelta(days=120)


class ActionAskRenewalDate(Action):
    """Asks for the renewal date, with an example in the customer's own date format."""

    def name(self) -> str:
        return "action_ask_renewal_date"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        example = quote_desk().clock().date() + _AHEAD
        dispatcher.utter_message(response="utter_ask_renewal_date", example_date=day(example))
        return []
