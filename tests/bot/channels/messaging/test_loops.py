"""An absence notice is not answered for ever; whoever says something else is heard again."""

from __future__ import annotations

from bot.channels.messaging.platform import Kind
from tests.bot.channels.messaging.harness import Chat
from tests.bot.channels.messaging.toy import FakeToy

ABSENT = "Je suis absente du bureau jusqu’à lundi."


def answers(chat: Chat, toy: FakeToy, text: str, times: int = 1, kind: Kind = "message") -> int:
    """How many; each comes three seconds after the one before."""
    before = len(toy.seen_by("Anna"))
    for _ in range(times):
        chat.time.pass_by(3)
        toy.call(toy.events(toy.event("Anna", text=text, kind=kind)))
        chat.quiet()
    return len(toy.seen_by("Anna")) - before


def test_a_machine_is_answered_a_few_times_and_no_more(chat: Chat, toy: FakeToy) -> None:
    assert answers(chat, toy, ABSENT, times=30) == 5


def test_something_else_is_heard_at_once(chat: Chat, toy: FakeToy) -> None:
    answers(chat, toy, ABSENT, times=9)
    assert answers(chat, toy, "Me revoilà") == 1
    assert answers(chat, toy, ABSENT) == 1


def test_a_person_says_hello_again_another_day(chat: Chat, toy: FakeToy) -> None:
    for _ in range(8):
        chat.time.pass_by(24 * 3600)
        assert answers(chat, toy, "bonjour") == 1
