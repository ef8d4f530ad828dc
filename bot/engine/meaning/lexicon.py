"""Patterns of questions, read from a file beside this one (about.yml says how they are written)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from importlib.resources import files
from typing import Any

import yaml

from bot.nlu.normalise import fold

_WORDS = re.compile(r"[\w%$€£]+")


def words_of(text: str) -> list[str]:
    """Folded, without punctuation: what the patterns are tried on, joined by single spaces."""
    return _WORDS.findall(fold(text).replace("thank you", "thanks"))


def content_of(name: str) -> dict[str, Any]:
    text = files("bot.engine.meaning").joinpath(name).read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


class Lexicon:
    """A file of patterns, compiled."""

    def __init__(self, content: dict[str, Any]) -> None:
        self._names = {name: _joined(said) for name, said in content["words"].items()}
        self._around = frozenset(
            word for words in content.get("around", {}).values() for word in words.split()
        )
        self.seat = self._pattern([r"\b{seat}\b"])
        self.meanings = [
            (name, self._question([*by["en"], *by["fr"]], content["never"].get(name)))
            for name, by in content["meanings"].items()
        ]
        mentions = content.get("mentions", {})
        self.mentions = [(name, self._pattern([p])) for name, p in mentions.items()]

    @classmethod
    def of(cls, name: str, *more: str) -> Lexicon:
        """The file, and the meanings of others that use its words."""
        content = content_of(name)
        for other in more:
            content["meanings"] |= content_of(other)["meanings"]
        return cls(content)

    def without_pleasantries(self, words: list[str]) -> list[str]:
        start, end = 0, len(words)
        while start < end and words[start] in self._around:
            start += 1
        while end > start and words[end - 1] in self._around:
            end -= 1
        return words[start:end]

    def _question(self, patterns: Sequence[str], never: str | None) -> Callable[[str], bool]:
        asked = self._pattern(patterns)
        other = self._pattern([_joined(never)]) if never else None
        return lambda said: bool(asked.search(said)) and not (other and other.search(said))

    def _pattern(self, patterns: Sequence[str]) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{self._spelled(pattern)})" for pattern in patterns))

    def _spelled(self, pattern: str) -> str:
        while (named := re.search(r"\{([a-z]+)\}", pattern)) is not None:
            pattern = pattern.replace(named[0], self._names[named[1]])
        return pattern


def _joined(lines: str) -> str:
    """A pattern that YAML has folded: each of its lines is one more choice."""
    return lines.replace(" |", "|")
