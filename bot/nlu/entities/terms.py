"""For how long the subscription is bought at a time: by the month, by the year, for several years.

"Per month?" asks about the price and says nothing of the subscription; "in 3 months" is a date. So
a period counts only beside what has a term ("a monthly plan", « facturation au mois »), where the
customer says so of theirs ("it's monthly"), or where it is the whole message.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.nlu.entities.claim import TAKEN, Claim
from bot.nlu.entities.longest import longest

# As the seat rules see it: "3 monthly seats" are three seats.
KIND = "BETWEEN_SEATS"

_SEVERAL = r"(?:[2-9]|two|three|four|five|deux|trois|quatre|cinq|several|plusieurs|multi)"
_PERIODS = {
    "month": r"mon?th?ly|monthy|month[\s-](?:to|by)[\s-]month|by\s+the\s+month|(?:1|one)[\s-]month"
    r"|mensuel(?:le)?s?|mensuellement|mois\s+(?:par|a)\s+mois|(?:d'un|d'1|de\s+1)\s+mois"
    r"|au\s+mois(?!\s+(?:de\b|d'|du\b|prochain|dernier|\d))",
    "year": r"yearly|annual|annually|by\s+the\s+year|(?:1|one)[\s-]year|(?:12|twelve)[\s-]months?"
    r"|annuel(?:le)?s?|annuellement|a\s+l'an(?:nee)?|(?:d'un|d'1|de\s+1)\s+an|(?:de\s+)?12\s+mois",
    "years": rf"{_SEVERAL}[\s-]?(?:years?|yrs?|ans|annees)|multi[\s-]?year|(?:24|36)[\s-](?:months?|mois)"
    r"|(?:bi|tri|pluri)annuel(?:le)?s?|triennal(?:e)?s?|biennial|triennial",
}
_PERIOD = "(?:" + "|".join(f"(?P<{term}>{words})" for term, words in _PERIODS.items()) + r")(?!\w)"
# Only beside a noun: "billed per month", « abonnement par mois ».
_PER = (
    r"(?P<per_month>(?:per|a|each|every)\s+month|(?:par|(?:a\s+)?chaque|(?:a\s+)?tous\s+les)\s+mois)"
    r"|(?P<per_year>(?:per|a|every)\s+year|par\s+an(?:nee)?)"
)

_NOUN = (
    r"(?:subscriptions?|subs?|plans?|terms?|billing|contracts?|commitments?|agreements?|deals?|basis"
    r"|licen[cs]es?|seats?|invoicing|renewals?|versions?|options?|ones?)"
)
_NOM = (
    r"(?:abonnements?|abos?|forfaits?|facturation|facturee?s?|contrats?|engagements?|ententes?"
    r"|termes?|durees?|licen[cs]es?|postes?|formules?)"
)
_OLD = r"(?!\s+(?:old|ago|left|more|from|d'age|restants?|de\s+plus))"
# Between the noun and its period; products have been taken out.
_LINK = (
    r"(?:\s+(?:is|are|est|sont|runs?|for|of|on|de|d'|pour|sur|en|a|an|the|paye|paid|billed|autodesk"
    rf"|{TAKEN}+))*\s*[:=(]?\s*"
)
_BILLED = (
    r"(?:bill(?:ed|s)?|charged?|invoiced?|renew(?:s|ed)?|(?<!can\s)(?<!could\s)(?:we|i)\s+pay|facture[es]*|on\s+paye|(?:je|on)\s+paie"
    r"|renouvel\w+)"
)
_OURS = (
    r"(?:it's|its|it\s+is|that's|ours\s+is|mine\s+is|we're|we\s+are|i'm|i\s+am|c'est|cest|c'etait|c't'|chu|on\s+est"
    r"|je\s+suis|nous\s+sommes|ce\s+sera|ce\s+serait)"
)
_SOFT = (
    r"(?:\s+(?:a|an|the|on|en|in|un|une|le|sur|pour|for|actually|really|rather|in\s+fact|plutot|bien|vraiment))*"
    r"(?:\s+|(?<=c't'))"
)

_BESIDE = (
    rf"(?<!\w){_PERIOD}(?:\s+(?:autodesk|payment|prepaid|single|user|{TAKEN}+))*\s+{_NOUN}"
    r"(?!\w|\s+(?:usage|use|count|report))",
    rf"(?<!\w)(?:{_NOUN}|{_NOM}){_LINK}{_PERIOD}{_OLD}",
    rf"(?<!\w){_BILLED}(?:\s+(?:it|us|me|par))*\s+{_PERIOD}",
    rf"(?<!\w){_BILLED}\s+(?:{_PER})(?!\w)",
    rf"(?<!\w)(?:abonnements?|abos?|forfaits?|facturation|subscription|plan|billing)\s+(?:{_PER})(?!\w)",
)
_SAID = rf"(?<!\w)(?<!que\s){_OURS}{_SOFT}{_PERIOD}{_OLD}"
_FILLER = (
    r"(?:oh|ok|okay|no|non|yes|oui|and|et|but|mais|or|ou|if|si|actually|sorry|in\s+fact|en\s+fait|then|alors|donc"
    r"|finalement|instead|plutot|rather|please|svp|stp|what\s+about|how\s+about|what\s+if|in|on|en|for|pour"
    r"|a|an|un|one|it's|c'est|though|par|contre|plan|subscription|abonnement|mine|is|le|mien|est)"
)
_DENIED = rf"(?:(?:not|pas|instead\s+of|au\s+lieu\s+d[e'])\W+(?:(?:an?|en|un)\W+)?(?:{'|'.join(_PERIODS.values())}))"
_ALONE = re.compile(
    rf"\W*(?:{_DENIED}\W+)?(?:{_FILLER}\W+)*{_PERIOD}(?:\W+(?:{_FILLER}|{_DENIED}))*\W*"
)
_ASKED_ALONE = re.compile(r"\W*(?:and|et|what|how|if|si|or|ou)(?!\w)")
_COMPILED_BESIDE = [re.compile(pattern) for pattern in _BESIDE]
_COMPILED_SAID = re.compile(_SAID)
# "How much is the plan per month?" asks for a price.
_PRICED = re.compile(
    r"(?:how\s+much|cost|price|rate|fee|combien|prix|cout|coute|tarif|montant)[^,.;!?\n]*$"
)
_STATED = re.compile(r"[^.!;\n?]*\?")


def find(free: str) -> list[Claim]:
    """`free` is the folded text with dates, subscription ids, money and products taken out."""
    return longest([*_beside_a_noun(free), *_said_of_theirs(free), *_alone(free)])


def _beside_a_noun(free: str) -> Iterator[Claim]:
    for pattern in _COMPILED_BESIDE:
        for match in pattern.finditer(free):
            per = (match.lastgroup or "").startswith("per_")
            if not (per and _PRICED.search(free, 0, match.start(match.lastgroup or 0))):
                yield _claim(match)


def _said_of_theirs(free: str) -> Iterator[Claim]:
    for match in _COMPILED_SAID.finditer(free):
        if not _STATED.match(free, match.end()):
            yield _claim(match)


def _alone(free: str) -> Iterator[Claim]:
    """ "Monthly?" may be about the price, "and monthly?" asks for that subscription."""
    match = _ALONE.fullmatch(free)
    if match and ("?" not in free or _ASKED_ALONE.match(free)):
        yield _claim(match)


def _claim(match: re.Match[str]) -> Claim:
    group = match.lastgroup or ""
    return Claim(*match.span(group), KIND, "term", group.removeprefix("per_"))
