import pytest

from bot.nlg.typography import set_spacing


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("Vraiment\u00a0?", "fr", "Vraiment\u202f?"),
        ("Vraiment\u00a0?", "fr_FR", "Vraiment\u202f?"),
        ("Vraiment\u00a0?", "fr_CA", "Vraiment?"),
        ("Oui\u00a0! Non\u00a0; si.", "fr_FR", "Oui\u202f! Non\u202f; si."),
        ("Oui\u00a0! Non\u00a0; si.", "fr_CA", "Oui! Non; si."),
        # The colon and the quotation marks keep their space in both.
        ("Voici\u00a0: «\u00a0oui\u00a0»", "fr_FR", "Voici\u00a0: «\u00a0oui\u00a0»"),
        ("Voici\u00a0: «\u00a0oui\u00a0»", "fr_CA", "Voici\u00a0: «\u00a0oui\u00a0»"),
        ("Really\u00a0?", "en_CA", "Really\u00a0?"),
    ],
)
def test_spacing(text: str, locale: str, expected: str) -> None:
    assert set_spacing(text, locale) == expected
