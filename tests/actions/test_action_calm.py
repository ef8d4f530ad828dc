from __future__ import annotations

import asyncio

from rasa_sdk.executor import CollectingDispatcher

from actions.action_calm import ActionCalm
from tests.actions.conftest import Said

ANGRY = {"event": "user", "parse_data": {"intent": {"name": "express_frustration"}}}


def test_one_apology_then_a_person(dispatcher: CollectingDispatcher, said: Said) -> None:
    action = ActionCalm()
    asyncio.run(action.run(dispatcher, said("express_frustration"), {}))
    asyncio.run(action.run(dispatcher, said("express_frustration", events=[ANGRY]), {}))
    assert action.name() == "action_calm"
    assert [message["response"] for message in dispatcher.messages] == [
        "utter_calm",
        "utter_hand_over_frustrated",
    ]
