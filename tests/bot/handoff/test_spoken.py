"""The language of what is said without the bot."""

from __future__ import annotations

import pytest

from bot.handoff.spoken import locale_of
from bot.store.transcript import Entry
from tests.bot.channels.conftest import NOW


@pytest.mark.parametrize(
    ("spoken", "locale"),
    [
        ([], None),
        ([(None, None)], None),
        ([("fr", "fr_CA")], "fr_CA"),
        ([("fr", "fr_CA"), (None, None)], "fr_CA"),
        ([("fr", "fr_CA"), ("en", "fr_CA")], "en_CA"),
        ([("en", "en_GB"), ("fr", None)], "fr_FR"),
        ([("fr", None)], "fr"),
        ([("fr", None), (None, "en_US")], "fr_CA"),
        ([(None, "en_GB")], "en_GB"),
        ([("de", None)], None),
        ([("fr", "fr_FR"), ("fr", "fr_CA")], "fr_CA"),
    ],
)
def test_the_last_language_with_the_last_region(
    spoken: list[tuple[str | None, str | None]], locale: str | None
) -> None:
    entries = [
        Entry(seq, "c", NOW, "customer", {"text": "…"}, language, told={"locale": given})
        for seq, (language, given) in enumerate(spoken, start=1)
    ]
    assert locale_of(entries) == locale


@pytest.mark.parametrize(
    ("given", "locale"), [("en_CA", "fr_CA"), ("en_GB", "fr_FR"), ("fr", "fr"), (None, "fr")]
)
def test_a_language_that_is_asked_for_keeps_the_region(given: str | None, locale: str) -> None:
    entry = Entry(1, "c", NOW, "customer", {"text": "…"}, "en", told={"locale": given})
    assert locale_of([entry], "fr") == locale
