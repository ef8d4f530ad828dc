"""Canned replies: in the customer's language, with the agent's name in them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.desk import replies as module
from bot.desk.replies import NAMES, Replies
from bot.nlg.generator import CatalogueNLG
from bot.store.transcript import Entry
from tests.bot.channels.conftest import NOW


@pytest.fixture(scope="module")
def replies() -> Replies:
    return Replies(CatalogueNLG().sentence)


def spoken(language: str | None, locale: str | None = None) -> list[Entry]:
    return [Entry(1, "c", NOW, "customer", {"text": "…"}, language, told={"locale": locale})]


def texts(replies: Replies, entries: list[Entry], agent: str = "Zoé") -> dict[str, str]:
    return {reply["name"]: reply["text"] for reply in replies.filled(entries, agent)}


def test_they_are_all_there_with_name_title_and_text(replies: Replies) -> None:
    filled = replies.filled([], "Zoé")
    assert [set(reply) for reply in filled] == [{"name", "title", "text"}] * len(NAMES)
    assert tuple(reply["name"] for reply in filled) == NAMES
    given = yaml.safe_load(Path(module.__file__).with_name("replies.yml").read_text("utf-8"))
    assert set(given["responses"]) == {f"utter_reply_{name}" for name in NAMES}


@pytest.mark.parametrize(
    ("entries", "hello"),
    [
        (spoken("fr", "fr_CA"), "Bonjour"),
        (spoken("fr", "fr_FR"), "Bonjour"),
        (spoken("fr"), "Bonjour"),
        (spoken("en", "en_GB"), "Hello"),
        (spoken(None), "Hello"),
        ([], "Hello"),
    ],
)
def test_the_customers_language(replies: Replies, entries: list[Entry], hello: str) -> None:
    assert hello in texts(replies, entries)["hello"]


def test_every_text_is_translated_and_filled(replies: Replies) -> None:
    english, french = texts(replies, spoken("en")), texts(replies, spoken("fr"))
    assert [name for name in NAMES if english[name] == french[name]] == []
    assert [text for text in (*english.values(), *french.values()) if "{" in text] == []
    assert "Zoé" in english["hello"]
    assert "Zoé" in french["hello"]


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "{agent}", "O’Neil & Co"])
def test_a_name_is_as_it_is(replies: Replies, name: str) -> None:
    assert name in texts(replies, spoken("fr", "fr_CA"), name)["hello"]
