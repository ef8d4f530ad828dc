"""How many connections at once, in all and from one address: asked before a new one is opened."""

from __future__ import annotations

from collections.abc import Iterable


class TooMany(Exception):
    pass


class Admission:
    def __init__(self, at_most: int, an_address: int) -> None:
        self._at_most = at_most
        self._an_address = an_address

    def check(self, address: str, opened: Iterable[str]) -> None:
        """`opened` are the addresses of what is open. Raises TooMany."""
        addresses = list(opened)
        if len(addresses) >= self._at_most or addresses.count(address) >= self._an_address:
            raise TooMany
