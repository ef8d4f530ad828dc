"""A slot's copy is made from its attributes."""

from __future__ import annotations

import copy
import copyreg
from typing import Any

import pytest
from rasa.shared.core.slots import BooleanSlot, CategoricalSlot, Slot, TextSlot

from bot.engine import slots

SLOTS = (
    TextSlot("product", mappings=[{"type": "custom"}], initial_value="AutoCAD"),
    BooleanSlot("quoted", mappings=[]),
    CategoricalSlot("language", mappings=[], values=["en", "fr"]),
)


@pytest.fixture
def taken_apart(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What `copyreg` has been asked about; what `install` does is undone after the test."""
    asked: list[Any] = []
    monkeypatch.setattr(Slot, "__reduce_ex__", lambda slot, _: asked.append(slot) or _rebuilt(slot))
    monkeypatch.delattr(Slot, "__copy__", raising=False)
    return asked


def _rebuilt(slot: Slot) -> tuple[Any, ...]:
    return copyreg.__newobj__, (type(slot),), slot.__dict__  # type: ignore[attr-defined]


def test_stock_takes_each_slot_apart(taken_apart: list[Any]) -> None:
    for slot in SLOTS:
        copy.copy(slot)
    assert taken_apart == list(SLOTS)


def test_ours_does_not_and_the_copy_is_the_same(
    taken_apart: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Slot, "__copy__", None, raising=False)  # so that it is undone
    slots.install()
    for slot in SLOTS:
        copied = copy.copy(slot)
        assert type(copied) is type(slot)
        assert copied.__dict__ == slot.__dict__
        copied.value = "another"
        assert slot.value != "another"
    assert not taken_apart
