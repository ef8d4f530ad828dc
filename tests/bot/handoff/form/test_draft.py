"""What is known of a callback or a message, from the first question to the consent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.handoff.form.callback import next_step
from bot.handoff.form.draft import Draft
from bot.handoff.form.windows import Context
from tests.bot.handoff.calling import CALL, CANADA, LANGUAGES, MESSAGE, QUEBEC, say, talk

CALLS = [
    (
        CANADA,
        ["My name is Zoé", "514 555-0199 ext. 12", "yes", "tomorrow morning", "More seats", "yes"],
        "More seats",
    ),
    (
        QUEBEC,
        ["Moi, c’est Zoé", "514 555-0199 poste 12", "oui", "demain matin", "Des postes", "oui"],
        "Des postes",
    ),
]


@pytest.mark.parametrize(("context", "words", "topic"), CALLS, ids=["en", "fr"])
def test_a_callback_from_beginning_to_end(context: Context, words: list[str], topic: str) -> None:
    heard, last = talk(Draft("callback"), words, context)
    assert heard == [
        "ask_name", "ask_phone", "ask_confirm", "ask_window", "ask_topic", "ask_consent", "taken",
    ]  # fmt: skip
    assert last.draft == replace(CALL, topic=topic, consent=True)
    assert last.draft.is_agreed
    assert next_step(last.draft, context) is None


MESSAGES = [
    (CANADA, ["It's Zoé", "My email is zoe@example.com.", "I need a quote for 3", "Yes, pass it on"]),
    (QUEBEC, ["Je m’appelle Zoé", "zoe@example.com", "Il me faut un prix pour 3", "oui, svp"]),
]  # fmt: skip


@pytest.mark.parametrize(("context", "words"), MESSAGES, ids=["en", "fr"])
def test_a_message_from_beginning_to_end(context: Context, words: list[str]) -> None:
    heard, last = talk(Draft("message"), words, context)
    assert heard == [
        "message_ask_name", "message_ask_email", "message_ask_topic", "message_ask_consent",
        "message_taken",
    ]  # fmt: skip
    assert last.draft == replace(MESSAGE, topic=words[2], consent=True)
    assert last.draft.is_agreed


@LANGUAGES
def test_what_is_known_is_not_asked(context: Context) -> None:
    draft = Draft("callback", name="Zoé", topic="Des postes")
    heard, _ = talk(draft, ["514 555-0199", "yes", "tomorrow", "yes"], context)
    assert heard == ["ask_phone", "ask_confirm", "ask_window", "ask_consent", "taken"]


def test_consent_alone_is_not_enough() -> None:
    assert not replace(CALL, confirmed=False, consent=True).is_agreed
    assert not Draft("message", consent=True).is_agreed


def test_the_recap_is_what_is_passed_on() -> None:
    text, titles = say(next_step(CALL, CANADA))
    assert text.splitlines()[1:5] == [
        "• Name: Zoé",
        "• Phone: (514) 555-0199, ext.\u00a012",
        "• When: Tuesday, November 24, 2026, between 8:00\u202fa.m. and 12:00\u202fp.m.\u00a0EST",
        "• About: Des postes",
    ]
    assert titles == ["Yes, pass it on", "No, don’t pass it on"]
