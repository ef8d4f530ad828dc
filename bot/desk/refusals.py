"""A platform refuses a message long after an agent has sent it: the desk is told when that happens."""

from __future__ import annotations

from collections.abc import Callable

from bot.store.desk import DeskStore


class Refusals:
    """Asks the store, which any process may have written."""

    def __init__(self, store: DeskStore, changed: Callable[[], None]) -> None:
        self._store = store
        self._changed = changed
        self._known = store.all_undelivered()

    def tick(self) -> None:
        now = self._store.all_undelivered()
        if now != self._known:
            self._known = now
            self._changed()
