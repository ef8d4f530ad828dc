"""The responses of domain.yml, as far as this bot uses what Rasa allows there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.nlg.template import placeholders


class InvalidResponse(ValueError):
    """A response that could not be translated, or not always be said."""


@dataclass(frozen=True)
class Button:
    title: str
    payload: str


@dataclass(frozen=True)
class Response:
    """`plural` is set for a counted unit only, whose `text` is then the singular."""

    name: str
    text: str
    plural: str | None = None
    buttons: tuple[Button, ...] = ()

    @property
    def titles(self) -> tuple[str, ...]:
        return tuple(button.title for button in self.buttons)


_KEYS = {"text", "buttons", "metadata"}
_N = ("n",)


def read_responses(domain_responses: Mapping[str, Any]) -> dict[str, Response]:
    """The `responses:` of a domain, by name. Raises InvalidResponse."""
    return {name: read_response(name, found) for name, found in domain_responses.items()}


def read_response(name: str, variations: Any) -> Response:
    """Exactly one variation with a text: a second one, a condition or a channel would be a sentence
    that some customers never get, and that no catalogue entry stands for.
    """
    if not isinstance(variations, list) or len(variations) != 1:
        raise InvalidResponse(f"{name}: needs exactly one variation")
    variation = variations[0]
    if not isinstance(variation, Mapping) or not isinstance(variation.get("text"), str):
        raise InvalidResponse(f"{name}: needs a text")
    if unknown := sorted(set(variation) - _KEYS):
        raise InvalidResponse(f"{name}: cannot have {', '.join(unknown)}")
    buttons = tuple(_read_button(name, button) for button in variation.get("buttons") or ())
    return Response(name, variation["text"], _read_plural(name, variation), buttons)


def _read_plural(name: str, variation: Mapping[str, Any]) -> str | None:
    metadata = variation.get("metadata") or {}
    plural = metadata.get("plural")
    if set(metadata) - {"plural"} or not isinstance(plural, str | None):
        raise InvalidResponse(f"{name}: metadata can only have a plural text")
    if plural is not None and not (placeholders(variation["text"]) == placeholders(plural) == _N):
        raise InvalidResponse(f"{name}: a counted unit has {{n}} in both forms, and nothing else")
    return plural


def _read_button(name: str, button: Any) -> Button:
    if (
        not isinstance(button, Mapping)
        or set(button) != {"title", "payload"}
        or not all(isinstance(part, str) and part for part in button.values())
    ):
        raise InvalidResponse(f"{name}: a button needs a title and a payload, and nothing else")
    return Button(button["title"], button["payload"])
