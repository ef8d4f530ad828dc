"""What people ask: questions with answers of their own, so that each answer shows what it answers."""

from __future__ import annotations

from dataclasses import dataclass

LANGUAGES = ("en", "fr")


@dataclass(frozen=True)
class Question:
    """`response` is what the bot calls its answer."""

    response: str
    en: str
    fr: str

    def said(self, language: str) -> str:
        return self.fr if language == "fr" else self.en


_FREQUENT = (
    Question("utter_bot", "Are you a bot?", "Êtes-vous un robot ?"),
    Question("utter_capabilities", "What can you do?", "Que savez-vous faire ?"),
    Question(
        "utter_faq_how_many_seats",
        "How many seats do I need?",
        "De combien de postes ai-je besoin ?",
    ),
    Question(
        "utter_faq_usage_report",
        "Where can I see who actually uses their seat?",
        "Où voir qui utilise vraiment son poste ?",
    ),
    Question(
        "utter_faq_add_anytime",
        "Can I add a seat to my subscription at any time?",
        "Puis-je ajouter un poste à mon abonnement à tout moment ?",
    ),
    Question("utter_faq_how_to_add", "How do I add seats?", "Comment ajouter des postes ?"),
    Question(
        "utter_faq_remove_seat",
        "Can I remove one seat and keep the others?",
        "Puis-je supprimer un poste tout en conservant les autres ?",
    ),
    Question(
        "utter_faq_support_options",
        "Where can I get technical support?",
        "Comment contacter l’assistance technique ?",
    ),
    Question(
        "utter_faq_benefits",
        "What are the benefits of adding seats directly?",
        "Quels sont les avantages de l’ajout direct de postes ?",
    ),
    Question("utter_faq_proration", "How does proration work?", "Comment fonctionne le prorata ?"),
    Question(
        "utter_faq_alignment",
        "When will the new seats renew?",
        "Quand les nouveaux postes seront-ils renouvelés ?",
    ),
    Question(
        "utter_faq_payment_options",
        "Can I pay in instalments?",
        "Est-ce que je peux payer en plusieurs versements ?",
    ),
)
# These ask the action server and the billing service; each has another amount.
_PRICES = tuple(
    Question(
        "utter_estimate",
        f"How much for {seats} more Revit seats until January 15, 2027, in Canadian dollars?",
        f"Combien pour {seats} postes Revit jusqu’au 15 janvier 2027, en dollars canadiens ?",
    )
    for seats in range(2, 7)
)
QUESTIONS = (*_FREQUENT, *_PRICES)
