"""Read a message as the bot does, on one fixed day, and look at one kind of entity."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.nlu.entities import Entity, extract

TODAY = date(2026, 9, 1)  # a Tuesday

Seen = list[tuple[str, object, str | None]]
Reader = Callable[..., Seen]


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def read() -> Reader:
    """`read(entity, text, language, locale)` → the words, the value and the role of each."""

    def _read(entity: str, text: str, language: str = "en", locale: str | None = None) -> Seen:
        found = extract(text, language=language, locale=locale, today=TODAY)
        _assert_apart(found, text)
        return [(text[e.start : e.end], e.value, e.role) for e in found if e.entity == entity]

    return _read


def _assert_apart(found: list[Entity], text: str) -> None:
    position = 0
    for entity in found:
        assert position <= entity.start < entity.end <= len(text)
        position = entity.end
