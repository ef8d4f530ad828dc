from __future__ import annotations

import asyncio
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.action_answer_calculation import ActionAnswerCalculation
from tests.actions.conftest import Said
from tests.actions.quotes.test_about import money, quote


def responses(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[str]:
    assert asyncio.run(ActionAnswerCalculation().run(dispatcher, tracker, {})) == []
    return [message["response"] for message in dispatcher.messages]


@pytest.mark.parametrize(
    ("quotes", "expected"),
    [
        (None, ["utter_faq_proration"]),
        ([quote()], ["utter_calculation"]),
        ([quote(), quote()], ["utter_calculation"] * 2),
    ],
)
def test_of_each_amount_that_was_given(
    dispatcher: CollectingDispatcher, said: Said, quotes: Any, expected: list[str]
) -> None:
    assert responses(dispatcher, said("ask_calculation", slots={"quote_given": quotes})) == expected
    assert ActionAnswerCalculation().name() == "action_answer_calculation"


def test_with_its_own_figures(dispatcher: CollectingDispatcher, said: Said) -> None:
    responses(dispatcher, said("ask_calculation", slots={"quote_given": [quote()]}))
    assert dispatcher.messages[0]["due_now"] == money("887.67")


def test_a_doubted_one_can_be_taken_to_a_person(
    dispatcher: CollectingDispatcher, said: Said
) -> None:
    doubted = said("contest_figure", slots={"quote_given": [quote()]})
    assert responses(dispatcher, doubted) == ["utter_calculation", "utter_figure_contested"]
