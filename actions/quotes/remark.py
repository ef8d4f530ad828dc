from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Remark:
    """Something to say: a response's name and its values (bot/nlg/values.py)."""

    response: str
    values: dict[str, Any] = field(default_factory=dict)
