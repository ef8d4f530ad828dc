"""`python -m bot chat`: with the Prorata that is running, else with one of its own."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from rich.console import Console

from bot.chat.client import BotClient
from bot.chat.interactive import converse
from bot.chat.jsonl import answer_lines, conversation_answer
from bot.model import ready_model
from bot.progress import say
from bot.run.note import read_note
from bot.run.signals import ending_as_interrupt
from bot.run.stack import any_ports, stack
from bot.run.supervisor import running


def chat(locale: str | None, account: str | None) -> int:
    """Talks to `make run`'s server if there is one and the clock is not to be frozen."""

    def talk(client: BotClient) -> None:
        converse(client, Console(), locale, account)

    note = read_note()
    if note is not None and "PRORATA_NOW" not in os.environ:
        talk(BotClient(note.url, note.token))
    else:
        _with_own_stack(talk)
    return 0


def chat_jsonl() -> int:
    """Always with a stack of its own: scripts get fresh conversations."""
    _with_own_stack(
        lambda client: answer_lines(sys.stdin.buffer, sys.stdout, conversation_answer(client))
    )
    return 0


def _with_own_stack(talk: Callable[[BotClient], None]) -> None:
    with ending_as_interrupt(), tempfile.TemporaryDirectory(prefix="prorata-") as folder:
        now = os.environ.get("PRORATA_NOW")
        ours = stack(any_ports(), Path(folder), ready_model(say), now)
        with running(ours, say):
            talk(BotClient(ours.bot.url, ours.token))
