from __future__ import annotations

import json

from benchmarks.platforms.people import Person
from tests.actions.loopback import answer, listening, reset
from tests.fakes.slack import FakeSlack
from tests.fakes.telegram import FakeTelegram

TEXTS = ("one", "two", "three")


def person(fake: FakeTelegram | FakeSlack, url: str, paused: list[float], seed: int = 1) -> Person:
    fake.webhook = url
    return Person(fake, "Anna", "fr", TEXTS, seed, sleep=paused.append)


def test_a_call_is_made_until_it_is_acknowledged_and_then_the_next() -> None:
    paused: list[float] = []
    with listening(answer(503), reset, answer(200, {})) as bot:
        anna = person(FakeTelegram(), bot.url, paused)
        for _ in TEXTS:
            anna.say()
        anna.finish()
        calls = [json.loads(received.body) for received in bot.received]
    texts = [call["message"]["text"] for call in calls]
    first, second, third = (sent.text for sent in anna.sent)
    assert sorted((first, second, third)) == sorted(TEXTS)
    assert list(dict.fromkeys(texts)) == [first, second, third]
    assert [call["update_id"] for call in calls[:3]] == 3 * [calls[0]["update_id"]]
    assert anna.statuses == {503: 1, None: 1, 200: 3 + anna.copies}
    assert len(paused) == 2
    assert all(sent.acknowledged is not None for sent in anna.sent)


def test_an_acknowledged_call_comes_again_now_and_then() -> None:
    with listening(answer(200, {})) as bot:
        everyone = [person(FakeTelegram(), bot.url, [], seed) for seed in range(20)]
        for each in everyone:
            for _ in TEXTS:
                each.say()
            each.finish()
    copies = sum(each.copies for each in everyone)
    assert 0 < copies < 10
    assert len(bot.received) == 60 + copies


def test_slack_signs_the_same_call_again() -> None:
    with listening(answer(500), answer(200)) as bot:
        anna = person(FakeSlack(), bot.url, [])
        anna.say()
        anna.finish()
        first, second, *_ = bot.received
    assert first.body == second.body
    assert "X-Slack-Retry-Num" not in first.headers
    assert second.headers["X-Slack-Retry-Num"] == "1"
