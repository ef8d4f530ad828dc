"""The five-hundredth message costs what the fifth did, and knows what the fifth knew."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.bot.engine.conftest import Server

pytestmark = pytest.mark.slow

StockSays = Callable[..., list[dict[str, Any]]]

QUOTE = {
    "en": "How much for 3 more AutoCAD seats?",
    "fr": "Combien pour 3 postes AutoCAD de plus ?",
}
LOCALE = {"en": "en-CA", "fr": "fr-CA"}


def responses(turn: dict[str, Any]) -> list[str]:
    return [message["response"] for message in turn["messages"]]


def chat_of(turns: int) -> list[str]:
    asked = ["How do I add seats?", "How does proration work?", "Thank you!", "Am I eligible?"]
    return [asked[number % len(asked)] for number in range(turns)]


def test_stock_reads_ever_more_events(stock: Any, stock_says: StockSays) -> None:
    import asyncio

    def events() -> int:
        return len(asyncio.run(stock.tracker_store.retrieve("long")).events)

    for text in chat_of(10):
        stock_says(text, "long")
    early = events()
    for text in chat_of(20):
        stock_says(text, "long")
    assert events() >= 2.5 * early


def test_ours_reads_as_many_after_fifty_turns_as_after_a_session(server: Server) -> None:
    from bot.engine.session import TURNS_A_SESSION

    sizes, written = [], []
    for text in chat_of(50):
        before = len(server.rows())
        server.say(text, locale="en-CA")
        sizes.append(len(server.tracker().events))
        written.append(len(server.rows()) - before)
    assert max(sizes[TURNS_A_SESSION:]) <= max(sizes[:TURNS_A_SESSION]) + 10
    assert sum(written[-TURNS_A_SESSION:]) <= sum(written[:TURNS_A_SESSION]) + 10
    heard = [json.loads(data)["text"] for kind, data in server.rows() if kind == "user"]
    assert heard == chat_of(50)  # the whole history stays


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_form_outlives_the_session_it_began_in(server: Server, language: str) -> None:
    from bot.engine.session import TURNS_A_SESSION

    locale = LOCALE[language]
    answer = {"en": "March 10, 2027", "fr": "le 10 mars 2027"}[language]
    question = {"en": "How does proration work?", "fr": "Comment fonctionne le prorata ?"}
    opened = server.say(QUOTE[language], locale=locale)
    assert (opened["form"], responses(opened)) == ("quote_form", ["utter_ask_renewal_date"])
    for _ in range(TURNS_A_SESSION + 1):
        turn = server.say(question[language], locale=locale)
        assert responses(turn) == ["utter_faq_proration", "utter_ask_renewal_date"]
    given = server.say(answer, locale=locale)
    assert responses(given) == ["utter_estimate"]
    assert given["messages"][0]["quote"]["seats"] == 3
    assert (given["form"], given["language"]) == (None, language)
