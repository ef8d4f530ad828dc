"""From pieces of text to quantities: "12", "deux ou trois", "une dizaine", "at least 5"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.nlu.entities.pieces import Piece
from bot.nlu.entities.quantities import colloquial, joined, number_words, numerals, scaled, sums
from bot.nlu.entities.quantities.halves import replace_halves
from bot.nlu.entities.quantities.quantity import Found, Quantity, Range
from bot.nlu.entities.quantities.signs import apply_signs

__all__ = ["Quantity", "Range", "find"]


def find(pieces: Sequence[Piece], language: str | None) -> Found:
    words = [piece.text if piece.kind == "word" else "," for piece in pieces]
    found: Found = {}
    for number in number_words.find(words, language):
        article = number.last - number.first == 1 and words[number.first] in colloquial.ARTICLES
        start, end = pieces[number.first].start, pieces[number.last - 1].end
        quantity = Quantity(start, end, number.value, is_article=article)
        found[number.first] = (number.last - number.first, quantity)
    for index, piece in enumerate(pieces):
        value = numerals.read(piece.text, language) if piece.kind == "numeral" else None
        if value is not None:
            found[index] = (1, Quantity(piece.start, piece.end, value))
    for step in (
        scaled.multiply,
        colloquial.replace,
        replace_halves,
        apply_signs,
        sums.add_up,
        joined.join,
        colloquial.take_articles,
    ):
        found = step(pieces, found)
    return found
