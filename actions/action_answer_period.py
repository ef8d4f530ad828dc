from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.given import given
from actions.quotes.about import period
from actions.quotes.remark import Remark


class ActionAnswerPeriod(Action):
    """What the price is for: one charge now, then the renewal."""

    def name(self) -> str:
        return "action_answer_period"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        remarks = [period(quote) for quote in given(tracker)]
        for remark in remarks or [Remark("utter_faq_proration")]:
            dispatcher.utter_message(response=remark.response, **remark.values)
        return []
