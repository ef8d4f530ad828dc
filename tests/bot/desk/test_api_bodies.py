"""Whatever is sent to the desk's routes: a code, and nothing is changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.bot.desk.office import Browser, Office, serving
from tests.bot.loop import Loop

# Neither a text that could be a message, a note or an id, nor one of a few words.
NO_TEXTS: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1.5, 10**30, [], ["x"], {}, {"a": 1}, "", "x" * 5000),
)
ANYTHING: tuple[Any, ...] = (*NO_TEXTS, "x", "\x00", "\ud800")
NO_OBJECTS: tuple[Any, ...] = (None, True, 0, 1.5, "x", [], [{"text": "x"}])


@pytest.fixture
def office(loop: Loop) -> Iterator[Office]:
    with serving(loop) as office:
        office.join("c-1")
        yield office


@pytest.fixture
def camille(office: Office) -> Browser:
    camille = office.agent("camille")
    assert camille.act("c-1", "claim").status_code == 200
    return camille


def post(camille: Browser, path: str, body: Any) -> tuple[int, Any]:
    response = camille.http.post(
        camille.url + path,
        json=body,
        data=None if body is not None else "null",
        headers={
            **{"Cookie": camille.cookie, "X-CSRF-Token": camille.csrf},
            **({"Content-Type": "application/json"} if body is None else {}),
        },
        timeout=10,
    )
    return response.status_code, response.json().get("error")


@pytest.mark.parametrize("body", NO_OBJECTS, ids=repr)
@pytest.mark.parametrize("deed", ["transfer", "notes", "messages", "typing"])
def test_a_body_that_is_no_object_is_refused(
    office: Office, camille: Browser, deed: str, body: Any
) -> None:
    before = office.entries("c-1")
    path = f"/desk/api/conversations/c-1/{deed}"
    assert post(camille, path, body) == (400, "invalid-request")
    assert post(camille, "/desk/api/tickets/1", body) == (400, "invalid-request")
    assert office.entries("c-1") == before


@pytest.mark.parametrize("deed", ["transfer", "notes", "messages", "typing"])
def test_a_form_is_refused(office: Office, camille: Browser, deed: str) -> None:
    response = camille.http.post(
        f"{camille.url}/desk/api/conversations/c-1/{deed}",
        data={"text": "x", "id": "1"},
        headers={"Cookie": camille.cookie, "X-CSRF-Token": camille.csrf},
        timeout=10,
    )
    assert (response.status_code, response.json()) == (415, {"error": "not-json"})


@pytest.mark.parametrize("value", (*NO_TEXTS, "\ud800", "x" * 65), ids=repr)
def test_an_id_of_a_message_is_a_short_text(office: Office, camille: Browser, value: Any) -> None:
    path = "/desk/api/conversations/c-1/messages"
    assert post(camille, path, {"text": "hello", "id": value}) == (400, "invalid-request")
    assert [e for e in office.entries("c-1") if e.author == "agent"] == []


@pytest.mark.parametrize("value", (*NO_TEXTS, "\x00", "\ud800", " \n"), ids=repr)
def test_a_message_is_a_text(office: Office, camille: Browser, value: Any) -> None:
    path = "/desk/api/conversations/c-1/messages"
    status, code = post(camille, path, {"text": value, "id": "m-1"})
    assert (status, code) in ((400, "empty"), (400, "too_long"))
    assert [e for e in office.entries("c-1") if e.author == "agent"] == []


@pytest.mark.parametrize("value", (*NO_TEXTS, "\ud800", " \n"), ids=repr)
def test_a_note_is_a_text(office: Office, camille: Browser, value: Any) -> None:
    path = "/desk/api/conversations/c-1/notes"
    assert post(camille, path, {"text": value}) == (400, "invalid-request")
    assert camille.open("c-1")["notes"] == []


@pytest.mark.parametrize("value", ANYTHING[1:], ids=repr)
def test_a_transfer_is_to_an_agents_number(office: Office, camille: Browser, value: Any) -> None:
    path = "/desk/api/conversations/c-1/transfer"
    assert post(camille, path, {"to": value}) == (409, "offline")
    assert camille.open("c-1")["card"]["agent"] == camille.agent.id


@pytest.mark.parametrize("value", ANYTHING, ids=repr)
def test_a_state_of_a_ticket_is_one_of_three(office: Office, camille: Browser, value: Any) -> None:
    assert post(camille, "/desk/api/tickets/1", {"state": value}) == (400, "invalid-request")


@pytest.mark.parametrize("value", ANYTHING, ids=repr)
def test_typing_is_on_or_off(office: Office, camille: Browser, value: Any) -> None:
    assert post(camille, "/desk/api/conversations/c-1/typing", {"on": value}) == (200, None)
    assert office.customers.typing_now[-1] == ("c-1", value is True)


@pytest.mark.parametrize(
    "id_", ["a" * 129, "a%20b", "%00", "a%2Fb", "'%20OR%201=1", "%3Cscript%3E", "a%0Ab", "…", "%ff"]
)
def test_an_id_of_a_conversation_that_cannot_be_is_not_found(
    office: Office, camille: Browser, id_: str
) -> None:
    assert camille.get(f"/desk/api/conversations/{id_}").status_code == 404
    assert camille.post(f"/desk/api/conversations/{id_}/claim").status_code == 404


@pytest.mark.parametrize("id_", ["x", "-1", "1.5", "9" * 16, "%00", "1%20", "٣"])
def test_an_id_of_a_ticket_is_a_number(office: Office, camille: Browser, id_: str) -> None:
    assert camille.post(f"/desk/api/tickets/{id_}", {"state": "done"}).status_code == 404


@pytest.mark.parametrize("id_", ["0", "999999999999999"])
def test_a_number_that_no_ticket_has(office: Office, camille: Browser, id_: str) -> None:
    response = camille.post(f"/desk/api/tickets/{id_}", {"state": "done"})
    assert (response.status_code, response.json()) == (404, {"error": "not-found"})
