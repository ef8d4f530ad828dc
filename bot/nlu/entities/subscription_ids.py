"""Subscription numbers: "sub_…", or 11 to 12 digits, often written 577-12345678."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.nlu.entities.claim import Claim
from bot.nlu.entities.folding import Folded
from bot.nlu.entities.longest import longest

KIND = "ID"
_PREFIXED = re.compile(r"(?<![A-Za-z0-9_])sub_[A-Za-z0-9_]+")
_DIGITS = r"(?P<digits>\d(?:[ -]?\d){10,11})(?![ -]?\d|\w)"
_INTRODUCED = re.compile(
    r"(?<!\w)(?:subscription|sub|abonnement|abonement|abo|contract|contrat|numero|number|no|num|nr|id|#)"
    r"(?:[\s.:#°']+(?:id|number|numbers|num|numero|no|nr|is|it's|its|est|c'est|d'abonnement|de contrat"
    r"|de|the|le|mon|my|voici|identifiant))*[\s.:#°]*" + _DIGITS
)
# 3 and 8 digits, or one run of digits, look like nothing else …
_PLAIN = re.compile(r"(?<![\w.,+/-])(?P<digits>\d{3}-\d{8,9}|\d{11,12})(?![\w/-]|[.,]\d)")
_GROUPED_ALONE = re.compile(r"\s*(?P<digits>\d{3} \d{8,9})[\s.!]*")
# … except a North American phone number with its 1, and what another word introduces.
_PHONE = re.compile(r"1[2-9]\d{2}[2-9]\d{6}")
_OTHERWISE = re.compile(
    r"(?:invoice|order|facture|commande|phone|tel|telephone|cell|fax|call|appel\w*|rappel\w*|text|mobile|card|carte|visa"
    r"|mastercard|ticket|case|dossier|po|siret|siren|tva|vat|serial|serie|\+)[\s\w.:#°']{0,12}$"
)
_COUNTED = re.compile(
    r"\s*(?:seats?|postes?|licen[cs]es?|users?|utilisateurs?|\$|€|£|dollars?|euros?)"
)


def find(folded: Folded, free: str) -> list[Claim]:
    """`free` is the folded text with dates taken out."""
    claims = [
        Claim(*match.span(), KIND, "subscription_id", folded.cased[match.start() : match.end()])
        for match in _PREFIXED.finditer(folded.cased)
        if free[match.start() : match.end()] == folded.text[match.start() : match.end()]
    ]
    return longest([*claims, *_numbers(free)])


def _numbers(free: str) -> Iterator[Claim]:
    for match in _INTRODUCED.finditer(free):
        if not _OTHERWISE.search(free[: match.start()]) and not _COUNTED.match(free, match.end()):
            yield _numbered(match)
    alone = _GROUPED_ALONE.fullmatch(free)
    for match in (*_PLAIN.finditer(free), *([alone] if alone else ())):
        phone = _PHONE.fullmatch(match["digits"])
        other = _OTHERWISE.search(free[: match.start("digits")])
        if not phone and not other and not _COUNTED.match(free, match.end("digits")):
            yield _numbered(match)


def _numbered(match: re.Match[str]) -> Claim:
    digits = re.sub(r"\D", "", match["digits"])
    return Claim(*match.span("digits"), KIND, "subscription_id", digits)
