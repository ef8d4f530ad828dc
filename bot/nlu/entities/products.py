"""Which product of the catalogue is named, nicknames and typing errors included."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.nlu.entities.claim import Claim
from bot.nlu.entities.folding import Folded
from bot.nlu.entities.people import is_person
from bot.nlu.entities.resources import packaged
from bot.nlu.entities.typos import Spelling

KIND = "PRODUCT"
_DATA = packaged("products.yml")
_WORD = re.compile(r"\d+|[^\W\d_]+")
_MOST_WORDS = 6
# Only a space, a hyphen, an ampersand or nothing lies between the words of one name.
_GAP = re.compile(r"[ \-]?(?:& )?")


def _compact(name: str) -> str:
    return name.replace(" ", "").replace("-", "")


def _spellings(*kinds: str) -> dict[str, str]:
    return {
        _compact(spelling): product
        for product, spellings in _DATA["products"].items()
        for kind in kinds
        for spelling in spellings.get(kind, ())
    }


_EXACT = _spellings("names", "nicknames", "words")
_FORGIVEN = _spellings("names")
_AMBIGUOUS = frozenset(_spellings("words"))
_COUNTED = _spellings("counted")
_OTHERS = frozenset(map(_compact, _DATA["others"]))
_FOREIGN = frozenset(map(_compact, _DATA["foreign"]))
_ORDINARY = frozenset(_DATA["ordinary"])
# "may a", "a cad": words that stand apart make a short name only by accident.
_SHORT = frozenset(name for name in _EXACT if name.isalpha() and len(name) < 5)
_CAPITALS: dict[str, str] = _DATA["capitals"]
_LONGEST = max(map(len, (*_EXACT, *_OTHERS, *_FOREIGN)))
# "autocda lt": what tells two products apart is spelled right.
_LAST_WORDS = frozenset({"lt", "professional", "manage"})
_SPELLING = Spelling(_FORGIVEN)


@dataclass(frozen=True)
class _Word:
    start: int
    end: int
    text: str


def find(folded: Folded, free: str) -> list[Claim]:
    """`free` is the folded text with what other recognisers have claimed taken out."""
    words = [_Word(match.start(), match.end(), match.group()) for match in _WORD.finditer(free)]
    found = []
    index = 0
    while index < len(words):
        count, product = _longest_at(folded, free, words, index)
        last = words[index + count - 1]
        if product is not None and not is_person(free, words[index].start, last.end):
            named = (product, None) if product else (None, "unknown")
            found.append(Claim(words[index].start, last.end, KIND, "product", *named))
        index += count
    return found


def _longest_at(
    folded: Folded, free: str, words: Sequence[_Word], index: int
) -> tuple[int, str | None]:
    """How many words, and the product; "" for one that the catalogue does not have."""
    for count, name in reversed(list(_names(free, words, index))):
        product = _product(words, index, count, name)
        if product is not None and _whole(free, words[index].start, words[index + count - 1].end):
            return count, product
    word = words[index]
    return 1, _CAPITALS.get(folded.cased[word.start : word.end])


def _contains_exact(words: Sequence[_Word], index: int, count: int) -> bool:
    """ "a 3ds max" is one letter from a name only because it has the name in it."""
    texts = [word.text for word in words[index : index + count]]
    return "".join(texts[1:]) in _EXACT or "".join(texts[:-1]) in _EXACT


def _product(words: Sequence[_Word], index: int, count: int, name: str) -> str | None:
    if count > 1 and name in _SHORT:
        return None
    if name in _OTHERS or (name in _FOREIGN and _seats_of(words, index, count)):
        return ""
    if name in _AMBIGUOUS and _is_ordinary(words, index):
        return None
    if name in _EXACT:
        return _EXACT[name]
    if name in _COUNTED and _following(words, index) in _DATA["product_after"]:
        return _COUNTED[name]
    one_name = (
        count == 1
        or (count == 2 and words[index + 1].text in _LAST_WORDS)
        or (any(map(str.isdigit, name)) and not _contains_exact(words, index, count))
    )
    return _misspelled(name) if one_name else None


def _names(free: str, words: Sequence[_Word], index: int) -> Iterator[tuple[int, str]]:
    name = ""
    for count in range(1, min(_MOST_WORDS, len(words) - index) + 1):
        word = words[index + count - 1]
        if count > 1 and not _GAP.fullmatch(free, words[index + count - 2].end, word.start):
            return
        name += word.text
        if len(name) > _LONGEST:
            return
        yield count, name


def _whole(free: str, start: int, end: int) -> bool:
    """Not the front or the back of a longer run of letters and digits: "3ds" in "13dsx"."""
    before = start > 0 and free[start - 1].isalnum()
    after = end < len(free) and free[end].isalnum()
    return not before and not after


# The same words come again and again, and hardly one is a product.
@lru_cache(maxsize=4096)
def _misspelled(name: str) -> str | None:
    if name in _ORDINARY:
        return None
    nearest = _SPELLING.nearest(name)
    # A digit is not a typing error: "revit 3" is Revit and a number, "civl 3d" is one name.
    return _FORGIVEN[nearest] if nearest and _digits(nearest) == _digits(name) else None


def _digits(name: str) -> str:
    return "".join(filter(str.isdigit, name))


def _following(words: Sequence[_Word], index: int) -> str:
    return words[index + 1].text if index + 1 < len(words) else ""


def _seats_of(words: Sequence[_Word], index: int, count: int) -> bool:
    """ "3 seats of Excel", "2 SolidWorks seats", "Photoshop?" alone, but not "export it to Excel"."""
    after = _following(words, index + count - 1)
    if after in _DATA["product_after"]:
        return True
    before = [word.text for word in words[:index]]
    while before and before[-1] in _DATA["foreign_links"]:
        before.pop()
    if not before:
        return not after or after.isdigit()
    return before[-1].isdigit() or before[-1] in _DATA["foreign_before"]


def _is_ordinary(words: Sequence[_Word], index: int) -> bool:
    before = words[index - 1].text if index else ""
    after = _following(words, index)
    if after in _DATA["product_after"]:
        return False
    return before in _DATA["ordinary_before"] or (
        after in _DATA["ordinary_after"] and before not in _DATA["product_before"]
    )
