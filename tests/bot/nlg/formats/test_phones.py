import pytest

from bot.nlg.formats import format_phone, phone_link

SALES = "+18559373067"


@pytest.mark.parametrize(
    ("number", "locale", "expected"),
    [
        (SALES, "en_US", "(855) 937-3067"),
        (SALES, "en_CA", "(855) 937-3067"),
        (SALES, "en_GB", "+1 855-937-3067"),
        (SALES, "fr_CA", "1\u00a0855\u00a0937-3067"),
        (SALES, "fr_FR", "+1 855-937-3067"),
        ("+33142345678", "en_CA", "+33 1 42 34 56 78"),
        ("+33142345678", "fr_CA", "+33 1 42 34 56 78"),
        ("+33142345678", "fr_FR", "01 42 34 56 78"),
        ("+33612345678;ext=3", "fr_FR", "06 12 34 56 78, poste\u00a03"),
        ("+33612345678", "fr", "+33 6 12 34 56 78"),
        ("+442079460958", "en_GB", "020 7946 0958"),
        ("+442079460958", "fr_FR", "+44 20 7946 0958"),
        (f"{SALES};ext=12", "en_CA", "(855) 937-3067, ext.\u00a012"),
        (f"{SALES};ext=12", "fr_CA", "1\u00a0855\u00a0937-3067, poste\u00a012"),
        (f"{SALES};ext=12", "fr_FR", "+1 855-937-3067, poste\u00a012"),
    ],
)
def test_phone(number: str, locale: str, expected: str) -> None:
    assert format_phone(number, locale) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (SALES, "tel:+1-855-937-3067"),
        (f"{SALES};ext=12", "tel:+1-855-937-3067;ext=12"),
        ("+33142345678", "tel:+33-1-42-34-56-78"),
        # Numbers for examples dial nothing, but are shown in demos.
        ("+15145550123", "tel:+1-514-555-0123"),
    ],
)
def test_link(number: str, expected: str) -> None:
    assert phone_link(number) == expected


@pytest.mark.parametrize(
    "number",
    [
        "",
        "8559373067",
        "(855) 937-3067",
        "+1 855 937-3067",
        "+18559373067 poste 12",  # phonenumbers would read the letters as digits
        "+1855937",
        "+999123456789",
        "javascript:alert(1)",
    ],
)
def test_what_is_no_phone_number(number: str) -> None:
    with pytest.raises(ValueError, match="phone number"):
        phone_link(number)
    with pytest.raises(ValueError, match="phone number"):
        format_phone(number, "en_CA")
