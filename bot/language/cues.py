"""Words that give a language away, for messages too short or too mixed for statistics alone."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import yaml

from bot.nlu.normalise import fold

if TYPE_CHECKING:
    from bot.language.identify import Identification, Language

_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)

_FEW_WORDS = 3
_SURE_OF_FEW_WORDS = 0.95
_VERY_SURE_OF_FEW_WORDS = 0.985
_SURE_OF_MIXED_WORDS = 0.9


def outweighs(text: str, heard: Identification, spoken: Language) -> bool:
    """Whether `text`, likely in `heard.language`, is enough to leave the `spoken` language.

    A few words need one that only their language has, or much certainty, and none that is said in
    the other or in both ("in euros please"); more words may mix, as long as theirs are the most.
    """
    words = _WORD.findall(fold(text))
    theirs, ours, shared = (
        sum(word in _words()[name] for word in words) for name in (heard.language, spoken, "shared")
    )
    if len(words) > _FEW_WORDS:
        return theirs > ours or heard.confidence >= _SURE_OF_MIXED_WORDS
    if ours or shared:
        return False
    if theirs:
        return heard.confidence >= _SURE_OF_FEW_WORDS
    return len(words) > 1 and heard.confidence >= _VERY_SURE_OF_FEW_WORDS


@cache
def _words() -> dict[str, frozenset[str]]:
    text = files("bot.language").joinpath("cues.yml").read_text(encoding="utf-8")
    return {name: frozenset(words.split()) for name, words in yaml.safe_load(text).items()}
