"""Every scenario on every messaging platform: the same answers, amounts and state as elsewhere."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.conftest import NOW
from tests.dialogues.expectations import buttons_of, problems
from tests.dialogues.platforms import NAMES, Person, Platforms, serving
from tests.dialogues.scenario import Scenario, scenarios

# What a person can type: the platforms take nothing else from them, and none of them as much.
_LONGEST = 1500
# By SMS it asks for silence, in the middle of a conversation, too.
_CARRIERS_WORDS = ("stop",)


def _can_be_typed(scenario: Scenario) -> bool:
    typed = [step.message for step in scenario.steps if step.press is None]
    return all(
        isinstance(text, str) and text.strip() and text.isprintable() and len(text) < _LONGEST
        for text in typed
    )


TYPED = [scenario for scenario in scenarios() if _can_be_typed(scenario)]


@pytest.fixture(scope="module")
def platforms(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Platforms]:
    with serving(model, tmp_path_factory.mktemp("platforms"), NOW) as everywhere:
        yield everywhere


@pytest.fixture(scope="module")
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(len(NAMES)) as threads:
        yield threads


@pytest.mark.slow
@pytest.mark.parametrize("scenario", TYPED, ids=lambda scenario: scenario.id)
def test_a_scenario_is_the_same_everywhere(
    scenario: Scenario, platforms: Platforms, pool: ThreadPoolExecutor
) -> None:
    found = pool.map(lambda name: _play(scenario, platforms, name), NAMES)
    told = [problem for problems_there in found for problem in problems_there]
    assert not told, "\n".join(told)
    broken = {name: fake.violations for name, fake in platforms.fakes.items() if fake.violations}
    assert not broken


def test_hardly_any_scenario_cannot_be_typed() -> None:
    assert len(TYPED) > 0.95 * len(list(scenarios()))


def _play(scenario: Scenario, platforms: Platforms, name: str) -> list[str]:
    """One sentence for each thing that is not as expected there."""
    person = platforms.person(name, uuid.uuid4().hex, scenario.locale, scenario.account)
    turn: dict[str, object] = {"messages": []}
    for number, step in enumerate(scenario.steps, 1):
        if name == "twilio_sms" and step.message in _CARRIERS_WORDS:
            return []  # not for the bot to answer: tests/bot/channels/messaging/ has what it does
        try:
            turn = _press(person, step.press, turn) if step.press else person.say(step.message)
        except AssertionError as failure:
            return [f"{name}, step {number}: {failure}"]
        found = problems(turn, step.expectations, scenario.language)
        if found:
            return [f"{name}, step {number}: {step.message or step.press!r}: {found} {turn}"]
    return []


def _press(person: Person, payload: str, turn: dict[str, object]) -> dict[str, object]:
    titles = [b["title"] for b in buttons_of(turn) if b["payload"].startswith(f"/{payload}")]
    return person.press(titles[0])
