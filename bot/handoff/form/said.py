"""What customers say when they are asked for an address, a yes or a no."""

from __future__ import annotations

import re

from bot.nlu.entities.folding import fold

# Payloads of buttons; their titles, typed, say the same.
YES, NO, CANCEL = "/desk_yes", "/desk_no", "/desk_cancel"

# Conservative: what mail servers take everywhere (RFC 5321, 4.1.2), without quotes or accents.
_EMAIL = re.compile(
    r"(?<![\w.+@-])(?P<local>[A-Za-z0-9_+'&-]+(?:\.[A-Za-z0-9_+'&-]+)*)"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}(?![\w@-]|\.\w)"
)
_LONGEST_EMAIL, _LONGEST_LOCAL = 254, 64
LONGEST_REMARK = 80
_POLITE = (
    r"please|pls|thanks|thank you|merci|svp|stp|s'il vous plait|s'il te plait|beaucoup"
    r"|ben|bin|bah|ah|oh|euh|well|la"
)
_YES = (
    r"y|yes|yep|yeah|yup|sure|ok|okay|correct|right|exact|exactly|exactement|oui|ouais|d'accord|bien sur|parfait"
    r"|of course|absolutely|absolument|tout a fait|(?:that|it)(?:'s| is) (?:right|correct|fine|good|the one)"
    r"|it is|that's it|go ahead|allez-y|vas-y|(?:oui )?j'accepte|i agree|volontiers|c'est (?:bien ca|ca|bon|exact"
    r"|correct|le bon(?: numero)?)|vous pouvez|you (?:can|may)|do it|pass it on|transmettez(?:-le)?|no problem"
    r"|pas de probleme|sans probleme|pas de souci|why not|pourquoi pas|ouin|mets-en|affirmatif|ca marche"
    r"|c'est (?:beau|parfait|tout bon)|impeccable|nickel|perfect|great|fine|good"
    r"|(?:looks|sounds) (?:good|right)|all good"
)
_NO = r"n|no|nope|nah|non|nan|not (?:right )?now|pas (?:maintenant|tout de suite)|wrong|incorrect|faux"
_CANCEL = (
    r"cancel|stop|quit|abort|never ?mind|forget (?:it|that|about it)|drop it|annul(?:er|e|ez|ons)|laiss(?:er?|ez)"
    r"(?:-| )?(?:faire|tomber|ca)|abandonn(?:er?|ez)|arret(?:er?|ez)|oubli(?:e|ez)(?: ca|-le)?"
    r"|i(?:'ve)? changed my mind|j'ai change d'(?:idee|avis)"
)
_CANCELLED = (
    r"it|that|this|all|everything|ca|tout|the (?:call ?back|call|request|message)|my (?:request|message)"
    r"|le (?:rappel|message)|la demande|ma demande|mon message|finalement|actually|then|alors|i want to|i'd like to"
    r"|je veux|je voudrais|let's|on|well|euh|ok|bon|ben|no|non"
)
_DENIES = re.compile(
    r"^(?:no|nope|nah|non|nan|wrong|faux|incorrect)(?!\w)|(?<!\w)(?:n'est pas|c'est pas|isn't|not)(?!\w)"
)
_REFUSES = re.compile(
    r"(?<!\w)(?:do not|don't|i'd rather not|refuse|disagree|ne \w+ (?:pas|rien)|je \w+ pas|pas d'accord"
    r"|j'aime mieux pas)(?!\w)"
)


def is_cancel(text: str) -> bool:
    """« laisse faire », "never mind", but not "cancel my subscription", which may be the topic."""
    return text == CANCEL or consists_of(text, _CANCEL, _CANCELLED)


def says_yes(text: str) -> bool:
    """A yes and nothing else: "yes, but not today" is none."""
    return text == YES or consists_of(text, _YES)


def is_no_alone(text: str) -> bool:
    return text == NO or consists_of(text, _NO)


def says_no(text: str) -> bool:
    """To what was read back: "no, it's…", « ce n’est pas le bon »."""
    return not says_yes(text) and (refuses(text) or _found(_DENIES, text))


def refuses(text: str) -> bool:
    """Consent. "No, the number is wrong" does not, it corrects."""
    return is_no_alone(text) or _found(_REFUSES, text)


def read_email(text: str) -> str | None:
    """The first address in `text`."""
    match = _EMAIL.search(text)
    if match is None or len(match[0]) > _LONGEST_EMAIL or len(match["local"]) > _LONGEST_LOCAL:
        return None
    return match[0]


def consists_of(text: str, words: str, others: str = _POLITE) -> bool:
    """A short text of `words`, at least once, `others` and polite words."""
    folded = fold(text[:LONGEST_REMARK]).text.strip(" \n.,!")
    if len(text) > LONGEST_REMARK or not re.search(rf"(?<!\w)(?:{words})(?!\w)", folded):
        return False
    return re.fullmatch(rf"(?:(?:{words}|{others}|{_POLITE})(?!\w)[\s,.!;:]*)+", folded) is not None


def _found(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.search(fold(text).text.strip()) is not None
