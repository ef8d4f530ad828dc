"""The trained model that belongs to the current data, configuration and code: found, or trained."""

from __future__ import annotations

import fcntl
import hashlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Patterns of what training reads: data, rules, domain, configuration, and the code that is trained.
_INPUTS = (
    "config.yml",
    "domain.yml",
    "data/**/*.yml",
    "bot/nlu/*.py",
    "bot/nlu/components/*.py",
    "bot/language/identify.py",
    "bot/engine/rule_policy.py",
)


class TrainingError(RuntimeError):
    """There is no model; the message holds the end of the training's log."""


def model_path(models: Path, root: Path = ROOT) -> Path:
    """Where the model of the current inputs lies, whether it exists or not."""
    return models / f"prorata-{fingerprint(root)}.tar.gz"


def fingerprint(root: Path = ROOT) -> str:
    """Changes with anything that training reads."""
    digest = hashlib.sha256()
    for path in _input_files(root):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0")
        digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def ready_model(say: Callable[[str], None], models: Path = ROOT / "models") -> Path:
    """The model of the current inputs, trained now if there is none. TrainingError if it cannot be.

    Training is a process of its own: its libraries' chatter goes to a log, their memory away.
    """
    found = model_path(models)
    if found.exists():
        return found
    models.mkdir(parents=True, exist_ok=True)
    with _alone(models):
        if not found.exists():  # another process may have trained it meanwhile
            say(
                "no model matches the current data and configuration: training one (a minute or two)"
            )
            _train(models, found)
            say(f"trained {found.name}")
    return found


@contextmanager
def _alone(models: Path) -> Iterator[None]:
    """One process trains at a time: they would share a log, and the machine."""
    with (models / ".training").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # until the file is closed
        yield


def _train(models: Path, found: Path) -> None:
    log = models / "training.log"
    with log.open("wb") as output:
        ended = subprocess.run(
            [sys.executable, "-m", "bot.training", str(models)],
            cwd=ROOT,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if ended.returncode or not found.exists():
        tail = log.read_text(encoding="utf-8", errors="replace").splitlines()[-15:]
        raise TrainingError("\n".join([f"training failed; the end of its log, {log}:", *tail]))


def _input_files(root: Path) -> Iterator[Path]:
    for pattern in _INPUTS:
        yield from sorted(root.glob(pattern))
