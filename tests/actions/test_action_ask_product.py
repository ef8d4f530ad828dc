from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.action_ask_product import ActionAskProduct, option
from tests.actions.conftest import Said
from tests.actions.loopback import answer, listening


@pytest.mark.usefixtures("billing")
def test_a_button_for_each_product(dispatcher: CollectingDispatcher, said: Said) -> None:
    action = ActionAskProduct()
    assert asyncio.run(action.run(dispatcher, said("inform"), {})) == []
    (message,) = dispatcher.messages
    assert (action.name(), message["response"]) == ("action_ask_product", "utter_ask_product")
    assert option("product", "AutoCAD LT") in message["options"]
    assert len(message["options"]) == 10


def test_without_the_service_the_question_still_stands(
    dispatcher: CollectingDispatcher, said: Said, ask_at: Callable[[str], None]
) -> None:
    with listening(answer(status=500, body={})) as peer:
        ask_at(peer.url)
        asyncio.run(ActionAskProduct().run(dispatcher, said("inform"), {}))
    assert dispatcher.messages[0]["options"] == []


def test_a_button_answers_with_its_value() -> None:
    assert option("product", 'A "B"') == {
        "response": "utter_option_name",
        "payload": '/inform{"product": "A \\"B\\""}',
        "values": {"name": 'A "B"'},
    }
