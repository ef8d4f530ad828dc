from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.given import say_of_each
from actions.quotes.about import period


class ActionAnswerPeriod(Action):
    """What the price is for: one charge now, then the renewal."""

    def name(self) -> str:
        return "action_answer_period"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        say_of_each(dispatcher, tracker, period)
        return []
