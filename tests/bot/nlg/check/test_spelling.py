import pytest

from bot.nlg.check.spelling import spelling_problems

APOSTROPHE = "straight apostrophe, write ’"
HIGH = "no no-break space before ? ! or ;"
CANADA = "space before ? ! or ;, which Canada sets without"
COLON = "no no-break space before :"
QUOTES = "no no-break space inside « »"
ENGLISH_QUOTES = "English quotation marks, write « »"
EDGES = "begins or ends with a space"


@pytest.mark.parametrize(
    "text",
    [
        "Vraiment\u00a0?",
        "Vraiment\u202f?",
        "Quoi\u00a0?! Non\u00a0!!!",
        "Voici\u00a0: «\u00a0oui\u00a0»\u00a0; à 14:05.",
        "L’aide\u00a0: https://example.com/a?b;c",
        "{seats}\u00a0: {due_now}",
    ],
)
@pytest.mark.parametrize("locale", ["fr", "fr_FR"])
def test_good_french(text: str, locale: str) -> None:
    assert list(spelling_problems(text, locale)) == []


@pytest.mark.parametrize(
    "text", ["Vraiment?", "Oui! Non; si.", "Voici\u00a0: «\u00a0oui\u00a0»; à 14:05."]
)
def test_good_canadian_french(text: str) -> None:
    assert list(spelling_problems(text, "fr_CA")) == []


@pytest.mark.parametrize("text", ["Really? Yes! “No”; it’s: yes", "See https://a.example/it's"])
def test_good_english(text: str) -> None:
    assert list(spelling_problems(text, "en")) == []


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("It's", "en", APOSTROPHE),
        ("It's", "en_GB", APOSTROPHE),
        ("L'aide", "fr", APOSTROPHE),
        ("L'aide", "fr_CA", APOSTROPHE),
        ("Vraiment?", "fr", HIGH),
        ("Vraiment ?", "fr", HIGH),
        ("Vraiment ?", "fr_FR", HIGH),
        ("Oui; non", "fr_FR", HIGH),
        ("Vraiment ?", "fr_CA", CANADA),
        ("Vraiment\u00a0?", "fr_CA", CANADA),
        ("Oui\u202f!", "fr_CA", CANADA),
        ("Voici: oui", "fr", COLON),
        ("Voici : oui", "fr_CA", COLON),
        ("{seats}: oui", "fr_FR", COLON),
        ("«oui»", "fr", QUOTES),
        ("« oui »", "fr_CA", QUOTES),
        ("«\u00a0oui »", "fr_FR", QUOTES),
        ("“oui”", "fr", ENGLISH_QUOTES),
        ('"oui"', "fr_CA", ENGLISH_QUOTES),
        (" oui", "fr", EDGES),
        ("Yes\n", "en", EDGES),
        ("Oui\u00a0", "fr", EDGES),
    ],
)
def test_one_fault(text: str, locale: str, expected: str) -> None:
    assert list(spelling_problems(text, locale)) == [expected]
