"""A secret is made once, for its owner alone."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from bot.run.secrets import kept_secret


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "web.key"


def test_it_is_kept(path: Path) -> None:
    secret = kept_secret(path)
    assert len(secret) >= 32
    assert kept_secret(path) == secret
    assert path.read_text() == secret


def test_only_its_owner_can_read_it(path: Path) -> None:
    kept_secret(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_each_place_has_its_own(path: Path) -> None:
    assert kept_secret(path) != kept_secret(path.with_name("other.key"))


def test_one_that_is_there_is_taken(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("chosen by somebody")
    assert kept_secret(path) == "chosen by somebody"


def test_one_that_cannot_be_read_is_not_replaced(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(OSError, match=r"web\.key"):
        kept_secret(path)
