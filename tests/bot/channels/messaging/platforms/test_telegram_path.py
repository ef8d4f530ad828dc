"""The whole path: Telegram calls, the bot repeats, the outbox sends, people see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.channels.messaging.platforms import telegram
from bot.outbound.client import Client
from bot.outbound.http import Answer, Post
from tests.bot.channels.messaging.harness import Chat, serving
from tests.bot.loop import Loop
from tests.fakes.platform import Fault, Said
from tests.fakes.telegram import USERNAME, FakeTelegram, flood

BUTTONS = [
    {"title": "Talk to sales", "payload": "/request_human"},
    {"title": "How does proration work?", "payload": "/faq_proration"},
]


@pytest.fixture
def fake() -> FakeTelegram:
    return FakeTelegram()


@pytest.fixture
def chat(loop: Loop, fake: FakeTelegram) -> Iterator[Chat]:
    with serving(loop, fake) as chat:
        yield chat
        assert fake.violations == []


def test_a_text_is_answered(chat: Chat, fake: FakeTelegram) -> None:
    assert fake.write("Anna", "3 seats & <b>more</b>?").status_code == 200
    chat.quiet()
    assert fake.seen_by("Anna") == [Said("« 3 seats & <b>more</b>? »")]


def test_what_comes_twice_is_answered_once(chat: Chat, fake: FakeTelegram) -> None:
    hook = fake.message("Anna", "3 seats?")
    assert [fake.call(hook).status_code for _ in range(3)] == [200] * 3
    fake.write("Anna", "first", event_id="e1")
    fake.write("Anna", "first", event_id="e1")
    chat.quiet()
    assert [said.text for said in fake.seen_by("Anna")] == ["« 3 seats? »", "« first »"]


def test_a_button_comes_back(chat: Chat, fake: FakeTelegram) -> None:
    chat.bot.buttons = BUTTONS
    fake.write("Anna", "price?")
    chat.quiet()
    (said,) = fake.seen_by("Anna")
    title, reference = said.choices[1]
    assert [one for one, _ in said.choices] == ["Talk to sales", "How does proration work?"]
    fake.call(fake.press("Anna", title, reference))
    chat.quiet()
    assert chat.bot.heard[-1].body["text"] == title
    assert chat.bot.heard[-1].told["payload"] == "/faq_proration"
    assert fake.spinning == set()


def test_a_button_of_another_conversation_is_only_words(chat: Chat, fake: FakeTelegram) -> None:
    chat.bot.buttons = BUTTONS
    fake.write("Anna", "price?")
    chat.quiet()
    title, reference = fake.seen_by("Anna")[0].choices[0]
    fake.call(fake.press("Luc", title, reference))
    chat.quiet()
    assert chat.bot.heard[-1].body["text"] == title
    assert "payload" not in chat.bot.heard[-1].told


def test_start_greets(chat: Chat, fake: FakeTelegram) -> None:
    fake.call(fake.start("Anna", "site-web"))
    chat.quiet()
    assert chat.bot.heard[-1].told["payload"] == "/greet"


def test_the_language_of_the_app_is_known(chat: Chat, fake: FakeTelegram) -> None:
    fake.languages["Anna"] = "fr-CA"
    fake.write("Anna", "3")
    chat.quiet()
    assert chat.bot.heard[-1].told["locale"] == "fr_CA"


def test_media_and_edits_are_known_for_what_they_are(chat: Chat, fake: FakeTelegram) -> None:
    fake.call(fake.media("Anna", "voice"))
    fake.call(fake.media("Anna", "photo", caption="where is it?"))
    fake.write("Anna", "3 seats", event_id="e1")
    fake.call(fake.edit("Anna", "e1", "5 seats"))
    chat.quiet()
    problems = [heard.told.get("problem") for heard in chat.bot.heard]
    assert problems == ["media", None, None, "edited"]
    assert chat.bot.heard[1].body["text"] == "where is it?"


def test_in_a_group_only_who_speaks_to_the_bot_is_answered(chat: Chat, fake: FakeTelegram) -> None:
    fake.call(fake.in_group("Anna", "lunch?"))
    fake.call(fake.in_group("Anna", f"👍 @{USERNAME} 3 seats?"))
    fake.call(fake.answering("Luc", "5"))
    chat.quiet()
    assert sorted(said.text for said in fake.seen_by("Équipe")) == ["« 5 »", "« 👍 3 seats? »"]
    assert fake.seen_by("Anna") == []
    assert len({heard.conversation for heard in chat.bot.heard}) == 2
    assert all("reply_parameters" in body for body in fake.bodies)


def test_what_nobody_answers(chat: Chat, fake: FakeTelegram) -> None:
    fake.write("Anna", "hello")
    for hook in (fake.reaction("Anna"), fake.block("Anna")):
        assert fake.call(hook).status_code == 200
    chat.quiet()
    assert len(chat.bot.heard) == 1


def test_telegram_is_given_the_time_it_asks_for(chat: Chat, fake: FakeTelegram) -> None:
    fake.faults = [flood(7), Fault(502, "Bad Gateway")]
    fake.write("Anna", "3 seats?")
    chat.quiet()
    assert fake.seen_by("Anna") == [Said("« 3 seats? »")]
    assert 7.0 in chat.waits


def test_order_is_kept_when_telegram_falters(chat: Chat, fake: FakeTelegram) -> None:
    fake.faults = [flood(3), Fault(500), flood(2)]
    for number in range(4):
        fake.write("Anna", f"{number}?")
    chat.quiet()
    assert [said.text for said in fake.seen_by("Anna")] == [f"« {n}? »" for n in range(4)]


def test_an_answer_whose_acknowledgement_is_lost_is_sent_again(
    chat: Chat, fake: FakeTelegram
) -> None:
    """Telegram has no key by which it would know it."""
    fake.faults = [Fault(drops=True, after=True)]
    fake.write("Anna", "3 seats?")
    fake.write("Anna", "5 seats?")
    chat.quiet()
    seen = [said.text for said in fake.seen_by("Anna")]
    assert seen == ["« 3 seats? »", "« 3 seats? »", "« 5 seats? »"]


def test_what_was_not_sent_is_sent_by_the_next_process(chat: Chat, fake: FakeTelegram) -> None:
    fake.faults = [Fault(503, seconds=60)]
    fake.write("Anna", "3 seats?")
    chat.until(lambda: not chat.transcript.unanswered() and not fake.faults)
    assert fake.seen_by("Anna") == []
    chat.restart()
    fake.write("Anna", "5 seats?")
    chat.quiet()
    assert [said.text for said in fake.seen_by("Anna")] == ["« 3 seats? »", "« 5 seats? »"]


def test_the_check_asks_telegram(chat: Chat, fake: FakeTelegram) -> None:
    def problems(**changed: str) -> list[str]:
        sender = telegram.platform({**fake.settings(), **changed}, chat.time).sender
        return list(sender.problems(ask(chat.loop, sender.identity()), fake.webhook))

    assert problems() == []
    assert problems(PRORATA_TELEGRAM_TOKEN="1:abc") == [
        "PRORATA_TELEGRAM_TOKEN is not a bot's token"
    ]
    fake.info = {"url": ""}
    assert len(problems()) == 1


def test_typing_is_shown(chat: Chat, fake: FakeTelegram) -> None:
    sender = telegram.platform(fake.settings(), chat.time).sender
    typing = sender.typing({"chat": 42})
    assert typing is not None
    sender.judge(ask(chat.loop, typing))
    assert fake.typing == [42]


def test_whoever_has_blocked_the_bot_is_left_alone_until_they_write(
    chat: Chat, fake: FakeTelegram
) -> None:
    fake.write("Anna", "one")
    chat.quiet()
    fake.block("Anna")
    fake.write("Anna", "two")
    chat.quiet()
    assert [said.text for said in fake.seen_by("Anna")] == ["« one »"]
    fake.unblock("Anna")
    fake.write("Anna", "three")
    chat.quiet()
    assert [said.text for said in fake.seen_by("Anna")] == ["« one »", "« three »"]


def test_a_call_without_the_secret_costs_nothing(chat: Chat, fake: FakeTelegram) -> None:
    hook = fake.message("Anna", "3 seats?")
    bare = replace(hook, headers={"Content-Type": "application/json"})
    wrong = replace(hook, headers={"X-Telegram-Bot-Api-Secret-Token": "guessed"})
    with chat.broken_store():
        assert [fake.call(one).status_code for one in (bare, wrong)] == [401, 401]
    chat.quiet()
    assert chat.said() == []


def test_what_is_not_stored_is_not_acknowledged(chat: Chat, fake: FakeTelegram) -> None:
    press = fake.press("Anna", "Yes", "1.0.nobodys")
    with chat.broken_store():
        refused = fake.call(press)
    assert refused.status_code == 503
    assert int(refused.headers["Retry-After"]) > 0
    assert fake.spinning
    fake.call(press)
    assert fake.spinning == set()


def test_titles_that_would_be_cut_are_numbered_lines(chat: Chat, fake: FakeTelegram) -> None:
    chat.bot.buttons = [{"title": "👍" * 45, "payload": "/affirm"}, *BUTTONS]
    fake.write("Anna", "price?")
    chat.quiet()
    (said,) = fake.seen_by("Anna")
    assert said.choices == ()
    assert said.text.endswith("2. Talk to sales\n3. How does proration work?")
    fake.write("Anna", "3")
    chat.quiet()
    assert chat.bot.heard[-1].told["payload"] == "/faq_proration"


def ask(loop: Loop, post: Post) -> Answer:
    async def sent() -> Answer:
        client = Client()
        try:
            return await client.send(post)
        finally:
            await client.close()

    answer: Answer = loop.run(sent())
    return answer
