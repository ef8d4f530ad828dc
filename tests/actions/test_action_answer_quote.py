"""Against the real billing service and against peers that fail."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.action_answer_quote import ActionAnswerQuote
from tests.actions.conftest import Said
from tests.actions.loopback import answer, listening

MONTREAL = {"subscription": "sub_demo_1", "seats": 3}
VISITOR = {
    "product": "AutoCAD",
    "seats": 3,
    "currency": "CAD",
    "renewal_date": "2027-01-15",
}


def run(
    dispatcher: CollectingDispatcher, tracker: Any
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """What was said, and the slots that were set."""
    events = asyncio.run(ActionAnswerQuote().run(dispatcher, tracker, {}))
    return dispatcher.messages, {event["name"]: event["value"] for event in events}


def due(amount: str, currency: str = "CAD") -> dict[str, str]:
    return {"type": "money", "amount": amount, "currency": currency}


def spoken(message: dict[str, Any]) -> dict[str, Any]:
    """The values that the amount was said with."""
    beside = {
        "response",
        "quote",
        "options",
        "text",
        "buttons",
        "elements",
        "custom",
        "template",
        "image",
    }
    return {key: value for key, value in message.items() if key not in {*beside, "attachment"}}


def test_its_name() -> None:
    assert ActionAnswerQuote().name() == "action_answer_quote"


@pytest.mark.usefixtures("billing")
def test_a_quote_with_its_card(dispatcher: CollectingDispatcher, said: Said) -> None:
    (message,), slots = run(dispatcher, said("inform", account="demo-montreal", slots=MONTREAL))
    assert message["response"] == "utter_quote"
    assert message["due_now"] == due("887.67")
    assert message["quote"]["due_now"] == "887.67"
    assert message["quote"]["subscription"] == "sub_demo_1"
    assert slots == {"quoted": True, "quote_given": [spoken(message)]}


@pytest.mark.usefixtures("billing")
def test_an_estimate_for_a_visitor(dispatcher: CollectingDispatcher, said: Said) -> None:
    (message,), slots = run(dispatcher, said("inform", slots=VISITOR))
    assert (message["response"], message["due_now"]) == ("utter_estimate", due("887.67"))
    assert message["quote"]["estimate"] is True
    assert slots == {"quoted": True, "quote_given": [spoken(message)]}


@pytest.mark.usefixtures("billing")
@pytest.mark.parametrize("term", ["month", "years"])
def test_what_is_not_yearly_is_not_estimated(
    dispatcher: CollectingDispatcher, said: Said, term: str
) -> None:
    (message,), slots = run(dispatcher, said("inform", slots={**VISITOR, "term": term}))
    assert message["response"] == "utter_no_quote_term"
    assert slots == {"quote_problem": None, "quoted": False, "quote_given": None}
    (message,), _ = run(
        CollectingDispatcher(),
        said("inform", account="demo-montreal", slots={**MONTREAL, "term": term}),
    )
    assert message["response"] == "utter_quote"


@pytest.mark.usefixtures("billing")
def test_a_visitors_renewal_today(dispatcher: CollectingDispatcher, said: Said) -> None:
    (message,), _ = run(dispatcher, said("inform", slots={**VISITOR, "renewal_date": "2026-11-22"}))
    assert message["response"] == "utter_no_quote_renews_today"


@pytest.mark.usefixtures("billing")
def test_two_numbers_are_two_amounts(dispatcher: CollectingDispatcher, said: Said) -> None:
    compared = {**MONTREAL, "seats": [3, 5]}
    (message,), slots = run(dispatcher, said("inform", account="demo-montreal", slots=compared))
    assert message["response"] == "utter_quote_compared"
    assert message["first_due_now"] == due("887.67")
    assert message["second_due_now"] == due("1479.45")
    assert [option["payload"] for option in message["options"]] == [
        '/inform{"seats": 3}',
        '/inform{"seats": 5}',
    ]
    assert slots["quoted"] is True
    assert [given["due_now"] for given in slots["quote_given"]] == [due("887.67"), due("1479.45")]


@pytest.mark.usefixtures("billing")
def test_two_estimates(dispatcher: CollectingDispatcher, said: Said) -> None:
    (message,), _ = run(dispatcher, said("inform", slots={**VISITOR, "seats": [3, 5]}))
    assert message["response"] == "utter_estimate_compared"
    assert message["second_due_now"] == due("1479.45")


@pytest.mark.parametrize("seats", [201, [3, 201]])
def test_a_large_order_is_for_a_person(
    dispatcher: CollectingDispatcher, said: Said, seats: Any
) -> None:
    (message,), slots = run(dispatcher, said("inform", slots={**VISITOR, "seats": seats}))
    assert message["response"] == "utter_hand_over_large_order"
    assert (message["seats"]["number"], message["limit"]["number"]) == (201, 200)
    assert slots == {"seats": None, "seats_total": None}


ORDERS = [{"product": "AutoCAD", "seats": 3}, {"product": "Revit", "seats.add": 2}]


@pytest.mark.usefixtures("billing")
def test_the_other_product_is_a_button_and_part_of_the_total(
    dispatcher: CollectingDispatcher, said: Said
) -> None:
    slots = {**MONTREAL, "orders": ORDERS}
    (quote, together), _ = run(dispatcher, said("inform", account="demo-montreal", slots=slots))
    assert [option["payload"] for option in quote["options"]] == [
        '/request_quote{"product": "Revit", "seats.add": 2}'
    ]
    assert (together["response"], together["total"]) == ("utter_together", due("4142.46"))
    assert len(together["others"]["items"]) == 1


@pytest.mark.usefixtures("billing")
@pytest.mark.parametrize("seats", [[3, 5], 3])
def test_without_a_quote_for_each_there_is_no_total(
    dispatcher: CollectingDispatcher, said: Said, seats: Any
) -> None:
    orders = [ORDERS[0], {"product": "Revit"} if seats == 3 else ORDERS[1]]
    slots = {**MONTREAL, "seats": seats, "orders": orders}
    (message,), _ = run(dispatcher, said("inform", account="demo-montreal", slots=slots))
    assert message["options"][-1]["payload"].startswith('/request_quote{"product": "Revit"')


@pytest.mark.usefixtures("billing")
def test_a_refusal_goes_on_to_the_other_product(
    dispatcher: CollectingDispatcher, said: Said
) -> None:
    slots = {"subscription": "sub_demo_3", "seats": 3, "orders": ORDERS}
    (message,), _ = run(
        dispatcher, said("inform", account="demo-montreal", slots=slots, product="AutoCAD")
    )
    assert message["response"] == "utter_subscription_unknown"
    assert [option["payload"] for option in message["options"]] == [
        '/request_quote{"product": "Revit", "seats.add": 2}'
    ]


@pytest.mark.usefixtures("billing")
@pytest.mark.parametrize(
    ("intent", "quoted", "entities", "again"),
    [
        ("request_quote", True, {}, True),
        ("ask_again", True, {}, True),
        ("request_quote", True, {"seats": 3}, False),
        ("request_quote", False, {}, False),
        ("inform", True, {}, False),
    ],
)
def test_who_asks_again_is_told_how_to_get_another(
    dispatcher: CollectingDispatcher,
    said: Said,
    intent: str,
    quoted: bool,
    entities: dict[str, Any],
    again: bool,
) -> None:
    slots = {**MONTREAL, "quoted": quoted}
    messages, _ = run(dispatcher, said(intent, account="demo-montreal", slots=slots, **entities))
    expected = ["utter_quote", "utter_quote_again"] if again else ["utter_quote"]
    assert [message["response"] for message in messages] == expected


@pytest.mark.usefixtures("billing")
@pytest.mark.parametrize(
    ("account", "subscription", "response"),
    [
        ("demo-odd", "sub_demo_9", "utter_no_quote_ended"),
        ("demo-odd", "sub_demo_10", "utter_no_quote_payment_late"),
        ("demo-odd", "sub_demo_12", "utter_no_quote_not_renewing"),
        ("demo-odd", "sub_demo_7", "utter_no_quote_in_trial"),
        ("demo-odd", "sub_demo_11", "utter_no_quote_not_self_service"),
        ("demo-lyon", "sub_demo_1", "utter_subscription_unknown"),
    ],
)
def test_a_refusal_is_spoken(
    dispatcher: CollectingDispatcher, said: Said, account: str, subscription: str, response: str
) -> None:
    asked = {"subscription": subscription, "seats": 3}
    (message,), slots = run(dispatcher, said("inform", account=account, slots=asked))
    assert message["response"] == response
    assert slots == {"quote_problem": None, "quoted": False, "quote_given": None}


@pytest.mark.usefixtures("billing")
def test_the_problem_of_the_form_is_spoken(dispatcher: CollectingDispatcher, said: Said) -> None:
    problem = {**MONTREAL, "quote_problem": "rate-limited 90"}
    (message,), slots = run(dispatcher, said("inform", slots=problem))
    assert message["response"] == "utter_no_quote_busy_for"
    assert message["wait"] == {"type": "count", "unit": "minute", "number": 2}
    assert slots == {"quote_problem": None, "quoted": False, "quote_given": None}


@pytest.mark.usefixtures("billing")
@pytest.mark.parametrize("missing", ["seats", "product", "currency", "renewal_date"])
def test_an_incomplete_draft_is_no_amount(
    dispatcher: CollectingDispatcher, said: Said, missing: str
) -> None:
    (message,), _ = run(dispatcher, said("inform", slots={**VISITOR, missing: None}))
    assert message["response"] == "utter_no_quote_unavailable"


def test_a_service_that_fails_gives_no_amount(
    dispatcher: CollectingDispatcher, said: Said, ask_at: Callable[[str], None]
) -> None:
    with listening(answer(content=b"<html>")) as peer:
        ask_at(peer.url)
        (message,), _ = run(dispatcher, said("inform", account="demo-montreal", slots=MONTREAL))
    assert message["response"] == "utter_no_quote_unavailable"
    assert "quote" not in message
