"""The public server as the web channel's suite runs it."""

from __future__ import annotations

import pytest

from tests.bot.channels.web.conftest import loop, sentence, web

__all__ = ["loop", "sentence", "web"]


@pytest.fixture
def page(web):  # type: ignore[no-untyped-def]
    """`page("/embed", …)`: what a browser gets."""
    import requests

    def get(path: str, **headers: str) -> requests.Response:
        given = {"Accept-Encoding": "identity", **headers}
        return requests.get(web.url + path, headers=given, timeout=10)

    return get
