from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.quotes.draft import Draft
from actions.validate_quote_form import ValidateQuoteForm, draft_of
from tests.actions.conftest import Said
from tests.actions.loopback import answer, listening


def run(dispatcher: CollectingDispatcher, tracker: Any) -> tuple[list[str], dict[str, Any]]:
    """The responses, and the slots that were set."""
    events = asyncio.run(ValidateQuoteForm().run(dispatcher, tracker, {}))
    responses = [message["response"] for message in dispatcher.messages]
    return responses, {event["name"]: event["value"] for event in events}


def test_its_name() -> None:
    assert ValidateQuoteForm().name() == "validate_quote_form"


@pytest.mark.usefixtures("billing")
def test_a_subscriber_is_asked_for_the_subscription(
    dispatcher: CollectingDispatcher, said: Said
) -> None:
    responses, slots = run(dispatcher, said("request_quote", account="demo-montreal", seats=3))
    assert (responses, slots["seats"], slots["requested_slot"]) == ([], 3, "subscription")


@pytest.mark.usefixtures("billing")
def test_everything_at_once_asks_nothing(dispatcher: CollectingDispatcher, said: Said) -> None:
    asked = said("request_quote", account="demo-montreal", seats=3, product="Revit")
    _, slots = run(dispatcher, asked)
    assert (slots["subscription"], slots["seats"]) == ("sub_demo_2", 3)
    assert slots["requested_slot"] is None


@pytest.mark.usefixtures("billing")
def test_a_visitor_is_asked_for_more(dispatcher: CollectingDispatcher, said: Said) -> None:
    _, slots = run(dispatcher, said("request_quote", seats=3, product="Revit"))
    assert (slots["currency"], slots["requested_slot"]) == ("CAD", "renewal_date")


@pytest.mark.usefixtures("billing")
def test_an_account_without_subscriptions_gets_an_estimate(
    dispatcher: CollectingDispatcher, said: Said
) -> None:
    _, slots = run(dispatcher, said("request_quote", account="demo-nobody", seats=3))
    assert slots["requested_slot"] == "product"


@pytest.mark.usefixtures("billing")
def test_what_cannot_be_used_is_remarked_on(dispatcher: CollectingDispatcher, said: Said) -> None:
    asked = said("inform", account="demo-lyon", slots={"seats": 3}, seats=(None, "vague"))
    responses, slots = run(dispatcher, asked)
    assert (responses, slots["seats"]) == (["utter_seats_vague"], None)
    assert slots["requested_slot"] == "seats"


@pytest.mark.usefixtures("billing")
def test_two_numbers_complete_a_draft(dispatcher: CollectingDispatcher, said: Said) -> None:
    _, slots = run(
        dispatcher, said("inform", account="demo-lyon", seats=({"min": 3, "max": 5}, "vague"))
    )
    assert (slots["seats"], slots["requested_slot"]) == ((3, 5), None)


@pytest.mark.usefixtures("billing")
def test_a_message_about_something_else_fills_nothing(
    dispatcher: CollectingDispatcher, said: Said
) -> None:
    """So that Rasa leaves the form, answers the question, and comes back."""
    kept = {"subscription": "sub_demo_1"}
    asked = said("faq_proration", account="demo-montreal", slots=kept, seats=3)
    assert run(dispatcher, asked) == ([], {"requested_slot": "seats"})


@pytest.mark.usefixtures("billing")
def test_the_same_answer_again_counts_as_answered(
    dispatcher: CollectingDispatcher, said: Said
) -> None:
    kept = {"subscription": "sub_demo_3", "seats": 3}
    _, slots = run(dispatcher, said("inform", account="demo-lyon", slots=kept, seats=3))
    assert slots["seats"] == 3


@pytest.mark.usefixtures("billing")
def test_a_visitor_has_no_subscription_to_name(
    dispatcher: CollectingDispatcher, said: Said
) -> None:
    responses, slots = run(dispatcher, said("request_quote", subscription_id="sub_demo_1"))
    assert responses == ["utter_subscription_needs_sign_in"]
    assert (slots["subscription"], slots["requested_slot"]) == (None, "product")


@pytest.mark.usefixtures("billing")
def test_of_two_products_the_first_is_worked_out_and_named(
    dispatcher: CollectingDispatcher, said: Said
) -> None:
    text = "3 Revit and 5 AutoCAD"
    entities = [
        {"entity": "seats", "value": 3, "start": 0, "end": 1},
        {"entity": "product", "value": "Revit", "start": 2, "end": 7},
        {"entity": "seats", "value": 5, "start": 12, "end": 13},
        {"entity": "product", "value": "AutoCAD", "start": 14, "end": 21},
    ]
    message = {"text": text, "entities": entities}
    responses, slots = run(
        dispatcher, said("request_quote", account="demo-montreal", message=message)
    )
    assert responses == ["utter_one_product"]
    assert dispatcher.messages[0]["product"] == "Revit"
    assert len(dispatcher.messages[0]["others"]["items"]) == 1
    assert (slots["subscription"], slots["seats"]) == ("sub_demo_2", 3)
    assert slots["orders"] == (
        {"product": "Revit", "seats": 3},
        {"product": "AutoCAD", "seats": 5},
    )


def test_a_service_that_fails_ends_the_form(
    dispatcher: CollectingDispatcher, said: Said, ask_at: Callable[[str], None]
) -> None:
    with listening(answer(status=429, body={}, Retry_After="90")) as peer:
        ask_at(peer.url)
        outcome = run(dispatcher, said("request_quote", account="demo-montreal"))
    assert outcome == ([], {"quote_problem": "rate-limited 90", "requested_slot": None})


@pytest.mark.parametrize(
    ("account", "problem"), [(None, "sign-in-required"), ("acct_1", "no-subscription")]
)
def test_without_a_catalogue_there_is_no_estimate(
    dispatcher: CollectingDispatcher,
    said: Said,
    ask_at: Callable[[str], None],
    account: str | None,
    problem: str,
) -> None:
    nothing = answer(body={"data": []})
    refused = answer(status=404, body={"code": "sign-in-required"})
    with listening(*([nothing] if account else []), refused) as peer:
        ask_at(peer.url)
        _, slots = run(dispatcher, said("request_quote", account=account))
    assert slots == {"quote_problem": problem, "requested_slot": None}


def test_a_failing_catalogue_stays_a_failure(
    dispatcher: CollectingDispatcher, said: Said, ask_at: Callable[[str], None]
) -> None:
    with listening(answer(body={"data": []}), answer(status=500, body={})) as peer:
        ask_at(peer.url)
        _, slots = run(dispatcher, said("request_quote", account="acct_1"))
    assert slots["quote_problem"] == "upstream-unavailable"


def test_the_draft_comes_back_from_the_slots(said: Said) -> None:
    assert draft_of(said("inform", slots={"seats": [3, 5], "product": "Revit"})) == Draft(
        product="Revit", seats=(3, 5)
    )
    total = {"seats": 2, "seats_total": 12, "orders": [{"product": "Maya"}]}
    assert draft_of(said("inform", slots=total)) == Draft(
        seats=2, seats_total=12, orders=({"product": "Maya"},)
    )
