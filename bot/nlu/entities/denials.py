"""A value that is named only to be taken back: "forget Revit", « non, pas AutoCAD »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.nlu.entities import products
from bot.nlu.entities.claim import Claim
from bot.nlu.entities.folding import Folded

_DENIES = re.compile(
    r"(?<!why )(?<!pourquoi )\b(?:not|no more|without|instead of|rather than|never ?mind|skip"
    r"|(?:forget|drop|scrap|scratch|remove|ditch)(?: about)?"
    r"|(?:don'?t|do not) (?:need|want)|pas|plus de|sans|au lieu|plutot que|(?:pas|plus) besoin"
    r"|veux (?:pas|plus)|(?:oublie|laisse|enleve|lache)[rsz]?(?: tomber| faire)?)"
    r"(?:[ ']+(?:in|for|the|le|la|les|l|d|de|du|pour|en))*[ ']*$"
)


def is_denied(text: str, start: int) -> bool:
    """`text` is folded; whether what begins at `start` is taken back by the words before it."""
    return _DENIES.search(text[:start]) is not None


def denied_products(folded: Folded) -> Sequence[Claim]:
    return [
        claim
        for claim in products.find(folded, folded.text)
        if claim.entity and is_denied(folded.text, claim.start)
    ]
