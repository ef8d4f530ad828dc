from __future__ import annotations

from datetime import timedelta
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import Heard
from actions.quotes.desk import quote_desk
from actions.quotes.wording import day

# Far enough ahead to be plainly an example.
_AHEAD = timedelta(days=120)


class ActionAskRenewalDate(Action):
    """Asks for the renewal date, with an example in the customer's own date format; who does not
    know it is told where it is found.
    """

    def name(self) -> str:
        return "action_ask_renewal_date"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        named = Heard.of(tracker).last("date")
        if named is not None and named.role == "unknown":
            dispatcher.utter_message(response="utter_ask_renewal_date_unknown")
            return []
        example = quote_desk().clock().date() + _AHEAD
        dispatcher.utter_message(response="utter_ask_renewal_date", example_date=day(example))
        return []
