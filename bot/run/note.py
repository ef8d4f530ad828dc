"""Where a running Prorata notes its address and token, so that `make chat` finds it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

STATE = Path(".prorata")
_NOTE = STATE / "run.json"


@dataclass(frozen=True)
class Note:
    url: str
    token: str


@contextmanager
def noted(url: str, token: str) -> Iterator[None]:
    """The note exists inside the block; its owner alone can read it, as it holds the token."""
    _NOTE.unlink(missing_ok=True)
    descriptor = os.open(_NOTE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump({"url": url, "token": token}, file)
    try:
        yield
    finally:
        _NOTE.unlink(missing_ok=True)


def read_note() -> Note | None:
    try:
        note = json.loads(_NOTE.read_text())
        return Note(note["url"], note["token"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
