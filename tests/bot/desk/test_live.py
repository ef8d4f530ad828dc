"""What the desk's page hears without asking, and who may listen."""

from __future__ import annotations

from typing import Any

import pytest

from bot.desk.sessions import IDLE
from tests.bot.desk.desk_socket import DeskSocket
from tests.bot.desk.office import Browser, Office


@pytest.fixture
def camille(office: Office) -> Browser:
    return office.agent("camille")


@pytest.fixture
def noor(office: Office) -> Browser:
    return office.agent("noor")


def next_(office: Office, socket: DeskSocket, event: str) -> Any:
    return office.loop.run(socket.wait_for(event))


def online(looks: Browser) -> set[str]:
    return {agent["name"] for agent in looks.state()["agents"] if agent["online"]}


def dropped(office: Office, socket: DeskSocket) -> None:
    office.loop.run(office.desk.live.recheck())
    office.loop.run(socket.wait_closed())


def test_a_message_is_heard_by_every_agent(office: Office, camille: Browser, noor: Browser) -> None:
    sockets = [office.socket(browser) for browser in (camille, noor, noor)]
    heard = office.hear("c-1", "<b>hello</b>", account="demo-lyon")
    for socket in sockets:
        told = next_(office, socket, "entry")
        assert told["conversation"] == "c-1"
        assert (told["entry"]["seq"], told["entry"]["author"]) == (heard.seq, "customer")
        assert told["entry"]["text"] == "<b>hello</b>"
        assert next_(office, socket, "entry")["entry"]["author"] == "bot"
    assert "demo-lyon" not in str([socket.received for socket in sockets])


def test_each_change_is_told(office: Office, camille: Browser, noor: Browser) -> None:
    office.hear("c-1", "hello")
    socket = office.socket(camille)
    next_(office, socket, "changed")  # camille came
    second = office.socket(noor)
    next_(office, socket, "changed")
    for deed, body in (
        ("claim", {}),
        ("notes", {"text": "x"}),
        ("transfer", {"to": camille.agent.id}),
    ):
        assert noor.act("c-1", deed, **body).status_code == 200
        assert next_(office, socket, "changed") == {}
    camille.act("c-1", "close")
    next_(office, socket, "changed")
    office.hear("c-1", "again")  # opens it again
    next_(office, socket, "changed")
    office.loop.run(second.close())
    next_(office, socket, "changed")


def test_an_agents_words_are_heard_once(office: Office, camille: Browser, noor: Browser) -> None:
    office.join("c-1")
    camille.act("c-1", "claim")
    socket = office.socket(noor)
    for _ in range(2):
        camille.act("c-1", "messages", text="Hello", id="m-1")
    camille.act("c-1", "messages", text="There", id="m-2")
    heard = [next_(office, socket, "entry")["entry"] for _ in range(2)]
    assert [(entry["text"], entry["id"]) for entry in heard] == [("Hello", "m-1"), ("There", "m-2")]
    assert [data["entry"]["text"] for name, data in socket.received if name == "entry"] == [
        "Hello",
        "There",
    ]


def test_a_customer_who_writes_is_seen_while_people_answer(
    office: Office, camille: Browser
) -> None:
    socket = office.socket(camille)

    def types(conversation: str, on: bool) -> None:
        office.asked(lambda: office.desk.customer_types(conversation, on))

    office.hear("bot", "hello")
    office.join("waits")
    office.join("held")
    camille.act("held", "claim")
    for conversation in ("bot", "nowhere", "waits", "held"):
        types(conversation, True)
    types("held", False)
    assert next_(office, socket, "typing") == {"conversation": "waits", "on": True}
    assert next_(office, socket, "typing") == {"conversation": "held", "on": True}
    assert next_(office, socket, "typing") == {"conversation": "held", "on": False}
    assert [name for name, _ in socket.received].count("typing") == 3


def test_who_is_connected_is_online_until_the_last_tab_is_closed(
    office: Office, camille: Browser, noor: Browser
) -> None:
    tabs = [office.socket(camille) for _ in range(2)]
    assert online(noor) == {"Camille"}
    for left, tab in zip((1, 0), tabs, strict=True):
        office.loop.run(tab.close())
        office.until(lambda left=left: len(office.desk.live._agents) == left)  # type: ignore[misc]
        assert online(noor) == ({"Camille"} if left else set())


def test_nobody_else_is_let_in(office: Office, camille: Browser) -> None:
    with pytest.raises(ConnectionRefusedError):
        office.socket()
    for cookie in ("prorata-desk=forged", "prorata-desk=", "prorata-widget=x"):
        stranger = Browser(office.url, camille.agent, cookie, "")
        with pytest.raises(ConnectionRefusedError):
            office.socket(stranger)
    office.asked(lambda: office.accounts.disable(camille.agent.id))
    with pytest.raises(ConnectionRefusedError):
        office.socket(camille)
    assert office.desk.live._agents == {}


def test_who_has_signed_out_is_dropped(office: Office, camille: Browser, noor: Browser) -> None:
    socket, stays = office.socket(camille), office.socket(noor)
    assert camille.post("/desk/api/logout").status_code == 204
    dropped(office, socket)
    assert online(noor) == {"Noor"}
    before = len(socket.received)
    office.hear("c-1", "secret")
    next_(office, stays, "entry")
    assert len(socket.received) == before


def test_who_was_disabled_is_dropped(office: Office, camille: Browser) -> None:
    socket = office.socket(camille)
    office.asked(lambda: office.accounts.disable(camille.agent.id))
    dropped(office, socket)
    assert office.desk.live._agents == {}


def test_a_session_that_is_over_is_dropped(office: Office, camille: Browser) -> None:
    socket = office.socket(camille)
    office.time.move(IDLE)
    dropped(office, socket)


def test_an_open_page_alone_keeps_no_session(office: Office, camille: Browser) -> None:
    """Nobody has pressed anything for an hour: the agent is gone (OWASP, idle timeout)."""
    office.socket(camille)
    for _ in range(4):
        office.time.move(IDLE / 4)
        office.loop.run(office.desk.live.recheck())
    assert camille.get("/desk/api/me").status_code == 401


FORGED: tuple[tuple[str, list[Any]], ...] = (
    ("disconnect", []),
    ("disconnect", ["transport close"]),
    ("disconnect", [{"sid": "x"}]),
    ("connect", []),
    ("connect", [{}]),
    ("connect", [{"aiohttp.request": {"cookies": {}}}]),
    ("connect", [None, None]),
    ("connect", [{"aiohttp.request": 1}, {}]),
    ("recheck", []),
    ("changed", []),
    ("entries", ["c-1", []]),
    ("entry", [{"conversation": "c-1"}]),
    ("typing", ["c-1", True]),
    ("message", ["hello"]),
    ("claim", ["c-1"]),
    ("trigger_event", ["disconnect", "x"]),
    ("__init__", [None, None]),
    ("", []),
)


@pytest.mark.parametrize(("event", "data"), FORGED, ids=repr)
def test_nothing_that_is_sent_changes_anything(
    office: Office, camille: Browser, noor: Browser, event: str, data: list[Any]
) -> None:
    office.join("c-1")
    forger, witness = office.socket(camille), office.socket(noor)
    before = office.entries("c-1"), noor.state()
    office.loop.run(forger.emit(event, *data))
    office.loop.run(forger.emit(event, *data))
    # Answered after what was sent before it: all of that has been looked at.
    office.hear("c-2", "hello")
    office.loop.run(witness.wait_for("entry", lambda told: told["conversation"] == "c-2"))
    office.loop.run(forger.wait_for("entry", lambda told: told["conversation"] == "c-2"))
    assert online(noor) == {"Camille", "Noor"}
    state = noor.state()
    state["conversations"] = [c for c in state["conversations"] if c["id"] == "c-1"]
    assert (office.entries("c-1"), state) == before
    assert len(office.desk.live._agents) == 2
    office.loop.run(forger.close())
    office.until(lambda: len(office.desk.live._agents) == 1)
    assert online(noor) == {"Noor"}
