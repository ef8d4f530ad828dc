from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.action_ask_currency import ActionAskCurrency
from tests.actions.conftest import Said
from tests.actions.loopback import answer, listening


@pytest.mark.usefixtures("billing")
@pytest.mark.parametrize(
    ("product", "offered"), [("Revit", ["CAD", "EUR", "GBP", "USD"]), ("Netfabb", [])]
)
def test_a_button_for_each_currency_of_the_product(
    dispatcher: CollectingDispatcher, said: Said, product: str, offered: list[str]
) -> None:
    action = ActionAskCurrency()
    tracker = said("inform", slots={"product": product})
    assert asyncio.run(action.run(dispatcher, tracker, {})) == []
    (message,) = dispatcher.messages
    assert (action.name(), message["response"]) == ("action_ask_currency", "utter_ask_currency")
    shown = [option["values"]["name"] for option in message["options"]]
    assert shown == [{"type": "currency", "code": code, "initial": True} for code in offered]
    payloads = [option["payload"] for option in message["options"]]
    assert payloads == [f'/inform{{"currency": "{code}"}}' for code in offered]


@pytest.mark.usefixtures("billing")
def test_dollars_are_canadian_or_american(dispatcher: CollectingDispatcher, said: Said) -> None:
    tracker = said("inform", slots={"product": "Revit"}, currency=("dollars", "dollars"))
    asyncio.run(ActionAskCurrency().run(dispatcher, tracker, {}))
    (message,) = dispatcher.messages
    assert message["response"] == "utter_ask_dollars"
    assert [option["values"]["name"]["code"] for option in message["options"]] == ["CAD", "USD"]


def test_without_the_service_the_question_still_stands(
    dispatcher: CollectingDispatcher, said: Said, ask_at: Callable[[str], None]
) -> None:
    with listening(answer(status=500, body={})) as peer:
        ask_at(peer.url)
        asyncio.run(ActionAskCurrency().run(dispatcher, said("inform"), {}))
    assert dispatcher.messages[0]["options"] == []
