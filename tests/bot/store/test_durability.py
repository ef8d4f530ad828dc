"""A conversation survives the sudden end of the process that writes it."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered

from bot.model import ROOT
from bot.store.trackers import TrackerStore

_WRITER = """
import asyncio, sys
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from bot.store.trackers import TrackerStore
store = TrackerStore(Domain.empty(), db=sys.argv[1])
tracker = DialogueStateTracker("c-1", [])
async def write():
    number = 0
    while True:
        tracker.update(UserUttered(f"message {number}"))
        await store.save(tracker)
        print(number, flush=True)
        number += 1
asyncio.run(write())
"""


@pytest.mark.slow
def test_what_was_saved_survives_a_kill(tmp_path: Path) -> None:
    database = tmp_path / "conversations.db"
    writer = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", _WRITER, str(database)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout
    for _ in range(200):
        acknowledged = int(writer.stdout.readline())
    writer.send_signal(signal.SIGKILL)
    acknowledged = max([acknowledged, *map(int, writer.stdout.read().split())])
    writer.wait()
    tracker = asyncio.run(TrackerStore(Domain.empty(), db=str(database)).retrieve("c-1"))
    assert tracker is not None
    kept = [event.text for event in tracker.events if isinstance(event, UserUttered)]
    assert kept == [f"message {number}" for number in range(len(kept))]
    assert len(kept) in (acknowledged + 1, acknowledged + 2)  # one may be saved but not told yet
