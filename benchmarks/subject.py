"""What is measured: a bot that can be trained, started and talked to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


class Unanswered(Exception):
    """The bot's answer says that it could not answer."""


@dataclass(frozen=True)
class Companion:
    """A process that the server calls; it is ready once `ready` answers 200."""

    command: tuple[str, ...]
    ready: str


@dataclass(frozen=True)
class Service:
    """One server process, and how a customer speaks to it over HTTP.

    `body` makes a request's JSON from a conversation's id and a text; `texts` reads what was said
    from the answer's JSON, and raises Unanswered, or LookupError or TypeError for another shape.
    """

    command: tuple[str, ...]
    folder: Path
    environment: Mapping[str, str] = field(repr=False)
    ready: str
    messages: str
    headers: Mapping[str, str] = field(repr=False)
    body: Callable[[str, str], dict[str, Any]]
    texts: Callable[[Any], list[str]]
    companions: tuple[Companion, ...] = ()


@dataclass(frozen=True)
class Subject:
    """`train` makes a new model in `folder`; `service` makes the server that loads it.

    `understand` reads texts and writes how long each took (`benchmarks.understand`).
    """

    name: str
    train: tuple[str, ...]
    understand: tuple[str, ...]
    folder: Path
    environment: Mapping[str, str] = field(repr=False)
    service: Callable[[], Service]
