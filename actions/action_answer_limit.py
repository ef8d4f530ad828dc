from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.quotes.seats import SEATS_AT_MOST
from actions.quotes.wording import count


class ActionAnswerLimit(Action):
    """How many seats may be added at most: no page names a limit, but our own prices have one."""

    def name(self) -> str:
        return "action_answer_limit"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        dispatcher.utter_message(response="utter_about_limit", limit=count(SEATS_AT_MOST, "seat"))
        return []
