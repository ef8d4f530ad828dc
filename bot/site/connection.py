"""What is kept of the request that opened a connection: its address, and not its headers.

python-socketio keeps the whole request for as long as the connection lives: 12 kB each.
"""

from __future__ import annotations

from typing import Any

_ADDRESS = "prorata.address"


def shed(environ: dict[str, Any]) -> str:
    """The address; nothing else is kept."""
    address = address_of(environ)
    environ.clear()
    environ[_ADDRESS] = address
    return address


def address_of(environ: dict[str, Any]) -> str:
    kept = environ.get(_ADDRESS)
    return str(environ["aiohttp.request"].remote if kept is None else kept)
