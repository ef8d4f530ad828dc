from __future__ import annotations

import json
import random

import pytest

from benchmarks.platforms.mutations import documented, garbled, mutated, mutated_form

PLATFORMS = ["messenger", "slack", "telegram", "whatsapp", "twilio_sms", "twilio_whatsapp"]


@pytest.mark.parametrize("platform", PLATFORMS)
def test_there_are_documented_calls_of_every_platform(platform: str) -> None:
    assert len(documented(platform)) > 10


def test_the_same_seed_makes_the_same_calls() -> None:
    def some(seed: int) -> str:
        chance = random.Random(seed)
        return json.dumps([mutated(call, chance) for call in documented("telegram")])

    assert some(1) == some(1) != some(2)


def test_what_was_documented_stays_as_it_is() -> None:
    calls, chance = documented("slack"), random.Random(1)
    for call in calls:
        mutated(call, chance)
    assert calls == documented("slack")


def test_many_are_other_peoples_and_few_are_as_documented() -> None:
    (text,) = (c for c in documented("telegram") if c["update_id"] == 731204401)
    chance = random.Random(1)
    made = [mutated(text, chance) for _ in range(300)]
    people = {json.dumps(call.get("message", {})) for call in made if isinstance(call, dict)}
    assert len(people) > 200
    assert made.count(text) < 50


def test_somebody_else_is_the_same_everywhere_in_a_call() -> None:
    (text,) = (c for c in documented("telegram") if c["update_id"] == 731204401)
    before, others = text["message"]["from"]["id"], 0
    for seed in range(200):
        match mutated(text, random.Random(seed)):
            case {"message": {"from": {"id": int(sender)}, "chat": {"id": int(chat)}}}:
                others += sender == chat != before
    assert others > 70


def test_a_form_stays_a_form() -> None:
    chance = random.Random(1)
    for form in documented("twilio_sms"):
        for _ in range(50):
            made = mutated_form(form, chance)
            assert all(isinstance(text, str) for pair in made.items() for text in pair)


def test_some_bytes_are_cut_or_wrong() -> None:
    chance = random.Random(1)
    made = [garbled(b'{"ok": true}', chance) for _ in range(400)]
    whole = made.count(b'{"ok": true}')
    assert 320 < whole < 380
