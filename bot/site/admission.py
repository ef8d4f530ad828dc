"""How many connections at once, in all and from one address: checked before anything else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager


class TooMany(Exception):
    pass


class Admission:
    def __init__(self, at_most: int, an_address: int) -> None:
        self._at_most = at_most
        self._an_address = an_address
        self._addresses: Counter[str] = Counter()

    @contextmanager
    def admitted(self, address: str) -> Iterator[None]:
        """Raises TooMany."""
        here = self._addresses[address]
        if here >= self._an_address or self._addresses.total() >= self._at_most:
            raise TooMany
        self._addresses[address] += 1
        try:
            yield
        finally:
            self._addresses[address] -= 1
            if not self._addresses[address]:
                del self._addresses[address]
