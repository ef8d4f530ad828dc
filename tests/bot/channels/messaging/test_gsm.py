"""Segments are counted as carriers do, and typography costs nothing where nobody misses it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.messaging.gsm import for_sms, segments

NBSP, NARROW = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("é" * 160, 1),
        ("ç" * 70, 1),
        ("ç" * 71, 2),
        ("ç" * 134, 2),
        ("ç" * 135, 3),
        # Two places each: the Euro sign, and what lies beyond the Basic Multilingual Plane.
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("🙏" * 35, 1),
        ("🙏" * 36, 2),
    ],
)
def test_segments(text: str, count: int) -> None:
    assert segments(text) == count


def test_a_character_of_two_places_is_not_cut_in_two() -> None:
    # 152 places and a Euro sign do not fit into 153.
    assert segments("a" * 152 + "€" + "a" * 151) == 2
    assert segments("a" * 152 + "€" + "a" * 152) == 3
    assert segments("ç" * 66 + "🙏" + "ç" * 65) == 2
    assert segments("ç" * 66 + "🙏" + "ç" * 66) == 3


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("You’re – “so” to say… here", 'You\'re - "so" to say... here'),
        (f"Prix{NBSP}: 1{NARROW}234,56{NBSP}$", "Prix : 1 234,56 $"),
        (f"«{NBSP}demain après-midi{NBSP}»", '"demain après-midi"'),
        ("«\u00a0œuvre\u00a0»", '"oeuvre"'),
        ("3 × $5 • now", "3 x $5 - now"),
        ("déjà réglé, là où É…", "déjà réglé, là où É..."),
    ],
)
def test_typography_is_plain_where_that_makes_it_cheaper(text: str, sent: str) -> None:
    assert for_sms(text) == sent


@pytest.mark.parametrize(
    "text", ["ça coûte 5 $, n’est-ce pas…", "prêt « à » l’emploi", "Œuvre 🙏", "À bientôt", "È…"]
)
def test_words_stay_right(text: str) -> None:
    """Typography as well: where the text is UTF-16 anyhow, nothing is gained without it."""
    assert for_sms(text) == text


@settings(max_examples=200, derandomize=True)
@given(st.text(alphabet=st.sampled_from("aé€ç🙏’… \u00a0«»œ"), max_size=400))
def test_what_is_sent_is_never_longer_than_before_in_segments(text: str) -> None:
    assert for_sms(for_sms(text)) == for_sms(text)
    assert segments(for_sms(text)) == segments(text)
