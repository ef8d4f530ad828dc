from __future__ import annotations

from bot.nlu.entities.phrases import Phrases

PHRASES = Phrases({"de": "OF", "de plus": "MORE", "de plus en plus": "X"})


def test_the_longest_phrase_wins():
    assert PHRASES.longest_at(["3", "de", "plus"], 1) == (2, "MORE")
    assert PHRASES.longest_at(["de", "plus", "en", "plus"], 0) == (4, "X")


def test_the_end_of_the_words_cuts_no_phrase_short():
    assert PHRASES.longest_at(["de"], 0) == (1, "OF")
    assert PHRASES.longest_at(["plus"], 0) is None
