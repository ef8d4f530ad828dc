"""Where no widget asks how it was, the word of goodbye does: one answer, and the bot goes on."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa

from bot.store.tables import ratings
from bot.store.transcript import Entry
from tests.bot.desk.office import Browser, Office


@pytest.fixture
def camille(office: Office) -> Browser:
    return office.agent("camille")


def closed(office: Office, camille: Browser, channel: str = "sms", locale: str = "fr_CA") -> Entry:
    """A conversation on that channel that an agent has just closed."""
    office.join("c-1", locale=locale, channel=channel)
    assert camille.act("c-1", "claim").status_code == 200
    assert camille.act("c-1", "close").status_code == 200
    return office.entries("c-1")[-1]


def hear(office: Office, text: str, **more: Any) -> str:
    """What is said to it."""
    office.hear("c-1", text, channel="sms", **more)
    said: str = office.entries("c-1")[-1].body["text"]
    return said


def rated(office: Office) -> list[int]:
    def read() -> list[int]:
        with office.engine.connect() as connection:
            return list(connection.execute(sa.select(ratings.c.stars)).scalars())

    stars: list[int] = office.asked(read)
    return stars


THANKS = {"en_CA": "Thank you for the rating.", "fr_CA": "Merci de votre évaluation."}
TITLES = {
    "en_CA": ["Very poor", "Poor", "Fair", "Good", "Very good"],
    "fr_CA": ["Très mal", "Plutôt mal", "Correctement", "Plutôt bien", "Très bien"],
}


@pytest.mark.parametrize("locale", THANKS)
def test_it_is_asked_and_answered_in_the_customers_language(
    office: Office, camille: Browser, locale: str
) -> None:
    goodbye = closed(office, camille, locale=locale)
    assert [button["title"] for button in goodbye.body["buttons"]] == TITLES[locale]
    assert hear(office, TITLES[locale][3].upper()) == THANKS[locale]
    assert rated(office) == [4]
    assert hear(office, "5") == "« 5 »"
    assert rated(office) == [4]


@pytest.mark.parametrize("channel", ["web", "terminal"])
def test_where_it_is_asked_otherwise_it_is_not_here(
    office: Office, camille: Browser, channel: str
) -> None:
    assert "buttons" not in closed(office, camille, channel).body


def test_a_conversation_that_nobody_held_is_not_rated(office: Office, camille: Browser) -> None:
    office.join("c-1", locale="en_CA", channel="sms")
    camille.act("c-1", "close")
    assert "buttons" not in office.entries("c-1")[-1].body


@pytest.mark.parametrize(
    ("typed", "stars"),
    [("1", 1), (" 5 ", 5), ("the first one", 1), ("la dernière", 5), ("très BIEN", 5)],
)
def test_it_can_be_typed(office: Office, camille: Browser, typed: str, stars: int) -> None:
    closed(office, camille)
    hear(office, typed)
    assert rated(office) == [stars]


@pytest.mark.parametrize("typed", ["0", "6", "5 seats", "good morning", "35"])
def test_whatever_else_is_written_is_the_bots(office: Office, camille: Browser, typed: str) -> None:
    closed(office, camille)
    assert hear(office, typed) == f"« {typed} »"
    assert hear(office, "Plutôt bien") == "« Plutôt bien »"  # too late to be an answer
    assert rated(office) == []
    assert camille.open("c-1")["card"]["state"] == "bot"


def test_a_button_answers_later_too_but_once(office: Office, camille: Browser) -> None:
    closed(office, camille)
    hear(office, "and now?")
    assert hear(office, "Plutôt bien", payload="/desk_rate_4") == THANKS["fr_CA"]
    before = len(office.entries("c-1"))
    hear(office, "Très mal", payload="/desk_rate_1")
    assert rated(office) == [4]
    assert len(office.entries("c-1")) == before + 1
    assert office.asked(office.transcript.unanswered) == []


def test_after_another_conversation_it_is_asked_again(office: Office, camille: Browser) -> None:
    closed(office, camille)
    hear(office, "4")
    closed(office, camille)
    assert hear(office, "2") == THANKS["fr_CA"]
    assert rated(office) == [2]


@pytest.mark.parametrize(
    "payload", ["/desk_rate_0", "/desk_rate_6", "/desk_rate_", "/desk_rate_11"]
)
def test_there_are_five_answers(office: Office, camille: Browser, payload: str) -> None:
    closed(office, camille)
    hear(office, "x", payload=payload)
    assert rated(office) == []
