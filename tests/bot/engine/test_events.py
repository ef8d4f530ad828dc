"""An event's class is looked up, not searched for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import rasa.shared.utils.common
from rasa.shared.core.events import Event, SlotSet, UserUttered, deserialise_events
from rasa.shared.utils.common import all_subclasses

from bot.engine import events

# As it was before any server was built in this process.
STOCK = Event.resolve_by_type
STORED = [UserUttered(f"message {n}").as_dict() for n in range(100)]


@pytest.fixture
def walks(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """How often all subclasses have been walked; what `install` does is undone after the test."""
    count = 0

    def counted(cls: type) -> list[type]:
        nonlocal count
        count += 1
        return all_subclasses(cls)

    monkeypatch.setattr(rasa.shared.utils.common, "all_subclasses", counted)
    monkeypatch.setattr(Event, "resolve_by_type", staticmethod(STOCK))
    return lambda: count


def test_stock_walks_all_subclasses_for_each_event(walks: Callable[[], int]) -> None:
    deserialise_events(STORED)
    assert walks() >= len(STORED)


def test_ours_never_walks_again(walks: Callable[[], int]) -> None:
    events.install()
    deserialise_events(STORED)
    before = walks()
    assert deserialise_events(STORED) == [UserUttered(f"message {n}") for n in range(100)]
    assert walks() == before


def test_every_event_is_the_class_that_stock_finds(walks: Callable[[], int]) -> None:
    names = {cls.type_name for cls in all_subclasses(Event)}
    stock = {name: Event.resolve_by_type(name) for name in names}
    events.install()
    assert {name: Event.resolve_by_type(name) for name in names} == stock
    assert len(names) > 20


def test_unknown_events_are_treated_as_in_stock(walks: Callable[[], int]) -> None:
    for install in (lambda: None, events.install):
        install()
        assert Event.resolve_by_type("topic") is None
        assert Event.resolve_by_type("no such event", SlotSet) is SlotSet
        with pytest.raises(ValueError, match="no such event"):
            Event.resolve_by_type("no such event")
