from decimal import Decimal

import pytest

from bot.nlg.formats import format_number, format_percent


@pytest.mark.parametrize(
    ("number", "locale", "expected"),
    [
        ("0", "en_CA", "0"),
        ("1234", "en_CA", "1,234"),
        ("1234", "en_GB", "1,234"),
        ("1234", "fr_CA", "1\u00a0234"),
        ("1234", "fr_FR", "1\u202f234"),
        ("-1234567", "fr_CA", "-1\u00a0234\u00a0567"),
        ("0.123456", "en_US", "0.123456"),
        ("0.123456", "fr_FR", "0,123456"),
    ],
)
def test_number(number: str, locale: str, expected: str) -> None:
    assert format_number(Decimal(number), locale) == expected


@pytest.mark.parametrize(
    ("percent", "locale", "expected"),
    [
        ("13", "en_CA", "13%"),
        ("13", "fr_CA", "13\u00a0%"),
        ("14.975", "en_CA", "14.975%"),
        ("14.975", "en_GB", "14.975%"),
        ("14.975", "fr_CA", "14,975\u00a0%"),
        ("14.975", "fr_FR", "14,975\u00a0%"),
        ("0.5", "en_US", "0.5%"),
        ("100", "fr_FR", "100\u00a0%"),
    ],
)
def test_percent(percent: str, locale: str, expected: str) -> None:
    # France has U+202F in newer CLDR releases; a no-break space it is in either.
    shown = format_percent(Decimal(percent), locale)
    assert shown.replace("\u202f%", "\u00a0%") == expected
