"""The vocabulary file itself."""

from __future__ import annotations

from collections import Counter

from bot.nlu.entities.folding import fold
from bot.nlu.entities.resources import packaged

CLASSES = packaged("lexicon.yml")
WORDS = [word for words in CLASSES.values() for word in words]


def test_yaml_reads_no_word_as_a_boolean():
    assert all(isinstance(word, str) for word in WORDS)


def test_a_word_has_one_class():
    assert [word for word, times in Counter(WORDS).items() if times > 1] == []


def test_words_are_folded():
    assert [word for word in WORDS if word != fold(word).text or "'" in word] == []
