"""Our side: this repository with the sample in the place of its examples, served as `make run` does.

Everything else is as customers get it: all rules, the form, the catalogues, entity extraction,
conversations in SQLite, and the action server beside it, which words an unsure answer.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Any

from benchmarks import sample, understand
from benchmarks.subject import Companion, Service, Subject, Unanswered
from bot.model import model_path
from bot.run.stack import any_ports, stack

_PARTS = ("bot", "actions", "locales", "data/rules")
_FILES = ("config.yml", "domain.yml", "endpoints.yml")
_TROUBLE = "utter_trouble"


def make(root: Path, drawn: sample.Sample, folder: Path) -> Subject:
    """Copies of what training and serving read, so that nothing in the tree is touched."""
    for part in _PARTS:
        shutil.copytree(
            root / part, folder / part, ignore=shutil.ignore_patterns("__pycache__", "node_modules")
        )
    for name in _FILES:
        shutil.copy(root / name, folder / name)
    sample.write(drawn, folder / "data" / "nlu")
    return Subject(
        "Prorata",
        (sys.executable, "-m", "bot", "train"),
        (sys.executable, understand.__file__, "prorata", _model(folder)),
        folder,
        {**os.environ, "PYTHONPATH": str(folder)},
        lambda: _service(folder),
    )


def _service(folder: Path) -> Service:
    state = folder / "state"
    shutil.rmtree(state, ignore_errors=True)
    ours = stack(any_ports(), state, Path(_model(folder)))
    return Service(
        ours.bot.command,
        folder,
        ours.environment,
        ours.bot.url + ours.bot.ready,
        f"{ours.bot.url}/webhooks/terminal/messages",
        {"Authorization": f"Bearer {ours.token}"},
        _body,
        read_turn,
        tuple(
            Companion(beside.command, beside.url + beside.ready)
            for beside in ours.services
            if beside.name == "actions"
        ),
    )


def _model(folder: Path) -> str:
    """Where it will lie once it is trained: its name is made of what it is trained from."""
    return str(model_path(folder / "models", folder))


def _body(conversation: str, text: str) -> dict[str, Any]:
    return {"conversation": conversation, "text": text}


def read_turn(turn: Any) -> list[str]:
    """What the terminal channel's turn says; an apology for trouble on our side is no answer."""
    messages = turn["messages"]
    if any(message["response"] == _TROUBLE for message in messages):
        raise Unanswered(_TROUBLE)
    return [message["text"] for message in messages if message["text"]]
