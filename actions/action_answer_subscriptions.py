from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import Heard
from actions.own_subscriptions import named, say_subscriptions


class ActionAnswerSubscriptions(Action):
    """Seats and renewal date of each of the customer's own subscriptions, of one product if named."""

    def name(self) -> str:
        return "action_answer_subscriptions"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        account = Heard.of(tracker).account
        if account is None:
            dispatcher.utter_message(response="utter_subscriptions_need_sign_in")
        else:
            await say_subscriptions(dispatcher, account, named(tracker))
        return []
