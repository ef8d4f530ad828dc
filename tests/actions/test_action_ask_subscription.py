from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.action_ask_subscription import ActionAskSubscription
from tests.actions.conftest import Said
from tests.actions.loopback import answer, listening


@pytest.mark.usefixtures("billing")
def test_a_button_for_each_subscription(dispatcher: CollectingDispatcher, said: Said) -> None:
    action = ActionAskSubscription()
    assert asyncio.run(action.run(dispatcher, said("inform", account="demo-montreal"), {})) == []
    (message,) = dispatcher.messages
    assert (action.name(), message["response"]) == (
        "action_ask_subscription",
        "utter_ask_subscription",
    )
    assert {
        "response": "utter_option_subscription",
        "payload": '/inform{"subscription_id": "sub_demo_1"}',
        "values": {
            "product": "AutoCAD",
            "seats": {"type": "count", "unit": "seat", "number": 10},
            "renewal_date": {"type": "date", "date": "2027-01-15"},
        },
    } in message["options"]


@pytest.mark.parametrize("account", [None, "demo-montreal"])
def test_without_the_service_the_question_still_stands(
    dispatcher: CollectingDispatcher,
    said: Said,
    ask_at: Callable[[str], None],
    account: str | None,
) -> None:
    with listening(answer(status=500, body={})) as peer:
        ask_at(peer.url)
        asyncio.run(ActionAskSubscription().run(dispatcher, said("inform", account=account), {}))
    (message,) = dispatcher.messages
    assert (message["response"], message["options"]) == ("utter_ask_subscription", [])
