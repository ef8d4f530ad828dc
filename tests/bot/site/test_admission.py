"""How many connections, in all and from one address."""

from __future__ import annotations

import pytest

from bot.site.admission import Admission, TooMany


@pytest.mark.parametrize("opened", [[], ["a"], ["a", "b"], ["b", "b"]])
def test_there_is_room(opened: list[str]) -> None:
    Admission(3, 2).check("a", opened)


@pytest.mark.parametrize("opened", [["a", "a"], ["a", "b", "a"], ["b", "c", "d"], ["b"] * 9])
def test_there_is_none(opened: list[str]) -> None:
    with pytest.raises(TooMany):
        Admission(3, 2).check("a", iter(opened))
