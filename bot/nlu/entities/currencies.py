"""Which currency is named. A bare "$" or "dollars" is Canadian or American: it names none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.nlu.entities.claim import Claim
from bot.nlu.entities.longest import longest

KIND = "MONEY"
_DOLLAR = r"(?:dollars?|dollards?|doll?ars|bucks|piasses|piastres|\$)"
_CANADIAN = r"(?:canadiens?|canadiennes?|canadians?|canad|can|cdn)"
_AMERICAN = r"(?:us|u\.s\.?|usa|americains?|americaines?|americans?|etats-uniens?|etatsuniens?)"
_FUNDS = r"(?:dollars?|funds|money|currency|bucks|\$)"
_EVERYWHERE = {
    "CAD": (
        rf"{_DOLLAR}\s?{_CANADIAN}(?!\w)",
        r"\$ca(?!\w)|\$\sca(?=\s*(?:$|[^\w\s']))",  # « 50 $ ça va » names none
        rf"(?<!\w){_CANADIAN}\s?{_FUNDS}(?!\w)",
        r"(?<!\w)c\$(?!\w)|(?<!\w)c\$(?=\d)|(?<!\w)(?:ca|can|cdn|cad)\s?\$|\$\s?cad(?!\w)|(?<!\w)cdn(?!\w)",
        r"(?<!\w)(?:en|fonds)\s+(?P<CAD>canadiens?)(?!\w)|(?<!\w)in\s+(?P<CAD2>canadian)(?!\w)",
    ),
    "USD": (
        rf"{_DOLLAR}\s?{_AMERICAN}(?!\w)",
        rf"(?<!\w){_AMERICAN}\s?{_FUNDS}(?!\w)",
        r"(?<!\w)usd\$?(?!\w)|(?<!\w)us\s?\$|\$\s?usd(?!\w)|(?<=\d)\s?usd(?!\w)",
        r"(?<!\w)(?:en|fonds)\s+(?P<USD>americains?|us)(?!\w)|(?<!\w)in\s+(?P<USD2>american)(?!\w)",
        r"(?<!\w)(?:priced?|prices|quoted?|pay|paid|billed?|charged?|cost)\s+(?:\w+\s+)?in\s+(?P<USD3>us)(?!\w)",
    ),
    "EUR": (r"(?<!\w)(?:euros?|eur)(?!\w)", r"(?<=\d)\s?(?:euros?|eur)(?!\w)", "€"),
    "GBP": (
        r"(?<!\w)(?:gbp|quid|pounds?\s+sterling|livres?\s+sterlings?|british\s+pounds?|pounds)(?!\w)",
        r"(?<!\w)(?:in|en)\s+(?P<GBP>livres|sterling)(?!\w)|£\s?gb(?!\w)|£",
    ),
}
# "CAD" is also computer-aided design: it is money beside an amount, another currency or a cue.
_CAD_CUE = (
    r"(?:in|en|to|vs|or|ou|and|et|prix|price|prices|currency|devise|pay|quote|dollars?|\$)[\s:]+"
)
_DESIGN = (
    r"soft|manager|draw|file|team|tech|department|operator|design|model|work|program|user"
    r"|logiciel|dessin|fichier"
)
_CAD = re.compile(
    rf"(?:(?<=\d)|(?<=\d )|(?<!\w){_CAD_CUE})(?P<CAD>cad)(?!\w)(?!\s+(?:{_DESIGN}))"
    r"|(?<!\w)(?P<CAD2>cad)(?=\s?[\d$]|\s+(?:or|ou|and|et|vs|please|svp)\b)"
    r"|(?:^|,)\s*(?P<CAD3>cad)(?=\s*(?:,|[.!?]*\s*$))"
)
_WORKS_IN_CAD = re.compile(
    r"(?:work|draw|design|draft|train|travaill|dessin)\w*\s+(?:\w+\s+)?(?:in|en)\s+$"
)
_ALONE = {
    "CAD": r"cad|canadian|canadien|canadiens",
    "USD": r"us|u\.s\.|american|americain|americains",
    "GBP": r"livres?|pounds?|sterling",
}
_ALONE_IN_MESSAGE = re.compile(
    r"\W*(?:(?:in|en|the|le|la|les|du|des|c'est|it's|its|oui|yes|ok|euh|plutot|juste|just|prefer|i prefer)\W+)*(?:"
    + "|".join(f"(?P<{code}>{words})" for code, words in _ALONE.items())
    + r")(?:\W+(?:please|pls|svp|stp|merci|thanks|thx|dollars?|then|instead))*\W*"
)
_COMPILED = [
    (code, re.compile(pattern)) for code, patterns in _EVERYWHERE.items() for pattern in patterns
]


def find(free: str) -> list[Claim]:
    """`free` is the folded text with dates and subscription ids taken out."""
    claims = [
        _named(match, code) for code, pattern in _COMPILED for match in pattern.finditer(free)
    ]
    return longest([*claims, *_cad(free), *_alone(free)])


def _named(match: re.Match[str], code: str) -> Claim:
    """A named group is the currency's part of a longer pattern."""
    group = next((name for name, value in match.groupdict().items() if value), None)
    start, end = match.span(group) if group else match.span()
    start += len(match.string[start:end]) - len(match.string[start:end].lstrip())
    return Claim(start, end, KIND, "currency", code)


def _cad(free: str) -> Iterator[Claim]:
    for match in _CAD.finditer(free):
        claim = _named(match, "CAD")
        if not _WORKS_IN_CAD.search(free[: claim.start]):
            yield claim


def _alone(free: str) -> Iterator[Claim]:
    match = _ALONE_IN_MESSAGE.fullmatch(free)
    if match and match.lastgroup:
        yield Claim(*match.span(match.lastgroup), KIND, "currency", match.lastgroup)
