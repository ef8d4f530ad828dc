from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turns import not_understood_in_a_row

# The third message in a row that is not understood goes to a person.
TRIES = 3


class ActionRephrase(Action):
    """Asks to say it another way, with examples."""

    def name(self) -> str:
        return "action_rephrase"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        gives_up = not_understood_in_a_row(tracker) + 1 >= TRIES
        dispatcher.utter_message(
            response="utter_hand_over_not_understood" if gives_up else "utter_rephrase"
        )
        return []
