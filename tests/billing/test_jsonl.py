from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing.errors import Code
from billing.jsonl import answers

INPUTS = {
    "unit_price": "2000.00",
    "currency": "CAD",
    "quantity": "3",
    "term_start": "2026-01-15",
    "term_end": "2027-01-15",
    "effective": "2026-09-01",
    "method": "actual_days",
    "rounding": "half_up_per_line",
}


def answer(**changes: Any) -> dict[str, str]:
    """The one answer to INPUTS with changes; None takes a field away."""
    inputs = {name: value for name, value in {**INPUTS, **changes}.items() if value is not None}
    (line,) = answers([json.dumps(inputs).encode()])
    parsed: dict[str, str] = json.loads(line)
    return parsed


def test_an_amount_is_written_as_compact_json() -> None:
    assert list(answers([json.dumps(INPUTS).encode()])) == ['{"amount":"2235.62"}']


@pytest.mark.parametrize(
    ("changes", "amount"),
    [
        ({"method": None, "rounding": None}, "2235.62"),
        ({"quantity": 3, "unit_price": 2000}, "2235.62"),
        ({"unit_price": 2000.5, "quantity": 1, "effective": "2026-01-15"}, "2000.50"),
        ({"effective": "2026-09-01T03:59:59Z"}, "2235.62"),
        ({"effective": "2026-09-01T03:59:59Z", "timezone": "America/Toronto"}, "2252.05"),
        ({"effective": "2026-09-01T23:59:59-04:00"}, "2235.62"),
        ({"term_start": "2026-01-15T00:00:00", "timezone": "America/Toronto"}, "2235.62"),
    ],
)
def test_forms_of_the_inputs(changes: dict[str, Any], amount: str) -> None:
    assert answer(**changes) == {"amount": amount}


@pytest.mark.parametrize(
    ("zone", "amount"),
    [(None, "77.42"), ("America/New_York", "77.39")],
)
def test_by_the_second_a_date_is_its_local_midnight(zone: str | None, amount: str) -> None:
    march = {"term_start": "2026-03-01", "term_end": "2026-04-01", "effective": "2026-03-08"}
    asked = {"unit_price": "100", "quantity": "1", "method": "actual_seconds", "timezone": zone}
    assert answer(**march, **asked) == {"amount": amount}


def test_by_the_second_instants_carry_their_offsets() -> None:
    march = {
        "term_start": "2026-03-01T05:00:00Z",
        "term_end": "2026-04-01T00:00:00-04:00",
        "effective": "2026-03-08T00:00:00-05:00",
    }
    asked = {"unit_price": "100", "quantity": "1", "method": "actual_seconds"}
    assert answer(**march, **asked) == {"amount": "77.39"}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"quantity": "0"}, "invalid-quantity"),
        ({"quantity": -1}, "invalid-quantity"),
        ({"quantity": "1.5"}, "invalid-quantity"),
        ({"quantity": 1.5}, "invalid-quantity"),
        ({"quantity": "many"}, "invalid-quantity"),
        ({"quantity": True}, "invalid-request"),
        ({"quantity": None}, "invalid-request"),
        ({"effective": "2026-01-14"}, "effective-out-of-term"),
        ({"effective": "2027-01-15"}, "nothing-to-prorate"),
        ({"effective": "2027-01-16"}, "nothing-to-prorate"),
        ({"effective": "soon"}, "invalid-request"),
        ({"effective": 20260901}, "invalid-request"),
        ({"term_end": "2026-01-15"}, "invalid-request"),
        ({"currency": "ZZZ"}, "invalid-request"),
        ({"currency": None}, "invalid-request"),
        ({"unit_price": None}, "invalid-request"),
        ({"unit_price": True}, "invalid-request"),
        ({"unit_price": "-5"}, "invalid-request"),
        ({"unit_price": "999999999999999"}, "invalid-request"),
        ({"method": "actual_360"}, "invalid-request"),
        ({"rounding": "half_even_per_line"}, "invalid-request"),
        ({"timezone": "Mars/Olympus"}, "invalid-request"),
        (
            {
                "term_start": "0001-01-01",
                "method": "actual_seconds",
                "timezone": "Pacific/Auckland",
            },
            "invalid-request",
        ),
    ],
)
def test_refusals(changes: dict[str, Any], code: str) -> None:
    assert answer(**changes) == {"error": code}


GARBAGE = [
    b"",
    b"\n",
    b"null",
    b"[]",
    b"NaN",
    b"{",
    b'"\\ud800"',
    b"\xff\xfe",
    b"[" * 100_000,
    b'{"quantity": ' + b"9" * 10_000 + b"}",
    b'{"quantity": 1, "unit_price": 1e999999999999999999999}',
]


@pytest.mark.parametrize("line", GARBAGE, ids=lambda line: repr(line[:20]))
def test_garbage_is_answered(line: bytes) -> None:
    assert list(answers([line])) == ['{"error":"invalid-request"}']


scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
objects = st.fixed_dictionaries({}, optional=dict.fromkeys(INPUTS, scalars))
hostile_lines = st.binary(max_size=30) | objects.map(lambda value: json.dumps(value).encode())


@given(st.lists(hostile_lines, max_size=3))
def test_every_line_gets_one_answer(lines: list[bytes]) -> None:
    answered = [json.loads(line) for line in answers(lines)]
    assert len(answered) == len(lines)
    codes = {code.value for code in Code}
    assert all("amount" in line or line["error"] in codes for line in answered)
