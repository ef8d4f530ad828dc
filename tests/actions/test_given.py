from __future__ import annotations

from actions.given import GIVEN, given
from tests.actions.conftest import Said


def test_what_was_given_last(said: Said) -> None:
    assert given(said("ask_tax")) == []
    assert given(said("ask_tax", slots={GIVEN: [{"seats": 3}]})) == [{"seats": 3}]
