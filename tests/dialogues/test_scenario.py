"""A scenario that is not written in full, or says something unknown, does not pass for a test."""

from __future__ import annotations

from typing import Any

import pytest

from tests.dialogues.scenario import BEHAVIOURS, ScenarioError, read, scenarios

STEP = {"en": "Hello", "fr": "Bonjour", "response": "utter_greet"}


def written(**step: Any) -> list[dict[str, Any]]:
    return [{"scenario": "a greeting", "steps": [step or STEP]}]


def test_one_scenario_is_read_in_both_languages() -> None:
    english, french = read(written(), "happy/greet.yml")
    assert (english.language, french.language) == ("en", "fr")
    assert (english.steps[0].message, french.steps[0].message) == ("Hello", "Bonjour")
    assert french.id == "happy/greet: a greeting [fr]"


def test_a_value_may_depend_on_the_language() -> None:
    entry = written(**STEP, says={"en": "Hi", "fr": "Salut"})
    entry[0]["locale"] = {"en": "en-CA", "fr": "fr-CA"}
    english, french = read(entry, "f.yml")
    assert [s.steps[0].expectations["says"] for s in (english, french)] == ["Hi", "Salut"]
    assert (english.locale, french.locale) == ("en-CA", "fr-CA")


def test_a_long_message_is_written_short() -> None:
    entry = written(repeat={"text": "ab", "times": 3}, response="utter_too_long")
    assert [s.steps[0].message for s in read(entry, "f.yml")] == ["ababab", "ababab"]


@pytest.mark.parametrize(
    "entries",
    [
        [],
        {},
        ["hello"],
        [{"scenario": "no steps", "steps": []}],
        [{"steps": [STEP]}],
        [{"scenario": "unknown key", "steps": [STEP], "local": "en-CA"}],
        written(**STEP, respons="utter_greet"),
        written(en="Hello", response="utter_greet"),
        written(fr="Bonjour", response="utter_greet"),
        written(response="utter_greet"),
        written(**STEP, raw=5),
        written(en="Hello", fr="Bonjour"),
        written(**STEP, says={"en": "Hi"}),
        written(**STEP, says={"en": "Hi", "fr": "Salut", "de": "Hallo"}),
        written(repeat={"text": "a", "count": 3}, response="utter_too_long"),
        written(response="utter_greet", repeat="aaa"),
    ],
)
def test_a_malformed_scenario_is_refused(entries: Any) -> None:
    with pytest.raises(ScenarioError):
        list(read(entries, "f.yml"))


def test_every_behaviour_has_scenarios_and_every_name_is_used_once() -> None:
    ids = [scenario.id for scenario in scenarios()]
    assert len(ids) == len(set(ids))
    assert {i.split("/")[0] for i in ids} == set(BEHAVIOURS)
    assert len(ids) >= 2 * 60
