from __future__ import annotations

from datetime import date, datetime, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from billing.catalogue import Price, Product
from billing.errors import BillingError, Code
from billing.estimates import Estimate, make_estimate
from billing.payloads import EstimateRequest
from billing.terms import Term

NOW = datetime(2026, 9, 1, 3, tzinfo=timezone.utc)  # still 31 August in Toronto
PRODUCT = Product(
    "cad",
    "Cad",
    (
        Price("CAD", Term.MONTH, Decimal("310.00")),
        Price("CAD", Term.YEAR, Decimal("2000.00")),
    ),
)


def estimate(
    renewal_date: date,
    term: Term = Term.YEAR,
    currency: str = "CAD",
    zone: str = "America/Toronto",
) -> Estimate:
    request = EstimateRequest("cad", 3, renewal_date, currency, term, ZoneInfo(zone))
    return make_estimate(request, PRODUCT, NOW)


def test_the_term_ends_on_the_renewal_date_and_today_is_local() -> None:
    in_toronto = estimate(date(2027, 1, 15)).charge
    assert (in_toronto.share.remaining, in_toronto.share.total) == (137, 365)
    assert in_toronto.due == Decimal("2252.05")
    in_paris = estimate(date(2027, 1, 15), zone="Europe/Paris").charge
    assert in_paris.due == Decimal("2235.62")


def test_a_monthly_term_has_the_days_of_its_month() -> None:
    share = estimate(date(2026, 9, 30), Term.MONTH).charge.share
    assert (share.remaining, share.total) == (30, 31)


def test_a_renewal_one_whole_term_ahead_pays_it_all() -> None:
    assert estimate(date(2027, 8, 31)).charge.due == Decimal("6000.00")


@pytest.mark.parametrize(
    ("renewal_date", "code"),
    [
        (date(2026, 8, 31), Code.NOTHING_TO_PRORATE),
        (date(2026, 8, 30), Code.EFFECTIVE_OUT_OF_TERM),
        (date(1, 1, 1), Code.EFFECTIVE_OUT_OF_TERM),
        (date(2027, 9, 1), Code.EFFECTIVE_OUT_OF_TERM),
        (date(9999, 12, 31), Code.EFFECTIVE_OUT_OF_TERM),
    ],
)
def test_other_renewal_dates_are_refused(renewal_date: date, code: Code) -> None:
    with pytest.raises(BillingError) as refusal:
        estimate(renewal_date)
    assert (refusal.value.code, refusal.value.param) == (code, "renewal_date")


@pytest.mark.parametrize(("term", "currency"), [(Term.YEAR, "EUR"), (Term.THREE_YEARS, "CAD")])
def test_there_must_be_a_price(term: Term, currency: str) -> None:
    with pytest.raises(BillingError) as refusal:
        estimate(date(2027, 1, 15), term, currency)
    assert refusal.value.code is Code.CURRENCY_MISMATCH
