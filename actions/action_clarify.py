from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActiveLoop, FollowupAction
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import ACTION_LISTEN_NAME

from actions.heard import Heard
from actions.payload import payload_of, values_in
from actions.turns import TRIES, given_up, not_understood_in_a_row

_FOR_A_PRICE = "request_quote"


class ActionClarify(Action):
    """Offers the two or three likeliest meanings as buttons; gives up as `action_rephrase` does."""

    def name(self) -> str:
        return "action_clarify"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        if not_understood_in_a_row(tracker) + 1 >= TRIES:
            dispatcher.utter_message(response="utter_hand_over_not_understood")
            return given_up()
        offered = tracker.latest_message.get("offered") or []
        options = [
            {
                "response": f"utter_offer_{intent}",
                "payload": payload_of(intent, _said_of_it(intent, tracker)),
                "values": {},
            }
            for intent in offered
        ]
        dispatcher.utter_message(response="utter_clarify", options=options)
        return [*_still_open(tracker.active_loop_name), FollowupAction(ACTION_LISTEN_NAME)]


def _said_of_it(intent: str, tracker: Tracker) -> dict[str, Any]:
    """Who presses the button for a price has already said of what."""
    if intent != _FOR_A_PRICE:
        return {}
    return values_in(Heard.of(tracker, meant=intent).entities)


def _still_open(form: str | None) -> list[dict[str, Any]]:
    """One question at a time: an open form does not ask its own again, but reads what comes next.

    Opening it anew undoes its rejection of this message, after which Rasa would not ask it again.
    """
    return [ActiveLoop(form)] if form else []
