"""Messages of the same moment are understood together, and none suffers from another."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from bot.engine.understanding import Understanding

pytestmark = pytest.mark.slow  # Rasa takes seconds to import


class Pipeline:
    """Writes down what it is given at a time; stumbles over "poison"."""

    def __init__(self) -> None:
        self.given: list[list[str]] = []

    def __call__(self, messages: list[Any]) -> list[dict[str, Any]]:
        texts = [message.text for message in messages]
        self.given.append(texts)
        if "poison" in texts:
            raise ValueError("poison")
        return [{"text": text} for text in texts]


def asking(understanding: Understanding, *texts: str) -> Any:
    from rasa.core.channels.channel import UserMessage

    return understanding.of([UserMessage(text) for text in texts])


async def all_at_once(pipeline: Pipeline, *groups: tuple[str, ...]) -> list[Any]:
    from bot.engine.understanding import Understanding

    understanding = Understanding(pipeline)
    asked = (asking(understanding, *texts) for texts in groups)
    return await asyncio.gather(*asked, return_exceptions=True)


def test_one_run_for_all_and_to_each_what_is_theirs() -> None:
    pipeline = Pipeline()
    found = asyncio.run(all_at_once(pipeline, ("a", "b"), ("c",)))
    assert found == [[{"text": "a"}, {"text": "b"}], [{"text": "c"}]]
    assert pipeline.given == [["a", "b", "c"]]


def test_a_message_that_fails_fails_alone() -> None:
    found = asyncio.run(all_at_once(Pipeline(), ("a",), ("poison",), ("c",)))
    assert found[0] == [{"text": "a"}]
    assert isinstance(found[1], ValueError)
    assert found[2] == [{"text": "c"}]


def test_a_crowd_is_understood_in_turns() -> None:
    pipeline = Pipeline()
    texts = [str(number) for number in range(40)]
    found = asyncio.run(all_at_once(pipeline, *((text,) for text in texts)))
    assert found == [[{"text": text}] for text in texts]
    assert [len(given) for given in pipeline.given] == [16, 16, 8]


def test_a_customer_who_has_gone_is_left_out() -> None:
    from bot.engine.understanding import Understanding

    pipeline = Pipeline()

    async def one_leaves() -> Any:
        understanding = Understanding(pipeline)
        leaving = asyncio.ensure_future(asking(understanding, "gone"))
        staying = asyncio.ensure_future(asking(understanding, "here"))
        await asyncio.sleep(0)
        leaving.cancel()
        return await staying

    assert asyncio.run(one_leaves()) == [{"text": "here"}]
    assert pipeline.given == [["here"]]


def test_asking_again_is_another_run() -> None:
    from bot.engine.understanding import Understanding

    pipeline = Pipeline()

    async def twice() -> None:
        understanding = Understanding(pipeline)
        await asking(understanding, "a")
        await asking(understanding, "b")

    asyncio.run(twice())
    assert pipeline.given == [["a"], ["b"]]
