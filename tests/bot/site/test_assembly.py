"""The public side of the real bot server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import requests

if TYPE_CHECKING:
    from bot.run.stack import Stack

pytestmark = pytest.mark.slow


def get(stack: Stack, path: str) -> requests.Response:
    return requests.get(f"{stack.page}{path}", timeout=10)


def test_it_is_live_and_ready(running_stack: Stack) -> None:
    assert get(running_stack, "live").json() == {"status": "live"}
    assert get(running_stack, "ready").json() == {"status": "ready"}


@pytest.mark.parametrize("path", ["", "embed", "?locale=fr-CA", "embed?locale=fr-CA"])
def test_its_pages_are_secured(running_stack: Stack, path: str) -> None:
    page = get(running_stack, path)
    assert page.status_code == 200
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'; script-src 'self'; style-src 'self';" in policy
    assert "unsafe" not in policy
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert ('<html lang="fr' in page.text) == ("locale=fr" in path)


@pytest.mark.parametrize("path", ["metrics", "webhooks/terminal/messages", "model/parse"])
def test_what_is_internal_is_not_there(running_stack: Stack, path: str) -> None:
    assert get(running_stack, path).status_code == 404


def test_metrics_are_on_the_internal_port(running_stack: Stack) -> None:
    metrics = requests.get(f"{running_stack.bot.url}/metrics", timeout=10)
    assert metrics.status_code == 200
    for name in ("prorata_messages_total", "prorata_turn_seconds", "prorata_web_connections"):
        assert name in metrics.text


def test_the_socket_is_on_the_public_port_alone(running_stack: Stack) -> None:
    path = "socket.io/?EIO=4&transport=polling"
    assert get(running_stack, path).text.startswith("0{")
    assert requests.get(f"{running_stack.bot.url}/{path}", timeout=10).status_code == 404


def test_a_page_of_another_site_may_not_open_it(running_stack: Stack) -> None:
    url = f"{running_stack.page}socket.io/?EIO=4&transport=polling"
    refused = requests.get(url, headers={"Origin": "https://evil.example"}, timeout=10)
    assert refused.status_code == 400
    assert "Access-Control-Allow-Origin" not in refused.headers
