from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings

from bot.channels.messaging.platform import Choice, Message
from bot.channels.messaging.platforms import whatsapp
from bot.outbound.client import Client
from tests.bot.channels.conftest import NOW
from tests.bot.channels.messaging.platforms.messages import messages
from tests.bot.loop import Loop
from tests.fakes.platform import Said
from tests.fakes.whatsapp import NUMBER_ID, FakeWhatsApp

ANNA = {"to": "15145550142", "message": "wamid.1"}
API = {"PRORATA_WHATSAPP_API": "https://graph.facebook.com/v25.0"}
SENDER = whatsapp.platform(FakeWhatsApp().settings() | API, lambda: NOW).sender
YES, NO = Choice("Yes", "1.0.x"), Choice("No", "1.1.x")


@pytest.fixture(scope="module")
def fake(loop: Loop) -> Iterator[FakeWhatsApp]:
    fake = FakeWhatsApp()
    with fake.serving(loop):
        yield fake


def contents(message: Message, to: dict[str, Any] = ANNA) -> list[dict[str, Any]]:
    posts = SENDER.posts(to, message)
    for post in posts:
        assert post.url.startswith(f"https://graph.facebook.com/v25.0/{NUMBER_ID}/messages?")
        assert post.json["messaging_product"] == "whatsapp"
        assert post.json["recipient_type"] == "individual"
        assert "message" not in post.json
    return [post.json for post in posts]


def shown(message: Message) -> list[Any]:
    return [content[content["type"]] for content in contents(message)]


def test_a_text() -> None:
    (content,) = contents(Message("a:1", ("Bonjour",)))

    assert content["to"] == "15145550142"
    assert content["text"] == {"body": "Bonjour", "preview_url": False}


def test_who_has_a_username_is_reached_by_their_id() -> None:
    (content,) = contents(Message("a:1", ("x",)), {"recipient": "CA.1", "message": "wamid.1"})

    assert content["recipient"] == "CA.1"
    assert "to" not in content


def test_three_short_choices_are_buttons_of_the_last_text() -> None:
    first, interactive = shown(Message("a:1", ("one", "two"), (YES, NO)))

    assert first["body"] == "one"
    assert interactive == {
        "type": "button",
        "body": {"text": "two"},
        "action": {
            "buttons": [
                {"type": "reply", "reply": {"id": "1.0.x", "title": "Yes"}},
                {"type": "reply", "reply": {"id": "1.1.x", "title": "No"}},
            ]
        },
    }


def test_buttons_have_a_shorter_text_beside_them() -> None:
    first, second = "a" * 800 + ".", "b" * 800 + "."

    before, interactive = shown(Message("a:1", (f"{first} {second}",), (YES,)))

    assert before["body"] == first
    assert interactive["body"]["text"] == second


@pytest.mark.parametrize(
    "choices",
    [
        tuple(Choice(f"{n}", f"1.{n}.x") for n in range(4)),
        (YES, Choice("How does proration work?", "1.1.x")),
        (Choice("Pro", "1.0.x"), Choice("Pro", "1.1.x")),
    ],
)
def test_more_choices_and_longer_ones_are_a_list(choices: tuple[Choice, ...]) -> None:
    (interactive,) = shown(Message("a:1", ("x" * 3000,), choices, language="en"))

    assert interactive["type"] == "list"
    assert interactive["action"]["button"] == "Choose"
    (section,) = interactive["action"]["sections"]
    assert [row["id"] for row in section["rows"]] == [choice.reference for choice in choices]


@pytest.mark.parametrize(
    ("language", "label"), [("fr", "Choisir"), ("en", "Choose"), (None, "Choose")]
)
def test_a_list_is_opened_in_the_customers_language(language: str | None, label: str) -> None:
    choices = tuple(Choice(f"{n}", f"1.{n}.x") for n in range(4))

    (interactive,) = shown(Message("a:1", ("x",), choices, language=language))

    assert interactive["action"]["button"] == label


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("How does proration work?", ["How does proration work?"]),
        ("Comment retirer un poste\u00a0?", ["Comment retirer un", "poste\u00a0?"]),
        ("Joindre l’assistance technique", ["Joindre l’assistance", "technique"]),
        ("é" * 30, ["é" * 24, "é" * 6]),
    ],
)
def test_a_long_title_goes_on_in_the_next_line(title: str, lines: list[str]) -> None:
    choices = (YES, NO, Choice(title, "1.2.x"), Choice("x", "1.3.x"))

    (interactive,) = shown(Message("a:1", ("x",), choices))

    row = interactive["action"]["sections"][0]["rows"][2]
    assert [row["title"], *([row["description"]] if "description" in row else [])] == lines


def test_the_amount_of_a_quote_is_bold() -> None:
    text = "1\u202f234,56\u00a0$ dû maintenant.\nCalcul…"

    (content,) = shown(Message("a:1", (text,), quote={"due_now": "1234.56"}))

    assert content["body"] == "*1\u202f234,56\u00a0$ dû maintenant.*\nCalcul…"


def test_nobodys_words_are_markup() -> None:
    (content,) = shown(Message("a:1", ("*free* _now_",)))

    assert content["body"] == "∗free* ˍnow_"


def test_whatsapp_refuses_nothing_that_is_sent(loop: Loop, fake: FakeWhatsApp) -> None:
    sender = whatsapp.platform(fake.settings(), lambda: NOW).sender
    to, client = {"to": fake.id_of("Anna"), "message": "wamid.1"}, Client()

    @settings(derandomize=True, max_examples=150, deadline=None)
    @given(messages(whatsapp.CAPABILITIES))
    def sent(message: Message) -> None:
        async def send() -> None:
            for post in sender.posts(to, message):
                sender.judge(await client.send(post))

        fake.said.clear()
        loop.run(send())
        said = fake.seen_by("Anna")
        assert fake.violations == []
        assert _letters(one.text for one in said) == _letters(message.texts)
        assert [_letters([title]) for title, _ in said[-1].choices] == [
            _letters([choice.title]) for choice in message.choices
        ]

    sent()
    loop.run(client.close())


def _letters(texts: Any) -> str:
    """Marks and spaces may have changed, nothing else."""
    return re.sub(r"[\s*_~`>∗ˍ∼ˋ›]", "", "".join(texts))


def test_the_fake_refuses_what_whatsapp_refuses(loop: Loop, fake: FakeWhatsApp) -> None:
    sender = whatsapp.platform(fake.settings(), lambda: NOW).sender
    too_long = Message("a:1", ("x" * 5000,))
    client = Client()

    async def send() -> list[Any]:
        to = {"to": fake.id_of("Anna"), "message": "wamid.1"}
        return [await client.send(post) for post in sender.posts(to, too_long)]

    (answer,) = loop.run(send())
    loop.run(client.close())

    assert (answer.status, answer.body["error"]["code"]) == (400, 131009)
    assert fake.violations == ["text.body: 1 to 4096 characters"]
    fake.violations.clear()


def test_what_a_list_shows_is_read_as_one_title(loop: Loop, fake: FakeWhatsApp) -> None:
    sender = whatsapp.platform(fake.settings(), lambda: NOW).sender
    title = "Comment marche le prorata\u00a0?"
    client = Client()

    async def send() -> None:
        to = {"to": fake.id_of("Bea"), "message": "wamid.1"}
        for post in sender.posts(to, Message("a:1", ("x",), (Choice(title, "1.0.x"),))):
            sender.judge(await client.send(post))

    loop.run(send())
    loop.run(client.close())

    assert fake.seen_by("Bea") == [Said("x", ((title, "1.0.x"),))]
