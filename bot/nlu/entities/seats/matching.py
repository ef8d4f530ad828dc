"""The rules of rules.py, run by spaCy's Matcher.

The Doc holds the tokens' classes and never the customer's words: a spaCy vocabulary keeps every
string that it has seen for as long as the process lives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import spacy
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from bot.nlu.entities.seats import rules
from bot.nlu.entities.tokens import Token

NOT_SEATS = "no"
_START, _END = "START", "STOP"
# What a rule may decide on, besides numbers.
_COUNTABLE = frozenset({"A", "AN", "ONEMORE", *rules.FACTORS})

_ELEMENT = re.compile(r"(?:(?P<role>\w+)=)?(?P<not>!)?(?P<classes>[\w|]+)(?P<repeat>[*+?])?")
_Pattern = list[dict[str, Any]]


def _compiled(line: str) -> Iterator[tuple[_Pattern, dict[int, str]]]:
    """The Matcher's pattern, and the role that each of its elements gives."""
    if "COUNTED=" in line:
        for ending in rules.COUNTED:
            yield from _compiled(re.sub(r"COUNTED=(\w+)", rf"\1=N {ending}", line))
        return
    pattern: _Pattern = []
    roles: dict[int, str] = {}
    for position, element in enumerate(line.split()):
        parts = _ELEMENT.fullmatch(element)
        if parts is None:
            raise ValueError(f"not a pattern element: {element}")
        test = _test(parts["classes"], negated=bool(parts["not"]))
        pattern.append({"ORTH": test} | ({"OP": parts["repeat"]} if parts["repeat"] else {}))
        if parts["role"]:
            roles[position] = parts["role"]
    yield pattern, roles


def _test(classes: str, *, negated: bool) -> str | dict[str, list[str]]:
    """A macro may itself be negated: `SEATS|END` is everything that either of them lets through."""
    allowed: set[str] = set()
    refused: set[str] | None = None
    for name in classes.split("|"):
        expanded = rules.MACROS.get(name, name)
        if expanded.startswith("!"):
            refused = set(expanded.lstrip("!").split("|"))
        else:
            allowed.update(expanded.split("|"))
    if negated:
        return {"NOT_IN": sorted(allowed)}
    if len(allowed) == 1 and not refused:
        return allowed.pop()  # compared by hash, without a predicate
    return {"NOT_IN": sorted(refused - allowed)} if refused else {"IN": sorted(allowed)}


def _matcher(vocabulary: Vocab) -> tuple[Matcher, dict[int, tuple[int, dict[int, str]]]]:
    """With the rank of each pattern's rule, and the roles it gives, by the pattern's key."""
    matcher = Matcher(vocabulary)
    meanings: dict[int, tuple[int, dict[int, str]]] = {}
    for rank, line in enumerate(rules.IN_ORDER):
        for variant, (pattern, roles) in enumerate(_compiled(line)):
            name = f"{rank}.{variant}"
            matcher.add(name, [pattern])
            meanings[int(vocabulary.strings[name])] = (rank, roles)
    return matcher, meanings


_VOCABULARY = spacy.blank("xx").vocab
_MATCHER, _MEANINGS = _matcher(_VOCABULARY)


def roles(tokens: Sequence[Token]) -> dict[int, str]:
    """By position: a role of rules.py, NOT_SEATS where a rule rules the number out."""
    if all(token.quantity is None and token.kind not in _COUNTABLE for token in tokens):
        return {}
    doc = Doc(_VOCABULARY, words=[_START, *(token.kind for token in tokens), _END])
    best: dict[int, tuple[int, str]] = {}
    matches: Any = _MATCHER(doc, with_alignments=True)
    for name, start, _, alignment in matches:
        rank, given = _MEANINGS[name]
        for offset, element in enumerate(alignment):
            role = given.get(element)
            position = start + offset - 1
            if role and (position not in best or rank < best[position][0]):
                best[position] = (rank, role)
    return {position: role for position, (_, role) in best.items()}
