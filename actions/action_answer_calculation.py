from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.given import say_of_each
from actions.quotes.about import calculation

_DOUBTS = "contest_figure"


class ActionAnswerCalculation(Action):
    """How the amount came about, number by number; a doubted one can be taken to a person."""

    def name(self) -> str:
        return "action_answer_calculation"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        say_of_each(dispatcher, tracker, calculation)
        if (tracker.latest_message.get("intent") or {}).get("name") == _DOUBTS:
            dispatcher.utter_message(response="utter_figure_contested")
        return []
