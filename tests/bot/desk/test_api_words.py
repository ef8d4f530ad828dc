"""Notes, typing, tickets and the audit log over HTTP."""

from __future__ import annotations

import pytest

from bot.store.desk import DeskStore
from tests.bot.desk.office import Browser, Office

SCRIPT = "<script>alert('x')</script><img src=x onerror=alert(1)>"


@pytest.fixture
def camille(office: Office) -> Browser:
    return office.agent("camille")


@pytest.fixture
def noor(office: Office) -> Browser:
    return office.agent("noor", languages=["en"])


def test_a_note_is_for_agents_alone(office: Office, camille: Browser, noor: Browser) -> None:
    office.join("c-1")
    assert noor.act("c-1", "notes", text=f"  {SCRIPT}  ").status_code == 200
    (note,) = camille.open("c-1")["notes"]
    assert (note["agent"], note["text"]) == (noor.agent.id, SCRIPT)
    assert [e for e in office.entries("c-1") if SCRIPT in e.body["text"]] == []


def test_typing_is_shown_to_the_customer(office: Office, camille: Browser) -> None:
    office.join("c-1")
    camille.act("c-1", "claim")
    for on in (True, False):
        assert camille.act("c-1", "typing", on=on).status_code == 200
    assert office.customers.typing_now[-2:] == [("c-1", True), ("c-1", False)]


def test_a_ticket_is_tried_and_done(office: Office, camille: Browser) -> None:
    def add() -> None:
        with office.engine.begin() as connection:
            details = {"name": SCRIPT, "zone": "America/Toronto"}
            DeskStore(office.engine, office.time).add_ticket(connection, "c-1", "callback", details)

    office.asked(add)
    (ticket,) = camille.state()["tickets"]
    assert (ticket["state"], ticket["name"], ticket["local_time"]) == (
        "due",
        SCRIPT,
        "2026-11-22T12:00-05:00",
    )
    for state in ("tried", "done", "due"):
        response = camille.post(f"/desk/api/tickets/{ticket['id']}", {"state": state})
        assert response.status_code == 200
        assert [one["state"] for one in camille.state()["tickets"]] == [state]
    missing = camille.post("/desk/api/tickets/99", {"state": "done"})
    assert (missing.status_code, missing.json()) == (404, {"error": "not-found"})


def test_what_is_written_comes_out_as_it_is_and_as_json(office: Office, noor: Browser) -> None:
    """The page sets it as text; nothing on the way makes it more or less."""
    evil = office.agent("evil", name=SCRIPT)
    office.join("c-1", locale="en_CA")
    evil.act("c-1", "claim")
    office.hear("c-1", SCRIPT, account=SCRIPT)
    evil.act("c-1", "messages", text=SCRIPT, id="m-1")
    response = noor.get("/desk/api/conversations/c-1")
    assert response.headers["Content-Type"] == "application/json; charset=utf-8"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    opened = response.json()
    assert [e["text"] for e in opened["entries"][-2:]] == [SCRIPT, SCRIPT]
    assert opened["entries"][-1]["agent"] == SCRIPT
    assert opened["card"]["account"] == SCRIPT
    assert {agent["name"] for agent in noor.state()["agents"]} == {SCRIPT, "Noor"}


def test_the_audit_log_has_each_action_and_no_words(
    office: Office, camille: Browser, noor: Browser
) -> None:
    office.join("c-1")
    office.socket(noor)
    camille.act("c-1", "claim")
    camille.act("c-1", "messages", text="secret words", id="m-1")
    camille.act("c-1", "notes", text="secret words")
    camille.act("c-1", "transfer", to=noor.agent.id)
    camille.act("c-1", "hand_back")  # not possible any more, and not done
    noor.act("c-1", "transfer", to=None)
    noor.act("c-1", "claim")
    noor.act("c-1", "hand_back")
    noor.act("c-1", "claim")
    noor.act("c-1", "close")
    deeds = office.asked(lambda: office.audit.recent(99))
    assert [(deed.agent, deed.action, deed.conversation) for deed in reversed(deeds)] == [
        (browser.agent.id, action, "c-1")
        for browser, action in (
            *((camille, "claim"), (camille, "notes"), (camille, "transfer")),
            *((noor, "transfer"), (noor, "claim"), (noor, "hand_back")),
            *((noor, "claim"), (noor, "close")),
        )
    ]
    assert "secret" not in str(deeds)
