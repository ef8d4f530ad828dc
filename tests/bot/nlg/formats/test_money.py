from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlg.formats import format_money

LOCALES = ("en_US", "en_CA", "en_GB", "fr_CA", "fr_FR")


@pytest.mark.parametrize(
    ("amount", "currency", "locale", "expected"),
    [
        # The dollar is named everywhere: CLDR leaves it bare in en_US, en_CA and fr_CA.
        ("2235.62", "CAD", "en_US", "$2,235.62 CAD"),
        ("2235.62", "CAD", "en_CA", "$2,235.62 CAD"),
        ("2235.62", "CAD", "en_GB", "$2,235.62 CAD"),
        ("2235.62", "CAD", "en", "$2,235.62 CAD"),
        ("2235.62", "USD", "en_US", "$2,235.62 USD"),
        ("2235.62", "USD", "en_CA", "$2,235.62 USD"),
        ("2235.62", "CAD", "fr_CA", "2\u00a0235,62\u00a0$\u00a0CA"),
        ("2235.62", "USD", "fr_CA", "2\u00a0235,62\u00a0$\u00a0US"),
        ("2235.62", "CAD", "fr_FR", "2\u202f235,62\u00a0$CA"),
        ("2235.62", "USD", "fr_FR", "2\u202f235,62\u00a0$US"),
        ("2235.62", "CAD", "fr", "2\u202f235,62\u00a0$CA"),
        # Other currencies name themselves.
        ("2235.62", "AUD", "en_CA", "A$2,235.62"),
        ("2235.62", "AUD", "fr_CA", "2\u00a0235,62\u00a0$\u00a0AU"),
        ("2235.62", "EUR", "en_GB", "€2,235.62"),
        ("2235.62", "EUR", "fr_FR", "2\u202f235,62\u00a0€"),
        ("2235.62", "GBP", "en_CA", "£2,235.62"),
        ("2235.62", "GBP", "fr_FR", "2\u202f235,62\u00a0£GB"),
        # Half up, where Babel would round half to even.
        ("0.125", "CAD", "en_CA", "$0.13 CAD"),
        ("0.125", "CAD", "fr_CA", "0,13\u00a0$\u00a0CA"),
        ("0.135", "EUR", "fr_FR", "0,14\u00a0€"),
        ("-0.125", "CAD", "en_CA", "-$0.13 CAD"),
        # The currency's own minor unit: none for the yen, three digits for the dinar.
        ("2235.5", "JPY", "en_US", "¥2,236"),
        ("2235.5", "JPY", "fr_CA", "2\u00a0236\u00a0¥"),
        ("1.2345", "KWD", "en_CA", "KWD\u00a01.235"),
        ("1.2345", "KWD", "fr_CA", "1,235\u00a0KWD"),
        # Zero has no sign, a credit has.
        ("0", "CAD", "en_CA", "$0.00 CAD"),
        ("-0.001", "CAD", "en_CA", "$0.00 CAD"),
        ("-3.5", "CAD", "en_CA", "-$3.50 CAD"),
        ("-3.5", "CAD", "fr_CA", "-3,50\u00a0$\u00a0CA"),
        ("-3.5", "EUR", "fr_FR", "-3,50\u00a0€"),
    ],
)
def test_money(amount: str, currency: str, locale: str, expected: str) -> None:
    # CLDR releases differ in the space after a currency code.
    assert format_money(Decimal(amount), currency, locale).replace("KWD1", "KWD\u00a01") == expected


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_amount(amount: str) -> None:
    with pytest.raises(ValueError, match="not a finite number"):
        format_money(Decimal(amount), "CAD", "en_CA")


@pytest.mark.parametrize("currency", ["XYZ", "cad", "", "$"])
def test_what_is_no_currency(currency: str) -> None:
    with pytest.raises(ValueError, match="unknown currency"):
        format_money(Decimal(1), currency, "en_CA")


def read_back(text: str, locale: str) -> Decimal:
    """The amount as a customer reads it: digits, the locale's decimal sign, the minus."""
    decimal_sign = "," if locale.startswith("fr") else "."
    kept = [c for c in text if c.isdigit() or c in (decimal_sign, "-")]
    return Decimal("".join(kept).replace(decimal_sign, "."))


@pytest.mark.parametrize("locale", LOCALES)
@given(
    amount=st.decimals(min_value=-(10**12), max_value=10**12, places=2),
    currency=st.sampled_from(["CAD", "USD", "EUR", "GBP"]),
)
def test_an_amount_reads_back_as_itself(locale: str, amount: Decimal, currency: str) -> None:
    assert read_back(format_money(amount, currency, locale), locale) == amount


@pytest.mark.parametrize("locale", LOCALES)
@given(
    amount=st.decimals(min_value=-(10**9), max_value=10**9, places=5),
    currency=st.sampled_from([("JPY", "1"), ("CAD", "0.01"), ("KWD", "0.001")]),
)
def test_an_amount_is_off_by_half_a_minor_unit_at_most(
    locale: str, amount: Decimal, currency: tuple[str, str]
) -> None:
    code, unit = currency
    shown = read_back(format_money(amount, code, locale), locale)
    assert abs(shown - amount) <= Decimal(unit) / 2
    assert abs(shown) >= abs(amount) or abs(shown - amount) < Decimal(unit) / 2
