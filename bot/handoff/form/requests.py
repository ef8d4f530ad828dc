"""A request for a call or a message that opens its form by itself, with what it tells already."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.handoff.form.details import with_request
from bot.handoff.form.draft import Draft, Kind
from bot.handoff.form.phones import read_phone
from bot.handoff.form.windows import Context
from bot.language.identify import Language
from bot.nlu.entities.folding import fold

_LONGEST = 300
_LANGUAGES: tuple[Language, ...] = ("en", "fr")
# With a phone number beside them, which may be the sales team's: "can I call 855 937-3067?"
_CALL_ME: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"(?<!\w)(?:(?:call|ring|phone|reach|contact|text|calling|reaching) (?:me|us|back)|call ?back)(?!\w)"
        r"|^(?:(?:please|pls) )?call(?!\w)"
    ),
    "fr": re.compile(
        r"(?<!\w)(?:rappel(?:ez|er|le|lez)?"
        r"|(?:appele[rz]|appelle|joignez|rejoignez|contactez|telephonez)[ -](?:moi|nous)"
        r"|(?:m'|me |nous )(?:appele[rz]|(?:re)?joindre|contacter|telephoner))(?!\w)"
    ),
}
_A_PERSON: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"(?<!\w)(?:ask for|(?:talk|speak) (?:to|with)|human|agent|someone|somebody|rep(?:resentative)?"
        r"|my (?:phone |cell )?number)(?!\w)"
    ),
    "fr": re.compile(
        r"(?<!\w)(?:demande[zr]|parler|quelqu'un|humain|agent|conseillere?|representante?"
        r"|mon (?:numero|cell(?:ulaire)?|portable|tel))(?!\w)"
    ),
}
_DENIED = re.compile(
    r"(?<!\w)(?:do not|don't|dont|never|stop) (?:call|ring|phone|contact)|(?<!\w)(?:m'|me )?(?:r?appelez|contactez)"
    r"(?:-moi)? (?:pas|plus|jamais)(?!\w)"
)
_MESSAGE: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"(?:(?:hi|hello|ok|yes|then|well)[ ,!.]+)*"
        r"(?:(?:i'd like|i would like|i want|i need) to |i wanna |(?:can|could|may) i |let me )?"
        r"(?:leave|write|send)(?: (?:you|them|your team))? an? (?:message|note|e-?mail)"
        r"(?: (?:instead|please|(?:to|for|with) (?:you|them|your team)))*[\s.!?]*"
    ),
    "fr": re.compile(
        r"(?:(?:bonjour|salut|allo|ok|oui|alors|ben)[ ,!.]+)*"
        r"(?:(?:(?:est-ce que )?(?:je |j'|on )(?:veux|voudrais|aimerais|peux|pourrais|prefere|prefererais|souhaite)"
        r"|puis-je|peut-on)(?:[ -]tu)? )?"
        r"(?:laisser?|ecrire|envoyer)(?: vous)? un (?:message|mot|e-?mail|courriel)"
        r"(?: (?:svp|stp|plutot|a (?:votre|l') ?equipe|a quelqu'un|pour (?:vous|votre equipe)))*[\s.!?]*"
    ),
}


def requested(text: str, context: Context) -> tuple[Draft, Language] | None:
    """« rappelez-moi au 514 555-0123 », "I'd like to leave a message", and the language that it is
    said in; None for all else.
    """
    words = " ".join(fold(text[:_LONGEST]).text.split())
    for language in sorted(_LANGUAGES, key=lambda language: language != context.language):
        kind = _kind(words, language)
        if kind == "message":
            return with_request(Draft(kind), text, context), language
        if kind == "callback" and read_phone(text, context.region):
            return with_request(Draft(kind), text, context), language
    return None


def _kind(words: str, language: Language) -> Kind | None:
    if _MESSAGE[language].fullmatch(words):
        return "message"
    is_asked = _CALL_ME[language].search(words) or (
        not words.endswith("?") and _A_PERSON[language].search(words)
    )
    return "callback" if is_asked and not _DENIED.search(words) else None
