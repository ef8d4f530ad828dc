"""A stored entry as a platform can show it: as buttons where they fit, else as lines of its text."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.channels.messaging.platform import Capabilities, Link, Message
from bot.channels.messaging.references import References
from bot.channels.messaging.rendering import message_of, numbered
from bot.store.transcript import Entry, Transcript
from tests.bot.channels.conftest import NOW, new_engine

BUTTONS = Capabilities(text=200, choices=3, choice_title=20, links=True)
PLAIN = Capabilities(text=200)
YES_NO = [{"title": "Oui", "payload": "/affirm"}, {"title": "Non", "payload": "/deny"}]
PAGE = {"text": "the guide", "url": "https://example.com/guide"}
PHONE = {"text": "514 555-0199", "url": "tel:+15145550199"}
MAIL = {"text": "aide@example.com", "url": "mailto:aide@example.com"}


@pytest.fixture
def references() -> References:
    return References("s" * 32, Transcript(new_engine(), lambda: NOW))


def entry(text: Any = "Est-ce cela ?", **more: Any) -> Entry:
    return Entry(7, "c-1", NOW, "bot", {"text": text, **more}, "fr")


def shown(references: References, can: Capabilities, *more: Link, **body: Any) -> Message:
    message = message_of(entry(**body), can, references, more)
    assert message is not None
    return message


def test_a_text(references: References) -> None:
    quote = {"total": "1.00"}
    assert shown(references, PLAIN, quote=quote) == Message(
        "c-1:7", ("Est-ce cela ?",), quote=quote, language="fr"
    )


def test_buttons_that_fit(references: References) -> None:
    message = shown(references, BUTTONS, buttons=YES_NO)
    assert message.texts == ("Est-ce cela ?",)
    assert [choice.title for choice in message.choices] == ["Oui", "Non"]
    assert message.choices[1].reference == references.to(entry(), 1)


@pytest.mark.parametrize(
    "can",
    [
        PLAIN,
        replace(BUTTONS, choices=1),
        replace(BUTTONS, choice_title=2),
        replace(BUTTONS, choice_title=5, length=lambda text: 2 * len(text)),
    ],
)
def test_buttons_that_do_not_fit_are_numbered_lines(
    references: References, can: Capabilities
) -> None:
    message = shown(references, can, buttons=YES_NO)
    assert message.texts == ("Est-ce cela ?\n1. Oui\n2. Non",)
    assert message.choices == ()
    assert numbered(entry(buttons=YES_NO), can) == YES_NO


def test_buttons_of_a_text_that_there_is_not_are_the_text(references: References) -> None:
    message = shown(references, BUTTONS, text="", buttons=YES_NO)
    assert message.texts == ("1. Oui\n2. Non",)
    assert message.choices == ()
    assert numbered(entry("", buttons=YES_NO), BUTTONS) == YES_NO


def test_buttons_of_their_own_are_not_numbered() -> None:
    assert numbered(entry(buttons=YES_NO), BUTTONS) == ()
    assert numbered(entry(), PLAIN) == ()


def test_links_are_buttons_where_there_are_such(references: References) -> None:
    message = shown(references, BUTTONS, Link("Se connecter", "https://x.example"), links=[PAGE])
    assert message.texts == ("Est-ce cela ?",)
    assert message.links == (
        Link("the guide", "https://example.com/guide"),
        Link("Se connecter", "https://x.example"),
    )


def test_else_a_link_is_a_line(references: References) -> None:
    message = shown(references, PLAIN, links=[PAGE])
    assert message.texts == ("Est-ce cela ?\nthe guide\nhttps://example.com/guide",)
    assert message.links == ()


def test_an_address_that_is_read_already_is_not_repeated(references: References) -> None:
    text = "Voyez https://example.com/guide, ou le 514 555-0199, aide@example.com."
    assert shown(references, PLAIN, text=text, links=[PAGE, PHONE, MAIL]).texts == (text,)


def test_a_link_named_like_its_address_is_the_address(references: References) -> None:
    link = {"text": "example.com", "url": "https://example.com/"}
    assert shown(references, PLAIN, links=[link]).texts == ("Est-ce cela ?\nhttps://example.com/",)


def test_a_long_text_is_several_and_the_choices_go_with_the_last(references: References) -> None:
    message = shown(references, BUTTONS, text="Une phrase. " * 40, buttons=YES_NO)
    assert len(message.texts) == 3
    assert all(len(text) <= 200 for text in message.texts)
    assert len(message.choices) == 2


@pytest.mark.parametrize("text", ["", " \n", None, "\x00\x1b", "\ud800"])
@pytest.mark.parametrize("can", [PLAIN, BUTTONS])
def test_nothing_is_not_shown(references: References, text: Any, can: Capabilities) -> None:
    assert message_of(entry(text), can, references) is None
    assert message_of(Entry(7, "c-1", NOW, "bot", {}), can, references) is None
    assert message_of(entry(text, links=[PHONE]), can, references) is None


def test_what_no_platform_takes_is_left_out(references: References) -> None:
    message = shown(references, PLAIN, text="a\x00b\x07\r\n\tc\u2028\ud83d 👩\u200d👧\u202f!")
    assert message.texts == ("ab\n\tc\u2028 👩\u200d👧\u202f!",)
