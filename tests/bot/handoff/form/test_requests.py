"""Contact details that come with the request are taken; the rest is asked."""

from __future__ import annotations

import time

import pytest

from bot.handoff.form.callback import answer
from bot.handoff.form.details import with_name
from bot.handoff.form.draft import Draft, missing
from bot.handoff.form.phones import without_phone
from bot.handoff.form.requests import requested
from bot.handoff.form.windows import Context
from tests.bot.handoff.calling import CANADA, FRANCE, QUEBEC


def known(draft: Draft) -> tuple[str | None, ...]:
    window = draft.window and f"{draft.window.start:%m-%d %H:%M}-{draft.window.end:%H:%M}"
    return draft.name, draft.phone, draft.extension, window


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("rappelez-moi au 514 555-0123", QUEBEC, (None, "+15145550123", None, None)),
        (
            "call me at 617-555-0142 tomorrow at 2, I'm Dana",
            CANADA,
            ("Dana", "+16175550142", None, "11-24 14:00-15:00"),
        ),
        (
            "demandez Luc, 06 12 34 56 78, demain matin",
            FRANCE,
            ("Luc", "+33612345678", None, "11-24 08:00-12:00"),
        ),
        (
            "Je m’appelle Zoé, rappelez-moi au 438 555-0199 poste 12 après 15 h",
            QUEBEC,
            ("Zoé", "+14385550199", "12", "11-23 15:00-18:00"),
        ),
        ("I want to talk to a human, 617-555-0142", CANADA, (None, "+16175550142", None, None)),
        ("pouvez-vous me rappeler au 514 555-0123?", QUEBEC, (None, "+15145550123", None, None)),
        ("can you call me at 617-555-0142?", CANADA, (None, "+16175550142", None, None)),
        ("my number is (617) 555-0142 ext. 3", CANADA, (None, "+16175550142", "3", None)),
    ],
)
def test_a_request_with_a_number_opens_a_callback(
    text: str, context: Context, expected: tuple[str | None, ...]
) -> None:
    found = requested(text, context)
    assert found is not None
    draft, language = found
    assert (known(draft), language) == (expected, context.language)
    assert not draft.confirmed
    assert missing(draft) == ("name" if draft.name is None else "confirm")


@pytest.mark.parametrize(
    "text",
    ["j'veux laisser un message", "je peux-tu laisser un message?", "Écrire un message", "Write a message",
     "Je voudrais laisser un message svp", "I'd like to leave a message", "can I leave a message for your team?"],
)  # fmt: skip
def test_a_message_is_opened_by_its_name(text: str) -> None:
    language = "en" if " a " in text else "fr"
    for context in (CANADA, QUEBEC):
        assert requested(text, context) == (Draft("message"), language)


@pytest.mark.parametrize(
    "text",
    ["call me", "rappelez-moi", "don't call me at 617-555-0142", "ne m'appelez pas au 514 555-0123",
     "my subscription is 12345678901", "how do I send a message to users", "514 555-0123",
     "can I call 855-937-3067?", "what is your phone number, 855-937-3067?", "je peux appeler le 514 555-0123?",
     "puis-je parler à quelqu'un au 514 555-0123?", "comment laisser un message aux utilisateurs", "call 555-0123"],
)  # fmt: skip
def test_other_messages_are_the_bots(text: str) -> None:
    for context in (CANADA, QUEBEC):
        assert requested(text, context) is None


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("Dana, 617-555-0142", CANADA, ("Dana", "+16175550142", None, None)),
        ("617-555-0142 Dana Roy", CANADA, ("Dana Roy", "+16175550142", None, None)),
        ("Zoé Roy, 514 555-0123, demain matin", QUEBEC, ("Zoé Roy", "+15145550123", None, "11-24 08:00-12:00")),
        ("c’est Zoé, 06 12 34 56 78", FRANCE, ("Zoé", "+33612345678", None, None)),
        ("617-555-0142", CANADA, (None, "+16175550142", None, None)),
        ("demain matin", QUEBEC, (None, None, None, "11-24 08:00-12:00")),
    ],
)  # fmt: skip
def test_a_name_and_more(text: str, context: Context, expected: tuple[str | None, ...]) -> None:
    assert known(with_name(Draft("callback"), text, context)) == expected
    answered = answer(Draft("callback"), "name", text, context)
    assert known(answered.draft) == expected
    assert (answered.problem is None) is (expected[0] is not None)


def test_a_name_and_an_address() -> None:
    for text in ("Dana, dana@example.com", "dana@example.com - Dana"):
        draft = with_name(Draft("message"), text, CANADA)
        assert (draft.name, draft.email) == ("Dana", "dana@example.com")


@pytest.mark.parametrize(
    ("text", "region", "rest"),
    [
        ("Zoé au 514 555-0123 poste 12, demain", "CA", "Zoé au  , demain"),
        ("(514) 555-0123 ext. 3 at 3", "CA", "  at 3"),
        ("00 33 6 12 34 56 78 à 14 h", "CA", "  à 14 h"),
        ("+33 6 12 34 56 78, Luc", "CA", " , Luc"),
        ("Luc", "CA", "Luc"),
    ],
)
def test_what_is_left_of_a_text_without_its_number(text: str, region: str, rest: str) -> None:
    assert without_phone(text, region) == rest


def test_no_text_takes_long() -> None:
    began = time.perf_counter()
    for text in ("i want to " * 100, "call 514 555-01 " * 60, "je peux " * 120):
        requested(text, QUEBEC)
    assert time.perf_counter() - began < 1
