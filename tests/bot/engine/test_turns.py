"""What a channel may know of a conversation after one message."""

from __future__ import annotations

from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActiveLoop, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.channels.turn import Turn
from bot.engine.turns import turn_of

DOMAIN = Domain.from_yaml("""
slots:
  language: {type: text, mappings: [{type: custom}]}
  locale: {type: text, mappings: [{type: custom}]}
forms:
  quote_form: {required_slots: []}
""")


def turn_after(*events: object) -> Turn:
    tracker = DialogueStateTracker("c-1", DOMAIN.slots)
    tracker.update_with_events(list(events), DOMAIN)
    return turn_of(tracker, [])


def test_a_message_with_all_that_it_has() -> None:
    intent = {"name": "request_quote", "confidence": 0.9}
    entity = {"entity": "seats", "value": 3, "start": 0, "end": 1, "role": "add"}
    turn = turn_after(
        UserUttered("3", intent, [{**entity, "extractor": "ours", "confidence": 1.0}]),
        SlotSet("language", "fr"),
        SlotSet("locale", "fr_CA"),
        ActiveLoop("quote_form", []),
    )
    assert turn == Turn(intent, "fr", "fr_CA", [entity], "quote_form", [])


def test_an_entity_without_a_role_shows_none() -> None:
    entity = {"entity": "product", "value": "Revit", "start": 0, "end": 5}
    assert turn_after(UserUttered("Revit", None, [entity])).entities == [entity]


def test_a_conversation_that_nothing_is_known_of() -> None:
    assert turn_after() == Turn(None, None, None, [], None, [])
