from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.given import given
from actions.quotes.about import in_currency
from actions.quotes.remark import Remark


class ActionAnswerCurrency(Action):
    """Which dollars those are; without a price, why a site shows the currency that it does."""

    def name(self) -> str:
        return "action_answer_currency"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        quotes = given(tracker)
        remark = in_currency(quotes[0]) if quotes else Remark("utter_faq_region_site")
        dispatcher.utter_message(response=remark.response, **remark.values)
        return []
