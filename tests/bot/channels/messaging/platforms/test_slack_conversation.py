"""From somebody who writes on Slack to what they see there, over the real path."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from bot.store.tables import peers
from tests.bot.channels.messaging.harness import Chat, serving
from tests.bot.loop import Loop
from tests.fakes.platform import Fault
from tests.fakes.slack import FakeSlack, user_of

YES_NO = [{"title": "Oui", "payload": "/affirm"}, {"title": "Non", "payload": "/deny"}]


@pytest.fixture
def chat(loop: Loop) -> Iterator[Chat]:
    with serving(loop, FakeSlack()) as chat:
        yield chat
        assert slack_of(chat).violations == []


def slack_of(chat: Chat) -> FakeSlack:
    slack = chat.fakes["slack"]
    assert isinstance(slack, FakeSlack)
    return slack


def seen(chat: Chat, person: str) -> list[str]:
    chat.quiet()
    return [said.text for said in slack_of(chat).seen_by(person)]


def heard(chat: Chat) -> list[str]:
    chat.quiet()
    return [entry.body["text"] for entry in chat.bot.heard]


def test_a_message_is_answered(chat: Chat) -> None:
    assert slack_of(chat).write("Anna", "3 postes < 5 & 7?").status_code == 200
    assert seen(chat, "Anna") == ["« 3 postes < 5 & 7? »"]
    assert seen(chat, "Ben") == []


def test_a_retried_call_is_answered_once(chat: Chat) -> None:
    slack = slack_of(chat)
    hook = slack.message("Anna", "hello")
    answers = [slack.call(hook), slack.call(slack.again(hook, 1)), slack.call(slack.again(hook, 2))]
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert seen(chat, "Anna") == ["« hello »"]


def test_nothing_is_done_with_what_slack_did_not_sign(chat: Chat) -> None:
    slack = slack_of(chat)
    hook = slack.message("Anna", "hello")
    chat.time.pass_by(301)
    assert slack.call(hook).status_code == 401
    assert heard(chat) == []


def test_a_pressed_button_means_what_it_was_shown_for(chat: Chat) -> None:
    slack = slack_of(chat)
    chat.bot.buttons = YES_NO
    slack.write("Anna", "hello")
    seen(chat, "Anna")
    (yes, no) = slack.seen_by("Anna")[0].choices
    assert (yes[0], no[0]) == ("Oui", "Non")
    slack.call(slack.press("Anna", *no))
    assert heard(chat) == ["hello", "Non"]
    assert chat.bot.heard[-1].told["payload"] == "/deny"


def test_a_button_of_somebody_else_is_only_its_words(chat: Chat) -> None:
    slack = slack_of(chat)
    chat.bot.buttons = YES_NO
    slack.write("Anna", "hello")
    seen(chat, "Anna")
    slack.call(slack.press("Ben", *slack.seen_by("Anna")[0].choices[0]))
    assert heard(chat)[-1] == "Oui"
    assert chat.bot.heard[-1].told.get("payload") is None


def test_a_voice_message_and_a_changed_one_get_an_answer(chat: Chat) -> None:
    slack = slack_of(chat)
    slack.call(slack.voice("Anna"))
    slack.call(slack.edit("Anna", "3 postes", "4 postes"))
    slack.call(slack.edit("Anna", "3 postes", "3 postes"))
    chat.quiet()
    assert [entry.told.get("problem") for entry in chat.bot.heard] == ["media", "edited"]


@pytest.mark.parametrize(
    "name",
    [
        "message_our_own",
        "message_other_bot",
        "message_deleted",
        "message_changed_preview",
        "message_channels_others",
        "message_channel_join",
        "reaction_added",
        "app_home_opened",
    ],
)
def test_to_what_nobody_expects_an_answer(chat: Chat, name: str) -> None:
    slack = slack_of(chat)
    assert slack.call(slack.other(name, "Anna")).status_code == 200
    assert heard(chat) == []
    assert slack.posted == []


def test_a_mention_is_answered_once_in_its_thread(chat: Chat) -> None:
    slack = slack_of(chat)
    slack.call(slack.mention_again("Anna", "3 seats?", "m1"))
    slack.call(slack.mention("Anna", "3 seats?", "m1"))
    assert seen(chat, slack.thread_of("m1")) == ["« 3 seats? »"]
    assert seen(chat, "Anna") == []

    def private() -> list[bool]:
        with chat.engine.connect() as connection:
            return list(connection.execute(select(peers.c.private)).scalars())

    assert chat.ask(private) == [False]


def test_slack_says_how_long_to_wait(chat: Chat) -> None:
    slack = slack_of(chat)
    limited = {"ok": False, "error": "ratelimited"}
    slack.faults = [Fault(429, limited, {"Retry-After": "17"}), Fault(503)]
    slack.write("Anna", "hello")
    assert seen(chat, "Anna") == ["« hello »"]
    assert chat.waits[0] == 17


def test_an_answer_that_is_lost_may_be_seen_twice(chat: Chat) -> None:
    """chat.postMessage has no key by which it would know a message again."""
    slack = slack_of(chat)
    slack.faults = [Fault(drops=True, after=True)]
    slack.write("Anna", "hello")
    assert seen(chat, "Anna") == ["« hello »"] * 2


def test_a_message_that_slack_refuses_does_not_hold_up_the_next(chat: Chat) -> None:
    slack = slack_of(chat)
    slack.faults = [Fault(200, {"ok": False, "error": "restricted_action"})]
    slack.write("Anna", "hello")
    assert seen(chat, "Anna") == []
    slack.write("Anna", "again")
    assert seen(chat, "Anna") == ["« again »"]


def test_who_has_left_is_reached_again_when_they_write(chat: Chat) -> None:
    slack = slack_of(chat)
    slack.gone = {"Anna"}
    slack.write("Anna", "hello")
    assert seen(chat, "Anna") == []
    slack.gone = set()
    slack.write("Anna", "I am back")
    assert seen(chat, "Anna") == ["« I am back »"]


def test_an_answer_survives_the_process(chat: Chat) -> None:
    slack = slack_of(chat)
    with chat.bot.waiting():
        slack.write("Anna", "hello")
        chat.until(lambda: bool(chat.bot.heard))
        chat.stop()
    chat.start()
    assert seen(chat, "Anna") == ["« hello »"]


def test_no_id_of_slack_s_names_a_conversation(chat: Chat) -> None:
    slack_of(chat).write("Anna", "hello")
    chat.quiet()
    assert user_of("Anna") not in chat.bot.heard[0].conversation
    assert len(chat.bot.heard[0].conversation) == 32
