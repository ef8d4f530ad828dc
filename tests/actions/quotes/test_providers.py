"""Each provider as the environment configures it, up to the headers it sends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from actions.clock import clock
from actions.quotes.exchange import Exchange
from actions.quotes.port import QuoteError
from actions.quotes.providers import configured
from actions.settings import Settings
from tests.actions.conftest import NOW, TOKEN
from tests.actions.loopback import Peer, answer

KEY = "a-key-for-a-billing-system"
USER = "Basic YS1rZXktZm9yLWEtYmlsbGluZy1zeXN0ZW06"


@pytest.mark.parametrize(
    ("name", "prefix", "path", "nothing", "headers"),
    [
        (
            "embedded",
            "BILLING",
            "/v1/subscriptions",
            {"data": []},
            {"Authorization": f"Bearer {KEY}", "X-Account-Id": "acct_1"},
        ),
        (
            "stripe",
            "STRIPE",
            "/v1/subscriptions",
            {"data": [], "has_more": False},
            {"Authorization": f"Bearer {KEY}", "Stripe-Version": "2026-10-28.endive"},
        ),
        (
            "chargebee",
            "CHARGEBEE",
            "/api/v2/subscriptions",
            {"list": []},
            {"Authorization": USER, "Accept": "application/json"},
        ),
        (
            "recurly",
            "RECURLY",
            "/accounts/acct_1/subscriptions",
            {"data": []},
            {"Authorization": USER, "Accept": "application/vnd.recurly.v2021-02-25"},
        ),
    ],
)
def test_the_environment_chooses(
    peer: Callable[..., Peer],
    name: str,
    prefix: str,
    path: str,
    nothing: Any,
    headers: dict[str, str],
) -> None:
    server = peer(answer(body=nothing), answer(status=401, body={}))
    environment = {
        "PRORATA_ACTIONS_TOKEN": TOKEN,
        "PRORATA_QUOTES": name,
        f"{prefix}_URL": server.url,
        f"{prefix}_KEY": KEY,
    }
    client, open_provider = configured(Settings.from_environment(environment), clock(NOW))
    assert client.name == name
    assert open_provider(Exchange(client)).subscriptions("acct_1") == []
    (sent,) = server.received
    assert sent.path == path
    assert headers.items() <= sent.headers.items()
    with pytest.raises(QuoteError):
        open_provider(Exchange(client)).subscriptions("acct_1")
