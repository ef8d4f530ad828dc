from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.pofile import PoFileError

from bot.nlg.catalogue import Catalogue

WriteCatalogue = Callable[..., Path]

GREETING = ("utter_greet", "Get a price")
EMAIL = ("utter_email", "Write us an email: {address}")


def test_a_region_falls_back_to_its_language(catalogues: Path) -> None:
    catalogue = Catalogue.load(catalogues)
    assert catalogue.translate(*GREETING, "fr_CA") == "Obtenir un prix"
    assert catalogue.translate(*EMAIL, "fr_CA") == "Écrivez un courriel\u00a0: {address}"
    assert catalogue.translate(*EMAIL, "fr_FR") == "Écrivez un e-mail\u00a0: {address}"


def test_a_region_without_a_catalogue_has_its_languages(catalogues: Path) -> None:
    assert Catalogue.load(catalogues).translate(*GREETING, "fr_BE") == "Obtenir un prix"


@pytest.mark.parametrize("locale", ["en", "en_US", "en_CA", "en_GB"])
def test_english_is_the_text_itself(catalogues: Path, locale: str) -> None:
    catalogue = Catalogue.load(catalogues)
    assert catalogue.translate(*GREETING, locale) == "Get a price"
    assert catalogue.translate_plural("utter_unit_seat", "{n} seat", "{n} seats", 0, locale) == (
        "{n} seats"
    )


def test_an_english_region_says_what_differs(
    catalogues: Path, write_catalogue: WriteCatalogue
) -> None:
    write_catalogue("en_GB", {"utter_tax_excluded": {"before taxes": "excluding VAT"}})
    catalogue = Catalogue.load(catalogues)
    assert catalogue.translate("utter_tax_excluded", "before taxes", "en_GB") == "excluding VAT"
    assert catalogue.translate("utter_tax_excluded", "before taxes", "en_CA") == "before taxes"


def test_the_same_words_in_another_context_are_another_text(catalogues: Path) -> None:
    assert Catalogue.load(catalogues).translate("utter_quote", "Get a price", "fr") == "Get a price"


@pytest.mark.parametrize(
    ("n", "expected"), [(0, "{n} poste"), (1, "{n} poste"), (2, "{n} postes"), (100, "{n} postes")]
)
@pytest.mark.parametrize("locale", ["fr", "fr_CA", "fr_FR"])
def test_zero_is_singular_in_french(catalogues: Path, locale: str, n: int, expected: str) -> None:
    catalogue = Catalogue.load(catalogues)
    seats = ("utter_unit_seat", "{n} seat", "{n} seats")
    assert catalogue.translate_plural(*seats, n, locale) == expected


def test_empty_and_fuzzy_entries_count_for_nothing(
    locales: Path, write_catalogue: WriteCatalogue
) -> None:
    half = 'msgctxt "u"\nmsgid "{n} seat"\nmsgid_plural "{n} seats"\nmsgstr[0] "x"\nmsgstr[1] ""\n'
    guess = '\n#, fuzzy\nmsgctxt "u"\nmsgid "guess"\nmsgstr "au hasard"\n'
    write_catalogue("fr", {"u": {"empty": ""}}, f"\n{half}{guess}")
    catalogue = Catalogue.load(locales)
    assert catalogue.translate("u", "empty", "fr") == "empty"
    assert catalogue.translate("u", "guess", "fr") == "guess"
    assert catalogue.translate_plural("u", "{n} seat", "{n} seats", 1, "fr") == "{n} seat"


def test_no_catalogues_at_all(locales: Path) -> None:
    assert Catalogue.load(locales).translate(*GREETING, "fr_CA") == "Get a price"


def test_a_malformed_file_is_an_error(catalogues: Path, write_catalogue: WriteCatalogue) -> None:
    write_catalogue("fr_CA", {}, "\nmsgid unquoted\n")
    with pytest.raises(PoFileError):
        Catalogue.load(catalogues)
