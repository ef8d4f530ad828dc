"""Looks an event's class up once by name.

Mends `Event.resolve_by_type`, which walks all subclasses for every event that is read back:
the largest share of loading a long conversation (rasa/shared/core/events.py).
"""

from __future__ import annotations

from functools import cache

from rasa.shared.core.events import Event
from rasa.shared.utils.common import all_subclasses


@cache
def _classes() -> dict[str, type[Event]]:
    # The first class wins, as in the stock walk.
    return {cls.type_name: cls for cls in reversed(all_subclasses(Event))}


def _resolve_by_type(type_name: str, default: type[Event] | None = None) -> type[Event] | None:
    found = _classes().get(type_name, default)
    if found is None and type_name != "topic":  # "topic" is an event of old versions, dropped
        raise ValueError(f"Unknown event name '{type_name}'.")
    return found


def install() -> None:
    Event.resolve_by_type = staticmethod(_resolve_by_type)
