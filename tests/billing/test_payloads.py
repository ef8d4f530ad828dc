from __future__ import annotations

import json
from datetime import date, datetime, timezone
from typing import Any

import pytest

from billing.errors import BillingError
from billing.payloads import parse_estimate_request, parse_quote_request
from billing.terms import Term

QUOTE = {"subscription_id": "sub_1", "seats_to_add": 5}
ESTIMATE = {
    "product_id": "autocad",
    "seats_to_add": 5,
    "renewal_date": "2027-01-15",
    "currency": "CAD",
}


def body(fields: dict[str, Any], **changes: Any) -> bytes:
    return json.dumps({**fields, **changes}).encode()


def test_a_quote_request_has_defaults() -> None:
    request = parse_quote_request(body(QUOTE))
    assert (request.effective_at, request.promotion_code, request.locale) == (None, None, "en")


def test_a_quote_request_is_read_whole() -> None:
    at = "2026-09-01T12:00:00-04:00"
    request = parse_quote_request(
        body(QUOTE, effective_at=at, promotion_code="DEMO10", locale="fr")
    )
    assert request.effective_at == datetime(2026, 9, 1, 16, tzinfo=timezone.utc)
    assert (request.promotion_code, request.locale) == ("DEMO10", "fr")


def test_the_same_request_in_other_words_has_the_same_fingerprint() -> None:
    plain = parse_quote_request(body(QUOTE)).fingerprint
    spelled_out = b'{"locale":"en", "seats_to_add" : 5, "subscription_id":"sub_1",'
    assert parse_quote_request(spelled_out + b'"effective_at":null}').fingerprint == plain
    at_noon = body(QUOTE, effective_at="2026-09-01T12:00:00-04:00")
    at_four = body(QUOTE, effective_at="2026-09-01T16:00:00Z")
    assert parse_quote_request(at_noon).fingerprint == parse_quote_request(at_four).fingerprint


@pytest.mark.parametrize(
    "change",
    [
        {"subscription_id": "sub_2"},
        {"seats_to_add": 6},
        {"effective_at": "2026-09-01T16:00:00Z"},
        {"promotion_code": "DEMO10"},
        {"locale": "fr"},
    ],
)
def test_another_request_has_another_fingerprint(change: dict[str, Any]) -> None:
    plain = parse_quote_request(body(QUOTE)).fingerprint
    assert parse_quote_request(body(QUOTE, **change)).fingerprint != plain


def test_an_estimate_request_has_defaults() -> None:
    request = parse_estimate_request(body(ESTIMATE))
    assert (request.term, request.zone.key) == (Term.YEAR, "America/Toronto")
    assert request.renewal_date == date(2027, 1, 15)


@pytest.mark.parametrize(
    ("parser", "fields", "change"),
    [
        (parse_quote_request, QUOTE, {"locale": "de"}),
        (parse_quote_request, QUOTE, {"effective_at": "2026-09-01"}),
        (parse_quote_request, QUOTE, {"promotion_code": ""}),
        (parse_quote_request, QUOTE, {"subscription_id": None}),
        (parse_quote_request, QUOTE, {"currency": "CAD"}),
        (parse_estimate_request, ESTIMATE, {"currency": "cad"}),
        (parse_estimate_request, ESTIMATE, {"currency": "CADX"}),
        (parse_estimate_request, ESTIMATE, {"renewal_date": "15/01/2027"}),
        (parse_estimate_request, ESTIMATE, {"term": "decade"}),
        (parse_estimate_request, ESTIMATE, {"timezone": "Toronto"}),
        (parse_estimate_request, ESTIMATE, {"locale": "en"}),
    ],
)
def test_a_wrong_field_is_named(
    parser: Any, fields: dict[str, Any], change: dict[str, Any]
) -> None:
    with pytest.raises(BillingError) as refusal:
        parser(body(fields, **change))
    assert [refusal.value.param] == list(change)
