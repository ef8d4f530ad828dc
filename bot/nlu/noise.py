"""Typing noise: a training example as somebody in a hurry, or without accents, would type it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from bot.nlu.normalise import fold

_LETTERS = re.compile(r"[^\W\d_]{4,}")
_APOSTROPHE = re.compile(r"['’]")
_PUNCTUATION = re.compile(r"[.,;:!?]+")

# Neighbours on a QWERTY keyboard; AZERTY differs in six letters only.
_NEIGHBOURS = {
    "a": "sqz", "b": "vn", "c": "xv", "d": "sf", "e": "rw", "f": "dg", "g": "fh", "h": "gj",
    "i": "uo", "j": "hk", "k": "jl", "l": "km", "m": "nl", "n": "bm", "o": "ip", "p": "o",
    "q": "wa", "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb", "w": "qe", "x": "zc",
    "y": "tu", "z": "xa",
}  # fmt: skip
# Spellings of both languages' text messages.
_SHORT_FORMS = {
    "you": "u", "your": "ur", "are": "r", "for": "4", "to": "2", "please": "pls", "because": "cuz",
    "before": "b4", "what": "wat", "people": "ppl", "with": "w", "thanks": "thx", "want": "wanna",
    "how": "hw", "much": "mch", "license": "lisence", "licence": "liscence", "seats": "seets",
    "pour": "pr", "dans": "ds", "quand": "qd", "comment": "cmt", "combien": "cmb", "que": "ke",
    "quoi": "koi", "vous": "vs", "beaucoup": "bcp", "pourquoi": "pk", "parce": "pcq", "je": "j",
    "tout": "tt", "avec": "ac", "est": "é", "merci": "mci", "postes": "posts", "maintenant": "mnt",
}  # fmt: skip


def noisy(text: str, chance: random.Random) -> str:
    """The same message with two or three kinds of carelessness; never empty."""
    for spoil in chance.sample(_KINDS, k=chance.choice((2, 3))):
        text = spoil(text, chance) or text
    return text


def _plain(text: str, chance: random.Random) -> str:
    return _PUNCTUATION.sub("", fold(text)).strip()


def _unaccented(text: str, chance: random.Random) -> str:
    return _APOSTROPHE.sub(chance.choice(("", " ", "'")), fold(text))


def _mistyped(text: str, chance: random.Random) -> str:
    """About one word of four or more letters in four gets a slip of the finger."""
    return _LETTERS.sub(
        lambda word: _slip(word.group(), chance) if chance.random() < 0.25 else word.group(), text
    )


def _slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    kind = chance.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == 1:
        return word[:at] + word[at + 1 :]
    if kind == 2:
        return word[:at] + word[at] + word[at:]
    return word[:at] + chance.choice(_NEIGHBOURS.get(word[at].lower(), word[at])) + word[at + 1 :]


def _shortened(text: str, chance: random.Random) -> str:
    return " ".join(
        _SHORT_FORMS.get(word.lower(), word) if chance.random() < 0.6 else word
        for word in text.split()
    )


_KINDS: tuple[Callable[[str, random.Random], str], ...] = (
    _plain,
    _unaccented,
    _mistyped,
    _mistyped,
    _shortened,
)
