"""The NLU alone, in this process: for `python -m bot parse`, reports and tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.processor import MessageProcessor
from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER
from rasa.shared.core.trackers import DialogueStateTracker

from bot.channels.inbound import read


class Parser:
    """Loads the pipeline of one model; about a second after Rasa itself is imported."""

    def __init__(self, model: Path) -> None:
        _, self._metadata, self._runner = MessageProcessor._load_model(model)

    def parse(self, raw: object, locale: str | None = None) -> dict[str, Any]:
        """What `python -m bot parse --jsonl` writes for one message (README.md)."""
        inbound = read(raw)
        message = UserMessage(
            inbound.text, CollectingOutputChannel(), "parse", metadata={"locale": locale}
        )
        target = self._metadata.nlu_target
        inputs = {
            PLACEHOLDER_MESSAGE: [message],
            PLACEHOLDER_TRACKER: DialogueStateTracker.from_events("parse", []),
        }
        parsed = self._runner.run(inputs=inputs, targets=[target])[target][0]
        return _shown(parsed.as_dict(only_output_properties=True), inbound.problem is None)


def _shown(parsed: dict[str, Any], readable: bool) -> dict[str, Any]:
    ranking = parsed["intent_ranking"]
    return {
        "intent": ranking[0]["name"],
        "confidence": ranking[0]["confidence"],
        "ranking": ranking,
        "tier": parsed["tier"] if readable else "rephrase",
        "offered": parsed["offered"] if readable else [],
        "language": parsed["identification"]["language"],
        "entities": parsed["entities"],
    }
