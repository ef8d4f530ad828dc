"""A request to a far side, and its answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(frozen=True)
class Post:
    """A request: `json`, or `form`. Addresses and headers hold secrets: they are not shown."""

    url: str = field(repr=False)
    json: Any = None
    form: Mapping[str, str] | None = None
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    method: Literal["GET", "POST"] = "POST"


@dataclass(frozen=True)
class Answer:
    """`body` is the JSON value, None where it is none."""

    status: int
    headers: Mapping[str, str]
    body: Any
