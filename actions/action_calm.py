from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turns import times_heard


class ActionCalm(Action):
    """Apologises once; the second angry message goes to a person."""

    def name(self) -> str:
        return "action_calm"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        again = times_heard(tracker, "express_frustration") > 1
        dispatcher.utter_message(response="utter_hand_over_frustrated" if again else "utter_calm")
        return []
