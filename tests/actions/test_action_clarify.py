from __future__ import annotations

import asyncio

from rasa_sdk.executor import CollectingDispatcher

from actions.action_clarify import ActionClarify
from tests.actions.conftest import Said

NOT_UNDERSTOOD = [{"event": "user"}, {"event": "action", "name": "action_clarify"}]


def test_the_likeliest_meanings_as_buttons(dispatcher: CollectingDispatcher, said: Said) -> None:
    offered = ["request_quote", "faq_proration"]
    asyncio.run(
        ActionClarify().run(dispatcher, said("nlu_clarify", message={"offered": offered}), {})
    )
    (message,) = dispatcher.messages
    assert message["response"] == "utter_clarify"
    assert message["options"] == [
        {"response": "utter_offer_request_quote", "payload": "/request_quote", "values": {}},
        {"response": "utter_offer_faq_proration", "payload": "/faq_proration", "values": {}},
    ]


def test_the_button_for_a_price_carries_what_was_said(
    dispatcher: CollectingDispatcher, said: Said
) -> None:
    message = {"text": "3 maya from Friday, or what", "offered": ["request_quote", "faq_alignment"]}
    entities = [
        {"entity": "seats", "value": 12, "role": "target", "start": 0, "end": 1},
        {"entity": "product", "value": "Maya", "start": 2, "end": 6},
        # When they are bought is no renewal date.
        {"entity": "date", "value": "2026-11-27", "start": 12, "end": 18},
    ]
    asked = said("nlu_clarify", message={**message, "entities": entities})
    asyncio.run(ActionClarify().run(dispatcher, asked, {}))
    assert [option["payload"] for option in dispatcher.messages[0]["options"]] == [
        '/request_quote{"seats.target": 12, "product": "Maya", "date.purchase": "2026-11-27"}',
        "/faq_alignment",
    ]


def test_the_third_in_a_row_goes_to_a_person(dispatcher: CollectingDispatcher, said: Said) -> None:
    action = ActionClarify()
    events = asyncio.run(action.run(dispatcher, said("nlu_clarify", events=NOT_UNDERSTOOD * 2), {}))
    assert action.name() == "action_clarify"
    assert dispatcher.messages[0]["response"] == "utter_hand_over_not_understood"
    assert {"event": "active_loop", "timestamp": None, "name": None} in events
