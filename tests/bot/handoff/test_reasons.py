"""Why a conversation comes to people: what the bot said last before it did."""

from __future__ import annotations

import pytest

from bot.handoff.reasons import is_hand_over, is_urgent, reason_of
from bot.store.transcript import Entry
from tests.bot.channels.conftest import NOW


def said(*responses: str | None) -> list[Entry]:
    return [
        Entry(seq, "c", NOW, "bot", {"text": "…", **({"response": name} if name else {})})
        for seq, name in enumerate(responses, start=1)
    ]


@pytest.mark.parametrize(
    ("responses", "reason"),
    [
        ([], "asked"),
        ([None, "utter_greet"], "asked"),
        (["utter_hand_over"], "asked"),
        (["utter_hand_over_complex"], "complex"),
        (["utter_hand_over_large_order"], "large_order"),
        (["utter_hand_over_not_understood", "utter_greet", None], "not_understood"),
        (["utter_hand_over_complex", "utter_hand_over_frustrated"], "frustrated"),
        (["utter_hand_over_complex", "utter_hand_over"], "asked"),
        (["utter_agent_handed_back"], "asked"),
    ],
)
def test_the_last_hand_over_says_why(responses: list[str | None], reason: str) -> None:
    assert reason_of(said(*responses)) == reason


@pytest.mark.parametrize("response", [None, "", 3, "utter_greet", "hand_over"])
def test_anything_else_hands_nothing_over(response: object) -> None:
    assert not is_hand_over(response)


@pytest.mark.parametrize(
    ("reason", "urgent"),
    [
        ("complex", True),
        ("frustrated", True),
        ("asked", False),
        ("large_order", False),
        (None, False),
    ],
)
def test_what_should_not_wait(reason: str | None, urgent: bool) -> None:
    assert is_urgent(reason) == urgent
