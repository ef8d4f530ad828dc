from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.given import given
from actions.quotes.about import tax


class ActionAnswerTax(Action):
    """Whether the price that was given has tax in it; without one, what holds for every price."""

    def name(self) -> str:
        return "action_answer_tax"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        statuses = {tax(quote) for quote in given(tracker)}
        status = statuses.pop() if len(statuses) == 1 else "general"
        dispatcher.utter_message(response=f"utter_about_tax_{status}")
        return []
