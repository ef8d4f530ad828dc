from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from billing.errors import BillingError, Code, invalid

if TYPE_CHECKING:
    from tests.billing.conftest import Api


def test_the_codes_are_those_of_the_contract(api: Api) -> None:
    contract = api.get("/v1/openapi.json").json()
    listed = contract["components"]["schemas"]["Problem"]["properties"]["code"]["enum"]
    assert set(listed) == {code.value for code in Code}


@pytest.mark.parametrize("code", Code)
def test_every_code_has_a_status_and_a_title(code: Code) -> None:
    assert 400 <= code.status < 600
    assert code.title


def test_a_refusal_says_what_and_where() -> None:
    refusal = BillingError(Code.QUOTE_EXPIRED, "too late")
    assert str(refusal) == "quote-expired: too late"
    assert (refusal.status, refusal.param) == (410, None)
    unknown = invalid("promotion_code", "unknown", status=422)
    assert (unknown.code, unknown.status, unknown.param) == (
        Code.INVALID_REQUEST,
        422,
        "promotion_code",
    )
