from __future__ import annotations

from typing import Any

import pytest

from billing.errors import BillingError, Code
from billing.fields import Fields, is_name


def fields(body: bytes) -> Fields:
    return Fields(body, ("name", "count"))


def refusal_of(body: bytes, reader: Any) -> tuple[Code, str | None]:
    with pytest.raises(BillingError) as refusal:
        reader(fields(body))
    return refusal.value.code, refusal.value.param


@pytest.mark.parametrize(
    ("body", "param"),
    [
        (b"", "body"),
        (b"[]", "body"),
        (b'{"name": "\xff"}', "body"),
        (b'{"nom": 1}', "nom"),
        (b'{"' + b"x" * 1000 + b'": 1}', "x" * 64),
    ],
)
def test_the_body_is_an_object_of_known_fields(body: bytes, param: str) -> None:
    assert refusal_of(body, lambda _: None) == (Code.INVALID_REQUEST, param)


@pytest.mark.parametrize("value", [b'""', b"7", b"null", b'"a b"', b'"\\ud800"', b'"\\u0000"'])
def test_texts_are_names(value: bytes) -> None:
    body = b'{"name": ' + value + b"}"
    assert refusal_of(body, lambda read: read.text("name")) == (Code.INVALID_REQUEST, "name")


def test_null_counts_as_absent() -> None:
    read = fields(b'{"name": null}')
    assert not read.has("name")
    assert read.text("name", default="usual") == "usual"
    assert read.parse("name", str.upper, default="usual") == "USUAL"


def test_a_parser_names_its_field() -> None:
    body = b'{"name": "seven"}'
    assert refusal_of(body, lambda read: read.parse("name", int)) == (Code.INVALID_REQUEST, "name")


@pytest.mark.parametrize("count", [1, 10_000])
def test_seats(count: int) -> None:
    assert fields(b'{"count": %d}' % count).seats("count") == count


@pytest.mark.parametrize(
    ("count", "code"),
    [
        (b"0", Code.INVALID_QUANTITY),
        (b"-3", Code.INVALID_QUANTITY),
        (b"10001", Code.INVALID_QUANTITY),
        (b"1.5", Code.INVALID_QUANTITY),
        (b"true", Code.INVALID_REQUEST),
        (b'"5"', Code.INVALID_REQUEST),
        (b"null", Code.INVALID_REQUEST),
    ],
)
def test_other_numbers_of_seats_are_refused(count: bytes, code: Code) -> None:
    body = b'{"count": ' + count + b"}"
    assert refusal_of(body, lambda read: read.seats("count")) == (code, "count")


def test_names_are_64_characters_at_most() -> None:
    assert is_name("x" * 64)
    assert not is_name("x" * 65)
