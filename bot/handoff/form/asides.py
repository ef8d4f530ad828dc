"""What is no answer to a question of a callback: a refusal, a "why", a question for the bot."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.handoff.form.draft import Kind
from bot.handoff.form.said import LONGEST_REMARK, consists_of
from bot.language.request import requested_language
from bot.nlu.entities import products
from bot.nlu.entities.folding import fold

_DROPPED = (
    r"no thanks|no thank you|non merci|(?:non finalement|finalement non|actually no|no actually)"
    r"|(?:not|pas) (?:any ?more|interested|interesse|la peine)|no need|pas besoin|(?:i'm|i am) good"
)
# « je veux plus être rappelé », "don't call me": the whole request, not one answer.
_NO_MORE = (
    r"(?:veux|veut|voulais|souhaite|desire)(?: \w+)? (?:plus|pas)|(?:plus|pas) besoin"
    r"|(?:do not|don't|dont|no longer) (?:want|need|wish)"
)
_UNWANTED: Mapping[Kind, re.Pattern[str]] = {
    "callback": re.compile(
        rf"(?<!\w)(?:{_NO_MORE})(?!\w).{{0,25}}?(?<!\w)(?:r?appel(?:s|ee?s?|l?er?|lez|lent)?|call(?:ed|back|s)?)(?!\w)"
        r"|(?<!\w)(?:me |m')(?:r?appelez|r?appelle|telephonez) (?:plus|pas)(?!\w)"
        r"|(?<!\w)(?:do not|don't|dont) (?:call|phone|ring)(?!\w)"
    ),
    "message": re.compile(
        rf"(?<!\w)(?:{_NO_MORE})(?!\w).{{0,25}}?(?<!\w)(?:laisser|ecrire|envoyer|leave|send|write)(?!\w)"
    ),
}
_WITHHELD = re.compile(
    r"(?<!\w)(?:do not|don't|dont|won't|will not|would not|wouldn't|rather not|prefer not|not going"
    r"|not comfortable|refuse)(?!\w).{0,25}?(?<!\w)(?:giv(?:e|ing)|shar(?:e|ing)|tell(?:ing)?|say|provide)(?!\w)"
    r"|(?<!\w)(?:(?:pas|refuse|jamais)(?!\w).{0,20}?(?<!\w)(?:donner|dire|partager|fournir|communiquer)"
    r"|(?:donne|donnerai|dis|dirai|partage|fournis)(?: \w+)? pas|(?:pas|no) (?:de |d')?(?:telephone|numero|phone"
    r"|cell(?:ulaire)?|courriel|e-?mail)|(?:don't|dont) have (?:a|an|any) (?:phone|number|e-?mail)(?: \w+)?"
    r"|pas de (?:vos|tes) affaires|none of your business"
    r"|(?:c'est|it's|that's) (?:prive|personnel|confidentiel|private))"
    r"(?!\w)"
)
_DETAIL = r"(?:names?|phone(?: number)?|number|e-?mail(?: address)?|nom|prenom|numero|telephone|courriel|adresse)"
_THAT = rf"(?:that|this|it|ca|cela|(?:(?:my|mon|ma|the|le|a|un|une) )?{_DETAIL})"
_WHY = re.compile(
    r"(?:(?:and|but|yes|wait|ok|oui|et|mais|ben|attendez|euh)[ ,]+)*"
    rf"(?:(?:why|how come|pourquoi|pkoi)(?: {_THAT})?"
    r"|(?:why|pourquoi)(?: (?:do|are|is|would|should|est-ce que|avez|faut|je))?[ -](?:you|vous|tu|on|dois|il|i have)"
    r"(?: (?:me|m'|en|le|avez|as|a|to|that))*[ ']?(?:need|ask(?:ing)?|want|require|give|besoin|demand\w+|voul\w+|veux"
    rf"|veut|donner|faut)(?: (?:to|de|for|about|me|know|have|savoir|avoir|connaitre|le|vous))*(?: ?{_THAT})?"
    rf"|pourquoi (?:voulez|demandez)-vous(?: savoir)? {_THAT}"
    rf"|what do you (?:need|want|use)(?: {_THAT})? for|what(?:'s| is)? ?(?:{_THAT})? ?for"
    r"|(?:c'est )?(?:pour quoi|pour quelle raison|dans quel but)(?: faire)?|a quoi (?:ca|cela) sert"
    rf"|(?:who|qui)(?: \w+)? (?:sees?|reads?|lire?|voit|voir)(?: \w+)? {_THAT})"
    r"[\s?!.]*"
)
_PRICE = re.compile(
    r"(?<!\w)(?:how much|pric(?:e|es|ing)|costs?|quotes?|combien|prix|cout(?:e|ent|er|s)?|tarifs?"
    r"|soumissions?|devis)(?!\w)"
)
_ASKS = re.compile(
    r"(?:(?:and|but|wait|ok|first|et|mais|attendez|avant)[ ,]+)*(?:what|how|where|which|who"
    r"|can (?:i|we)|do (?:i|we|you)|does|is (?:it|there)|are (?:there|you)|comment|ou est"
    r"|quel(?:le)?s?|qu'est|est-ce|c'est quoi|c'est qui"
    r"|puis-je|(?:je|on) peu[xt](?: |-)(?:tu|t-il)|peut-on|y a-t-il|ca coute)(?!\w)"
)


def drops(text: str, kind: Kind) -> bool:
    """The customer wants none of it any more: « finalement non », "no thanks, don't call me"."""
    others = r"no|non|finalement|actually|ok|i'm|ca va|c'est beau"
    return consists_of(text, _DROPPED, others) or unwanted(text, kind)


def unwanted(text: str, kind: Kind) -> bool:
    """It says that the call or the message is not wanted; "don't call me before 10" does not."""
    return not any(map(str.isdigit, text)) and _found(_UNWANTED[kind], text)


def withholds(text: str) -> bool:
    """« j’veux pas donner mon numéro », "I'd rather not say"."""
    return _found(_WITHHELD, text)


def asks_why(text: str) -> bool:
    """Why it is asked for, or who will see it."""
    return len(text) <= LONGEST_REMARK and _WHY.fullmatch(_folded(text)) is not None


def asks_a_price(text: str) -> bool:
    """A price, or a count of a product: "wait, 3 maya first"."""
    folded = fold(text)
    if _PRICE.search(folded.text):
        return True
    is_counted = any(map(str.isdigit, text))
    return is_counted and bool(products.find(folded, folded.text))


def is_for_the_bot(text: str) -> bool:
    """A question, or another language."""
    is_question = text.rstrip(" \n\"'»)").endswith("?") or _ASKS.match(_folded(text)) is not None
    return is_question or requested_language(text) is not None


def _found(pattern: re.Pattern[str], text: str) -> bool:
    return len(text) <= 2 * LONGEST_REMARK and pattern.search(_folded(text)) is not None


def _folded(text: str) -> str:
    return " ".join(fold(text).text.split())
