from __future__ import annotations

from decimal import Decimal

import pytest

from billing.errors import BillingError
from billing.json_text import parse_json


def test_fractions_are_exact() -> None:
    assert parse_json('{"a": 0.1, "b": 7}') == {"a": Decimal("0.1"), "b": 7}


@pytest.mark.parametrize("text", ["", "{", "NaN", "-Infinity", "[" * 100_000, "1e" + "9" * 30])
def test_what_is_not_json_is_refused(text: str) -> None:
    with pytest.raises(BillingError) as refusal:
        parse_json(text)
    assert refusal.value.param == "body"
