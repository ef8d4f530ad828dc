"""What is typed where a list was shown: a title, a place in it, or a day."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.handoff.form.draft import Draft
from bot.handoff.form.taking import Taking
from bot.handoff.hours import Hours
from bot.store.desk import Filing
from bot.store.transcript import Entry
from tests.bot.channels.conftest import NOW
from tests.bot.handoff.calling import READ_BACK
from tests.bot.handoff.world import sentence

BUTTONS = [
    {
        "title": "Demain matin",
        "payload": "/desk_window 2026-11-23T13:00+00:00/2026-11-23T17:00+00:00",
    },
    {
        "title": "Demain midi",
        "payload": "/desk_window 2026-11-23T17:00+00:00/2026-11-23T23:00+00:00",
    },
    {"title": "Annuler", "payload": "/desk_cancel"},
]
CONFIRMED = Draft("callback", "Zoé", READ_BACK.phone, confirmed=True)


def after(typed: str) -> dict[str, Any] | None:
    """The draft after an answer to « when? »; None where it was dropped."""
    kept: list[dict[str, Any] | None] = []

    async def store(
        heard: Entry,
        draft: dict[str, Any] | None,
        messages: list[dict[str, Any]],
        filing: Filing | None,
        language: str,
    ) -> list[Entry]:
        kept.append(draft)
        return []

    heard = Entry(9, "c", NOW, "customer", {"text": typed}, told={"locale": "fr_CA"})
    asked = Entry(8, "c", NOW, "bot", {"text": "Quand?", "buttons": BUTTONS}, language="fr")
    taking = Taking(sentence, Hours.load("regions: {}"), lambda: NOW, store, lambda locale: ())
    asyncio.run(taking.go_on(CONFIRMED.to_json(), heard, [asked, heard]))
    return kept[0]


@pytest.mark.parametrize(
    ("typed", "start"),
    [
        ("demain matin", "2026-11-23T08:00:00-05:00"),
        ("la première", "2026-11-23T08:00:00-05:00"),
        ("the second one", "2026-11-23T12:00:00-05:00"),
        # A day of the month, which « le premier » of a list is not.
        ("le 1er", "2026-12-01T08:00:00-05:00"),
        ("le 2e", None),
    ],
)
def test_a_place_is_in_the_list_and_a_number_is_a_day(typed: str, start: str | None) -> None:
    draft = after(typed)
    assert draft is not None
    window = draft["window"]
    assert (window["from"] if window else None) == start


def test_the_last_is_the_last_button() -> None:
    assert after("le dernier") is None
