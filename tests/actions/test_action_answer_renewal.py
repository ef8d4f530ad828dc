"""What the renewal costs is the quote's to say; without one it is not known, and not guessed."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.action_answer_renewal import ActionAnswerRenewal
from tests.actions.conftest import Said
from tests.actions.quotes.test_about import money, quote

ASKED = "ask_renewal_cost"


def said_of(number: int) -> dict[str, Any]:
    """A quote that makes `number` AutoCAD seats of what there is."""
    seats = {"type": "count", "unit": "seat", "number": number}
    return quote(product="AutoCAD", seats_after=seats, renewal_amount=money("26000.00"))


def responses(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[str]:
    assert asyncio.run(ActionAnswerRenewal().run(dispatcher, tracker, {})) == []
    return [message["response"] for message in dispatcher.messages]


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ({}, ["utter_renewal"]),
        ({"product": "AutoCAD"}, ["utter_renewal"]),
        ({"seats": (13, "add")}, ["utter_renewal"]),
        ({"seats": (14, "add")}, ["utter_renewal", "utter_renewal_not_known"]),
        ({"product": "Maya LT"}, ["utter_renewal_not_known"]),
    ],
)
def test_beside_a_quote(
    dispatcher: CollectingDispatcher, said: Said, named: Any, expected: list[str]
) -> None:
    tracker = said(ASKED, slots={"quote_given": [said_of(13)]}, **named)
    assert responses(dispatcher, tracker) == expected
    assert ActionAnswerRenewal().name() == "action_answer_renewal"


def test_with_the_quotes_own_figure(dispatcher: CollectingDispatcher, said: Said) -> None:
    responses(dispatcher, said(ASKED, slots={"quote_given": [said_of(13)]}))
    assert dispatcher.messages[0]["renewal_amount"] == money("26000.00")
    assert dispatcher.messages[0]["due_now"] == money("887.67")


def test_of_each_amount_or_the_one_for_the_seats_that_are_named(
    dispatcher: CollectingDispatcher, said: Said
) -> None:
    given = {"quote_given": [said_of(13), said_of(15)]}
    assert responses(dispatcher, said(ASKED, slots=given)) == ["utter_renewal"] * 2
    dispatcher.messages.clear()
    assert responses(dispatcher, said(ASKED, slots=given, seats=15)) == ["utter_renewal"]
    assert dispatcher.messages[0]["seats_after"]["number"] == 15


def test_a_billing_system_that_did_not_say(dispatcher: CollectingDispatcher, said: Said) -> None:
    tracker = said(ASKED, slots={"quote_given": [quote(product="AutoCAD")]})
    assert responses(dispatcher, tracker) == ["utter_renewal_not_known"]


@pytest.mark.usefixtures("billing")
def test_who_is_signed_in_reads_what_there_is_to_renew(
    dispatcher: CollectingDispatcher, said: Said
) -> None:
    tracker = said(ASKED, account="demo-london", seats=10)
    assert responses(dispatcher, tracker) == ["utter_subscriptions", "utter_renewal_not_known"]


def test_nobody_is_signed_in(dispatcher: CollectingDispatcher, said: Said) -> None:
    assert responses(dispatcher, said(ASKED)) == ["utter_renewal_not_known"]
