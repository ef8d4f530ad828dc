"""The name in a customer's words, and what is none: most sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from importlib.resources import files
from itertools import takewhile

import yaml

from bot.handoff.form.said import is_no_alone, says_yes
from bot.nlu.entities.folding import fold

LONGEST_NAME = 80
"""In characters."""

_NAMED = re.compile(
    r"(?:\b(?:my name(?: is|['’]s)|je m['’]appelle|mon nom(?: est|,? c['’]est)|ask for|demande[rz]?"
    r"(?: pour)?)|(?:^|[,;.!]\s*|\b(?:and|et)\s+)(?:i['’]?m|i am|this is|it['’]?s|it is|(?:moi,? )?c['’]est"
    r"|je suis|au nom de|name|nom))\b\s*:?\s+(?=(?P<name>.+))",
    re.IGNORECASE | re.DOTALL,
)
_AROUND_A_NAME = re.compile(
    r"^(?:hi|hello|hey|bonjour|bonsoir|salut|allô)\b[\s,!.]+"
    r"|[\s,]+(?:please|thanks|thank you|merci|svp|s['’]il vous pla[iî]t|qui parle|à l['’]appareil"
    r"|speaking|here)\W*$",
    re.IGNORECASE,
)
_MOST_WORDS = 6
_EDGES = ' ,.;:!-–—"“”«»()\u00a0\u202f'
# Of what stands before a full stop only a title or an initial goes on: "Mr. Smith".
_ENDS = re.compile(r".*[,;:!?)]$|.{4,}\.$", re.DOTALL)
_NO_NAME = re.compile(r"[?@/\\<>{}\d]")
_WORDS = {
    kind: frozenset(words.split())
    for kind, words in yaml.safe_load(
        files("bot.handoff.form").joinpath("names.yml").read_text(encoding="utf-8")
    ).items()
}


def read_name(text: str) -> str | None:
    """Without "my name is" and the like; None for what can be no name."""
    bare = text.strip()
    for _ in range(2):
        bare = _AROUND_A_NAME.sub("", bare)
    if _NAMED.search(bare):
        return introduced_name(bare)
    if says_yes(bare) or is_no_alone(bare):
        return None
    words = bare.split()
    if len(words) == 1:
        return _joined(words) if _is_of_a_name(words[0], is_written_as_one=True) else None
    return _joined(words) if list(_name_words(words)) == words else None


def introduced_name(text: str) -> str | None:
    """The one that is said to be one: "I'm Dana", « demandez Luc », "this is Dana from Acme"."""
    for match in _NAMED.finditer(text):
        words = match["name"].split()
        end = next((n for n, word in enumerate(words, 1) if _ENDS.match(word)), len(words))
        name = _joined(_name_words(words[:end]))
        if name and len(name) <= LONGEST_NAME:
            return name
    return None


def _name_words(words: Sequence[str]) -> Sequence[str]:
    """Those at the beginning that are the words of a name, if they are not too many."""
    is_written_as_one = all(
        not _bare(word)[:1].islower() or _bare(word) in _WORDS["particles"] for word in words
    )
    found = [*takewhile(partial(_is_of_a_name, is_written_as_one=is_written_as_one), words)]
    return found if len(found) <= _MOST_WORDS else ()


def _joined(words: Sequence[str]) -> str | None:
    """Not « le » of « le directeur », nor "de" of "Dana de la compta"."""
    while words and _bare(words[-1]).lower() in _WORDS["particles"]:
        words = words[:-1]
    name = " ".join(words).strip(_EDGES)
    return name if any(map(str.isalpha, name)) else None


def _is_of_a_name(word: str, *, is_written_as_one: bool) -> bool:
    parts = re.split(r"['-]", fold(_bare(word)).text)
    if _NO_NAME.search(word) or not _WORDS["never"].isdisjoint(parts):
        return False
    return is_written_as_one or parts[0] in _WORDS["particles"] or parts[0] not in _WORDS["seldom"]


def _bare(word: str) -> str:
    return word.strip(_EDGES)
