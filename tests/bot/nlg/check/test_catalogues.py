"""Each check on a sample with one fault."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.nlg.__main__ import main
from bot.nlg.check import find_problems

WriteCatalogue = Callable[..., Path]


@pytest.fixture
def problems(domain: Path, catalogues: Path) -> Callable[[], list[str]]:
    """What is found now, after bot.pot was made from the domain as it is."""

    def find() -> list[str]:
        main(["extract", "--root", str(domain.parent)])
        return [str(problem) for problem in find_problems(domain, catalogues)]

    return find


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


Find = Callable[[], list[str]]


def test_a_sound_bot_has_no_problems(problems: Find) -> None:
    assert problems() == []


@pytest.mark.parametrize(
    ("locale", "old", "new", "expected"),
    [
        pytest.param(
            "fr",
            "Obtenir un prix",
            "",
            "utter_greet: missing: 'Get a price'",
            id="empty French",
        ),
        pytest.param(
            "fr",
            'msgctxt "utter_greet"\nmsgid "Get a price"\nmsgstr "Obtenir un prix"\n',
            "",
            "utter_greet: missing: 'Get a price'",
            id="missing French",
        ),
        pytest.param(
            "fr",
            'msgctxt "utter_tax_excluded"',
            '#, fuzzy\nmsgctxt "utter_tax_excluded"',
            "utter_tax_excluded: fuzzy, check it and unmark it",
            id="fuzzy",
        ),
        pytest.param(
            "fr_CA",
            'msgctxt "utter_email"',
            '#, fuzzy\nmsgctxt "utter_email"',
            "utter_email: fuzzy, check it and unmark it",
            id="fuzzy in a region",
        ),
        pytest.param(
            "fr",
            'msgid "before taxes"',
            'msgid "Before taxes"',
            "utter_tax_excluded: stale, not in domain.yml: 'Before taxes'",
            id="stale",
        ),
        pytest.param(
            "fr_CA",
            'msgctxt "utter_email"',
            'msgctxt "utter_gone"',
            "utter_gone: stale, not in domain.yml: 'Write us an email: {address}'",
            id="stale in a region",
        ),
        pytest.param(
            "fr",
            "{seats}\u00a0: {due_now}, {tax}.",
            "{seats}\u00a0: {due_now}.",
            "utter_quote: placeholders are not those of English: '{seats}\\xa0: {due_now}.'",
            id="placeholder left out",
        ),
        pytest.param(
            "fr",
            "{seats}\u00a0: {due_now}, {tax}.",
            "{postes}\u00a0: {due_now}, {tax}.",
            "utter_quote: placeholders are not those of English: "
            "'{postes}\\xa0: {due_now}, {tax}.'",
            id="placeholder translated",
        ),
        pytest.param(
            "fr",
            "avant taxes",
            "avant {taxes",
            "utter_tax_excluded: placeholders are not those of English: 'avant {taxes'",
            id="stray brace",
        ),
        pytest.param(
            "fr",
            'msgstr[0] "{n} poste"',
            'msgstr[0] "un poste"',
            "utter_unit_seat: placeholders are not those of English: 'un poste'",
            id="a French singular that would say one for zero",
        ),
        pytest.param(
            "fr",
            'msgstr[1] "{n} postes"',
            'msgstr[1] ""',
            "utter_unit_seat: needs 2 plural forms",
            id="plural form empty",
        ),
        pytest.param(
            "fr",
            "plural=(n > 1)",
            "plural=(n != 1)",
            "Plural-Forms is not nplurals=2; plural=(n > 1);",
            id="the plural rule of English",
        ),
        pytest.param(
            "fr_CA", "Language: fr_CA", "Language: fr_FR", "Language is not fr_CA", id="language"
        ),
        pytest.param(
            "fr_CA",
            "Écrivez un courriel\u00a0: {address}",
            "Écrivez à notre adresse électronique\u00a0: {address}",
            "utter_email: same as its parent, delete it: 'Write us an email: {address}'",
            id="nothing regional",
        ),
        pytest.param(
            "fr",
            "Bonjour\u00a0!",
            "Bonjour!",
            "utter_greet: no no-break space before ? ! or ;: "
            "'Bonjour! Que puis-je faire pour vous\\xa0?'",
            id="spacing",
        ),
        pytest.param(
            "fr",
            "notre adresse électronique",
            "notre courriel",
            "utter_email: fr does not say 'courriel': 'Écrivez à notre courriel\\xa0: {address}'",
            id="a region's word in neutral French",
        ),
        pytest.param(
            "fr_FR",
            "Écrivez un e-mail",
            "Écrivez un courriel",
            "utter_email: fr_FR does not say 'courriel': 'Écrivez un courriel\\xa0: {address}'",
            id="Canada's word in France",
        ),
    ],
)
def test_one_fault(
    problems: Find, catalogues: Path, locale: str, old: str, new: str, expected: str
) -> None:
    replace(catalogues / locale / "LC_MESSAGES" / "bot.po", old, new)
    assert f"locales/{locale}/LC_MESSAGES/bot.po: {expected}" in problems()


def test_an_obsolete_entry(problems: Find, catalogues: Path) -> None:
    path = catalogues / "fr" / "LC_MESSAGES" / "bot.po"
    path.write_text(path.read_text("utf-8") + '\n#~ msgid "Bye"\n#~ msgstr "Adieu"\n', "utf-8")
    assert problems() == ["locales/fr/LC_MESSAGES/bot.po: obsolete, delete it: 'Bye'"]


def test_a_region_that_differs_by_spacing_alone(
    problems: Find, write_catalogue: WriteCatalogue
) -> None:
    spaced = "Bonjour! Que puis-je faire pour vous?"
    canadian = {
        "utter_greet": {"Hello! What can I do for you?": spaced},
        "utter_email": {"Write us an email: {address}": "Écrivez un courriel\u00a0: {address}"},
    }
    write_catalogue("fr_CA", canadian)
    assert problems() == [
        "locales/fr_CA/LC_MESSAGES/bot.po: utter_greet: "
        "same as its parent, delete it: 'Hello! What can I do for you?'"
    ]


def test_an_english_region_that_says_what_domain_yml_says(
    problems: Find, write_catalogue: WriteCatalogue
) -> None:
    write_catalogue("en_GB", {"utter_tax_excluded": {"before taxes": "before taxes"}})
    assert problems() == [
        "locales/en_GB/LC_MESSAGES/bot.po: utter_tax_excluded: "
        "same as its parent, delete it: 'before taxes'"
    ]


def test_french_is_missing_altogether(problems: Find, catalogues: Path) -> None:
    (catalogues / "fr" / "LC_MESSAGES" / "bot.po").unlink()
    missing = [problem for problem in problems() if "bot.po: utter_" in problem]
    assert len([problem for problem in missing if "/fr/" in problem and "missing" in problem]) == 9


@pytest.mark.parametrize("locale", ["en_AU", "xx", "notes"])
def test_a_locale_that_the_bot_does_not_speak(
    problems: Find, write_catalogue: WriteCatalogue, locale: str
) -> None:
    write_catalogue(locale, {})
    assert problems() == [f"locales/{locale}/LC_MESSAGES/bot.po: no locale that this bot speaks"]


def test_a_file_that_is_no_catalogue(problems: Find, catalogues: Path) -> None:
    path = catalogues / "fr" / "LC_MESSAGES" / "bot.po"
    path.write_text("msgid unquoted\n", encoding="utf-8")
    assert len(problems()) == 1


def test_a_template_that_is_out_of_date(domain: Path, catalogues: Path, problems: Find) -> None:
    problems()
    replace(domain, "{phone} or see", "{phone}, or see")
    found = [str(problem) for problem in find_problems(domain, catalogues)]
    assert "locales/bot.pot: not up to date with domain.yml" in found


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("I can’t say.", "I can't say.", "domain.yml: utter_help: straight apostrophe, write ’"),
        ('"before taxes"', '"before taxes "', "domain.yml: utter_tax_excluded: begins or ends"),
        ('"before taxes"', '"before taxes"\n  - text: "net"', "utter_tax_excluded: needs exactly"),
        (", payload: /request_quote", "", "utter_greet: a button needs a title and a payload"),
        ("{phone} or", "{Phone} or", "a brace that belongs to no placeholder"),
    ],
)
def test_a_fault_in_the_domain(
    domain: Path, catalogues: Path, old: str, new: str, expected: str
) -> None:
    replace(domain, old, new)
    found = [str(problem) for problem in find_problems(domain, catalogues)]
    assert [problem for problem in found if problem.startswith(expected)]


def test_the_widget_s_texts_are_checked_as_well(problems: Find, widget_texts: Path) -> None:
    replace(widget_texts, "Send", "Don't send")
    assert problems() == [
        "bot/widget/texts.yml: widget_send: straight apostrophe, write ’",
        'locales/fr/LC_MESSAGES/bot.po: widget_send: missing: "Don\'t send"',
    ]
