"""The note by which `make chat` finds a running Prorata."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from bot.run.note import STATE, Note, noted, read_note


@pytest.fixture(autouse=True)
def note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the note is written: each test has a working folder of its own."""
    monkeypatch.chdir(tmp_path)
    STATE.mkdir()
    return tmp_path / STATE / "run.json"


def test_the_note_is_there_while_prorata_runs(note: Path) -> None:
    assert read_note() is None
    with noted("http://127.0.0.1:5005", "a-token"):
        assert read_note() == Note("http://127.0.0.1:5005", "a-token")
    assert read_note() is None and not note.exists()


def test_only_its_owner_can_read_it(note: Path) -> None:
    before = os.umask(0)
    try:
        with noted("http://127.0.0.1:5005", "a-token"):
            assert stat.S_IMODE(note.stat().st_mode) == 0o600
    finally:
        os.umask(before)


def test_a_note_left_by_a_crash_is_replaced_with_its_permissions(note: Path) -> None:
    note.write_text('{"url": "http://127.0.0.1:1", "token": "old"}')
    note.chmod(0o666)
    with noted("http://127.0.0.1:5005", "new"):
        assert read_note() == Note("http://127.0.0.1:5005", "new")
        assert stat.S_IMODE(note.stat().st_mode) == 0o600


def test_a_link_in_its_place_is_not_written_through(note: Path, tmp_path: Path) -> None:
    target = tmp_path / "somebody-elses-file"
    target.write_text("theirs")
    note.symlink_to(target)
    with noted("http://127.0.0.1:5005", "a-token"):
        assert target.read_text() == "theirs"


def test_the_note_goes_however_the_block_ends(note: Path) -> None:
    with pytest.raises(KeyboardInterrupt), noted("http://127.0.0.1:5005", "a-token"):
        raise KeyboardInterrupt
    assert not note.exists()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b'{"url": "x"}', b"\xff", b"5"])
def test_an_unreadable_note_is_no_note(note: Path, content: bytes) -> None:
    note.write_bytes(content)
    assert read_note() is None
