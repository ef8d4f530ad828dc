from __future__ import annotations

import asyncio

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.action_ask_renewal_date import ActionAskRenewalDate
from tests.actions.conftest import Said


@pytest.mark.usefixtures("billing")
def test_the_question_has_an_example_some_months_ahead(
    dispatcher: CollectingDispatcher, said: Said
) -> None:
    action = ActionAskRenewalDate()
    assert asyncio.run(action.run(dispatcher, said("inform"), {})) == []
    (message,) = dispatcher.messages
    assert (action.name(), message["response"]) == (
        "action_ask_renewal_date",
        "utter_ask_renewal_date",
    )
    assert message["example_date"] == {"type": "date", "date": "2027-03-22"}


@pytest.mark.usefixtures("billing")
def test_who_does_not_know_it_is_told_where_it_is_found(
    dispatcher: CollectingDispatcher, said: Said
) -> None:
    tracker = said("inform", date=("no idea", "unknown"))
    asyncio.run(ActionAskRenewalDate().run(dispatcher, tracker, {}))
    assert dispatcher.messages[0]["response"] == "utter_ask_renewal_date_unknown"
