from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import aiohttp
import pytest

from benchmarks.load import Customers, Outcome
from benchmarks.messages import Conversation
from benchmarks.subject import Service


def _talk(service: Service, conversations: Sequence[Conversation], concurrency: int = 1) -> Outcome:
    async def talk() -> Outcome:
        async with aiohttp.ClientSession() as session:
            return await Customers(service, session).talk(conversations, concurrency)

    return asyncio.run(talk())


def test_every_message_is_timed(served: Service) -> None:
    outcome = _talk(served, [("a", "b", "c"), ("d",)])
    assert len(outcome.times) == 4
    assert (outcome.failed, outcome.empty) == (0, 0)
    assert 0 < sum(outcome.times) <= outcome.wall
    assert outcome.rate == pytest.approx(4 / outcome.wall)


def test_silence_and_failure_are_counted_apart(served: Service) -> None:
    outcome = _talk(served, [("a", "silence", "trouble", "silence")])
    assert (outcome.failed, outcome.empty, len(outcome.times)) == (1, 2, 4)


def test_an_answer_of_another_shape_is_a_failure(served: Service) -> None:
    strange = replace(served, texts=lambda said: said["messages"])
    assert _talk(strange, [("a",)]).failed == 1


def test_no_server_is_a_failure(service: Service) -> None:
    assert _talk(service, [("a", "b")]).failed == 2


@pytest.mark.parametrize("concurrency", [1, 3])
def test_each_conversation_has_an_id_of_its_own_and_its_order(
    served: Service, concurrency: int
) -> None:
    heard: dict[str, list[str]] = {}

    def body(conversation: str, text: str) -> dict[str, str]:
        heard.setdefault(conversation, []).append(text)
        return served.body(conversation, text)

    conversations = [("a", "b"), ("c", "d"), ("e", "f"), ("g", "h")]
    _talk(replace(served, body=body), conversations, concurrency)
    _talk(replace(served, body=body), [("i",)])
    assert sorted(map(tuple, heard.values())) == [*conversations, ("i",)]
