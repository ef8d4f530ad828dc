"""Words by which a customer takes back what was said a moment ago."""

from __future__ import annotations

import re

from bot.nlu.normalise import fold

_CORRECTS = re.compile(
    r"^\W*(?:(?:ok|okay|eh|ah|oh|well|euh|bon|ben)\W+)?(?:no|nope|nah|not|non|nan|nn|pas|wait)\b"
    r"|\b(?:sorry|instead|rather|actually|oops|correction|mistake|typo|scratch|scrap|forget"
    r"|never ?mind|i mean|i meant|make (?:it|that)|change (?:it|that)|in fact|pardon|desolee?"
    r"|excuse[rz]?|attends|attendez|plutot|finalement|en fait|oups|erreur|oublie[rz]?|laisse[rz]?"
    r"|voulais dire|veux dire|ce sera|ca sera|met[sz]?[ -](?:en|moi)|mettez[ -](?:en|moi)|mettons"
    r"|fais[ -]en)\b"
)


def corrects(text: str) -> bool:
    return _CORRECTS.search(fold(text)) is not None
