"""The page says what texts.yml has, and texts.yml has nothing that the desk does not say."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from bot.nlg.responses import read_responses

DESK = Path(__file__).parents[3] / "bot" / "desk"
SOURCE = "\n".join(
    path.read_text("utf-8")
    for path in sorted((DESK / "page").rglob("*.js"))
    if "vendor" not in path.parts
)
NAMES = {
    name.removeprefix("desk_")
    for name in read_responses(yaml.safe_load((DESK / "texts.yml").read_text("utf-8"))["responses"])
}

# What the server says with them (bot/desk/summary.py).
_OF_THE_SERVER = re.compile(r"summary_\w+")
_SAID = re.compile(r"\bt\(\s*'(\w+)'")
# `group_${group}`, and named(t, 'reason', code).
_FAMILIES = {
    *re.findall(r"`(\w+_)\$\{", SOURCE),
    *(f"{kind}_" for kind in re.findall(r"\bnamed\(t, '(\w+)'", SOURCE)),
}


def test_every_text_that_is_said_exists() -> None:
    assert set(_SAID.findall(SOURCE)) - NAMES == set()


def test_every_family_of_texts_exists() -> None:
    assert {f for f in _FAMILIES if not any(name.startswith(f) for name in NAMES)} == set()


def test_every_text_is_said() -> None:
    quoted = set(re.findall(r"'(\w+)'", SOURCE))
    unsaid = {
        name
        for name in NAMES - quoted
        if not name.startswith(tuple(_FAMILIES)) and not _OF_THE_SERVER.fullmatch(name)
    }
    assert unsaid == set()


def test_all_names_are_the_desks() -> None:
    responses = yaml.safe_load((DESK / "texts.yml").read_text("utf-8"))["responses"]
    assert [name for name in responses if not name.startswith("desk_")] == []
