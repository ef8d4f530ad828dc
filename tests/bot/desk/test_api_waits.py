"""Who joins the queue is told what others have waited, where that is known."""

from __future__ import annotations

import pytest

from tests.bot.desk.office import Browser, Office


@pytest.fixture
def camille(office: Office) -> Browser:
    camille = office.agent("camille")
    office.socket(camille)
    office.until(lambda: bool(office.desk.live._agents))
    return camille


def served(office: Office, camille: Browser, *seconds: float, locale: str = "en_CA") -> None:
    for number, wait in enumerate(seconds):
        conversation = f"{locale}-{wait}-{number}"
        office.join(conversation, locale=locale)
        office.time.move(wait)
        assert camille.act(conversation, "claim").status_code == 200
        camille.act(conversation, "close")


def told(office: Office, conversation: str, locale: str = "en_CA") -> str:
    office.join(conversation, locale=locale)
    text: str = office.entries(conversation)[-1].body["text"]
    return text


NEXT = "You’re next in line. From now on, what you write goes to our team, and I stay quiet."


def test_who_joins_is_told_what_others_have_waited(office: Office, camille: Browser) -> None:
    served(office, camille, 30, 100)
    assert told(office, "c-1") == NEXT
    camille.act("c-1", "close")
    served(office, camille, 400)
    assert told(office, "c-2") == f"{NEXT}\nLately, people have waited about 2 minutes."
    assert "attendu" not in told(office, "c-3", "fr_CA")  # nobody has, in French


def test_in_french_too(office: Office, camille: Browser) -> None:
    served(office, camille, 10, 20, 30, locale="fr_CA")
    assert told(office, "c-1", "fr_CA").endswith(
        "\nCes derniers temps, l’attente a été d’environ 1 minute."
    )


def test_what_was_long_ago_is_no_basis(office: Office, camille: Browser) -> None:
    served(office, camille, 60, 60, 60)
    office.time.move(7300)
    assert told(office, "c-1") == NEXT


def test_nor_is_it_where_nobody_is_there(office: Office, camille: Browser) -> None:
    served(office, camille, 60, 60, 60)
    office.loop.run(office._sockets[0].close())
    office.until(lambda: not office.desk.live._agents)
    assert told(office, "c-1") == NEXT


def test_an_agent_who_steps_in_is_no_wait(office: Office, camille: Browser) -> None:
    for number in range(4):
        office.hear(f"b-{number}", "hello", locale="en_CA")
        camille.act(f"b-{number}", "claim")
    assert told(office, "c-1") == NEXT
    assert [deed.detail for deed in office.audit.recent(4)] == [{}] * 4
