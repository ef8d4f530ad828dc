from __future__ import annotations

from datetime import datetime, timezone
from decimal import Decimal

import pytest
from requests.structures import CaseInsensitiveDict

from actions.quotes.reply import Reply

NOW = datetime(2026, 11, 22, 17, 0, tzinfo=timezone.utc)


def reply(content: bytes = b"", status: int = 429, **headers: str) -> Reply:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status, CaseInsensitiveDict(named), content)


def test_numbers_stay_what_they_are() -> None:
    numbers = reply(b'{"a": 601.64, "b": 60164, "c": 0.1}').json()
    assert numbers == {"a": Decimal("601.64"), "b": 60164, "c": Decimal("0.1")}
    assert [type(number) for number in numbers.values()] == [Decimal, int, Decimal]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html>",
        b'{"a": 1',
        b'{"a": NaN}',
        b'{"a": -Infinity}',
        b"\xff\xfe\xfd",
        b"[" * 100_000,
        b"1" * 10_000,  # Python refuses to turn so many digits into a number
    ],
)
def test_what_is_no_json_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError):
        reply(content).json()


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry_After": "2"}, 2.0),
        ({"retry_after": " 120 "}, 120.0),
        ({"Retry_After": "0"}, 0.0),
        ({"Retry_After": "99999999999999"}, 86_400.0),
        ({"Retry_After": "Sun, 22 Nov 2026 17:01:30 GMT"}, 90.0),
        ({"Retry_After": "Sun, 22 Nov 2026 16:00:00 GMT"}, 0.0),
        ({"Retry_After": "Sun, 22 Nov 2026 17:01:30 -0000"}, 90.0),
        # Its own Date: five minutes behind our clock.
        (
            {
                "Retry_After": "Sun, 22 Nov 2026 16:56:00 GMT",
                "Date": "Sun, 22 Nov 2026 16:55:00 GMT",
            },
            60.0,
        ),
        ({"X_RateLimit_Reset": str(int(NOW.timestamp()) + 45)}, 45.0),
        ({"Retry_After": "-5"}, None),
        ({"Retry_After": "soon"}, None),
        ({"Retry_After": "1.5"}, None),
        ({"X_RateLimit_Reset": "soon"}, None),
        ({}, None),
    ],
)
def test_how_long_to_stay_away(headers: dict[str, str], seconds: float | None) -> None:
    assert reply(**headers).retry_after(NOW) == seconds


def test_a_rate_limit_matters_only_to_those_it_stopped() -> None:
    assert reply(status=503, X_RateLimit_Reset="1795366845").retry_after(NOW) is None
