"""The little language that rules.py is written in."""

from __future__ import annotations

import pytest

from bot.nlu.entities import lexicon, tokens
from bot.nlu.entities.resources import packaged
from bot.nlu.entities.seats import matching, rules

_CLASSES = set(packaged("lexicon.yml"))
_OTHER_KINDS = {"N", "A1", "YEAR", "X", "BOUND", "PRODUCT", "DATE", "MONEY", "ID", "NOISE", "START"}


def _names(line: str) -> set[str]:
    names: set[str] = set()
    for element in line.split():
        classes = element.rpartition("=")[2].lstrip("!").rstrip("*+?")
        names.update(classes.split("|"))
    return names


@pytest.mark.parametrize("line", rules.IN_ORDER)
def test_rules_name_only_classes_that_exist(line):
    shorthand = set(rules.MACROS) | {"add", "target", "current", "need"}
    assert _names(line) <= _CLASSES | _OTHER_KINDS | shorthand


@pytest.mark.parametrize("line", [*rules.MACROS.values(), *rules.COUNTED])
def test_macros_name_only_classes_that_exist(line):
    assert _names(line) <= _CLASSES | _OTHER_KINDS | set(rules.MACROS)


def test_an_earlier_rule_wins():
    words = tokens.tokenize("go to 12 months", [], "en")
    assert [token.kind for token in words] == ["GO", "TO", "N", "UNIT"]
    assert matching.roles(words) == {2: matching.NOT_SEATS}


def test_a_message_without_numbers_has_no_roles():
    assert matching.roles(tokens.tokenize("where is the button", [], "en")) == {}


def test_no_word_of_a_customer_reaches_the_vocabulary():
    matching.roles(tokens.tokenize("add 3 zyzzyvas for quetzalcoatl", [], "en"))
    assert "quetzalcoatl" not in matching._VOCABULARY.strings


def test_the_lexicon_knows_every_class_that_may_be_glued_to_a_number():
    assert {"x", "seats", "postes", "users", "more", "years"} <= lexicon.SEPARABLE
    assert not {"d", "nd", "st", "h"} & lexicon.SEPARABLE
