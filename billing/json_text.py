"""JSON as a billing service may read it: no floats, no NaN, no text that cannot be stored."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from billing.errors import invalid


def parse_json(text: str) -> Any:
    """A JSON document with its fractions as `Decimal`. Raises `invalid-request`."""
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_refuse_constant)
    except (ValueError, ArithmeticError, RecursionError) as error:
        # ArithmeticError: an exponent beyond Decimal's. RecursionError: brackets in brackets.
        raise invalid("body", "not valid JSON") from error


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")
