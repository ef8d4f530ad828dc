"""Two hundred conversations at once, with a billing system that works and with one that hangs."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.action_answer_quote import ActionAnswerQuote
from actions.action_calm import ActionCalm
from tests.actions.conftest import Said
from tests.actions.loopback import Peer, silence

CROWD = 200


async def converse(tracker: Any) -> dict[str, Any]:
    dispatcher = CollectingDispatcher()
    await ActionAnswerQuote().run(dispatcher, tracker, {})
    (message,) = dispatcher.messages
    return dict(message)


@pytest.mark.slow
@pytest.mark.usefixtures("billing")
def test_all_get_their_own_amount_or_an_honest_sentence(said: Said) -> None:
    """A slow machine may answer some too late; whoever gets an amount gets the right one."""

    async def crowd() -> list[dict[str, Any]]:
        asked = (
            converse(
                said(
                    "inform",
                    account="demo-montreal",
                    slots={"subscription": "sub_demo_1", "seats": 1 + number % 3},
                )
            )
            for number in range(CROWD)
        )
        return await asyncio.gather(*asked)

    right = {1: "295.89", 2: "591.78", 3: "887.67"}
    messages = asyncio.run(crowd())
    quotes = [message for message in messages if message["response"] == "utter_quote"]
    assert {m["response"] for m in messages} <= {"utter_quote", "utter_no_quote_unavailable"}
    assert len(quotes) >= 64
    for message in quotes:
        assert message["due_now"]["amount"] == right[message["quote"]["seats"]]


@pytest.mark.slow
def test_a_billing_system_that_hangs_delays_nobody_else(
    peer: Callable[..., Peer], ask_at: Callable[[str], None], said: Said
) -> None:
    async def others(until: asyncio.Future[Any]) -> list[float]:
        turns = []
        while not until.done():
            started = time.monotonic()
            await ActionCalm().run(CollectingDispatcher(), said("express_frustration"), {})
            await asyncio.sleep(0.01)
            turns.append(time.monotonic() - started)
        return turns

    async def crowd() -> tuple[list[dict[str, Any]], list[float]]:
        slots = {"subscription": "sub_1", "seats": 3}
        asked = asyncio.gather(
            *(converse(said("inform", account="acct_1", slots=slots)) for _ in range(CROWD))
        )
        turns = await others(asked)
        return await asked, turns

    ask_at(peer(silence).url)
    started = time.monotonic()
    messages, turns = asyncio.run(crowd())
    assert time.monotonic() - started < 7
    said_so = Counter(message["response"] for message in messages)
    assert sum(said_so.values()) == CROWD
    assert {name.removesuffix("_for") for name in said_so} == {"utter_no_quote_unavailable"}
    assert sorted(turns)[int(len(turns) * 0.95)] < 0.05
