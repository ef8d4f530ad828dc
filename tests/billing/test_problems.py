from __future__ import annotations

import json

import pytest
from aiohttp import web

from billing.errors import BillingError, Code
from billing.problems import from_http, problem_response


def test_a_problem_says_what_which_and_where() -> None:
    error = BillingError(Code.INVALID_QUANTITY, "one at least", param="seats_to_add")
    response = problem_response(error, "/v1/proration-quotes", "r-1")
    assert (response.status, response.headers["Content-Type"]) == (422, "application/problem+json")
    assert json.loads(response.text or "") == {
        "type": "invalid-quantity",
        "title": "The number of seats is not acceptable",
        "status": 422,
        "detail": "one at least",
        "instance": "/v1/proration-quotes",
        "code": "invalid-quantity",
        "param": "seats_to_add",
        "request_id": "r-1",
    }


@pytest.mark.parametrize(
    ("code", "header"),
    [
        (Code.RATE_LIMITED, "Retry-After"),
        (Code.UPSTREAM_UNAVAILABLE, "Retry-After"),
        (Code.UNAUTHENTICATED, "WWW-Authenticate"),
    ],
)
def test_headers_that_a_status_asks_for(code: Code, header: str) -> None:
    assert header in problem_response(BillingError(code, ""), "/", "r-1").headers
    assert header not in problem_response(BillingError(Code.QUOTE_EXPIRED, ""), "/", "r").headers


def test_the_frameworks_refusals_keep_their_status() -> None:
    error = from_http(web.HTTPNotFound())
    assert (error.code, error.status) == (Code.INVALID_REQUEST, 404)
