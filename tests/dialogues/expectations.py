"""What one turn must look like: each expectation of a step against what the bot did."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

Turn = Mapping[str, Any]
Check = Callable[[Turn, Any], str | None]

_NO_AMOUNT = "none"
# Signs that something other than a sentence was said.
_UNFILLED = re.compile(r"\{\w+\}|\butter_\w+|\bNone\b|\bnull\b")


def problems(turn: Turn, expectations: Mapping[str, Any], language: str) -> list[str]:
    """One sentence for each thing that is not as expected; `language` is that of the run."""
    if "messages" not in turn:
        return [f"the bot did not answer: {turn.get('error')}"]
    expected = {"language": language, **expectations}
    found = [CHECKS[key](turn, value) for key, value in expected.items() if key in CHECKS]
    return [*_always(turn), *(problem for problem in found if problem)]


def plain(text: str) -> str:
    """No-break spaces as spaces and straight apostrophes, so that scenarios are easy to write."""
    for space in "\u00a0\u202f":
        text = text.replace(space, " ")
    return text.replace("’", "'")


def _always(turn: Turn) -> Iterator[str]:
    if not turn["messages"]:
        yield "silence"
    for message in turn["messages"]:
        if not message["text"].strip():
            yield f"{message['response']} has no text"
        if _UNFILLED.search(message["text"]):
            yield f"{message['response']} says something unfilled"


def _responses(turn: Turn) -> list[str]:
    return [message["response"] for message in turn["messages"]]


def _exactly(turn: Turn, names: Any) -> str | None:
    expected = names if isinstance(names, list) else [names]
    said = _responses(turn)
    return None if said == expected else f"responses: {said}, expected {expected}"


def _includes(turn: Turn, names: Any) -> str | None:
    wanted = names if isinstance(names, list) else [names]
    missing = [name for name in wanted if name not in _responses(turn)]
    return f"responses: {missing} missing" if missing else None


def _excludes(turn: Turn, names: Any) -> str | None:
    unwanted = names if isinstance(names, list) else [names]
    said = [name for name in unwanted if name in _responses(turn)]
    return f"responses: {said} must not be said" if said else None


def _equal(key: str, read: Callable[[Turn], Any]) -> Check:
    def check(turn: Turn, expected: Any) -> str | None:
        found = read(turn)
        return None if found == expected else f"{key}: {found!r}, expected {expected!r}"

    return check


def _entities(turn: Turn, expected: Mapping[str, Any]) -> str | None:
    """Keys are names, or name.role; an empty mapping expects that nothing was found."""
    found = {entity["entity"]: entity["value"] for entity in turn["entities"]}
    found |= {f"{e['entity']}.{e['role']}": e["value"] for e in turn["entities"] if e.get("role")}
    if not expected:
        return f"entities: {found}, expected none" if found else None
    wrong = {name: found.get(name) for name in expected if found.get(name) != expected[name]}
    return f"entities: {wrong}, expected {dict(expected)}" if wrong else None


def _quotes(turn: Turn) -> list[dict[str, Any]]:
    return [message["quote"] for message in turn["messages"] if "quote" in message]


def _amount(turn: Turn, expected: str) -> str | None:
    """Like "887.67 CAD", from the quote object: the due amount, to the cent."""
    amounts = [f"{quote['due_now']} {quote['currency']}" for quote in _quotes(turn)]
    wanted = [] if expected == _NO_AMOUNT else [expected]
    return None if amounts == wanted else f"amount: {amounts}, expected {wanted}"


def _quote(turn: Turn, expected: Mapping[str, Any]) -> str | None:
    quotes = _quotes(turn)
    if len(quotes) != 1:
        return f"quote: {len(quotes)} of them"
    wrong = {key: quotes[0].get(key) for key in expected if quotes[0].get(key) != expected[key]}
    return f"quote: {wrong}, expected {dict(expected)}" if wrong else None


def buttons_of(turn: Turn) -> list[dict[str, str]]:
    return [button for message in turn["messages"] for button in message.get("buttons", [])]


def _buttons(turn: Turn, expected: list[str]) -> str | None:
    """The intents of all buttons, in order."""
    intents = [re.split(r"\W", button["payload"].lstrip("/"))[0] for button in buttons_of(turn)]
    return None if intents == expected else f"buttons: {intents}, expected {expected}"


def _links(turn: Turn, expected: list[str]) -> str | None:
    urls = [link["url"] for message in turn["messages"] for link in message.get("links", [])]
    return None if urls == expected else f"links: {urls}, expected {expected}"


def _text(turn: Turn) -> str:
    """All that the customer reads, button titles included."""
    titles = [button["title"] for button in buttons_of(turn)]
    return plain("\n".join([*(message["text"] for message in turn["messages"]), *titles]))


def _says(turn: Turn, fragments: Any) -> str | None:
    wanted = fragments if isinstance(fragments, list) else [fragments]
    missing = [fragment for fragment in wanted if plain(fragment) not in _text(turn)]
    return f"says: {missing} missing" if missing else None


def _says_not(turn: Turn, fragments: Any) -> str | None:
    unwanted = fragments if isinstance(fragments, list) else [fragments]
    said = [fragment for fragment in unwanted if plain(fragment) in _text(turn)]
    return f"says: {said} must not be said" if said else None


CHECKS: dict[str, Check] = {
    "response": _exactly,
    "responses": _exactly,
    "includes": _includes,
    "not_response": _excludes,
    "intent": _equal("intent", lambda turn: turn["intent"]["name"]),
    "form": _equal("form", lambda turn: turn["form"]),
    "language": _equal("language", lambda turn: turn["language"]),
    "locale": _equal("locale", lambda turn: turn["locale"]),
    "entities": _entities,
    "amount": _amount,
    "quote": _quote,
    "buttons": _buttons,
    "links": _links,
    "says": _says,
    "says_not": _says_not,
}
