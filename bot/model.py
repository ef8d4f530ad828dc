"""The trained model that belongs to the current data, configuration and code: found, or trained."""

from __future__ import annotations

import contextlib
import hashlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from bot.quiet import quieten

ROOT = Path(__file__).resolve().parent.parent

# Patterns of what training reads: data, rules, domain, configuration, and the code that is trained.
_INPUTS = (
    "config.yml",
    "domain.yml",
    "data/**/*.yml",
    "bot/nlu/*.py",
    "bot/nlu/components/*.py",
    "bot/language/identify.py",
)


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


def ready_model(say: Callable[[str], None]) -> Path:
    """The model of the current inputs, trained now if there is none."""
    models = ROOT / "models"
    found = model_path(models)
    if found.exists():
        return found
    say("no model matches the current data and configuration: training one (a minute or two)")
    with contextlib.redirect_stdout(sys.stderr):
        return train(models)


def train(models: Path, root: Path = ROOT) -> Path:
    """Trains both languages into one file and returns it; RuntimeError if Rasa made none."""
    quieten()
    from rasa.model_training import train as rasa_train

    target = model_path(models, root)
    result = rasa_train(
        domain=str(root / "domain.yml"),
        config=str(root / "config.yml"),
        training_files=[str(root / "data")],
        output=str(models),
        fixed_model_name=target.name.removesuffix(".tar.gz"),
        force_training=True,
    )
    if result.code or not target.exists():
        raise RuntimeError("training made no model; see the messages above")
    return target


def _input_files(root: Path) -> Iterator[Path]:
    for pattern in _INPUTS:
        yield from sorted(root.glob(pattern))
