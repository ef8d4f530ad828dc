"""Offsets are in UTF-16: an emoji before the name must not shift it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.messaging import utf16
from bot.channels.messaging.platforms.telegram_naming import Bot, is_for, said_to

BOT = Bot(6_000_000_001, "prorata_bot")
NAME = "@Prorata_bot"
PRIVATE = {"chat": {"type": "private"}}
GROUP = {"chat": {"type": "group"}}


def entity(text: str, named: str = NAME, kind: str = "mention", **more: Any) -> dict[str, Any]:
    before = text[: text.index(named)]
    return {"type": kind, "offset": utf16.length(before), "length": utf16.length(named), **more}


@pytest.mark.parametrize(
    ("text", "units"), [("", 0), ("poste", 5), ("é", 1), ("👍🏽", 4), ("\ud83d", 1), ("👨‍👩‍👧", 8)]
)
def test_lengths_are_as_telegram_counts(text: str, units: int) -> None:
    assert utf16.length(text) == units


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{NAME} 3 postes?", "3 postes?"),
        (f"{NAME}, 3 postes?", "3 postes?"),
        (f"{NAME}: 3 postes?", "3 postes?"),
        (f"👍🏽👨‍👩‍👧 {NAME} 3 postes?", "👍🏽👨‍👩‍👧 3 postes?"),
        (f"Allo {NAME}, 3 postes?", "Allo 3 postes?"),
        (f"3 postes, {NAME}", "3 postes,"),
        (f"{NAME}\n3 postes?\n5 postes?", "3 postes?\n5 postes?"),
        (NAME, ""),
    ],
)
def test_the_name_is_taken_out(text: str, said: str) -> None:
    assert said_to(BOT, GROUP, text, [entity(text)]) == said


def test_named_twice() -> None:
    text = f"{NAME} {NAME} 3 postes?"
    first = entity(text)
    second = {**first, "offset": first["length"] + 1}
    assert said_to(BOT, GROUP, text, [second, first, first]) == "3 postes?"


def test_a_command_loses_the_name_alone() -> None:
    text = f"/start{NAME} site"
    assert (
        said_to(BOT, GROUP, text, [entity(text, f"/start{NAME}", "bot_command")]) == "/start site"
    )


def test_named_without_a_username() -> None:
    text = "Prorata 3 postes?"
    named = entity(text, "Prorata", "text_mention", user={"id": BOT.id})
    assert said_to(BOT, GROUP, text, [named]) == "3 postes?"
    other = {**named, "user": {"id": 7}}
    assert said_to(BOT, GROUP, text, [other]) is None


@pytest.mark.parametrize(
    ("named", "kind"),
    [
        ("@prorata_bot2", "mention"),
        ("@pro", "mention"),
        (NAME, "code"),
        (NAME, "url"),
        ("/start@other_bot", "bot_command"),
        ("/start", "bot_command"),
    ],
)
def test_others_are_named(named: str, kind: str) -> None:
    assert said_to(BOT, GROUP, f"{named} 3?", [entity(f"{named} 3?", named, kind)]) is None


def test_a_name_that_is_only_written_calls_nobody() -> None:
    assert said_to(BOT, GROUP, f"{NAME} 3 postes?", None) is None


def test_in_private_everything_is_said_to_the_bot() -> None:
    assert said_to(BOT, PRIVATE, "3 postes?", None) == "3 postes?"
    text = f"{NAME} 3 postes?"
    assert said_to(BOT, PRIVATE, text, [entity(text)]) == "3 postes?"


def test_whoever_answers_the_bot_need_not_name_it() -> None:
    assert is_for(BOT, {**GROUP, "reply_to_message": {"from": {"id": BOT.id}}})
    assert not is_for(BOT, {**GROUP, "reply_to_message": {"from": {"id": 7}}})
    assert not is_for(BOT, {**GROUP, "reply_to_message": {}})
    assert not is_for(BOT, GROUP)


@pytest.mark.parametrize(("offset", "length"), [(-1, 3), (0, 0), (0, -5), (9, 9), (10**9, 1)])
def test_entities_beside_the_text(offset: int, length: int) -> None:
    odd = {"type": "mention", "offset": offset, "length": length}
    assert said_to(BOT, GROUP, "3 postes?", [odd]) is None


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.text(), st.text())
def test_whatever_stands_around_the_name(before: str, after: str) -> None:
    text = f"{before}{NAME}{after}"
    named = {"type": "mention", "offset": utf16.length(before), "length": len(NAME)}
    said = said_to(BOT, GROUP, text, [named])
    assert said is not None
    assert sorted(set(said) - set(" ,:;")) == sorted(set((before + after).strip()) - set(" ,:;"))
