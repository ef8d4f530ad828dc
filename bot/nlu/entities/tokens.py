"""The message as the seat rules see it: a row of classed tokens, quantities and claims among them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from bot.nlu.entities import quantities
from bot.nlu.entities.claim import Claim
from bot.nlu.entities.lexicon import SEPARABLE, UNKNOWN, WORDS
from bot.nlu.entities.pieces import Piece, cut
from bot.nlu.entities.quantities import Quantity

NUMBER, ARTICLE, YEAR = "N", "A1", "YEAR"
_YEARS, _YEAR_DIGITS = range(1900, 2100), 4
# An emoji (and its skin tone) says as little as "please" does.
DECORATION, _EMOJI = "FILLER", frozenset({"So", "Sk"})
# What makes a number that looks like a year a count after all.
_COUNTED = {"SEAT", "POSTE", "USER", "MORE", "BETWEEN_SEATS"}


@dataclass(frozen=True)
class Token:
    """`kind` is a class of lexicon.yml, a claim's kind, N, A1 (« un »), YEAR or X."""

    start: int
    end: int
    kind: str
    quantity: Quantity | None = None


def count_of(token: Token) -> int:
    """An article or "another" is one; 0 where it is not known exactly."""
    value = token.quantity.value if token.quantity else 1
    return value if isinstance(value, int) else 0


def tokenize(text: str, claims: Sequence[Claim], language: str | None) -> list[Token]:
    """`text` is folded; `claims` are in text order."""
    pieces = cut(text, claims, SEPARABLE)
    words = [piece.text for piece in pieces]
    found = quantities.find(pieces, language)
    tokens: list[Token] = []
    index = 0
    while index < len(pieces):
        quantity_length, quantity = found.get(index, (0, None))
        length, kind = _word(pieces, words, index)
        if quantity and quantity_length >= length:
            length = quantity_length
            kind = ARTICLE if quantity.is_article else NUMBER
            tokens.append(Token(quantity.start, quantity.end, kind, quantity))
        else:
            tokens.append(Token(pieces[index].start, pieces[index + length - 1].end, kind))
        index += length
    return [_with_years(tokens, position) for position in range(len(tokens))]


def _word(pieces: Sequence[Piece], words: Sequence[str], index: int) -> tuple[int, str]:
    if pieces[index].kind == "claim":
        return 1, words[index]
    return WORDS.longest_at(words, index) or (1, DECORATION if _is_emoji(words[index]) else UNKNOWN)


def _is_emoji(word: str) -> bool:
    return unicodedata.category(word[0]) in _EMOJI


def _with_years(tokens: Sequence[Token], position: int) -> Token:
    """ "Revit 2025" is a version, "since 2014" a year, "2014 seats" a count."""
    token = tokens[position]
    in_digits = token.end - token.start == _YEAR_DIGITS  # nobody writes the year "2,000"
    if not in_digits or token.quantity is None or token.quantity.value not in _YEARS:
        return token
    after = tokens[position + 1].kind if position + 1 < len(tokens) else ""
    version = position > 0 and tokens[position - 1].kind == "PRODUCT"
    return Token(token.start, token.end, YEAR) if version or after not in _COUNTED else token
