"""The NLU alone, in this process: for `python -m bot parse`, reports and tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.processor import MessageProcessor
from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER
from rasa.shared.core.trackers import DialogueStateTracker

from bot.channels.inbound import read
from bot.engine.commands import without_commands
from bot.engine.runner import Runner
from bot.language.conversation import known_locale, language_of


class Parser:
    """Loads the pipeline of one model; about a second after Rasa itself is imported."""

    def __init__(self, model: Path) -> None:
        _, metadata, stock = MessageProcessor._load_model(model)
        self._runner = Runner(stock)
        self._target = without_commands(metadata).nlu_target

    def parse(self, raw: object, locale: Any = None) -> dict[str, Any]:
        """What `python -m bot parse --jsonl` writes for one message (README.md)."""
        inbound = read(raw)
        metadata = {"locale": known_locale(locale) or language_of(locale)}
        message = UserMessage(inbound.text, CollectingOutputChannel(), "parse", metadata=metadata)
        inputs = {
            PLACEHOLDER_MESSAGE: [message],
            PLACEHOLDER_TRACKER: DialogueStateTracker.from_events("parse", []),
        }
        parsed = self._runner.run(inputs=inputs, targets=[self._target])[self._target][0]
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
