"""Which agents are there: connected to the desk, and since when they are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable


class Presence:
    """`seconds` is a monotonic clock. Whoever was never here is gone since the process began."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._connections: Counter[int] = Counter()
        self._languages: dict[int, tuple[str, ...]] = {}
        self._left: dict[int, float] = {}
        self._began = seconds()

    def came(self, agent: int, languages: tuple[str, ...]) -> None:
        self._connections[agent] += 1
        self._languages[agent] = languages

    def left(self, agent: int) -> None:
        self._connections[agent] -= 1
        if self._connections[agent] <= 0:
            del self._connections[agent], self._languages[agent]
            self._left[agent] = self._seconds()

    def online(self) -> frozenset[int]:
        return frozenset(self._connections)

    def languages(self) -> frozenset[str]:
        """Those in which somebody can answer now."""
        return frozenset(code for spoken in self._languages.values() for code in spoken)

    def gone_for(self, agent: int) -> float:
        """Seconds; 0 while connected."""
        if agent in self._connections:
            return 0.0
        return self._seconds() - self._left.get(agent, self._began)
