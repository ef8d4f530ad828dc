"""Messenger and WhatsApp from the webhook to what a person sees."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from prometheus_client import REGISTRY

from tests.bot.channels.messaging.harness import Chat, serving
from tests.bot.loop import Loop
from tests.fakes.graph import FakeGraph
from tests.fakes.messenger import FakeMessenger
from tests.fakes.platform import Fault, Hook
from tests.fakes.whatsapp import FakeWhatsApp

Fake = FakeMessenger | FakeWhatsApp
TITLES = ["Yes", "No", "Joindre l’équipe commerciale"]


@pytest.fixture(params=[FakeMessenger, FakeWhatsApp])
def fake(request: pytest.FixtureRequest) -> Fake:
    made: Fake = request.param()
    return made


@pytest.fixture
def chat(loop: Loop, fake: Fake) -> Iterator[Chat]:
    with serving(loop, fake) as chat:
        yield chat
    assert fake.violations == []


def offer(chat: Chat, *titles: str) -> None:
    chat.bot.buttons = [{"title": title, "payload": f"/{n}"} for n, title in enumerate(titles)]


def texts(fake: FakeGraph, person: str) -> list[str]:
    return [said.text for said in fake.seen_by(person)]


def test_a_text_is_answered_once(chat: Chat, fake: Fake) -> None:
    hook = fake.message("Anna", "3 postes de plus", "1")

    answers = [fake.call(hook) for _ in range(3)]
    chat.quiet()

    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert texts(fake, "Anna") == ["« 3 postes de plus »"]


def test_what_is_not_signed_is_not_heard(chat: Chat, fake: Fake) -> None:
    hook = fake.message("Anna", "hello")
    other = fake.message("Anna", "goodbye")

    assert fake.call(Hook(hook.body, other.headers)).status_code == 401
    assert fake.call(Hook(hook.body, {})).status_code == 401
    assert chat.said() == []


def test_the_address_is_confirmed_to_whoever_knows_the_verify_token(chat: Chat, fake: Fake) -> None:
    confirmed, refused = fake.call(fake.handshake()), fake.call(fake.handshake("wrong"))

    assert (confirmed.status_code, confirmed.text) == (200, "1158201444")
    assert (refused.status_code, refused.text) == (403, "")


def test_a_choice_is_pressed(chat: Chat, fake: Fake) -> None:
    offer(chat, "Yes", "No")
    fake.write("Anna", "hello")
    chat.quiet()
    title, reference = fake.seen_by("Anna")[0].choices[1]

    fake.call(fake.press("Anna", title, reference))
    chat.quiet()

    assert title == "No"
    assert texts(fake, "Anna") == ["« hello »", "« No »"]
    assert chat.bot.heard[-1].told["payload"] == "/1"


def test_a_choice_works_for_nobody_else(chat: Chat, fake: Fake) -> None:
    offer(chat, "Yes")
    fake.write("Anna", "hello")
    chat.quiet()
    title, reference = fake.seen_by("Anna")[0].choices[0]

    fake.call(fake.press("Ben", title, reference))
    chat.quiet()

    assert chat.bot.heard[-1].told.get("payload") is None


def test_longer_choices_can_be_made_all_the_same(chat: Chat, fake: Fake) -> None:
    offer(chat, *TITLES)
    fake.write("Anna", "hello")
    chat.quiet()
    (said,) = fake.seen_by("Anna")

    if said.choices:
        fake.call(fake.press("Anna", *said.choices[2]))
    else:
        assert said.text.endswith("3. Joindre l’équipe commerciale")
        fake.write("Anna", "3")
    chat.quiet()

    assert bool(said.choices) == isinstance(fake, FakeWhatsApp)
    assert texts(fake, "Anna")[-1].startswith("« Joindre l’équipe commerciale »")
    assert chat.bot.heard[-1].told["payload"] == "/2"


def test_several_people_in_one_call(chat: Chat, fake: Fake) -> None:
    fake.call(fake.together(("Anna", "one"), ("Ben", "two"), ("Anna", "three")))
    chat.quiet()

    assert texts(fake, "Anna") == ["« one »", "« three »"]
    assert texts(fake, "Ben") == ["« two »"]


def test_what_expects_no_answer_has_none(chat: Chat, fake: Fake) -> None:
    hooks = [fake.react("Anna"), fake.receipt("Anna")]
    if isinstance(fake, FakeMessenger):
        hooks.append(fake.echo("Anna", "what we said"))
    else:
        hooks.append(fake.in_group("Anna", "hello all"))

    assert [fake.call(hook).status_code for hook in hooks] == [200, 200, 200]
    assert chat.said() == []


def test_what_cannot_be_read_is_counted_and_does_not_keep_the_others(
    chat: Chat, fake: Fake, caplog: pytest.LogCaptureFixture
) -> None:
    """A field that was renamed would make a whole channel fall silent otherwise."""
    body = json.loads(fake.together(("Anna", "my card"), ("Ben", "two")).body)
    texts_of(body)[0]["text"] = {"content": "my card"}
    before = unreadable()
    assert fake.call(fake.signed(body)).status_code == 200
    chat.quiet()
    assert texts(fake, "Ben") == ["« two »"]
    assert unreadable() == before + 1
    assert "was not understood: " in caplog.text
    assert "my card" not in caplog.text


def texts_of(body: Any) -> list[Any]:
    """The messages in a call, in order."""
    entries = body["entry"]
    if "messaging" in entries[0]:
        return [item["message"] for entry in entries for item in entry["messaging"]]
    changes = [change for entry in entries for change in entry["changes"]]
    return [message for change in changes for message in change["value"]["messages"]]


def unreadable() -> float:
    return REGISTRY.get_sample_value("prorata_refused_total", {"reason": "unreadable"}) or 0.0


def test_a_picture_is_answered_and_its_caption_read(chat: Chat, fake: Fake) -> None:
    fake.call(fake.media("Anna"))
    chat.quiet()
    fake.call(fake.media("Ben", "is it this one?"))
    chat.quiet()

    assert chat.bot.heard[0].told["problem"] == "media"
    assert texts(fake, "Ben") == ["« is it this one? »"]


def test_a_changed_message_is_noticed(chat: Chat, fake: Fake) -> None:
    fake.write("Anna", "3 seats", "1")
    chat.quiet()
    fake.call(fake.edit("Anna", "1", "5 seats"))
    chat.quiet()

    assert [heard.told.get("problem") for heard in chat.bot.heard] == [None, "edited"]


def test_starting_is_greeting(chat: Chat, fake: Fake) -> None:
    fake.call(fake.start("Anna"))
    chat.quiet()

    assert chat.bot.heard[0].told["payload"] == "/greet"


def test_it_waits_for_as_long_as_it_is_told(chat: Chat, fake: Fake) -> None:
    error = {"error": {"message": "(#4)", "type": "OAuthException", "code": 4}}
    fake.faults = [Fault(400, error, {"Retry-After": "17"})]

    fake.write("Anna", "hello")
    chat.quiet()

    assert 17 in chat.waits
    assert texts(fake, "Anna") == ["« hello »"]


def test_who_has_blocked_us_is_let_alone_until_they_write_again(chat: Chat, fake: Fake) -> None:
    fake.blocked.add("Anna")
    fake.write("Anna", "one")
    chat.until(lambda: _is_stopped(chat))
    fake.blocked.clear()

    fake.write("Anna", "two")
    chat.quiet()

    assert texts(fake, "Anna") == ["« two »"]


def _is_stopped(chat: Chat) -> bool:
    entries = chat.bot.heard
    peer = chat.peers.in_conversation(entries[0].conversation) if entries else None
    return peer is not None and peer.stopped


def test_after_24_hours_a_message_is_given_up_and_the_next_one_goes_out(
    chat: Chat, fake: Fake
) -> None:
    fake.outside_window.add("Anna")
    fake.write("Anna", "one")
    chat.quiet()
    fake.outside_window.clear()

    fake.write("Anna", "two")
    chat.quiet()

    assert texts(fake, "Anna") == ["« two »"]


def test_a_customer_without_number_is_answered(loop: Loop) -> None:
    fake = FakeWhatsApp()
    fake.unlisted.add("Anna")
    with serving(loop, fake) as chat:
        fake.write("Anna", "hello")
        chat.quiet()

    assert texts(fake, "Anna") == ["« hello »"]


def test_both_at_once(loop: Loop) -> None:
    fakes = FakeMessenger(), FakeWhatsApp()
    with serving(loop, *fakes) as chat:
        for fake in fakes:
            fake.write("Anna", fake.name)
        chat.quiet()

    assert [texts(fake, "Anna") for fake in fakes] == [["« messenger »"], ["« whatsapp »"]]
