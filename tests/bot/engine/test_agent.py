"""Rasa's agent with nothing that fails silently."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.bot.engine.conftest import Server

pytestmark = pytest.mark.slow


def test_stock_hides_every_store_behind_one_that_forgets() -> None:
    from rasa.core.agent import Agent
    from rasa.core.tracker_store import FailSafeTrackerStore, InMemoryTrackerStore
    from rasa.shared.core.domain import Domain

    store = InMemoryTrackerStore(Domain.empty())
    assert isinstance(Agent(tracker_store=store).tracker_store, FailSafeTrackerStore)
    assert isinstance(Agent()._create_tracker_store(None, Domain.empty()), FailSafeTrackerStore)


def test_ours_uses_the_store_itself(tmp_path: Path) -> None:
    from rasa.shared.core.domain import Domain

    from bot.engine.agent import Agent
    from bot.store.trackers import TrackerStore

    store = TrackerStore(Domain.empty(), db=str(tmp_path / "conversations.db"))
    assert Agent(domain=Domain.empty(), tracker_store=store).tracker_store is store


def test_without_a_store_there_is_no_agent() -> None:
    from bot.engine.agent import Agent

    with pytest.raises(ValueError, match=r"endpoints\.yml: tracker_store is missing"):
        Agent()


def test_a_loaded_agent_knows_its_model_everywhere(server: Server, model: Path) -> None:
    from bot.engine.processor import Processor

    agent = server.agent
    assert isinstance(agent.processor, Processor)
    assert agent.is_ready() and agent.model_name == model.name
    assert agent.tracker_store.domain == agent.domain == agent.processor.domain
    assert "utter_greet" in agent.nlg.responses
