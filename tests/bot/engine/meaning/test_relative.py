from __future__ import annotations

from typing import Any

import pytest

from bot.engine.meaning.relative import is_relative_change, relates


def parse(text: str, role: str | None = "change", entity: str = "seats") -> dict[str, Any]:
    found = {"entity": entity, "value": {"plus": -1}, **({"role": role} if role else {})}
    return {"text": text, "entities": [found]}


@pytest.mark.parametrize("text", ["one less", "un de moins", "and half of that then please?"])
def test_a_few_words_with_a_change(text: str) -> None:
    assert is_relative_change(parse(text))


@pytest.mark.parametrize("said", [parse("add one", "add"), parse("one less", "change", "date")])
def test_a_number_of_its_own_is_none(said: dict[str, Any]) -> None:
    assert not is_relative_change(said)
    assert not relates(said)


def test_a_long_message_says_itself_what_it_changes() -> None:
    told = parse("next year we will be one less person in the office so what happens")
    assert relates(told)
    assert not is_relative_change(told)
