from __future__ import annotations

import asyncio
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.action_answer_tax import ActionAnswerTax
from tests.actions.conftest import Said


def of(status: str) -> dict[str, Any]:
    return {"tax": {"type": "response", "name": f"utter_tax_{status}", "values": {}}}


@pytest.mark.parametrize(
    ("quotes", "response"),
    [
        (None, "utter_about_tax_general"),
        ([of("excluded")], "utter_about_tax_excluded"),
        ([of("included")], "utter_about_tax_included"),
        ([of("unknown"), of("unknown")], "utter_about_tax_unknown"),
        ([of("included"), of("excluded")], "utter_about_tax_general"),
    ],
)
def test_as_the_quote_says(
    dispatcher: CollectingDispatcher, said: Said, quotes: Any, response: str
) -> None:
    action = ActionAnswerTax()
    tracker = said("ask_tax", slots={"quote_given": quotes})
    assert asyncio.run(action.run(dispatcher, tracker, {})) == []
    assert [message["response"] for message in dispatcher.messages] == [response]
    assert action.name() == "action_answer_tax"
