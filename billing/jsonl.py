"""`python -m billing prorate --jsonl`: one proration a line, for test vectors and spreadsheets.

In: a JSON object with `unit_price`, `currency`, `quantity`, `term_start`, `term_end` (exclusive),
`effective`, and optionally `method` (`actual_days`, the default, or `actual_seconds`),
`rounding` (only `half_up_per_line`) and `timezone` (an IANA name).
Out: `{"amount": "2235.62"}` or `{"error": "<code of the contract>"}`, exactly one line for each
line read, whatever it holds.

The three moments are dates or date-times, with a UTC offset or local to `timezone` (UTC when
none is given). By days, a date-time counts as its date in `timezone`, or as the date that is
written when no zone is given; by seconds, a date is its midnight.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timezone
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from billing.errors import BillingError, Code, invalid
from billing.instants import parse_date, parse_zone
from billing.json_text import parse_json
from billing.money import format_money, parse_price
from billing.proration import Share, prorate, share_by_days, share_by_seconds

MOMENTS = ("term_start", "term_end", "effective")


def answers(lines: Iterable[bytes]) -> Iterator[str]:
    """One JSON answer, without a line end, for each line of UTF-8 (errors are replaced)."""
    for line in lines:
        try:
            answer = {"amount": _amount(parse_json(line.decode("utf-8", "replace")))}
        except BillingError as error:
            answer = {"error": error.code.value}
        except OverflowError:  # a zone's offset leads out of the years 1 to 9999
            answer = {"error": Code.INVALID_REQUEST.value}
        yield json.dumps(answer, separators=(",", ":"))


def _amount(inputs: Any) -> str:
    if not isinstance(inputs, dict):
        raise invalid("inputs", "not a JSON object")
    seats = _seats(inputs.get("quantity"))
    if inputs.get("rounding", "half_up_per_line") != "half_up_per_line":
        raise invalid("rounding", "only half_up_per_line")
    unit_price = parse_price(_price_text(inputs.get("unit_price")))
    return format_money(prorate(unit_price, seats, _share(inputs), _text(inputs, "currency")))


def _seats(quantity: Any) -> int:
    """A whole number of seats, as a JSON number or as its digits."""
    if isinstance(quantity, bool) or not isinstance(quantity, (int, str, Decimal)):
        raise invalid("quantity", "not a number")
    text = str(quantity)
    if not re.fullmatch("[0-9]{1,15}", text) or int(text) < 1:
        raise BillingError(Code.INVALID_QUANTITY, "not a whole number of seats", param="quantity")
    return int(text)


def _share(inputs: dict[str, Any]) -> Share:
    zone = None if inputs.get("timezone") is None else _zone(_text(inputs, "timezone"))
    method = inputs.get("method", "actual_days")
    if method == "actual_days":
        return share_by_days(*(_day(_text(inputs, name), name, zone) for name in MOMENTS))
    if method == "actual_seconds":
        return share_by_seconds(*(_instant(_text(inputs, name), name, zone) for name in MOMENTS))
    raise invalid("method", "neither actual_days nor actual_seconds")


def _text(inputs: dict[str, Any], name: str) -> str:
    value = inputs.get(name)
    if not isinstance(value, str):
        raise invalid(name, "not a string")
    return value


def _price_text(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int, Decimal)):
        raise invalid("unit_price", "neither a string nor a number")
    return str(value)


def _zone(name: str) -> ZoneInfo:
    try:
        return parse_zone(name)
    except ValueError as error:
        raise invalid("timezone", str(error)) from error


def _day(text: str, name: str, zone: ZoneInfo | None) -> date:
    try:
        return parse_date(text)
    except ValueError:
        instant = _instant(text, name, zone)
        return instant.date() if zone is None else instant.astimezone(zone).date()


def _instant(text: str, name: str, zone: ZoneInfo | None) -> datetime:
    """The moment as it is written, its offset kept: its date is wanted too."""
    try:
        # Python 3.10 does not read the Z of RFC 3339.
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError as error:
        raise invalid(name, "neither a date nor a date-time") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=zone or timezone.utc)
