"""Every scenario, in English and in French, against the real servers."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.chat.client import BotClient
from bot.run.stack import Stack
from tests.dialogues.expectations import buttons_of, problems
from tests.dialogues.scenario import Scenario, Step, scenarios

_SHOWN_OF_A_MESSAGE = 200


@pytest.mark.slow
@pytest.mark.parametrize("scenario", scenarios(), ids=lambda scenario: scenario.id)
def test_dialogue(scenario: Scenario, client: BotClient, running_stack: Stack) -> None:
    conversation = f"dialogue-{uuid.uuid4().hex}"
    turn: Mapping[str, Any] = {}
    for number, step in enumerate(scenario.steps, 1):
        message = step.message if step.press is None else _title(step.press, turn)
        turn = client.send(conversation, message, scenario.locale, scenario.account)
        found = problems(turn, step.expectations, scenario.language)
        found += _stored(step, running_stack.state)
        assert not found, _report(scenario, number, message, found, turn)


def _title(payload: str, turn: Mapping[str, Any]) -> str:
    """What a customer types who presses the button with this payload in a channel without buttons."""
    titles = [b["title"] for b in buttons_of(turn) if b["payload"].startswith(f"/{payload}")]
    assert len(titles) == 1, f"{len(titles)} buttons are /{payload}: {buttons_of(turn)}"
    return titles[0]


def _stored(step: Step, state: Path) -> list[str]:
    """`not_stored` is looked for in everything that the services have written."""
    secret = step.expectations.get("not_stored")
    if secret is None:
        return []
    written = [path for path in state.rglob("*") if path.is_file()]
    found = [path.name for path in written if secret.encode() in path.read_bytes()]
    return [f"not_stored: {secret!r} is in {', '.join(found)}"] if found else []


def _report(
    scenario: Scenario, number: int, message: Any, found: list[str], turn: Mapping[str, Any]
) -> str:
    shown = repr(message)[:_SHOWN_OF_A_MESSAGE]
    return "\n".join(
        [
            f"{scenario.id}, step {number}: {shown}",
            *(f"  - {problem}" for problem in found),
            json.dumps(turn, ensure_ascii=False, indent=2),
        ]
    )
