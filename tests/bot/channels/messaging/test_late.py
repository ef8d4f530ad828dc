"""A message that was taken and has not arrived: agents see it, and who is gone is written to no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from bot.channels.messaging.late import LateFailures
from bot.channels.messaging.platform import Failure
from bot.store.transcript import Entry
from tests.bot.channels.messaging.harness import Chat, serving
from tests.bot.loop import Loop
from tests.fakes.twilio import FakeTwilio
from tests.fakes.twilio_sms import FakeTwilioSms
from tests.fakes.twilio_whatsapp import FakeTwilioWhatsapp
from tests.fakes.whatsapp import FakeWhatsApp

Fake = FakeTwilio | FakeWhatsApp
_FAKES: tuple[Callable[[], Fake], ...] = (FakeTwilioSms, FakeTwilioWhatsapp, FakeWhatsApp)
# Not this message; not this person any more.
_FAILED = {"twilio_sms": 30005, "twilio_whatsapp": 63016, "whatsapp": 131047}
_GONE = {"twilio_sms": 21610, "twilio_whatsapp": 63014, "whatsapp": 131026}


@pytest.fixture(params=_FAKES, ids=lambda fake: fake.name)
def fake(request: pytest.FixtureRequest) -> Fake:
    made: Fake = request.param()
    return made


@pytest.fixture
def chat(loop: Loop, fake: Fake) -> Iterator[Chat]:
    with serving(loop, fake) as running:
        fake.write("Anna", "hello")
        running.quiet()
        yield running
    assert fake.violations == []


def answer_of(chat: Chat) -> Entry:
    return next(entry for entry in chat.said() if entry.author == "bot")


def refused(chat: Chat) -> dict[int, str]:
    conversation = answer_of(chat).conversation
    found: dict[int, str] = chat.ask(lambda: chat.cursors.refused(conversation))
    return found


def stopped(chat: Chat) -> bool:
    conversation = answer_of(chat).conversation
    peer = chat.ask(lambda: chat.peers.in_conversation(conversation))
    return bool(peer.stopped)


def test_agents_see_what_has_not_arrived(chat: Chat, fake: Fake) -> None:
    hook = fake.failure("Anna", _FAILED[fake.name])
    for _ in range(3):
        assert fake.call(hook).status_code == 200
    assert list(refused(chat)) == [answer_of(chat).seq]
    assert str(_FAILED[fake.name]) in refused(chat)[answer_of(chat).seq]
    assert not stopped(chat)


def test_it_is_not_sent_again(chat: Chat, fake: Fake) -> None:
    fake.call(fake.failure("Anna", _FAILED[fake.name]))
    chat.restart()
    chat.quiet()
    assert len(fake.seen_by("Anna")) == 1


def test_who_is_gone_is_written_to_no_more(chat: Chat, fake: Fake) -> None:
    fake.call(fake.failure("Anna", _GONE[fake.name]))
    assert stopped(chat)


def test_who_has_written_since_is_back(chat: Chat, fake: Fake) -> None:
    hook = fake.failure("Anna", _GONE[fake.name])
    fake.write("Anna", "me again")
    chat.quiet()
    fake.call(hook)
    assert len(refused(chat)) == 1
    assert not stopped(chat)


def test_how_far_it_has_come_says_nothing(chat: Chat, fake: Fake) -> None:
    assert fake.call(fake.receipt("Anna")).status_code == 200
    assert refused(chat) == {}


@pytest.mark.parametrize(
    "key",
    [
        *("", ":", "x:1", "{conversation}"),
        *("{conversation}:" + seq for seq in ("", "0", "1", "x", "²", "99", "9" * 30)),
    ],
)
def test_what_names_no_message_of_ours_is_nothing(chat: Chat, fake: Fake, key: str) -> None:
    """The first entry is the customer's own."""
    late = LateFailures(fake.name, chat.transcript, chat.cursors, chat.peers)
    named = key.format(conversation=answer_of(chat).conversation)
    chat.ask(lambda: late.note(Failure(named, "x", gone=True)))
    assert refused(chat) == {}
    assert not stopped(chat)


def test_another_platform_cannot_tell_of_it(chat: Chat) -> None:
    late = LateFailures("slack", chat.transcript, chat.cursors, chat.peers)
    entry = answer_of(chat)
    chat.ask(lambda: late.note(Failure(f"{entry.conversation}:{entry.seq}", "x")))
    assert refused(chat) == {}
