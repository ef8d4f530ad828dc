"""A request for a call or a message that opens its form by itself, with what it tells already."""

from __future__ import annotations

import re

from bot.handoff.details import with_request
from bot.handoff.draft import Draft
from bot.handoff.phones import read_phone
from bot.handoff.windows import Context
from bot.nlu.entities.folding import fold

_LONGEST = 300
# With a phone number beside them, which may be the sales team's: "can I call 855 937-3067?"
_CALL_ME = re.compile(
    r"(?<!\w)(?:(?:call|ring|phone|reach|contact|text|calling|reaching) (?:me|us|back)|call ?back"
    r"|rappel(?:ez|er|le|lez)?|(?:appele[rz]|appelle|joignez|rejoignez|contactez|telephonez)[ -](?:moi|nous)"
    r"|(?:m'|me |nous )(?:appele[rz]|(?:re)?joindre|contacter|telephoner))(?!\w)|^(?:(?:please|pls|svp) )?call(?!\w)"
)
_A_PERSON = re.compile(
    r"(?<!\w)(?:ask for|(?:talk|speak) (?:to|with)|human|agent|someone|somebody|rep(?:resentative)?"
    r"|my (?:phone |cell )?number|demande[zr]|parler|quelqu'un|humain|conseillere?|representante?"
    r"|mon (?:numero|cell(?:ulaire)?|portable|tel))(?!\w)"
)
_DENIED = re.compile(
    r"(?<!\w)(?:do not|don't|dont|never|stop) (?:call|ring|phone|contact)|(?<!\w)(?:m'|me )?(?:r?appelez|contactez)"
    r"(?:-moi)? (?:pas|plus|jamais)(?!\w)"
)
_MESSAGE = re.compile(
    r"(?:(?:hi|hello|bonjour|salut|ok|oui|yes|then|alors|ben)[ ,!.]+)*"
    r"(?:(?:i'd like|i would like|i want|i wanna|i need|can i|could i|may i|let me|je|j'|on|est-ce que je)[ ']?)?"
    r"(?:(?:to|veux|voudrais|aimerais|peux|pourrais|prefere|prefererais|souhaite|puis-je)[ -]?(?:tu |je )?)?"
    r"(?:leave|write|send|laisser?|ecrire|envoyer)(?: (?:you|them|vous|leur|your team))?"
    r" (?:a|an|un|de) (?:message|note|e-?mail|courriel)(?: (?:instead|please|svp|plutot|a (?:votre|l')(?: ?equipe)"
    r"|(?:to|for|with) (?:you|them|your team)|a quelqu'un|pour (?:vous|votre equipe)))*[\s.!?]*"
)


def requested(text: str, context: Context) -> Draft | None:
    """« rappelez-moi au 514 555-0123 », "I'd like to leave a message"; None for all else."""
    words = " ".join(fold(text[:_LONGEST]).text.split())
    if _MESSAGE.fullmatch(words):
        return with_request(Draft("message"), text, context)
    is_question = words.endswith("?")
    is_asked = _CALL_ME.search(words) or (not is_question and _A_PERSON.search(words))
    if len(text) > _LONGEST or not is_asked or _DENIED.search(words):
        return None
    if read_phone(text, context.region) is None:
        return None
    return with_request(Draft("callback"), text, context)
