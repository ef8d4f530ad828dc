"""What the bot has said last: a short message is often about that."""

from __future__ import annotations

from rasa.shared.core.events import BotUttered
from rasa.shared.core.trackers import DialogueStateTracker


def said_last(tracker: DialogueStateTracker) -> str:
    """The name of the response; "" where there is none, or it has no name."""
    said = next((e for e in reversed(tracker.events) if isinstance(e, BotUttered)), None)
    return str((said.metadata if said else {}).get("utter_action") or "")
