from __future__ import annotations

import asyncio

from rasa_sdk.executor import CollectingDispatcher

from actions.action_rephrase import ActionRephrase
from tests.actions.conftest import Said

NOT_UNDERSTOOD = [{"event": "user"}, {"event": "action", "name": "action_rephrase"}]


def test_another_wording_is_asked_for(dispatcher: CollectingDispatcher, said: Said) -> None:
    asyncio.run(ActionRephrase().run(dispatcher, said("nlu_fallback"), {}))
    assert dispatcher.messages[0]["response"] == "utter_rephrase"


def test_in_the_middle_of_a_quote_its_question_follows(
    dispatcher: CollectingDispatcher, said: Said
) -> None:
    tracker = said("nlu_fallback")
    tracker.active_loop = {"name": "quote_form"}
    (event,) = asyncio.run(ActionRephrase().run(dispatcher, tracker, {}))
    assert dispatcher.messages[0]["response"] == "utter_rephrase_in_quote"
    assert (event["event"], event["name"]) == ("followup", "quote_form")


def test_the_third_in_a_row_goes_to_a_person(dispatcher: CollectingDispatcher, said: Said) -> None:
    action = ActionRephrase()
    asyncio.run(action.run(dispatcher, said("nlu_fallback", events=NOT_UNDERSTOOD * 2), {}))
    assert action.name() == "action_rephrase"
    assert dispatcher.messages[0]["response"] == "utter_hand_over_not_understood"
