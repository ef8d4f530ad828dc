from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from actions.quotes.live import Due, Setting, WithoutCatalogue, basic, live_quote
from actions.quotes.port import Quote, QuoteError, Subscription

PARIS = ZoneInfo("Europe/Paris")


def quote_at(moment: str, renews_at: str = "2027-05-24T00:00:00+02:00") -> Quote:
    renewal = datetime.fromisoformat(renews_at)
    setting = Setting(lambda: datetime.fromisoformat(moment), PARIS)
    subscription = Subscription("sub_1", "AutoCAD", "EUR", 10, setting.day(renewal))
    due = Due(Decimal("600.00"), "unknown", setting.now())
    return live_quote(subscription, 5, due, renewal, setting, is_demo=False)


@pytest.mark.parametrize(
    ("moment", "renews_at", "expires_at"),
    [
        ("2026-11-22T18:00:00+01:00", "2027-05-24T00:00:00+02:00", "2026-11-22T18:15:00+01:00"),
        ("2026-11-22T22:55:00+00:00", "2027-05-24T00:00:00+02:00", "2026-11-23T00:00:00+01:00"),
        ("2026-11-22T18:00:00+01:00", "2026-11-22T18:05:00+01:00", "2026-11-22T18:05:00+01:00"),
    ],
)
def test_it_is_valid_for_a_quarter_of_an_hour_of_the_day_and_the_term(
    moment: str, renews_at: str, expires_at: str
) -> None:
    quote = quote_at(moment, renews_at)
    assert quote.expires_at == datetime.fromisoformat(expires_at)
    assert quote.expires_at.tzinfo is PARIS


def test_days_are_those_of_the_zone() -> None:
    assert quote_at("2026-11-22T18:00:00+01:00").renews_on == date(2027, 5, 24)


@pytest.mark.parametrize(
    ("renews_at", "soon"),
    [("2026-12-06T23:00:00+01:00", True), ("2026-12-07T01:00:00+01:00", False)],
)
def test_two_weeks_are_soon(renews_at: str, soon: bool) -> None:
    assert quote_at("2026-11-22T18:00:00+01:00", renews_at).renews_soon is soon


def test_each_quote_has_an_id_of_its_own() -> None:
    ids = {quote_at("2026-11-22T18:00:00+01:00").id for _ in range(3)}
    assert len(ids) == 3


def test_the_moment_is_told_to_the_second() -> None:
    odd = datetime(2026, 11, 22, 12, 0, 0, 654321, timezone(timedelta(hours=-5)))
    now = Setting(lambda: odd, PARIS).now()
    assert now.isoformat() == "2026-11-22T17:00:00+00:00"


def test_without_a_catalogue_nothing_is_estimated() -> None:
    provider = WithoutCatalogue()
    with pytest.raises(QuoteError) as of_products:
        provider.products()
    with pytest.raises(QuoteError) as of_estimate:
        provider.estimate("autocad", 3, date(2027, 1, 15), "EUR")
    assert {of_products.value.code, of_estimate.value.code} == {"sign-in-required"}


def test_a_key_as_a_user_without_a_password() -> None:
    assert basic("test_key") == "Basic dGVzdF9rZXk6"
