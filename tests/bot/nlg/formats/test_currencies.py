import pytest

from bot.nlg.formats import currency_name


@pytest.mark.parametrize(
    ("code", "locale", "expected"),
    [
        ("CAD", "en_CA", "Canadian dollars"),
        ("CAD", "fr_CA", "dollars canadiens"),
        ("CAD", "fr_FR", "dollars canadiens"),
        ("USD", "en_US", "US dollars"),
        # CLDR has the treaty's « dollars des États-Unis ».
        ("USD", "fr_CA", "dollars américains"),
        ("USD", "fr_FR", "dollars américains"),
        ("EUR", "en_GB", "euros"),
        ("EUR", "fr_FR", "euros"),
        ("GBP", "en_GB", "British pounds"),
        ("GBP", "fr_CA", "livres sterling"),
    ],
)
def test_a_currency_has_its_name(code: str, locale: str, expected: str) -> None:
    assert currency_name(code, locale) == expected


def test_a_name_may_begin_a_line() -> None:
    assert currency_name("EUR", "en_GB", initial=True) == "Euros"
    assert currency_name("CAD", "en_CA", initial=True) == "Canadian dollars"
    assert currency_name("USD", "fr_CA", initial=True) == "Dollars américains"


@pytest.mark.parametrize("code", ["XYZ", "cad", ""])
def test_what_is_no_currency(code: str) -> None:
    with pytest.raises(ValueError, match="unknown currency"):
        currency_name(code, "fr_CA")
