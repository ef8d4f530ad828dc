"""What it takes to make a Chatwoot inbox the desk (docs/chatwoot.md)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.confidential import confidential
from bot.language.conversation import LANGUAGES

if TYPE_CHECKING:
    from bot.language.identify import Language

_NEEDED = (
    "PRORATA_CHATWOOT_URL",
    "PRORATA_CHATWOOT_TOKEN",
    "PRORATA_CHATWOOT_ACCOUNT",
    "PRORATA_CHATWOOT_INBOX",
    "PRORATA_CHATWOOT_SECRET",
)


class Unusable(ValueError):
    """The message names the variable and what to put there."""


@dataclass(frozen=True)
class ChatwootSettings:
    """`languages` are those in which its agents answer, `language` the one of the notes that they
    read.
    """

    url: str
    token: str = field(repr=False)
    account: int
    inbox: int
    secret: str = field(repr=False)
    languages: tuple[Language, ...]
    language: Language

    @classmethod
    def from_environment(cls, env: Mapping[str, str]) -> ChatwootSettings | None:
        """None where nothing is set: our own desk is the desk. Raises Unusable."""
        if not any(env.get(name) for name in _NEEDED):
            return None
        missing = [name for name in _NEEDED if not env.get(name)]
        if missing:
            raise Unusable(f"{', '.join(missing)} must be set, too, for Chatwoot")
        return cls(
            url=_address(env["PRORATA_CHATWOOT_URL"]),
            token=env["PRORATA_CHATWOOT_TOKEN"],
            account=_number(env, "PRORATA_CHATWOOT_ACCOUNT"),
            inbox=_number(env, "PRORATA_CHATWOOT_INBOX"),
            secret=env["PRORATA_CHATWOOT_SECRET"],
            languages=_languages(env.get("PRORATA_CHATWOOT_LANGUAGES") or "en,fr"),
            language=_language(env.get("PRORATA_CHATWOOT_NOTES") or "en"),
        )


def _address(given: str) -> str:
    url = confidential(given)
    if url is None:
        raise Unusable("PRORATA_CHATWOOT_URL must be an address such as https://chat.example.com")
    return url


def _number(env: Mapping[str, str], name: str) -> int:
    given = env[name]
    if not (given.isascii() and given.isdigit()) or not 0 < int(given) < 2**31:
        raise Unusable(f"{name} must be the number in Chatwoot’s addresses")
    return int(given)


def _languages(listed: str) -> tuple[Language, ...]:
    named = [name.strip() for name in listed.split(",")]
    if not set(named) <= set(LANGUAGES):
        raise Unusable("PRORATA_CHATWOOT_LANGUAGES must be en, fr, or both: en,fr")
    return tuple(language for language in LANGUAGES if language in named)


def _language(given: str) -> Language:
    for language in LANGUAGES:
        if language == given:
            return language
    raise Unusable("PRORATA_CHATWOOT_NOTES must be en or fr")
