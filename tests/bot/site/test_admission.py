"""So many at once and no more; whoever leaves makes room."""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from bot.site.admission import Admission, TooMany


def crowd(admission: Admission, *addresses: str) -> ExitStack:
    inside = ExitStack()
    for address in addresses:
        inside.enter_context(admission.admitted(address))
    return inside


def is_admitted(admission: Admission, address: str) -> bool:
    try:
        with admission.admitted(address):
            return True
    except TooMany:
        return False


def test_in_all() -> None:
    admission = Admission(at_most=3, an_address=3)
    with crowd(admission, "a", "b", "c"):
        assert not is_admitted(admission, "d")
    assert is_admitted(admission, "d")


def test_from_one_address() -> None:
    admission = Admission(at_most=10, an_address=2)
    with crowd(admission, "a", "a"):
        assert not is_admitted(admission, "a")
        assert is_admitted(admission, "b")
    assert is_admitted(admission, "a")


def test_a_refusal_takes_no_place() -> None:
    admission = Admission(at_most=2, an_address=1)
    with crowd(admission, "a"):
        for _ in range(5):
            assert not is_admitted(admission, "a")
        assert is_admitted(admission, "b")


def test_an_error_inside_gives_the_place_back() -> None:
    admission = Admission(at_most=1, an_address=1)
    with pytest.raises(RuntimeError), admission.admitted("a"):
        raise RuntimeError
    assert is_admitted(admission, "a")


def test_whoever_left_is_forgotten() -> None:
    admission = Admission(at_most=100, an_address=1)
    with crowd(admission, *map(str, range(50))):
        assert len(admission._addresses) == 50
    assert not is_admitted(Admission(0, 1), "a")
    assert not admission._addresses
