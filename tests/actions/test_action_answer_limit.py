from __future__ import annotations

import asyncio

from rasa_sdk.executor import CollectingDispatcher

from actions.action_answer_limit import ActionAnswerLimit
from tests.actions.conftest import Said


def test_the_limit_is_the_one_of_our_own_prices(
    dispatcher: CollectingDispatcher, said: Said
) -> None:
    action = ActionAnswerLimit()
    assert asyncio.run(action.run(dispatcher, said("ask_limit"), {})) == []
    (message,) = dispatcher.messages
    assert message["response"] == "utter_about_limit"
    assert message["limit"] == {"type": "count", "unit": "seat", "number": 200}
    assert action.name() == "action_answer_limit"
