"""Numbers that are never seats: phones and extensions, cards, prices, percentages, hours, references."""

from __future__ import annotations

import re

from bot.nlu.entities.claim import Claim
from bot.nlu.entities.longest import longest

_AMOUNT = r"\d+(?:[ ,.]\d{3})*(?:[.,]\d{1,2})?"
_SIGN = "[$€£]"
_MONEY_WORD = (
    r"(?:[$€£]|dollars?\b|bucks?\b|piasses?\b|piastres?\b|balles\b|euros?\b|eur\b|usd\b|cad\b|gbp\b|pounds?\b|quid\b"
    r"|livres\s+sterling\b|grand\b|k\b\s?[$€£]?|ht\b|ttc\b"
    r"|cents?\b(?!\s+(?:postes|licen[cs]es|sieges|places)\b))"
)
_PHONE = (
    r"\(?\+?\d{0,2}\)?[ .-]?\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}",  # North America
    r"\d{3}[ .-]\d{4}",
    r"0\d(?:[ .-]?\d{2}){4}",  # France
    r"0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}",  # United Kingdom
    r"\+\d(?:[ .()-]*\d){7,14}",
    r"\d{10}",
)
_EXTENSION = r"(?:[\s,]*(?:ext|extension|poste|x|#)\.?\s*\d{1,6})?"
# "order 88-4417"; but "order 12" and « commande 1 200 postes » ask for seats.
_NUMBERED = (
    r"(?:order|po|invoice|quote|ticket|case|claim|reference|ref|commande|facture|devis|soumission"
    r"|dossier|billet|reclamation|bon\s+de\s+commande)"
)
_LABEL = r"(?:\s*(?:number|numero|no\b|num|nr|n°|id|is|est|[:#.°]))*\s*"
_OWNER = r"(?:my|our|your|the|this|that|ma|mon|notre|votre|la|le|cette)"
_SEATS = r"(?:[a-z]+\s+)?(?:seat|licen[cs]e|poste|siege|user|utilisateur)"
_PATTERNS = {
    "NOISE": (
        r"https?://\S+|www\.\S+|\S+@\S+",
        rf"(?<![\w.,/-])(?:{'|'.join(_PHONE)})(?![-/]?\d){_EXTENSION}(?!\w)",
        r"(?<!\w)(?:joindre|rejoindre|appele[rz]?|call|reach|dial)\b[^.!?\d]{0,30}(?:poste|ext\.?|extension)\s*\d+",
        r"(?<![\w-])\d{4}(?:[ -]?\d{4}){2,3}(?:[ -]?\d{1,3})?(?![\w-])",  # card
        r"(?<![\w.,])\d{4} ?\d{6} ?\d{5}(?!\w)",  # American Express
        r"\d+(?:[.,]\d+)?\s?(?:%|percent\b|pct\b|pour\s?cent\b)",
        r"(?<!\w)24\s?(?:/|h/|hours?/)\s?7(?!\w)|7j/7",
        r"(?<![\w:])\d{1,2}\s?(?:h|:)\s?\d{2}(?!\d)(?:\s?[ap]\.?m\b\.?)?|(?<!\w)\d{1,2}\s?(?:h|[ap]\.?m)\b\.?",
        r"(?<!\w)(?:in|en)\s+\d+\s?(?:x|fois|times|installments|instalments)(?!\w)",
        r"(?<!\w)[a-z]{2,5}-\d{3,}(?:-\d+)*(?!\w)",  # INV-2024-001
        rf"(?<!\w){_NUMBERED}{_LABEL}\d+(?:[-/]\d+)+(?!\w)",
        rf"(?<!\w)(?:{_OWNER}\s+{_NUMBERED}|{_NUMBERED}\s*[:#]){_LABEL}\d{{3,}}(?!\w|\s*{_SEATS})",
        rf"(?<!\w){_NUMBERED}{_LABEL}\d{{5,}}(?!\w|\s*{_SEATS})",
        r"(?<![\w.,/-])\d{2,3}-\d{4,}(?![\w-])",
    ),
    # The number only: what names the currency is an entity of its own.
    "MONEY": (
        rf"(?<={_SIGN})\s?(?P<amount>{_AMOUNT}(?:\s?k\b)?)",
        rf"(?<![\w.,])(?P<amount>{_AMOUNT})\s?(?={_MONEY_WORD})",
        rf"(?<![\w.,])(?P<amount>{_AMOUNT}\s?k)\b",
        rf"(?<!\w)(?:cad|usd|eur|gbp)\s?\$?\s?(?P<amount>{_AMOUNT})(?!\w)",
    ),
}
_COMPILED = [
    (kind, re.compile(pattern)) for kind, patterns in _PATTERNS.items() for pattern in patterns
]


def find(free: str) -> list[Claim]:
    """`free` is the folded text with dates and subscription ids taken out."""
    return longest(
        Claim(*match.span("amount" if kind == "MONEY" else 0), kind)
        for kind, pattern in _COMPILED
        for match in pattern.finditer(free)
        if match.end() > match.start()
    )
