"""A place in a list, as people type it."""

from __future__ import annotations

import pytest

from bot.channels.places import at_place
from bot.nlu.normalise import fold

BUTTONS = [{"title": name, "payload": f"/{name}"} for name in ("a", "b", "c")]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("the first one", "a"),
        ("Le premier", "a"),
        ("1er choix svp", "a"),
        ("la deuxième!", "b"),
        ("ok, the 2nd option please", "b"),
        ("euh… la troisième", "c"),
        ("the last one", "c"),
        ("dernière", "c"),
    ],
)
def test_a_place_is_its_button(typed: str, title: str) -> None:
    button = at_place(fold(typed), BUTTONS)
    assert button is not None
    assert button["title"] == title


@pytest.mark.parametrize(
    "typed", ["", "the fourth one", "first things first", "au premier janvier", "1", "a"]
)
def test_anything_else_is_none(typed: str) -> None:
    assert at_place(fold(typed), BUTTONS) is None


def test_without_buttons_there_is_no_place() -> None:
    assert at_place("the last one", []) is None
