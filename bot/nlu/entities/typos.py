"""Which known word was meant, when one or two letters are wrong.

Symmetric deletion (Garbe's SymSpell): what two words have in common after a few deletions is looked
up, so that only a handful of candidates are compared.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

_LETTERS_FOR_ONE, _LETTERS_FOR_TWO = 5, 8


def distance(one: str, other: str) -> int:
    """Damerau–Levenshtein, restricted: insertion, deletion, substitution, adjacent swap."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, start=1):
        current = [i]
        for j, right in enumerate(other, start=1):
            best = min(row[j] + 1, current[j - 1] + 1, row[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                best = min(best, before[j - 2] + 1)
            current.append(best)
        before, row = row, current
    return row[-1]


def allowed(word: str) -> int:
    """Errors forgiven in a word: one from five letters on, two from eight."""
    letters = sum(map(str.isalpha, word))
    return (letters >= _LETTERS_FOR_ONE) + (letters >= _LETTERS_FOR_TWO)


class Spelling:
    def __init__(self, words: Iterable[str]) -> None:
        self._by_deletion: dict[str, set[str]] = {}
        longest = 0
        for word in words:
            longest = max(longest, len(word))
            for shortened in _deletions(word, allowed(word)):
                self._by_deletion.setdefault(shortened, set()).add(word)
        self._longest = longest + 2

    def nearest(self, typed: str) -> str | None:
        """The word with the fewest errors within what `allowed` forgives both; None if there is none."""
        if len(typed) > self._longest:
            return None
        errors = allowed(typed)
        candidates = {
            word
            for shortened in _deletions(typed, errors)
            for word in self._by_deletion.get(shortened, ())
        }
        ranked = sorted((distance(typed, word), word) for word in candidates)
        for errors_made, word in ranked:
            if errors_made <= min(errors, allowed(word)):
                return word
        return None


def _deletions(word: str, most: int) -> set[str]:
    return {
        "".join(kept)
        for deleted in range(most + 1)
        for kept in combinations(word, len(word) - deleted)
    }
