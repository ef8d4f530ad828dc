"""A world in which customers are sent to Chatwoot."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.handoff.chatwoot.world import ChatwootWorld
from tests.fakes.chatwoot import ANNA


@pytest.fixture
def world(tmp_path: Path) -> Iterator[ChatwootWorld]:
    world = ChatwootWorld(tmp_path / "prorata.db")
    yield world
    world.close()
    assert (world.failures, world.there.violations) == ([], [])


@pytest.fixture
def held(world: ChatwootWorld) -> ChatwootWorld:
    """By Anna, who has said hello."""
    world.join()
    world.there.write(world.chat, ANNA, "hello")
    world.call()
    assert world.state == ("held", 3)
    return world
