from __future__ import annotations

import asyncio
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.action_answer_period import ActionAnswerPeriod
from tests.actions.conftest import Said
from tests.actions.quotes.test_about import money, quote


def responses(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[str]:
    assert asyncio.run(ActionAnswerPeriod().run(dispatcher, tracker, {})) == []
    return [message["response"] for message in dispatcher.messages]


@pytest.mark.parametrize(
    ("quotes", "expected"),
    [
        (None, ["utter_faq_proration"]),
        ([quote()], ["utter_period"]),
        ([quote(), quote()], ["utter_period"] * 2),
    ],
)
def test_of_each_amount_that_was_given(
    dispatcher: CollectingDispatcher, said: Said, quotes: Any, expected: list[str]
) -> None:
    assert responses(dispatcher, said("ask_period", slots={"quote_given": quotes})) == expected
    assert ActionAnswerPeriod().name() == "action_answer_period"


def test_with_its_own_figures(dispatcher: CollectingDispatcher, said: Said) -> None:
    responses(dispatcher, said("ask_period", slots={"quote_given": [quote()]}))
    assert dispatcher.messages[0]["due_now"] == money("887.67")
