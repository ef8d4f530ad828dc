"""An action server is told what its tracker reads, and each thing once."""

from __future__ import annotations

import json
from typing import Any

import pytest
import rasa_sdk

pytestmark = pytest.mark.slow

PARSE = {
    "text": "3 more AutoCAD seats",
    "intent": {"name": "request_quote", "confidence": 0.9},
    "entities": [{"entity": "seats", "value": 3, "start": 0, "end": 1}],
    "intent_ranking": [{"name": f"intent_{n}", "confidence": 0.1} for n in range(6)],
    "tier": "answer",
    "offered": ["request_quote"],
}


@pytest.fixture
def tracker() -> Any:
    """In the middle of a quote."""
    from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, SlotSet, UserUttered
    from rasa.shared.core.slots import AnySlot
    from rasa.shared.core.trackers import DialogueStateTracker

    user = UserUttered(PARSE["text"], PARSE["intent"], PARSE["entities"], PARSE, metadata={"a": 1})
    events = [
        ActionExecuted("action_listen"),
        user,
        SlotSet("seats", 3),
        ActiveLoop("quote_form"),
        BotUttered("Which product?"),
        ActionExecuted("action_listen"),
        user,
    ]
    return DialogueStateTracker.from_events("c-1", events, [AnySlot("seats", mappings=[])])


def stock_call(tracker: Any) -> dict[str, Any]:
    import rasa.core.actions.action as action
    from rasa.shared.core.domain import Domain
    from rasa.utils.endpoints import EndpointConfig

    cls = next(c for c in action.RemoteAction.__mro__ if c.__module__ == action.__name__)
    endpoint = EndpointConfig("http://127.0.0.1", enable_selective_domain=True)
    called: dict[str, Any] = cls("action_calm", endpoint)._action_call_format(
        tracker, Domain.empty()
    )
    return called


def our_call(tracker: Any) -> dict[str, Any]:
    from bot.engine.action_call import call_of

    return call_of("action_calm", tracker)


def test_stock_sends_what_was_heard_again_for_the_form_and_as_the_latest(tracker: Any) -> None:
    assert json.dumps(stock_call(tracker)).count("intent_ranking") == 4


def test_ours_leaves_the_ranking_out_and_the_tracker_as_it_is(tracker: Any) -> None:
    assert "intent_ranking" not in json.dumps(our_call(tracker))
    assert "domain" not in our_call(tracker)
    assert tracker.latest_message.parse_data["intent_ranking"]


def test_rasa_sdk_reads_the_same_tracker_from_both(tracker: Any) -> None:
    ours, stock = our_call(tracker), stock_call(tracker)
    assert {key: ours[key] for key in ("next_action", "sender_id", "version")} == {
        key: stock[key] for key in ("next_action", "sender_id", "version")
    }
    read, expected = (rasa_sdk.Tracker.from_dict(call["tracker"]) for call in (ours, stock))
    for part in ("sender_id", "slots", "followup_action", "latest_action_name", "active_loop_name"):
        assert getattr(read, part) == getattr(expected, part)
    for part in ("text", "intent", "entities", "tier", "offered"):
        assert read.latest_message[part] == expected.latest_message[part]
    assert [without_parse(event) for event in read.events] == [
        without_parse(event) for event in expected.events
    ]
    assert read.events[1]["parse_data"]["intent"]["name"] == "request_quote"


def without_parse(event: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in event.items() if key != "parse_data"}


def test_before_the_first_message_there_is_nothing_to_tell() -> None:
    from rasa.shared.core.trackers import DialogueStateTracker

    told = our_call(DialogueStateTracker("c-1", []))["tracker"]
    assert not told["latest_message"]["intent"]
    assert (told["events"], told["active_loop"]) == ([], {})
