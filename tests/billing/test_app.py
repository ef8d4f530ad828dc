from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from billing.app import create_app, new_quote_id
from billing.instants import system_clock
from billing.settings import Settings, SettingsError

if TYPE_CHECKING:
    from tests.billing.conftest import Api


def test_quote_ids_are_unguessable_and_fit_the_contract() -> None:
    ids = {new_quote_id() for _ in range(100)}
    assert len(ids) == 100
    assert all(re.fullmatch("q_[A-Za-z0-9]{32}", quote_id) for quote_id in ids)


def test_ids_can_be_given(start: Callable[..., Api]) -> None:
    api = start(new_id=lambda: "q_0123456789abcdef")
    assert api.quote().json()["id"] == "q_0123456789abcdef"


def test_two_servers_share_a_database(start: Callable[..., Api]) -> None:
    quote = start().quote().json()
    assert start().get(f"/v1/proration-quotes/{quote['id']}").json() == quote


def test_an_unusable_database_stops_the_start() -> None:
    with pytest.raises(SettingsError, match="BILLING_DATABASE"):
        create_app(Settings(key="x" * 16, database_url="sqlite://"), system_clock)
