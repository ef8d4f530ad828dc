"""What is promised for all platforms holds on each of them, and on all of them at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace

import pytest

from bot.channels.messaging.platform import Kit
from bot.channels.messaging.registry import KITS, kit_of
from bot.clock import environment_clock
from tests.bot.channels.messaging.harness import Chat, serving
from tests.bot.loop import Loop
from tests.fakes.messenger import FakeMessenger
from tests.fakes.platform import FakePlatform, Fault
from tests.fakes.slack import FakeSlack
from tests.fakes.telegram import FakeTelegram
from tests.fakes.twilio_sms import FakeTwilioSms
from tests.fakes.twilio_whatsapp import FakeTwilioWhatsapp
from tests.fakes.whatsapp import FakeWhatsApp

FAKES: tuple[Callable[[], FakePlatform], ...] = (
    FakeMessenger,
    FakeSlack,
    FakeTelegram,
    FakeTwilioSms,
    FakeTwilioWhatsapp,
    FakeWhatsApp,
)
# Telegram sends a secret, and signs nothing.
SIGNING = tuple(fake for fake in FAKES if fake is not FakeTelegram)
AGENT = 7
SAID = "Combien pour 3 postes de plus ?"
BUTTONS = [{"title": "Oui", "payload": "/affirm"}, {"title": "Non", "payload": "/deny"}]


@pytest.fixture(params=FAKES, ids=lambda fake: fake.name)
def fake(request: pytest.FixtureRequest) -> FakePlatform:
    return request.param()


@pytest.fixture
def kit(fake: FakePlatform) -> Kit:
    return kit_of(fake.name)


@pytest.fixture
def chat(loop: Loop, fake: FakePlatform) -> Iterator[Chat]:
    with serving(loop, fake) as running:
        yield running
    assert fake.violations == []


def answers(fake: FakePlatform, person: str = "Anna") -> str:
    return "\n".join(said.text for said in fake.seen_by(person))


def test_there_is_a_fake_of_each() -> None:
    assert {fake().name for fake in FAKES} == {kit.NAME for kit in KITS}


def test_what_comes_again_is_answered_once(chat: Chat, fake: FakePlatform) -> None:
    hook = fake.message("Anna", "hello")
    for _ in range(3):
        assert fake.call(hook).status_code == 200
    chat.quiet()  # what is under way when a process ends is sent again: no platform knows a key for it
    chat.restart()
    assert fake.call(hook).status_code == 200
    chat.quiet()
    assert len(chat.bot.heard) == 1
    assert answers(fake).count("hello") == 1


@pytest.mark.parametrize("fake", SIGNING, indirect=True, ids=lambda fake: fake.name)
def test_a_tampered_body_is_refused(chat: Chat, fake: FakePlatform) -> None:
    hook = fake.message("Anna", "hello")
    assert hook.body.count(b"hello") == 1
    forged = replace(hook, body=hook.body.replace(b"hello", b"jello"))
    assert fake.call(forged).status_code in (401, 403)
    assert chat.said() == []
    assert fake.call(hook).status_code == 200


def test_a_call_with_other_headers_is_refused(chat: Chat, fake: FakePlatform) -> None:
    hook = fake.message("Anna", "hello")
    forged = type(hook)(
        hook.body, {name: f"{value}0" for name, value in hook.headers.items()}, hook.query
    )
    assert fake.call(forged).status_code in (401, 403)
    assert chat.said() == []


def test_a_platform_that_fails_gets_it_later(chat: Chat, fake: FakePlatform) -> None:
    fake.faults = [Fault(503), Fault(drops=True), Fault(500)]
    fake.write("Anna", "hello")
    chat.quiet()
    assert answers(fake).count("hello") == 1
    assert chat.waits == [1.0, 2.0, 4.0]


def test_a_proxys_page_has_taken_nothing(chat: Chat, fake: FakePlatform) -> None:
    fake.faults = [Fault(200, "<html>Back soon</html>")]
    fake.write("Anna", "hello")
    chat.quiet()
    assert answers(fake).count("hello") == 1
    assert chat.waits == [1.0]


def test_its_api_is_reached_safely(kit: Kit, fake: FakePlatform) -> None:
    (name,) = (name for name in kit.DEFAULTS if name.endswith("_API"))
    with pytest.raises(ValueError, match=name):
        kit.platform({**fake.settings(), name: "http://api.example.com"}, environment_clock())


def test_a_process_that_ends_before_it_answers(chat: Chat, fake: FakePlatform) -> None:
    with chat.bot.waiting():
        fake.write("Anna", "hello")
        chat.stop()
    chat.start()
    chat.quiet()
    assert answers(fake).count("hello") == 1


def test_people_take_over_and_give_back(chat: Chat, fake: FakePlatform) -> None:
    fake.write("Anna", "hello")
    chat.quiet()
    (conversation,) = {entry.conversation for entry in chat.said()}
    chat.loop.run(chat.agents.claim(conversation, AGENT))
    chat.loop.run(chat.agents.say(conversation, AGENT, "Bonjour, ici Anne.", "m-1"))
    fake.write("Anna", "une question")
    chat.quiet()
    chat.loop.run(chat.agents.hand_back(conversation, AGENT))
    fake.write("Anna", "merci")
    chat.quiet()
    assert [heard.body["text"] for heard in chat.bot.heard] == ["hello", "merci"]
    asked = [entry for entry in chat.said() if entry.author == "customer"]
    assert [entry.body["text"] for entry in asked] == ["hello", "une question", "merci"]
    seen = answers(fake)
    in_order = ("hello", "utter_agent_joined", "Anne", "utter_agent_handed_back", "merci")
    assert sorted(in_order, key=seen.index) == list(in_order)
    assert "une question" not in seen


def test_a_choice_is_understood(chat: Chat, fake: FakePlatform) -> None:
    """By its button, or by its number."""
    chat.bot.buttons = BUTTONS
    fake.write("Anna", "hello")
    chat.quiet()
    said = fake.seen_by("Anna")[-1]
    hook = fake.press("Anna", *said.choices[1]) if said.choices else fake.message("Anna", "2")
    assert fake.call(hook).status_code == 200
    chat.quiet()
    assert chat.bot.heard[-1].told["payload"] == "/deny"


def test_a_long_answer_arrives_whole(chat: Chat, fake: FakePlatform) -> None:
    text = " ".join(f"mot{number}" for number in range(150))
    fake.write("Anna", text)
    chat.quiet()
    assert "".join(answers(fake).split()).count("mot149") == 1
    assert [f"mot{number}" in answers(fake) for number in range(150)] == [True] * 150


def test_all_of_them_at_once(loop: Loop) -> None:
    """The same name is somebody else on each."""
    fakes = [fake() for fake in FAKES]
    with ExitStack() as stack:
        chat = stack.enter_context(serving(loop, *fakes))
        for fake in fakes:
            fake.write("Anna", f"{SAID} {fake.name}")
        chat.quiet()
        for fake in fakes:
            assert fake.name.split("_")[0] in answers(fake)
            assert fake.violations == []
        assert len({entry.conversation for entry in chat.said()}) == len(fakes)
