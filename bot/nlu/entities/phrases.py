"""Longest known phrase at a position of a list of words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

Meaning = TypeVar("Meaning")


class Phrases(Generic[Meaning]):
    def __init__(self, phrases: Mapping[str, Meaning]) -> None:
        self._meanings = {tuple(phrase.split(" ")): meaning for phrase, meaning in phrases.items()}
        self._lengths: dict[str, tuple[int, ...]] = {}
        for words in sorted(self._meanings, key=len, reverse=True):
            lengths = self._lengths.get(words[0], ())
            if len(words) not in lengths:
                self._lengths[words[0]] = (*lengths, len(words))

    @classmethod
    def grouped(cls, groups: Mapping[Meaning, Iterable[str]]) -> Phrases[Meaning]:
        return cls({phrase: meaning for meaning, phrases in groups.items() for phrase in phrases})

    def longest_at(self, words: Sequence[str], index: int) -> tuple[int, Meaning] | None:
        """How many words from `index` on make up the phrase, and what it stands for."""
        for length in self._lengths.get(words[index], ()):
            candidate = tuple(words[index : index + length])
            meaning = self._meanings.get(candidate)
            if meaning is not None and len(candidate) == length:
                return length, meaning
        return None
