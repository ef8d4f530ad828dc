from __future__ import annotations

import asyncio
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.action_answer_validity import ActionAnswerValidity
from tests.actions.conftest import Said
from tests.actions.quotes.test_about import quote


@pytest.mark.parametrize(
    ("quotes", "response"),
    [
        (None, "utter_validity_general"),
        ([quote()], "utter_validity_estimate"),
        ([quote(valid_until={"type": "time"}), quote()], "utter_validity"),
    ],
)
def test_until_when(
    dispatcher: CollectingDispatcher, said: Said, quotes: Any, response: str
) -> None:
    action = ActionAnswerValidity()
    tracker = said("ask_validity", slots={"quote_given": quotes})
    assert asyncio.run(action.run(dispatcher, tracker, {})) == []
    assert [message["response"] for message in dispatcher.messages] == [response]
    assert action.name() == "action_answer_validity"
