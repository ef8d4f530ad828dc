"""Nothing is lost, nothing is too long, and a cut is where a reader pauses."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.outbound.splitting import split

ALPHABET = "aé.!? \n,;\u00a0\u202f’«»—👍🏽\u0301\u200d$1"


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def test_what_fits_stays_whole() -> None:
    assert split("  Bonjour !\n", 20) == ("Bonjour !",)


def test_an_empty_text_is_one_piece() -> None:
    assert split("", 10) == split(" \n ", 10) == ("",)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("One part.\n\nTwo, and so on.", ("One part.", "Two, and so on.")),
        ("First line\nsecond line", ("First line", "second line")),
        ("It is all so. Then it goes on", ("It is all so.", "Then it goes on")),
        ("Il est là ! Puis autre chose", ("Il est là !", "Puis autre chose")),
        ("When it is so, then it goes", ("When it is so,", "then it goes")),
        ("some words without a pause", ("some words without a", "pause")),
        ("x" * 25, ("x" * 20, "x" * 5)),
    ],
)
def test_the_best_pause_of_the_second_half(text: str, pieces: tuple[str, ...]) -> None:
    assert split(text, 20) == pieces


def test_a_pause_far_from_the_end_is_not_taken() -> None:
    assert split("Oui. Dans ce cas-là on continue", 20) == ("Oui. Dans ce cas-là", "on continue")


def test_an_amount_stays_together() -> None:
    """Its spaces are such that no line is broken there."""
    pieces = split("Le total est de 1\u202f234,56\u00a0$ aujourd’hui", 25)
    assert pieces == ("Le total est de", "1\u202f234,56\u00a0$ aujourd’hui")


def test_a_link_is_cut_only_where_no_piece_holds_it() -> None:
    assert split("Voir https://example.com/abc", 24) == ("Voir", "https://example.com/abc")
    assert split("Voir https://example.com/abc", 20) == ("Voir", "https://example.com/", "abc")


def test_what_is_seen_as_one_character_stays_one() -> None:
    family = "👩\u200d👩\u200d👧"
    assert split("x" * 18 + family, 20) == ("x" * 18, family)
    assert split("x" * 19 + "👍🏽", 20) == ("x" * 19, "👍🏽")
    assert split("x" * 19 + "e\u0301", 20) == ("x" * 19, "e\u0301")


@settings(max_examples=300, derandomize=True, deadline=None)
@given(
    st.text(st.sampled_from(ALPHABET) | st.characters(), max_size=300),
    st.integers(2, 60),
    st.sampled_from([len, utf16]),
)
def test_nothing_is_lost_and_every_piece_fits(text: str, longest: int, length: object) -> None:
    assert callable(length)
    pieces = split(text, longest, length)
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(length(piece) <= longest for piece in pieces)
    assert all(piece == piece.strip() for piece in pieces)
    assert pieces == ("",) or all(pieces)


@settings(max_examples=100, derandomize=True, deadline=None)
@given(st.lists(st.text("abc", min_size=1, max_size=8), min_size=1, max_size=60))
def test_words_stay_whole(words: list[str]) -> None:
    pieces = split(" ".join(words), 20)
    assert [word for piece in pieces for word in piece.split()] == words


def test_a_word_is_cut_only_where_it_is_longer_than_a_piece() -> None:
    assert split("La date de renouvellement", 24) == ("La date de", "renouvellement")
