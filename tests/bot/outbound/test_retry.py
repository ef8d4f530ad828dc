"""What HTTP says of a message that was not taken, and when to try again."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.outbound.http import Answer
from bot.outbound.outbox import TryAgain, Undeliverable
from bot.outbound.retry import judge_status, retry_after
from tests.bot.channels.conftest import NOW


def answer(status: int, after: str | None = None) -> Answer:
    return Answer(status, {} if after is None else {"retry-after": after}, None)


@pytest.mark.parametrize("status", [200, 201, 202])
@pytest.mark.parametrize("body", [{}, [], "ok", 0])
def test_taken(status: int, body: Any) -> None:
    judge_status(Answer(status, {}, body), lambda: NOW)


@pytest.mark.parametrize("status", [200, 204])
def test_a_page_has_taken_nothing(status: int) -> None:
    with pytest.raises(TryAgain, match=f"HTTP {status} without JSON"):
        judge_status(answer(status), lambda: NOW)


@pytest.mark.parametrize("status", [401, 403, 408, 425, 429, 500, 502, 503, 504, 599])
def test_it_passes(status: int) -> None:
    with pytest.raises(TryAgain, match=f"HTTP {status}") as raised:
        judge_status(answer(status, "7"), lambda: NOW)
    assert raised.value.after == 7.0


@pytest.mark.parametrize("status", [301, 302, 304, 400, 404, 405, 410, 413, 422])
def test_it_will_not_be_taken(status: int) -> None:
    with pytest.raises(Undeliverable, match=f"HTTP {status}"):
        judge_status(answer(status), lambda: NOW)


@pytest.mark.parametrize(
    ("given", "seconds"),
    [
        ("30", 30.0),
        (" 1.5 ", 1.5),
        ("0", 0.0),
        ("86400", 3600.0),
        ("Sun, 22 Nov 2026 17:00:20 GMT", 20.0),
        ("Sun, 22 Nov 2026 12:00:20 -0500", 20.0),
        ("Sun, 22 Nov 2026 16:59:00 GMT", None),
        ("-1", None),
        ("nan", None),
        ("inf", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_when(given: str | None, seconds: float | None) -> None:
    assert retry_after(answer(429, given), lambda: NOW) == seconds


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.text(max_size=40) | st.from_regex(r"\w{3}, \d{1,3} Nov \d{1,22} \d\d:\d\d:\d\d GMT"))
def test_whatever_the_header_is(text: str) -> None:
    seconds = retry_after(answer(429, text), lambda: NOW)
    assert seconds is None or 0 <= seconds <= 3600
