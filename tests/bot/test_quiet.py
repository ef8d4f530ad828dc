"""Quiet libraries: no customer's words in any log."""

from __future__ import annotations

import subprocess
import sys
import uuid
from typing import TYPE_CHECKING

import pytest

from bot.model import ROOT

if TYPE_CHECKING:
    from bot.chat.client import BotClient
    from bot.run.stack import Stack

_SCRIPT = """
import logging, os
from bot.quiet import quieten
quieten()
logging.getLogger("rasa.core").warning("rasa's words")
logging.getLogger("bot.engine").warning("our words")
logging.getLogger("bot.engine").info("too much")
print(os.environ["RASA_TELEMETRY_ENABLED"])
"""


def test_our_warnings_are_written_and_rasas_are_not() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _SCRIPT], cwd=ROOT, capture_output=True, text=True
    )
    assert ended.stdout == "false\n"
    assert ended.stderr == "WARNING bot.engine our words\n"


@pytest.mark.slow
@pytest.mark.parametrize("locale", ["en-CA", "fr-CA"])
def test_no_log_holds_what_a_customer_wrote(
    client: BotClient, running_stack: Stack, locale: str
) -> None:
    """Messages that are understood, that are not, that ask for a price, and that are refused."""
    secret = f"zanzibar{uuid.uuid4().hex[:8]}"
    conversation = f"c-{secret}"
    for text in (
        f"{secret}",
        f"Bonjour, je m'appelle {secret}",
        f"How much for 3 AutoCAD seats for {secret}?",
        f"/{secret}",
        f'/inform{{"product": "{secret}"}}',
        secret * 200,
    ):
        assert client.send(conversation, text, locale)["messages"]
    logs = list(running_stack.state.glob("*.log"))
    assert len(logs) == 3
    for log in logs:
        assert secret not in log.read_text("utf-8", errors="replace"), log.name
        assert running_stack.token not in log.read_text("utf-8", errors="replace")
