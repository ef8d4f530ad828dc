"""The vocabularies that are packaged beside the code."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml


def packaged(name: str) -> Any:
    """The content of a YAML file of this package, `name` relative to it."""
    return yaml.safe_load(files(__package__).joinpath(name).read_text(encoding="utf-8"))
