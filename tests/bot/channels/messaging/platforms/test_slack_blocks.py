from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.messaging import utf16
from bot.channels.messaging.platform import Choice, Link, Message
from bot.channels.messaging.platforms.slack import CAPABILITIES
from bot.channels.messaging.platforms.slack_blocks import escaped
from bot.outbound.splitting import split
from tests.bot.channels.messaging.platforms.slack_calls import SENDER
from tests.fakes.slack_rules import bold, faults_of, notified, seen

QUOTE = {"due_now": "1183.56", "currency": "CAD"}


def posted(message: Message) -> list[dict[str, Any]]:
    return [post.json for post in SENDER.posts({"channel": "D1"}, message)]


def one(text: str, *links: Link, quote: dict[str, str] | None = None) -> dict[str, Any]:
    (said,) = posted(Message("k", (text,), links=links, quote=quote))
    assert list(faults_of(said)) == []
    return said


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour !",
        "*bold* _italic_ ~gone~ `code` ```block```",
        "> quoted\n&gt; quoted",
        "<!channel> <!here> <@U123> <#C123> @everyone",
        "a < b & c > d &amp; e",
        ":smile: 🙂 « 1 183,56 $ CA »",
    ],
)
def test_what_was_said_is_what_is_read(text: str) -> None:
    said = one(text)
    assert seen(said).text == text
    assert seen(said).links == ()
    assert notified(said) == text
    assert said["mrkdwn"] is False


def test_of_two_links_the_longer_one() -> None:
    urls = ("https://example.com", "https://example.com/prices")
    said = one(f"{urls[0]} or {urls[1]}", *(Link(url, url) for url in urls))
    assert seen(said).links == tuple((url, url) for url in urls)


def test_a_link_goes_where_it_says() -> None:
    said = one("<https://other.example|your bank>")
    assert seen(said).text == "<https://other.example|your bank>"
    assert [text == url for text, url in seen(said).links] == [True]


def test_links_are_where_their_words_are() -> None:
    text = "Call +1 514-555-0123, or see https://example.com/prices."
    said = one(text, Link("+1 514-555-0123", "tel:+15145550123"))
    assert seen(said).text == text
    assert seen(said).links == (
        ("+1 514-555-0123", "tel:+15145550123"),
        ("https://example.com/prices", "https://example.com/prices"),
    )


def test_a_link_apart_is_a_button_below_the_last_text() -> None:
    sign_in = Link("Sign in", "https://example.com/sign-in?code=1&to=2")
    first, last = posted(Message("k", ("one", "two"), links=(sign_in,)))
    assert seen(first).links == ()
    assert seen(last).links == ((sign_in.text, sign_in.url),)
    assert [block["type"] for block in last["blocks"]] == ["rich_text", "actions"]


def test_a_number_that_is_nowhere_in_the_text_is_no_button() -> None:
    """Buttons open pages alone."""
    assert seen(one("Call us.", Link("+1 514", "tel:+1514"))).links == ()


def test_a_long_name_of_a_link_is_cut() -> None:
    said = one("Here:", Link("🙂 a page with a long name " * 9, "https://example.com"))
    ((name, _),) = seen(said).links
    assert utf16.length(name) <= 75
    assert name.endswith("…")


def test_choices_are_buttons_below_the_last_text() -> None:
    choices = (Choice("Oui", "1.0.abc"), Choice("Non & merci", "1.1.abc"))
    first, last = posted(Message("k", ("one", "two"), choices))
    assert seen(first).choices == ()
    assert seen(last).choices == (("Oui", "1.0.abc"), ("Non & merci", "1.1.abc"))


def test_a_quote_begins_with_its_amount_in_bold() -> None:
    text = "$1,183.56 CAD due now\nAt renewal: about…\nTo buy: https://example.com/buy"
    said = one(text, quote=QUOTE)
    assert bold(said) == "$1,183.56 CAD due now"
    assert seen(said).text == text
    assert bold(one("$1,183.56 CAD", quote=QUOTE)) == "$1,183.56 CAD"
    assert bold(one(text)) == ""


def test_only_the_first_of_several_texts_of_a_quote_is_bold() -> None:
    texts = ("one\ntwo", "three\nfour", "five\nsix")
    assert [bold(said) for said in posted(Message("k", texts, quote=QUOTE))] == ["one", "", ""]


def test_characters_are_counted_as_the_larger_number() -> None:
    assert (utf16.length("é"), utf16.length("🙂"), utf16.length("\ud800")) == (1, 2, 1)
    assert CAPABILITIES.length("🙂") == 2


def test_the_three_characters() -> None:
    assert escaped("<&amp;>") == "&lt;&amp;amp;&gt;"


LETTERS = st.sampled_from(
    [*"abc é&<>*_|:/.\n", " ", "’", "«", "🙂", "👩‍👧", "https://example.com/"]
)
# A message that has none is never posted (rendering.py).
TEXTS = (
    st.builds("".join, st.lists(LETTERS, min_size=1, max_size=60))
    .flatmap(lambda part: st.integers(1, 90).map(lambda times: (part * times)[:5000]))
    .filter(str.strip)
)
TITLES = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=75)
LINKS = st.builds(
    Link,
    TITLES,
    st.sampled_from(["https://example.com/?a=1&b=2", "tel:+15145550123", "mailto:a@b"]),
)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(
    TEXTS,
    st.lists(TITLES, max_size=12),
    st.lists(LINKS, max_size=4),
    st.none() | st.just(QUOTE),
)
def test_slack_takes_whatever_is_said(
    text: str, titles: list[str], links: list[Link], quote: dict[str, str] | None
) -> None:
    texts = split(text, CAPABILITIES.text, CAPABILITIES.length)
    choices = tuple(
        Choice(title, f"17.{n}.Zm9vYmFyYmF6cXV1eDEyMw") for n, title in enumerate(titles)
    )
    said = posted(Message("k", texts, choices, tuple(links), quote))
    assert [fault for one in said for fault in faults_of(one)] == []
    assert [seen(one).text for one in said if seen(one).text] == [t for t in texts if t]
    assert all(utf16.length(seen(one).text) <= 3000 for one in said)
