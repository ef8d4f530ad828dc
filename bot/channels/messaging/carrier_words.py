"""The words by which a customer asks a carrier, or Twilio, for silence, for its end, or for help.

A message counts that is nothing but the word; case, accents and marks around it do not matter.

- Canada's: STOP, ARRET, HELP, AIDE and INFO, on every programme (CWTA Common Short Code
  guidelines); the United States' are the English ones (CTIA, 47 CFR 64.1200(a)(10)).
- Twilio's: https://help.twilio.com/articles/223134027
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.channels.messaging.platform import Kind
from bot.nlu.normalise import fold


@dataclass(frozen=True)
class Word:
    """`language` is None for a word of both, or of neither."""

    kind: Kind
    language: str | None = None


_STOP, _RESUME, _HELP = Word("stop"), Word("resume"), Word("help")
_WORDS = {
    "stop": _STOP,
    "stopall": _STOP,
    "stop all": Word("stop", "en"),
    "unsubscribe": Word("stop", "en"),
    "unsub": _STOP,
    "revoke": Word("stop", "en"),
    "optout": Word("stop", "en"),
    "opt out": Word("stop", "en"),
    "opt-out": Word("stop", "en"),
    "arret": Word("stop", "fr"),
    "arrete": Word("stop", "fr"),
    "arreter": Word("stop", "fr"),
    "arretez": Word("stop", "fr"),
    "desabonner": Word("stop", "fr"),
    "desabonnement": Word("stop", "fr"),
    "start": _RESUME,
    "unstop": _RESUME,
    "commencer": Word("resume", "fr"),
    "help": Word("help", "en"),
    "aide": Word("help", "fr"),
    "info": _HELP,
}
# In a conversation these are answers, too: « cancel » a quote, « end » of a term, « yes ». Where
# Twilio takes them for keywords it blocks the number itself, and says so (programmable.py).
_WORDS_OF_SHORT_CODES = {
    "cancel": Word("stop", "en"),
    "end": Word("stop", "en"),
    "quit": Word("stop", "en"),
}
_AROUND = re.compile(r"^[\W_]+|[\W_]+$")


def carrier_word(text: str, *, short_code: bool) -> Word | None:
    """`short_code`: the message came to one, where nobody but us obeys."""
    word = _AROUND.sub("", fold(text))
    return _WORDS.get(word) or (_WORDS_OF_SHORT_CODES.get(word) if short_code else None)


def ends_silence(text: str) -> bool:
    """« YES » does, too, but says something else to who has not asked for silence."""
    return _AROUND.sub("", fold(text)) == "yes"
