"""A model's graph, run step by step: the same outputs as stock's, for each target."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def loaded(model: Path) -> tuple[Any, Any]:
    """Metadata and stock runner of the model."""
    from rasa.core.processor import MessageProcessor

    _, metadata, stock = MessageProcessor._load_model(model)
    return metadata, stock


def inputs(*texts: str) -> dict[str, Any]:
    from rasa.core.channels.channel import UserMessage
    from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER
    from rasa.shared.core.trackers import DialogueStateTracker

    return {
        PLACEHOLDER_MESSAGE: [UserMessage(text, message_id=text) for text in texts],
        PLACEHOLDER_TRACKER: DialogueStateTracker.from_events("c-1", []),
    }


TEXTS = ("How much for 3 more seats?", "Où est le rapport d'utilisation ?", "")


def test_the_same_outputs_as_stocks(loaded: tuple[Any, Any]) -> None:
    from bot.engine.runner import Runner

    metadata, stock = loaded
    for target in (metadata.nlu_target, metadata.core_target):
        for text in TEXTS:
            theirs = stock.run(inputs=inputs(text), targets=[target])
            ours = Runner(stock).run(inputs=inputs(text), targets=[target])
            assert ours.keys() == theirs.keys()
            assert shown(ours[target]) == shown(theirs[target])


def shown(output: Any) -> Any:
    if isinstance(output, list):
        return [message.as_dict() for message in output]
    return output.probabilities, output.policy_name


def test_several_messages_in_one_go(loaded: tuple[Any, Any]) -> None:
    from bot.engine.commands import without_commands
    from bot.engine.runner import Runner

    metadata, stock = loaded
    target = without_commands(metadata).nlu_target
    together = Runner(stock).run(inputs=inputs(*TEXTS), targets=[target])[target]
    for text, message in zip(TEXTS, together, strict=True):
        [alone] = Runner(stock).run(inputs=inputs(text), targets=[target])[target]
        assert message.get("intent")["name"] == alone.get("intent")["name"]
        assert message.get("entities") == alone.get("entities")


def test_the_order_is_found_once(loaded: tuple[Any, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Stock prunes the graph for each message."""
    from rasa.engine.graph import GraphSchema

    from bot.engine.runner import Runner

    metadata, stock = loaded
    pruned = []
    original = GraphSchema.minimal_graph_schema

    def counted(schema: GraphSchema, targets: list[str] | None = None) -> GraphSchema:
        pruned.append(targets)
        return original(schema, targets)

    monkeypatch.setattr(GraphSchema, "minimal_graph_schema", counted)
    ours = Runner(stock)
    for runner, times in ((stock, 3), (ours, 1)):
        pruned.clear()
        for text in TEXTS:
            runner.run(inputs=inputs(text), targets=[metadata.nlu_target])
        assert len(pruned) == times
