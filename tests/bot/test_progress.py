"""Progress goes to standard error, so that standard output stays data."""

from __future__ import annotations

import pytest

from bot.progress import say


def test_progress_is_a_line_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    say("bot: ready")
    out, err = capsys.readouterr()
    assert (out, err) == ("", "prorata: bot: ready\n")
