"""Which language and variant a conversation is held in, message after message."""

from __future__ import annotations

import pytest

from bot.language.conversation import (
    LANGUAGES,
    LOCALES,
    Spoken,
    known_locale,
    language_of,
    negotiate,
)
from bot.language.identify import Identification, Language

UNSURE = Identification("en", 0.5, decisive=False)


def sure(language: Language) -> Identification:
    return Identification(language, 0.99, decisive=True)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("spelling", ["{}", "{}-", "lower", "upper"])
def test_a_locale_is_known_however_it_is_spelt(locale: str, spelling: str) -> None:
    spelt = {
        "{}": locale,
        "{}-": locale.replace("_", "-"),
        "lower": locale.lower(),
        "upper": locale.upper().replace("_", "-"),
    }[spelling]
    assert known_locale(spelt) == locale


@pytest.mark.parametrize("name", [None, "", "fr", "de_DE", "fr_BE", "fr_CA.UTF-8", 3, ["fr_CA"]])
def test_anything_else_is_no_locale(name: object) -> None:
    assert known_locale(name) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("fr", "fr"),
        ("FR-be", "fr"),
        ("fr_CA", "fr"),
        ("en", "en"),
        ("en-AU", "en"),
        ("de", None),
        ("français", None),
        ("", None),
        (None, None),
        (5, None),
    ],
)
def test_the_language_of_a_locale_or_a_bare_code(name: object, language: str | None) -> None:
    assert language_of(name) == language  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_clear_first_message_decides(language: Language) -> None:
    assert negotiate(Spoken(), sure(language)) == Spoken(language)


@pytest.mark.parametrize("locale", LOCALES)
def test_an_unclear_first_message_is_answered_in_the_channels_locale(locale: str) -> None:
    assert negotiate(Spoken(), UNSURE, channel=locale) == Spoken(language_of(locale), locale)


def test_without_any_cue_the_language_stays_open() -> None:
    assert negotiate(Spoken(), UNSURE) == Spoken()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_faint_cue_is_better_than_none(language: Language) -> None:
    faint = Identification(language, 0.85, decisive=False)
    assert negotiate(Spoken(), faint).language == language
    other: Language = "en" if language == "fr" else "fr"
    assert negotiate(Spoken(other), faint).language == other
    assert negotiate(Spoken(), faint, channel=other).language == other


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_short_message_keeps_the_language(language: Language) -> None:
    assert negotiate(Spoken(language), UNSURE) == Spoken(language)


@pytest.mark.parametrize(
    ("spoken", "heard", "then"),
    [
        (Spoken("fr", "fr_CA"), "en", Spoken("en", "en_CA")),
        (Spoken("en", "en_CA"), "fr", Spoken("fr", "fr_CA")),
        (Spoken("fr", "fr_FR"), "en", Spoken("en", "en_GB")),
        (Spoken("en", "en_GB"), "fr", Spoken("fr", "fr_FR")),
        (Spoken("en", "en_US"), "fr", Spoken("fr", "fr_CA")),
        (Spoken("en"), "fr", Spoken("fr")),
    ],
)
def test_a_switch_stays_on_its_side_of_the_atlantic(
    spoken: Spoken, heard: Language, then: Spoken
) -> None:
    assert negotiate(spoken, sure(heard)) == then


def test_a_request_wins_over_the_words_it_is_made_with() -> None:
    assert negotiate(Spoken("fr", "fr_CA"), sure("fr"), requested="en") == Spoken("en", "en_CA")


def test_the_channel_gives_the_variant_and_the_message_the_language() -> None:
    assert negotiate(Spoken(), sure("en"), channel="fr_FR") == Spoken("en", "en_GB")
    assert negotiate(Spoken("fr", "fr_CA"), UNSURE, channel="fr_FR") == Spoken("fr", "fr_FR")


def test_a_bare_language_from_the_channel_gives_no_variant() -> None:
    assert negotiate(Spoken(), UNSURE, channel="fr") == Spoken("fr", None)
    assert negotiate(Spoken("fr", "fr_CA"), UNSURE, channel="fr") == Spoken("fr", "fr_CA")


@pytest.mark.parametrize("channel", ["en_US", "en", None])
def test_a_few_words_must_say_more_against_a_language_and_its_channel(channel: str | None) -> None:
    english = Spoken("en")
    heard = Identification("fr", 0.98, decisive=True)
    assert negotiate(english, heard, channel=channel, text="PO?").language == "en"
    assert negotiate(english, heard, channel=channel, text="c'est combien?").language == "fr"
    assert negotiate(english, heard, channel="fr_CA", text="PO?").language == "fr"
    assert negotiate(Spoken(), heard, channel=channel, text="PO?").language == "fr"
