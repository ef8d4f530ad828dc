"""Copies a slot without asking `copyreg` how.

Mends `DialogueStateTracker`, which copies every slot of the domain whenever a tracker is read, copied
or replayed: `copy.copy` takes apart and puts together an object that is only attributes.
"""

from __future__ import annotations

from typing import TypeVar

from rasa.shared.core.slots import Slot

_Slot = TypeVar("_Slot", bound=Slot)


def _copied(slot: _Slot) -> _Slot:
    copy = object.__new__(type(slot))
    copy.__dict__.update(slot.__dict__)
    return copy


def install() -> None:
    Slot.__copy__ = _copied
