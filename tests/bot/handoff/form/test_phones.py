"""Phone numbers as customers of both languages write them."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.handoff.form.phones import Phone, has_digits, read_extension, read_phone
from bot.nlg.formats import format_phone, phone_link

MONTREAL = Phone("+15145550199")
PARIS = Phone("+33123456789")


@pytest.mark.parametrize(
    "text",
    [
        "514 555-0199",
        "(514) 555 0199",
        "514-555-0199",
        "514.555.0199",
        "514/555-0199",
        "5145550199",
        "1 514 555-0199",
        "1-514-555-0199",
        "+1 514 555 0199",
        "+15145550199",
        "001 514 555-0199",
        "514\u00a0555\u20110199",  # no-break space and hyphen
        "514 555–0199",
        "５１４ ５５５-０１９９",
        "My number is 514 555-0199, thanks",
        "C’est le 514 555-0199, merci !",
        "vous pouvez me joindre au (514) 555-0199 après 15 h",
        "at 514 555-0199 after 3 pm",
        "not 514 555-0188, it's 514 555-0199",
        "pas le 514 555-0188, c’est le 514 555-0199",
        "non, c'est le 514 555-0199",
        "514 555-0199 or 514 555-0188",
        "my # is 514 555-0199",
        "# 514 555-0199",
        "tel: 514 555-0199",
        "tél. : 514 555-0199",
    ],
)
def test_a_number_of_montreal(text: str) -> None:
    assert read_phone(text, "CA") == MONTREAL
    assert read_phone(text, None) == MONTREAL


@pytest.mark.parametrize(
    "text",
    [
        "01 23 45 67 89",
        "01.23.45.67.89",
        "0123456789",
        "01-23-45-67-89",
        "+33 1 23 45 67 89",
        "+33123456789",
        "+33 (0)1 23 45 67 89",
        "0033 1 23 45 67 89",
        "0033123456789",
        "00 33 1 23 45 67 89",
        "mon numéro : 01 23 45 67 89 (bureau)",
        "you can reach me on 01 23 45 67 89 tomorrow",
    ],
)
def test_a_number_of_paris(text: str) -> None:
    assert read_phone(text, "FR") == PARIS
    assert read_phone(text, None) == PARIS


@pytest.mark.parametrize("region", ["CA", "US", "GB", "FR"])
@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("+44 20 7946 0958", "+442079460958"),
        ("0044 20 7946 0958", "+442079460958"),
        ("+33 6 12 34 56 78", "+33612345678"),
        ("+1 (514) 555-0199", "+15145550199"),
    ],
)
def test_international_writing_is_read_everywhere(region: str, text: str, number: str) -> None:
    assert read_phone(text, region) == Phone(number)


def test_from_north_america_011_goes_abroad() -> None:
    assert read_phone("011 33 1 23 45 67 89", "CA") == PARIS


@pytest.mark.parametrize(
    "extension",
    [
        " poste 12",
        ", poste 12",
        " (poste 12)",
        " Poste : 12",
        " poste no 12",
        " poste numéro 12",
        " p. 12",
        " p.12",
        " p12",
        " ext. 12",
        " ext 12",
        ", ext. 12",
        ", extension 12",
        " extension is 12",
        " x12",
        "x12",
        " x 12",
        " #12",
        "#12",
        " - poste 12",
        ";ext=12",
    ],
)
def test_extensions(extension: str) -> None:
    assert read_phone(f"514 555-0199{extension}", "CA") == Phone("+15145550199", "12")
    assert read_phone(f"01 23 45 67 89{extension}", "FR") == Phone("+33123456789", "12")
    assert read_phone(f"C’est le 514 555-0199{extension}, merci", "CA") == Phone(
        "+15145550199", "12"
    )


def test_an_extension_goes_with_the_number_before_it() -> None:
    text = "pas le 514 555-0188 poste 4, le 514 555-0199 poste 12"
    assert read_phone(text, "CA") == Phone("+15145550199", "12")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "demain",
        "call me",
        "555-0199",
        "514 555-019",
        "123 456-7890",  # no area code begins with 1
        "12 postes",
        "poste 12",
        "1-900-555-1234",  # whoever calls it pays
        "+999 123 456 789",
        "01 23 45 67 89",  # in North America
        "2026-11-23 14:00",
        "2026-11-23T09:00-05:00/2026-11-23T12:00-05:00",
        "entre 14 h et 16 h",
        "\ud800\x00",
        "9" * 5000,
    ],
)
def test_no_number(text: str) -> None:
    assert read_phone(text, "CA") is None


@pytest.mark.parametrize("text", ["514 555-0199", "0899 70 12 34", "01 23 45 67"])
def test_no_number_in_france(text: str) -> None:
    assert read_phone(text, "FR") is None


@pytest.mark.parametrize(
    ("text", "extension"),
    [
        ("oui, poste 12", "12"),
        ("yes, ext. 12", "12"),
        ("j’ai oublié : poste 4012", "4012"),
        ("#7", "7"),
        ("12 postes", None),
        ("oui", None),
        ("next 12", None),
    ],
)
def test_an_extension_alone(text: str, extension: str | None) -> None:
    assert read_extension(text) == extension


def test_what_was_meant_as_a_number() -> None:
    assert has_digits("555-0199")
    assert not has_digits("after 3, or at 12")


@pytest.mark.parametrize(
    ("locale", "shown"),
    [
        ("fr_CA", "1\u00a0514\u00a0555-0199, poste\u00a012"),
        ("fr_FR", "+1 514-555-0199, poste\u00a012"),
        ("en_CA", "(514) 555-0199, ext.\u00a012"),
        ("en_GB", "+1 514-555-0199, ext.\u00a012"),
    ],
)
def test_shown_with_its_extension(locale: str, shown: str) -> None:
    number = Phone("+15145550199", "12").value["number"]
    assert format_phone(number, locale) == shown
    assert phone_link(number) == "tel:+1-514-555-0199;ext=12"


@given(
    region=st.sampled_from(["CA", "US", "GB", "FR"]),
    mobile=st.booleans(),
    extension=st.none() | st.from_regex(r"[1-9][0-9]{0,6}", fullmatch=True),
    shape=st.sampled_from([1, 2, 3]),
)
def test_what_is_shown_is_read_again(
    region: str, mobile: bool, extension: str | None, shape: int
) -> None:
    kind = (
        phonenumbers.PhoneNumberType.MOBILE if mobile else phonenumbers.PhoneNumberType.FIXED_LINE
    )
    example = phonenumbers.example_number_for_type(region, kind)
    assert example is not None
    example.extension = extension
    e164 = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)
    expected = Phone(e164, extension)
    assert read_phone(phonenumbers.format_number(example, shape), region) == expected
    for locale in ("en_CA", "en_GB", "fr_CA", "fr_FR"):
        assert read_phone(format_phone(expected.value["number"], locale), locale[3:]) == expected


@given(st.text(max_size=600), st.sampled_from(["CA", "US", "GB", "FR", None]))
def test_any_text_is_read_without_an_error(text: str, region: str | None) -> None:
    found = read_phone(text, region)
    assert found is None or format_phone(found.value["number"], "fr_CA")
    read_extension(text)
