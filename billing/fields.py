"""The fields of a JSON object, read one by one; what is wrong is named in the refusal."""

from __future__ import annotations

from collections.abc import Callable, Collection
from decimal import Decimal
from typing import Any, TypeVar

from billing.errors import BillingError, Code, invalid
from billing.json_text import parse_json

MAX_SEATS = 10_000
MAX_TEXT = 64

T = TypeVar("T")


class Fields:
    """A request body that holds no other fields than those `allowed`.

    Every reader raises `invalid-request` (400) with the field as its param. A field that is
    null counts as absent.
    """

    def __init__(self, body: bytes, allowed: Collection[str]) -> None:
        try:
            values = parse_json(body.decode())
        except UnicodeDecodeError as error:
            raise invalid("body", "not UTF-8") from error
        if not isinstance(values, dict):
            raise invalid("body", "not a JSON object")
        for name in values:
            if name not in allowed:
                raise invalid(name[:MAX_TEXT], "unknown field")
        self._values: dict[str, Any] = values

    def text(self, name: str, default: str | None = None) -> str:
        """A string of 1 to 64 printable ASCII characters without spaces, as every name has."""
        value = self._values.get(name)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or not is_name(value):
            raise invalid(name, f"not a string of 1 to {MAX_TEXT} printable ASCII characters")
        return value

    def parse(self, name: str, parser: Callable[[str], T], default: str | None = None) -> T:
        """The text as `parser` reads it, which raises ValueError."""
        text = self.text(name, default)
        try:
            return parser(text)
        except ValueError as error:
            raise invalid(name, str(error)) from error

    def has(self, name: str) -> bool:
        return self._values.get(name) is not None

    def seats(self, name: str) -> int:
        """1 to 10,000. Raises `invalid-quantity` for another number, a fraction included."""
        value = self._values.get(name)
        if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
            raise invalid(name, "not a number")
        if not isinstance(value, int) or not 1 <= value <= MAX_SEATS:
            detail = f"not a whole number from 1 to {MAX_SEATS}"
            raise BillingError(Code.INVALID_QUANTITY, detail, param=name)
        return value


def is_name(text: str) -> bool:
    """Whether `text` can be an id, a key or a code: 1 to 64 printable ASCII, no spaces."""
    return 1 <= len(text) <= MAX_TEXT and all("!" <= character <= "~" for character in text)
