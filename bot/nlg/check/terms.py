"""Words that belong to another region: bot/nlg/terms.yml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

# Neither is read as words: {email}, https://example.com/email
_NOT_WORDS = re.compile(r"\{\w+\}|https?://\S+")


@dataclass(frozen=True)
class Term:
    words: str
    pattern: re.Pattern[str]
    locales: frozenset[str]


def foreign_terms(text: str, locale: str) -> Iterator[str]:
    """The words in `text` that `locale` must not say."""
    plain = _NOT_WORDS.sub(" ", text).casefold()
    for term in _terms():
        if locale in term.locales and term.pattern.search(plain):
            yield term.words


@cache
def _terms() -> tuple[Term, ...]:
    table = yaml.safe_load(files("bot.nlg").joinpath("terms.yml").read_text(encoding="utf-8"))
    return tuple(
        Term(words, _pattern(words), frozenset(locales)) for words, locales in table.items()
    )


def _pattern(words: str) -> re.Pattern[str]:
    spaced = r"\s+".join(f"{re.escape(word)}s?" for word in words.casefold().split())
    # "e-mail" is not "mail": a hyphen is part of the word.
    return re.compile(rf"(?<![\w-]){spaced}(?![\w-])")
