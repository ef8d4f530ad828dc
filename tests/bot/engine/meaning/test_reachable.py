"""An address after a hand-over."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.meaning.reachable import leaves_an_address
from bot.model import ROOT

DOMAIN = Domain.from_file(str(ROOT / "domain.yml"))


def after(response: str) -> DialogueStateTracker:
    tracker = DialogueStateTracker("c-1", DOMAIN.slots)
    said = BotUttered("…", metadata={"utter_action": response})
    tracker.update_with_events([said], DOMAIN)
    return tracker


def heard(text: str, intent: str = "out_of_scope") -> Any:
    return {"text": text, "intent": {"name": intent}}


@pytest.mark.parametrize(
    "text",
    [
        "fine, my name is Dan, dan@x.com",
        "ok, je m'appelle Denis, denis@x.ca",
        "Dana, (514) 555-0142",
        "mon numéro : 01 99 00 12 34",
    ],
)
def test_it_asks_to_be_reached(text: str) -> None:
    assert leaves_an_address(heard(text), after("utter_hand_over_complex"))
    assert not leaves_an_address(heard(text), after("utter_greet"))
    assert not leaves_an_address(heard(text), DialogueStateTracker("c-2", DOMAIN.slots))


@pytest.mark.parametrize(
    "parse",
    [
        heard("my name is Dan"),
        heard("3 more for dan@x.com", "request_quote"),
        heard("2027-01-15", "inform"),
        heard("dan@x.com " + "and a story " * 5),
    ],
)
def test_anything_else_means_what_it_says(parse: Any) -> None:
    assert not leaves_an_address(parse, after("utter_hand_over"))
