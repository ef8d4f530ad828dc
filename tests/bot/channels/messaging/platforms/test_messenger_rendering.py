from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings

from bot.channels.messaging.platform import Choice, Link, Message
from bot.channels.messaging.platforms import messenger
from bot.outbound.client import Client
from tests.bot.channels.conftest import NOW
from tests.bot.channels.messaging.platforms.messages import messages
from tests.bot.loop import Loop
from tests.fakes.messenger import PAGE, FakeMessenger
from tests.fakes.platform import Said

SIGN_IN = Link("Sign in", "https://www.example.com/sign-in?chat=abc")
CALL = Link("1 855 937-3067", "tel:+1-855-937-3067")


@pytest.fixture(scope="module")
def fake(loop: Loop) -> Iterator[FakeMessenger]:
    fake = FakeMessenger()
    with fake.serving(loop):
        yield fake


def contents(message: Message) -> list[dict[str, Any]]:
    """As posted to Anna."""
    sender = messenger.platform(
        FakeMessenger().settings() | {"PRORATA_MESSENGER_API": "https://graph.facebook.com/v25.0"},
        lambda: NOW,
    ).sender
    posts = sender.posts({"id": "1"}, message)
    for post in posts:
        assert post.url.startswith(f"https://graph.facebook.com/v25.0/{PAGE}/messages?")
        assert post.json["recipient"] == {"id": "1"}
        assert post.json["messaging_type"] == "RESPONSE"
    return [post.json["message"] for post in posts]


def test_a_text() -> None:
    assert contents(Message("a:1", ("Bonjour *vous*",))) == [{"text": "Bonjour *vous*"}]


def test_choices_are_quick_replies_of_the_last_text() -> None:
    message = Message("a:1", ("one", "two"), (Choice("Yes", "1.0.x"), Choice("No", "1.1.x")))

    assert contents(message) == [
        {"text": "one"},
        {
            "text": "two",
            "quick_replies": [
                {"content_type": "text", "title": "Yes", "payload": "1.0.x"},
                {"content_type": "text", "title": "No", "payload": "1.1.x"},
            ],
        },
    ]


def test_a_page_is_a_button_beside_the_choices() -> None:
    message = Message("a:1", ("Who are you?",), (Choice("Yes", "1.0.x"),), (SIGN_IN,))

    (content,) = contents(message)

    assert content["attachment"]["payload"] == {
        "template_type": "button",
        "text": "Who are you?",
        "buttons": [{"type": "web_url", "title": "Sign in", "url": SIGN_IN.url}],
    }
    assert [reply["title"] for reply in content["quick_replies"]] == ["Yes"]


def test_a_phone_number_can_be_called() -> None:
    (content,) = contents(Message("a:1", ("Call 1 855 937-3067.",), links=(CALL,)))

    assert content["attachment"]["payload"]["buttons"] == [
        {"type": "phone_number", "title": "1 855 937-3067", "payload": "+18559373067"}
    ]


def test_an_extension_is_not_dialled() -> None:
    link = Link("+33 1 23 45 67 89", "tel:+33-1-23-45-67-89;ext=12")

    (content,) = contents(Message("a:1", ("Call.",), links=(link,)))

    assert content["attachment"]["payload"]["buttons"][0]["payload"] == "+33123456789"


def test_a_page_that_the_text_names_needs_no_button() -> None:
    link = Link("https://www.example.com", "https://www.example.com")
    text = "See https://www.example.com."

    assert contents(Message("a:1", (text,), links=(link,))) == [{"text": text}]


def test_a_name_that_fits_no_button_is_a_line() -> None:
    link = Link("Sign in to see your subscriptions", SIGN_IN.url)

    (content,) = contents(Message("a:1", ("Who are you?",), links=(link,)))

    assert content == {"text": f"Who are you?\nSign in to see your subscriptions\n{SIGN_IN.url}"}


def test_the_fourth_page_is_a_line() -> None:
    links = tuple(Link(f"Page {n}", f"https://www.example.com/{n}") for n in range(4))

    (content,) = contents(Message("a:1", ("See:",), links=links))

    assert len(content["attachment"]["payload"]["buttons"]) == 3
    assert content["attachment"]["payload"]["text"] == "See:\nPage 3\nhttps://www.example.com/3"


def test_a_long_text_goes_before_its_button() -> None:
    first, second = "a" * 400 + ".", "b" * 400 + "."

    texts = contents(Message("a:1", (f"{first} {second}",), links=(SIGN_IN,)))

    assert texts[0] == {"text": first}
    assert texts[1]["attachment"]["payload"]["text"] == second


def test_a_button_that_calls_is_worth_no_second_message() -> None:
    text = "1 855 937-3067 " + "a" * 700

    assert contents(Message("a:1", (text,), links=(CALL,))) == [{"text": text}]


def test_the_same_message_is_as_many_requests_each_time() -> None:
    message = Message("a:1", ("x" * 1500 + " " + "y" * 300,), links=(SIGN_IN,))
    assert contents(message) == contents(message)


def test_messenger_refuses_nothing_that_is_sent(loop: Loop, fake: FakeMessenger) -> None:
    sender = messenger.platform(fake.settings(), lambda: NOW).sender
    to, client = {"id": fake.id_of("Anna")}, Client()

    @settings(derandomize=True, max_examples=150, deadline=None)
    @given(messages(messenger.CAPABILITIES))
    def sent(message: Message) -> None:
        async def send() -> None:
            for post in sender.posts(to, message):
                sender.judge(await client.send(post))

        fake.said.clear()
        loop.run(send())
        said = fake.seen_by("Anna")
        assert fake.violations == []
        assert _words(said) >= set(" ".join(message.texts).split())
        assert [title for title, _ in said[-1].choices] == [c.title for c in message.choices]

    sent()
    loop.run(client.close())


def _words(said: list[Said]) -> set[str]:
    return {word for one in said for word in one.text.split()}


def test_the_fake_refuses_what_messenger_refuses(loop: Loop, fake: FakeMessenger) -> None:
    sender = messenger.platform(fake.settings(), lambda: NOW).sender
    too_long = Message("a:1", ("x",), (Choice("x" * 21, "1.0.x"),))
    client = Client()

    async def send() -> list[Any]:
        return [await client.send(post) for post in sender.posts({"id": fake.id_of("A")}, too_long)]

    (answer,) = loop.run(send())
    loop.run(client.close())

    assert answer.status == 400
    assert answer.body["error"]["code"] == 100
    assert fake.violations == ["title: 1 to 20"]
    fake.violations.clear()
