from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.given import GIVEN
from actions.quotes.draft import Draft
from actions.validate_quote_form import draft_of


class ActionDropQuote(Action):
    """Forgets the running quote and says so; says as much when there is none."""

    def name(self) -> str:
        return "action_drop_quote"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        running = _form_was_open(tracker) or any(asdict(draft_of(tracker)).values())
        dispatcher.utter_message(
            response="utter_cancelled" if running else "utter_nothing_to_cancel"
        )
        forgotten = [SlotSet(field.name, None) for field in fields(Draft)]
        return [*forgotten, SlotSet("quoted", False), SlotSet(GIVEN, None)]


def _form_was_open(tracker: Tracker) -> bool:
    """The rule has closed the form right before: it shows in the events of this turn."""
    for event in reversed(tracker.events):
        if event.get("event") == "user":
            return False
        if event.get("event") == "active_loop":
            return True
    return False
