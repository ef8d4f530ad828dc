"""The public server as the web channel's suite runs it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
import requests

from tests.bot.channels.web.conftest import assets, sentence, web

if TYPE_CHECKING:
    from tests.bot.channels.web.harness import Web

__all__ = ["assets", "sentence", "web"]

Page = Callable[..., requests.Response]


@pytest.fixture
def page(web: Web) -> Page:
    """`page("/embed", …)`: what a browser gets."""

    def get(path: str, **headers: str) -> requests.Response:
        given = {"Accept-Encoding": "identity", **headers}
        return requests.get(web.url + path, headers=given, timeout=10)

    return get
