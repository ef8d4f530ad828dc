"""Hashed n-grams of characters and words."""

from __future__ import annotations

import math

import numpy as np
import pytest

from bot.nlu.ngrams import Ngrams, rarity, weighted

CHARACTERS = Ngrams(shortest=2, longest=3, words=False, buckets=2**16)
WORDS = Ngrams(shortest=9, longest=9, words=True, buckets=2**16)


def test_characters_stay_within_a_word() -> None:
    assert sorted(CHARACTERS.of("Ça va")) == sorted(
        [" c", "ca", "a ", " ca", "ca ", " v", "va", "a ", " va", "va "]
    )


def test_words_and_pairs_of_neighbours_and_a_question_mark() -> None:
    assert list(WORDS.of("Trois postes?")) == [
        "#trois",
        "#postes",
        "#?",
        "#trois#postes",
        "#postes#?",
    ]


def test_a_missing_accent_changes_nothing() -> None:
    one, other = (CHARACTERS.counts([text]).toarray() for text in ("réduire", "REDUIRE"))
    assert np.array_equal(one, other)


def test_what_comes_twice_counts_a_little_more() -> None:
    counts = WORDS.counts(["no", "no no"])
    assert counts[0].data.tolist() == [1.0]
    assert max(counts[1].data) == pytest.approx(1 + math.log(2))


def test_rare_grams_weigh_more() -> None:
    counts = WORDS.counts(["seat cost", "seat report", "seat"])
    weights = rarity(counts)
    seat, cost = (WORDS.counts([text]).indices[0] for text in ("seat", "cost"))
    assert weights[seat] == pytest.approx(1.0)
    assert weights[cost] == pytest.approx(math.log(4 / 2) + 1)


def test_rows_have_length_one_and_nothing_stays_nothing() -> None:
    counts = CHARACTERS.counts(["how much for three", "!!", ""])
    rows = weighted(counts, rarity(counts)).toarray()
    assert np.linalg.norm(rows, axis=1).tolist() == pytest.approx([1.0, 0.0, 0.0])
