from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import ACTION_LISTEN_NAME

from actions.turns import TRIES, given_up, not_understood_in_a_row


class ActionRephrase(Action):
    """Asks to say it another way, with examples where no quote is being worked out."""

    def name(self) -> str:
        return "action_rephrase"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        if not_understood_in_a_row(tracker) + 1 >= TRIES:
            dispatcher.utter_message(response="utter_hand_over_not_understood")
            return given_up()
        form = tracker.active_loop_name
        dispatcher.utter_message(response="utter_rephrase_in_quote" if form else "utter_rephrase")
        # As the policy's fallback this action would otherwise be predicted again and again.
        return [FollowupAction(form or ACTION_LISTEN_NAME)]
