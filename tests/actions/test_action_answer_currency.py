from __future__ import annotations

import asyncio
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.action_answer_currency import ActionAnswerCurrency
from tests.actions.conftest import Said
from tests.actions.quotes.test_about import quote


@pytest.mark.parametrize(
    ("quotes", "response"),
    [(None, "utter_faq_region_site"), ([quote(), quote()], "utter_about_currency")],
)
def test_whose_dollars(
    dispatcher: CollectingDispatcher, said: Said, quotes: Any, response: str
) -> None:
    action = ActionAnswerCurrency()
    tracker = said("ask_currency", slots={"quote_given": quotes})
    assert asyncio.run(action.run(dispatcher, tracker, {})) == []
    assert [message["response"] for message in dispatcher.messages] == [response]
    assert action.name() == "action_answer_currency"
