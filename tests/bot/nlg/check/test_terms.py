import pytest

from bot.nlg.check.terms import foreign_terms


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("Envoyez un courriel.", "fr_FR", ["courriel"]),
        ("Envoyez un courriel.", "fr", ["courriel"]),
        ("Envoyez un courriel.", "fr_CA", []),
        ("Deux COURRIELS", "fr_FR", ["courriel"]),
        ("Envoyez un e-mail.", "fr_CA", ["e-mail"]),
        ("Envoyez un e-mail.", "fr_FR", []),
        ("Le soutien technique", "fr_FR", ["soutien technique"]),
        ("Le soutien\u00a0technique", "fr_FR", ["soutien technique"]),
        ("L’assistance technique", "fr_CA", ["assistance technique"]),
        ("Par chat ou par téléphone", "fr_CA", ["chat"]),
        ("Par chat ou par téléphone", "fr_FR", []),
        ("Par clavardage", "fr_FR", ["clavardage"]),
        ("Votre soumission", "fr_FR", ["soumission"]),
        ("Votre devis", "fr_CA", ["devis"]),
        ("Votre devis", "fr", ["devis"]),
        ("Un siège de plus", "fr_CA", ["siège"]),
        ("Two licenses", "en_CA", ["license"]),
        ("Two licenses", "en_US", []),
        ("Two licences", "en_US", ["licence"]),
        # Not the word itself.
        ("Le devisement", "fr_CA", []),
        ("Gmail", "fr_CA", []),
        ("{email} et https://example.com/email", "fr_CA", []),
    ],
)
def test_terms(text: str, locale: str, expected: list[str]) -> None:
    assert list(foreign_terms(text, locale)) == expected
