"""What of a typed message reaches the bot."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.cards import MASK
from bot.channels.inbound import LONGEST_MESSAGE, Inbound, read


@pytest.mark.parametrize(
    "text",
    ["How much for 3 seats?", "Combien pour 3 postes ?", "5", "l’œuvre 👍🏽 ok", "two\nlines"],
)
def test_a_plain_message_is_read_as_it_is(text: str) -> None:
    assert read(text) == Inbound(text)


@pytest.mark.parametrize("raw", [None, 5, 2.5, True, [], ["a"], {}, {"text": "hi"}, b"hi"])
def test_what_is_no_text_is_an_empty_message(raw: object) -> None:
    assert read(raw) == Inbound("", "empty")


@pytest.mark.parametrize(
    "text", ["", " ", "\n\t", "???", "...", "😀😀😀", "👩‍💻", "\u200b", "\ud800"]
)
def test_a_message_without_words_is_empty(text: str) -> None:
    assert read(text).problem == "empty"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("he\x00llo", "hello"),
        ("hello\ud800", "hello"),
        ("\ufeffbonjour", "bonjour"),
        ("soft\u00adhyphen", "softhyphen"),
        ("a\u202eb", "ab"),  # right-to-left override
        ("\x1b[31mred", "[31mred"),
        ("e\u0301cole", "école"),
    ],
)
def test_unreadable_characters_go(raw: str, text: str) -> None:
    assert read(raw) == Inbound(text)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("/restart", "restart"),
        ('/greet{"x":1}', 'greet{"x":1}'),
        ("  // /restart", "restart"),
        ("\u200b/restart", "restart"),
        ("\x00/restart", "restart"),
        ("\u00a0/restart", "restart"),
        ("and/or", "and/or"),
        ("3/4/2027", "3/4/2027"),
    ],
)
def test_typed_text_is_never_a_command(raw: str, text: str) -> None:
    assert read(raw).text == text


def test_the_longest_message_is_read_and_one_more_is_not() -> None:
    assert read("a" * LONGEST_MESSAGE) == Inbound("a" * LONGEST_MESSAGE)
    too_long = read("a" * (LONGEST_MESSAGE + 1))
    assert too_long == Inbound("a" * LONGEST_MESSAGE, "too_long")


def test_surrounding_space_does_not_count_towards_the_length() -> None:
    assert read(" " * 500 + "a" * LONGEST_MESSAGE + "\n" * 500).problem is None


def test_a_card_number_is_gone_and_said_to_be() -> None:
    assert read("my card: 4111 1111 1111 1111 12/27") == Inbound(
        f"my card: {MASK} 12/27", None, masked=True
    )
    assert read("a" * 990 + " 4111111111111111 " + "b" * 990).masked


@given(st.text(alphabet=st.characters(), max_size=3000) | st.none() | st.integers() | st.binary())
def test_whatever_comes_is_short_readable_and_no_command(raw: object) -> None:
    inbound = read(raw)
    assert len(inbound.text) <= LONGEST_MESSAGE
    assert not inbound.text.startswith("/")
    inbound.text.encode("utf-8")  # no surrogates: every store can hold it
    controls = {c for c in inbound.text if unicodedata.category(c) == "Cc"}
    assert controls <= {"\n", "\t"}
    if inbound.problem is None:
        assert any(c.isalnum() for c in inbound.text)
