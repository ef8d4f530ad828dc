"""What agents do with conversations over HTTP."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from tests.bot.desk.office import Browser, Office


@pytest.fixture
def camille(office: Office) -> Browser:
    return office.agent("camille")


@pytest.fixture
def noor(office: Office) -> Browser:
    return office.agent("noor", languages=["en"])


def holder(looks: Browser, conversation: str = "c-1") -> int | None:
    agent: int | None = looks.open(conversation)["card"]["agent"]
    return agent


def said(office: Office, conversation: str = "c-1") -> list[tuple[str, str]]:
    return [(e.author, e.body["text"]) for e in office.entries(conversation)]


def test_the_state_shows_who_waits_who_is_held_and_who_wrote(
    office: Office, camille: Browser, noor: Browser
) -> None:
    office.hear("with-the-bot", "hello", locale="en_CA")
    office.join("waiting", locale="fr_CA", account="demo-lyon")
    office.join("held")
    noor.act("held", "claim")
    office.socket(noor)
    state = camille.state()
    assert state["now"] == "2026-11-22T17:00:00+00:00"
    assert [(card["id"], card["state"], card["agent"]) for card in state["conversations"]] == [
        ("waiting", "waiting", None),
        ("held", "held", noor.agent.id),
        ("with-the-bot", "bot", None),
    ]
    assert state["conversations"][0] | {"since": "", "last": ""} == {
        **{"id": "waiting", "state": "waiting", "agent": None, "since": "", "last": ""},
        **{"waiting_seconds": 0, "language": "fr", "locale": "fr_CA", "channel": "web"},
        **{"reason": "asked", "priority": "normal", "account": "demo-lyon", "name": None},
        "undelivered": 0,
    }
    assert state["tickets"] == []
    assert [(agent["name"], agent["online"]) for agent in state["agents"]] == [
        ("Camille", False),
        ("Noor", True),
    ]


def test_a_conversation_shows_all_that_an_agent_needs(office: Office, camille: Browser) -> None:
    office.hear("c-1", "bonjour", locale="fr_CA")
    office.join("c-1", locale="fr_CA")
    opened = camille.open("c-1", "?locale=fr-CA")
    assert set(opened) == {"card", "entries", "summary", "notes", "replies"}
    assert [(e["author"], e["text"]) for e in opened["entries"]] == said(office)
    assert opened["card"]["state"] == "waiting"
    assert ("Langue", "fr-CA") in [(x["label"], x["value"]) for x in opened["summary"]]
    assert "Camille" in opened["replies"][0]["text"]


def test_one_of_two_agents_at_once_gets_it(office: Office, camille: Browser, noor: Browser) -> None:
    office.join("c-1")
    responses: dict[int, Any] = {}
    gate = threading.Barrier(2)

    def claim(browser: Browser) -> None:
        gate.wait()
        responses[browser.agent.id] = browser.act("c-1", "claim")

    threads = [threading.Thread(target=claim, args=(browser,)) for browser in (camille, noor)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert sorted(response.status_code for response in responses.values()) == [200, 409]
    (winner,) = [id_ for id_, response in responses.items() if response.status_code == 200]
    (lost,) = [response for response in responses.values() if response.status_code == 409]
    assert lost.json() == {"error": "taken"}
    assert responses[winner].json()["agent"] == winner == holder(noor)


def test_an_agent_steps_in_for_the_bot_and_the_customer_is_told(
    office: Office, camille: Browser
) -> None:
    office.hear("c-1", "hello", locale="en_CA")
    card = camille.act("c-1", "claim").json()
    assert (card["state"], card["agent"]) == ("held", camille.agent.id)
    office.hear("c-1", "are you a person?", locale="en_CA")
    notice, question = office.entries("c-1")[2:]
    assert notice.body["response"] == "utter_agent_joined"
    assert "Camille" in notice.body["text"]
    assert (question.author, question.body["text"]) == ("customer", "are you a person?")
    assert [e.author for e in office.customers.shown["c-1"]][-2:] == ["notice", "customer"]


def test_a_message_is_said_once_however_often_it_is_sent(office: Office, camille: Browser) -> None:
    office.join("c-1")
    camille.act("c-1", "claim")
    first, again = (camille.act("c-1", "messages", text="Hello", id="m-1") for _ in range(2))
    assert first.status_code == again.status_code == 200
    assert first.json() == again.json() == {"seq": office.entries("c-1")[-1].seq}
    assert said(office).count(("agent", "Hello")) == 1
    assert [e.body["text"] for e in office.customers.shown["c-1"]].count("Hello") == 1


def test_a_transfer_is_to_somebody_who_is_there(
    office: Office, camille: Browser, noor: Browser
) -> None:
    office.join("c-1")
    camille.act("c-1", "claim")
    offline = camille.act("c-1", "transfer", to=noor.agent.id)
    assert (offline.status_code, offline.json()) == (409, {"error": "offline"})
    assert holder(noor) == camille.agent.id
    office.socket(noor)
    assert camille.act("c-1", "transfer", to=noor.agent.id).status_code == 200
    assert holder(noor) == noor.agent.id
    assert camille.act("c-1", "messages", text="Hello", id="m-1").status_code == 409
    assert noor.act("c-1", "messages", text="Hello", id="m-2").status_code == 200


def test_back_to_the_queue_it_is_first(office: Office, camille: Browser) -> None:
    office.join("c-1")
    camille.act("c-1", "claim")
    office.join("c-2")
    assert camille.act("c-1", "transfer", to=None).status_code == 200
    cards = camille.state()["conversations"]
    assert [(c["id"], c["state"], c["priority"]) for c in cards] == [
        ("c-1", "waiting", "high"),
        ("c-2", "waiting", "normal"),
    ]


@pytest.mark.parametrize(("deed", "state"), [("hand_back", "bot"), ("close", "closed")])
def test_after_an_agent_the_bot_answers(
    office: Office, camille: Browser, deed: str, state: str
) -> None:
    office.join("c-1", locale="en_CA")
    camille.act("c-1", "claim")
    assert camille.act("c-1", deed).status_code == 200
    assert camille.open("c-1")["card"]["state"] == state
    office.hear("c-1", "and now?")
    assert said(office)[-1] == ("bot", "« and now? »")
    assert camille.open("c-1")["card"]["state"] == "bot"


def test_what_another_holds_or_nobody_does_is_taken(
    office: Office, camille: Browser, noor: Browser
) -> None:
    office.hear("free", "hello")
    office.join("c-1")
    camille.act("c-1", "claim")
    before = said(office)
    office.socket(camille)
    for conversation in ("c-1", "free"):
        for deed, body in (
            ("transfer", {"to": camille.agent.id}),
            ("transfer", {"to": None}),
            ("hand_back", {}),
            ("close", {}),
            ("messages", {"text": "x", "id": "1"}),
            ("typing", {"on": True}),
        ):
            response = noor.act(conversation, deed, **body)
            assert (response.status_code, response.json()) == (409, {"error": "taken"})
    assert said(office) == before


@pytest.mark.parametrize("deed", ["claim", "transfer", "hand_back", "close", "notes", "typing"])
def test_a_conversation_that_is_not_there(office: Office, camille: Browser, deed: str) -> None:
    for response in (
        camille.get("/desk/api/conversations/nowhere"),
        camille.act("nowhere", deed, text="x"),
        camille.act("nowhere", "messages", text="x", id="1"),
    ):
        assert (response.status_code, response.json()) == (404, {"error": "not-found"})
    assert office.asked(lambda: office.desk.customers.hold_of("nowhere")).version == 0


@pytest.mark.parametrize("text", ["👍", "👍🏽", "❤️", "👩‍💻", "?", "…"])
def test_an_agent_may_answer_with_a_sign(office: Office, camille: Browser, text: str) -> None:
    office.join("c-1")
    camille.act("c-1", "claim")
    assert camille.act("c-1", "messages", text=text, id="1").status_code == 200
    assert said(office)[-1] == ("agent", text)
