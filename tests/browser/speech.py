"""What customers say in these tests, and what of the answer is looked for, in both languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Speech:
    question: str
    answer: str
    greeting: str
    ask_price: str
    whole_quote: str
    amount: str
    renewal: str
    person: str
    phone: str
    other: str


# The amounts are those of tests/dialogues/quote/account.yml.
SPEECH = {
    "en-CA": Speech(
        question="How do I add seats?",
        answer="Billing and Orders > Subscriptions",
        greeting="Hello!",
        ask_price="Get a price",
        whole_quote="Price of 3 more AutoCAD seats?",
        amount="$887.67 CAD",
        renewal="January 15, 2027",
        person="I want to talk to a person",
        phone="(855) 937-3067",
        other="Français",
    ),
    "fr-CA": Speech(
        question="Comment ajouter des postes?",
        answer="Facturation et commandes > Abonnements",
        greeting="Bonjour",
        ask_price="Obtenir un prix",
        whole_quote="C’est combien pour 3 postes AutoCAD de plus?",
        amount="887,67 $ CA",
        renewal="15 janvier 2027",
        person="Je veux parler à quelqu’un",
        phone="1 855 937-3067",
        other="English",
    ),
}
OTHER = {"en-CA": "fr-CA", "fr-CA": "en-CA"}
