from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from actions.quotes.port import Breakdown, Quote
from actions.quotes.wording import card_of, comparison, response_of, seat_options, values_of

TORONTO = ZoneInfo("America/Toronto")
QUOTE = Quote(
    id="q_0123456789abcdef",
    subscription_id="sub_1",
    product_name="AutoCAD",
    currency="CAD",
    seats=3,
    seats_after=13,
    due_now=Decimal("887.67"),
    breakdown=Breakdown(Decimal("2000.00"), "day", 54, 365, Decimal("26000.00")),
    effective_at=datetime(2026, 11, 22, 12, tzinfo=TORONTO),
    renews_on=date(2027, 1, 15),
    expires_at=datetime(2026, 11, 22, 12, 15, tzinfo=TORONTO),
    tax_status="excluded",
    renews_soon=False,
    is_demo=True,
)
LIVE = replace(QUOTE, breakdown=None, is_demo=False)
ESTIMATE = replace(QUOTE, id=None, subscription_id=None, expires_at=None, seats_after=3)


def cad(amount: str) -> dict[str, str]:
    return {"type": "money", "amount": amount, "currency": "CAD"}


def counted(number: int, unit: str = "seat") -> dict[str, Any]:
    return {"type": "count", "unit": unit, "number": number}


RENEWAL = {"type": "date", "date": "2027-01-15"}
VALID = {"type": "time", "at": "2026-11-22T12:15:00-05:00", "zone": "America/Toronto"}


def test_the_values_of_a_quote() -> None:
    assert values_of(QUOTE) == {
        "due_now": cad("887.67"),
        "seats": counted(3),
        "product": "AutoCAD",
        "subscription": "sub_1",
        "tax": {"type": "response", "name": "utter_tax_excluded", "values": {}},
        "unit_price": cad("2000.00"),
        "remaining": counted(54, "day"),
        "total": counted(365, "day"),
        "renewal_date": RENEWAL,
        "renewal_amount": cad("26000.00"),
        "seats_after": counted(13),
        "new_seats": counted(3, "new_seat"),
        "valid_until": VALID,
        "notice": {
            "type": "response",
            "name": "utter_notice_demo",
            "values": {"renewal_date": RENEWAL},
        },
    }


def test_an_estimate_is_of_no_subscription_and_never_expires() -> None:
    assert {"subscription", "valid_until"}.isdisjoint(values_of(ESTIMATE))


def test_an_amount_alone_has_no_arithmetic() -> None:
    hidden = {"unit_price", "remaining", "total", "renewal_amount"}
    assert set(values_of(QUOTE)) - set(values_of(LIVE)) == hidden


def test_which_sentence_says_it() -> None:
    by_the_second = replace(QUOTE.breakdown, unit="second")  # type: ignore[type-var]
    assert response_of(QUOTE) == "utter_quote"
    assert response_of(LIVE) == "utter_quote_live"
    assert response_of(replace(QUOTE, breakdown=by_the_second)) == "utter_quote_live"
    assert response_of(ESTIMATE) == "utter_estimate"


@pytest.mark.parametrize(
    ("is_demo", "renews_soon", "notice"),
    [
        (True, False, "utter_notice_demo"),
        (True, True, "utter_notice_demo_renews_soon"),
        (False, True, "utter_notice_renews_soon"),
        (False, False, "utter_notice_none"),
    ],
)
def test_what_a_customer_should_notice(is_demo: bool, renews_soon: bool, notice: str) -> None:
    quote = replace(QUOTE, is_demo=is_demo, renews_soon=renews_soon)
    assert values_of(quote)["notice"]["name"] == notice


def test_two_quotes_side_by_side() -> None:
    five = replace(QUOTE, id="q_5", seats=5, seats_after=15, due_now=Decimal("1479.45"))
    assert comparison(QUOTE, five) == {
        "product": "AutoCAD",
        "subscription": "sub_1",
        "renewal_date": RENEWAL,
        "valid_until": VALID,
        "notice": values_of(QUOTE)["notice"],
        "tax": values_of(QUOTE)["tax"],
        "first_seats": counted(3),
        "first_due_now": cad("887.67"),
        "second_seats": counted(5),
        "second_due_now": cad("1479.45"),
    }
    taxed = replace(five, tax_status="included")
    assert comparison(QUOTE, taxed)["tax"]["name"] == "utter_tax_unknown"


def test_a_button_for_each_number() -> None:
    assert seat_options([QUOTE]) == [
        {
            "response": "utter_option_name",
            "payload": '/inform{"seats": 3}',
            "values": {"name": counted(3)},
        }
    ]


def test_the_card_for_rich_channels() -> None:
    assert card_of(QUOTE) == {
        "id": "q_0123456789abcdef",
        "estimate": False,
        "demo": True,
        "subscription": "sub_1",
        "product": "AutoCAD",
        "seats": 3,
        "seats_after": 13,
        "currency": "CAD",
        "due_now": "887.67",
        "unit_price": "2000.00",
        "tax_status": "excluded",
        "effective_at": "2026-11-22T12:00:00-05:00",
        "proration": {"unit": "day", "remaining": 54, "total": 365},
        "renewal": {"date": "2027-01-15", "amount": "26000.00"},
        "renews_soon": False,
        "expires_at": "2026-11-22T12:15:00-05:00",
    }


def test_the_card_of_an_amount_alone() -> None:
    card = card_of(LIVE)
    assert (card["proration"], card["unit_price"]) == (None, None)
    assert card["renewal"] == {"date": "2027-01-15", "amount": None}
    assert card_of(ESTIMATE)["expires_at"] is None
