"""Against the real billing service: a customer's own subscriptions, and nobody else's."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.action_answer_subscriptions import ActionAnswerSubscriptions
from tests.actions.conftest import Said
from tests.actions.loopback import answer, listening

ASKED = "ask_own_subscriptions"


def messages(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[dict[str, Any]]:
    assert asyncio.run(ActionAnswerSubscriptions().run(dispatcher, tracker, {})) == []
    found: list[dict[str, Any]] = dispatcher.messages
    return found


def listed(message: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Kind of line, subscription and product."""
    assert message["response"] == "utter_subscriptions"
    assert message["subscriptions"]["lines"] is True
    return [
        (item["name"], item["values"]["subscription"], item["values"]["product"])
        for item in message["subscriptions"]["items"]
    ]


@pytest.mark.usefixtures("billing")
def test_each_is_a_line(dispatcher: CollectingDispatcher, said: Said) -> None:
    (message,) = messages(dispatcher, said(ASKED, account="demo-montreal"))
    running = "utter_subscription_running"
    assert listed(message) == [(running, "sub_demo_2", "Revit"), (running, "sub_demo_1", "AutoCAD")]
    assert message["subscriptions"]["items"][1]["values"] == {
        "product": "AutoCAD",
        "subscription": "sub_demo_1",
        "seats": {"type": "count", "unit": "seat", "number": 10},
        "renewal_date": {"type": "date", "date": "2027-01-15"},
    }
    assert ActionAnswerSubscriptions().name() == "action_answer_subscriptions"


@pytest.mark.usefixtures("billing")
def test_of_the_product_that_is_named(dispatcher: CollectingDispatcher, said: Said) -> None:
    tracker = said(ASKED, account="demo-montreal", product="AutoCAD")
    (message,) = messages(dispatcher, tracker)
    assert [product for _, _, product in listed(message)] == ["AutoCAD"]


@pytest.mark.usefixtures("billing")
def test_of_a_product_that_the_customer_does_not_have(
    dispatcher: CollectingDispatcher, said: Said
) -> None:
    refused, message = messages(dispatcher, said(ASKED, account="demo-lyon", product="Maya LT"))
    assert (refused["response"], refused["product"]) == ("utter_product_not_subscribed", "Maya LT")
    assert len(listed(message)) == 1


@pytest.mark.usefixtures("billing")
def test_what_has_ended_does_not_renew(dispatcher: CollectingDispatcher, said: Said) -> None:
    (message,) = messages(dispatcher, said(ASKED, account="demo-odd"))
    kinds = {kind for kind, _, _ in listed(message)}
    assert kinds == {"utter_subscription_running", "utter_subscription_ended"}


def test_nobody_is_signed_in(dispatcher: CollectingDispatcher, said: Said) -> None:
    (message,) = messages(dispatcher, said(ASKED))
    assert message["response"] == "utter_subscriptions_need_sign_in"


@pytest.mark.parametrize(
    ("peer", "response"),
    [
        (answer(status=200, body={"data": []}), "utter_no_quote_no_subscription"),
        (answer(status=500, body={}), "utter_no_quote_unavailable"),
    ],
)
def test_nothing_to_tell(
    dispatcher: CollectingDispatcher,
    said: Said,
    ask_at: Callable[[str], None],
    peer: Any,
    response: str,
) -> None:
    with listening(peer) as service:
        ask_at(service.url)
        (message,) = messages(dispatcher, said(ASKED, account="demo-montreal"))
    assert message["response"] == response
