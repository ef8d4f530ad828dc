"""`python -m bot.training FOLDER`: trains the model of the current inputs, in this process."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.blas import tune
from bot.model import ROOT, model_path
from bot.quiet import quieten


def train(models: Path, root: Path = ROOT) -> Path:
    """Both languages in one file; RuntimeError if Rasa made none."""
    tune()
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


if __name__ == "__main__":
    train(Path(sys.argv[1]))
