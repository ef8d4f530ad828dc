"""A conversation written once with its English and its French lines, and what each turn must do.

A scenario file is a YAML list. README.md beside this module lists every key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

Language = Literal["en", "fr"]
LANGUAGES: tuple[Language, ...] = ("en", "fr")

FOLDER = Path(__file__).parent
BEHAVIOURS = (
    "happy",
    "correction",
    "cancellation",
    "digression",
    "language_switch",
    "fallback",
    "handoff",
    "quote",
    "about_price",
    "bad_input",
)

EXPECTATIONS = frozenset(
    {
        "response",
        "responses",
        "includes",
        "not_response",
        "intent",
        "form",
        "language",
        "locale",
        "entities",
        "amount",
        "quote",
        "buttons",
        "links",
        "says",
        "says_not",
        "not_stored",
    }
)
_SCENARIO_KEYS = frozenset({"scenario", "locale", "account", "steps"})
_SPOKEN_KEYS = frozenset(LANGUAGES)
# The other ways to send a message, the same in both languages.
_SENT_KEYS = frozenset({"press", "repeat", "raw"})


class ScenarioError(ValueError):
    """A file that says something else than the author can have meant; names the place."""


@dataclass(frozen=True)
class Step:
    """One message and its expectations. `press` is the payload of a button shown before."""

    message: Any
    press: str | None
    expectations: Mapping[str, Any]


@dataclass(frozen=True)
class Scenario:
    """One scenario in one language: every value that depends on it is resolved.

    `locale` and `account` are what the channel says of the customer.
    """

    path: str
    name: str
    language: Language
    locale: str | None
    account: str | None
    steps: tuple[Step, ...]

    @property
    def id(self) -> str:
        return f"{self.path.removesuffix('.yml')}: {self.name} [{self.language}]"


def scenarios(folder: Path = FOLDER) -> Iterator[Scenario]:
    """Every scenario in each language; ScenarioError for a file that is not well formed."""
    for behaviour in BEHAVIOURS:
        for path in sorted((folder / behaviour).glob("*.yml")):
            written = yaml.safe_load(path.read_text(encoding="utf-8"))
            yield from read(written, path.relative_to(folder).as_posix())


def read(written: Any, path: str) -> Iterator[Scenario]:
    if not isinstance(written, list) or not written:
        raise ScenarioError(f"{path}: a list of scenarios is expected")
    for entry in written:
        where = f"{path}: {entry.get('scenario') if isinstance(entry, dict) else entry!r}"
        _check_keys(entry, _SCENARIO_KEYS, where)
        if not entry.get("scenario") or not entry.get("steps"):
            raise ScenarioError(f"{where}: a scenario has a name and steps")
        for language in LANGUAGES:
            yield _scenario(entry, path, language, where)


def _scenario(entry: Mapping[str, Any], path: str, language: Language, where: str) -> Scenario:
    return Scenario(
        path=path,
        name=entry["scenario"],
        language=language,
        locale=_chosen(entry.get("locale"), language, where),
        account=_chosen(entry.get("account"), language, where),
        steps=tuple(
            _step(written, language, f"{where}, step {number}")
            for number, written in enumerate(entry["steps"], 1)
        ),
    )


def _step(written: Any, language: Language, at: str) -> Step:
    _check_keys(written, EXPECTATIONS | _SPOKEN_KEYS | _SENT_KEYS, at)
    expectations = {
        key: _chosen(value, language, at) for key, value in written.items() if key in EXPECTATIONS
    }
    if not expectations:
        raise ScenarioError(f"{at}: nothing is expected")
    return Step(
        message=_message(written, language, at),
        press=_chosen(written.get("press"), language, at),
        expectations=expectations,
    )


def _message(written: Mapping[str, Any], language: Language, at: str) -> Any:
    spoken, sent = written.keys() & _SPOKEN_KEYS, written.keys() & _SENT_KEYS
    if spoken and spoken != _SPOKEN_KEYS:
        raise ScenarioError(f"{at}: a line in each of {', '.join(LANGUAGES)} is expected")
    if bool(spoken) + len(sent) != 1:
        raise ScenarioError(f"{at}: one message is expected: en and fr, press, repeat or raw")
    if "repeat" in written:
        _check_keys(written["repeat"], frozenset({"text", "times"}), at)
        return _chosen(written["repeat"]["text"], language, at) * written["repeat"]["times"]
    return written[language] if spoken else written.get("raw")


def _chosen(value: Any, language: Language, at: str) -> Any:
    """A mapping of exactly the two languages stands for one value each."""
    if not isinstance(value, dict) or not value.keys() & _SPOKEN_KEYS:
        return value
    if value.keys() != _SPOKEN_KEYS:
        raise ScenarioError(f"{at}: {sorted(value)} should be a value in each language")
    return value[language]


def _check_keys(entry: Any, allowed: frozenset[str], where: str) -> None:
    if not isinstance(entry, dict):
        raise ScenarioError(f"{where}: a mapping is expected")
    unknown = entry.keys() - allowed
    if unknown:
        raise ScenarioError(f"{where}: unknown keys {sorted(unknown)}")
