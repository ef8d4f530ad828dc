"""Who is connected, and until when somebody is signed in."""

from __future__ import annotations

import pytest

from bot.channels.web.connections import Connection, Connections
from bot.channels.web.identity import Identity


@pytest.fixture
def connections() -> Connections:
    opened = Connections()
    for number, sid in enumerate(("a", "b", "c")):
        opened.open(sid, f"192.0.2.{number}", now=100.0 + number)
    return opened


def tab(connections: Connections, sid: str) -> Connection:
    found = connections.of(sid)
    assert found is not None
    return found


def test_a_new_tab_may_do_nothing_yet(connections: Connections) -> None:
    new = tab(connections, "a")
    assert (new.address, new.active) == ("192.0.2.0", 100.0)
    assert (new.conversation, new.identity, new.locale, new.ours) == (None, None, None, False)
    assert new.account(100.0) is None


def test_a_closed_tab_is_gone(connections: Connections) -> None:
    connections.close("a")
    connections.close("a")
    connections.close("never there")
    assert connections.of("a") is None
    assert len(connections) == 2


def test_the_idle_ones(connections: Connections) -> None:
    assert connections.idle_since(99.0) == []
    assert connections.idle_since(102.0) == ["a", "b"]
    tab(connections, "a").active = 200.0
    assert connections.idle_since(200.0) == ["b", "c"]


def test_an_account_ends_with_its_identity(connections: Connections) -> None:
    tab(connections, "a").identity = Identity("demo-lyon", expires=150.0)
    assert tab(connections, "a").account(149.9) == "demo-lyon"
    assert tab(connections, "a").account(150.0) is None
    assert tab(connections, "a").valid_identity(150.0) is None


def test_those_signed_in_may_leave_while_they_are_told(connections: Connections) -> None:
    for sid in ("a", "c"):
        tab(connections, sid).identity = Identity("demo-lyon", expires=150.0)
    told = []
    for sid, _ in connections.signed_in():
        told.append(sid)
        connections.close(sid)
    assert told == ["a", "c"]
