"""The step of a trained model at which a message is understood."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


def test_stock_understands_a_message_last_of_all_as_a_command(model: Path) -> None:
    from rasa.core.processor import MessageProcessor

    _, metadata, _ = MessageProcessor._load_model(model)
    assert metadata.nlu_target == "run_RegexMessageHandler"


def test_ours_understands_it_with_the_last_step_of_the_pipeline(model: Path) -> None:
    from rasa.core.processor import MessageProcessor

    from bot.engine.commands import without_commands

    _, metadata, _ = MessageProcessor._load_model(model)
    target = without_commands(metadata).nlu_target
    assert "EntityExtractor" in target
    assert target in metadata.predict_schema.nodes
    assert without_commands(metadata).core_target == metadata.core_target
