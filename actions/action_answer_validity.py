from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.given import given
from actions.quotes.about import validity
from actions.quotes.remark import Remark


class ActionAnswerValidity(Action):
    """Until when the price that was given holds."""

    def name(self) -> str:
        return "action_answer_validity"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        quotes = given(tracker)
        remark = validity(quotes[0]) if quotes else Remark("utter_validity_general")
        dispatcher.utter_message(response=remark.response, **remark.values)
        return []
