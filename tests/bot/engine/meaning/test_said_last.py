"""The last thing that the bot has said."""

from __future__ import annotations

from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.meaning.said_last import said_last


def test_the_last_of_several_whatever_the_customer_said_since() -> None:
    said = [BotUttered("…", metadata={"utter_action": name}) for name in ("utter_a", "utter_b")]
    tracker = DialogueStateTracker.from_events("c-1", [*said, UserUttered("and?")])
    assert said_last(tracker) == "utter_b"


def test_nothing_and_what_has_no_name() -> None:
    assert said_last(DialogueStateTracker.from_events("c-1", [])) == ""
    assert said_last(DialogueStateTracker.from_events("c-1", [BotUttered("…")])) == ""
