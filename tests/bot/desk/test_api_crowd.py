"""Fifty conversations handed over at once to five agents, everybody writing at the same time."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import aiohttp
import pytest

from bot.channels.reception import Incoming
from bot.handoff.commands import PAYLOADS
from tests.bot.desk.office import Browser, Office, serving
from tests.bot.loop import Loop

CONVERSATIONS = [f"c-{number}" for number in range(50)]
AGENTS = 5
MESSAGES = 4


@pytest.fixture(scope="module")
def office(loop: Loop) -> Iterator[Office]:
    with serving(loop) as office:
        yield office


async def customer_writes(office: Office, conversation: str) -> None:
    """Each message twice, as by a widget that is not sure."""
    for number in range(MESSAGES):
        answers = []
        for _ in range(2):
            incoming = Incoming(conversation, "web", f"q{number}", message_id=f"q{number}")
            heard, is_new = office.reception.hear(incoming)
            if is_new:
                answers.append(asyncio.create_task(office.reception.answer(heard)))
        await asyncio.gather(*answers)
        await asyncio.sleep(0)


async def post(http: aiohttp.ClientSession, agent: Browser, path: str, body: Any) -> int:
    url = f"{agent.url}/desk/api/conversations/{path}"
    headers = {"Cookie": agent.cookie, "X-CSRF-Token": agent.csrf}
    async with http.post(url, json=body, headers=headers) as response:
        return response.status


async def agent_works(http: aiohttp.ClientSession, agent: Browser) -> list[str]:
    """Claims all that there is, and says each message twice in what it got."""
    claims = [post(http, agent, f"{conversation}/claim", {}) for conversation in CONVERSATIONS]
    statuses = await asyncio.gather(*claims)
    assert set(statuses) <= {200, 409}
    mine = [id_ for id_, status in zip(CONVERSATIONS, statuses, strict=True) if status == 200]
    for number in range(MESSAGES):
        said = [
            post(http, agent, f"{id_}/messages", {"text": f"a{number}", "id": f"a{number}"})
            for id_ in mine
            for _ in range(2)
        ]
        assert set(await asyncio.gather(*said)) <= {200}
    return mine


async def everybody_at_once(office: Office, agents: list[Browser]) -> list[list[str]]:
    joins = []
    for conversation in CONVERSATIONS:
        incoming = Incoming(conversation, "web", "please", payload=PAYLOADS["join"])
        heard, _ = office.reception.hear(incoming)
        joins.append(office.reception.answer(heard))
    await asyncio.gather(*joins)
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http:
        writing = [customer_writes(office, conversation) for conversation in CONVERSATIONS]
        working = [agent_works(http, agent) for agent in agents]
        done = await asyncio.gather(*working, *writing)
    return [mine for mine in done[:AGENTS] if mine is not None]


def test_nothing_is_lost_or_doubled_and_each_has_one_agent(office: Office) -> None:
    agents = [office.agent(f"agent-{number}") for number in range(AGENTS)]
    sockets = [office.socket(agent) for agent in agents]
    mine = office.loop.run(everybody_at_once(office, agents))
    assert sorted(id_ for ids in mine for id_ in ids) == sorted(CONVERSATIONS)
    stored = {id_: office.entries(id_) for id_ in CONVERSATIONS}
    asked = [f"q{number}" for number in range(MESSAGES)]
    said = [f"a{number}" for number in range(MESSAGES)]
    for conversation, entries in stored.items():
        by_author = {
            author: [entry.body["text"] for entry in entries if entry.author == author]
            for author in ("customer", "agent", "bot", "notice")
        }
        assert by_author["customer"] == ["please", *asked]
        assert by_author["agent"] == said
        assert by_author["bot"] == []
        assert len(by_author["notice"]) == 2
        shown = [entry.seq for entry in office.customers.shown[conversation]]
        assert sorted(shown) == [entry.seq for entry in entries]
        to_read = [e.seq for e in office.customers.shown[conversation] if e.author != "customer"]
        assert all(before < after for before, after in pairwise(to_read))
    expected = {(id_, entry.seq) for id_, entries in stored.items() for entry in entries}
    for socket in sockets:
        office.until(lambda socket=socket: len(seen(socket)) >= len(expected))  # type: ignore[misc]
        assert Counter(seen(socket)) == Counter(expected)
    assert office.asked(office.transcript.unanswered) == []


def seen(socket: Any) -> list[tuple[str, int]]:
    return [
        (data["conversation"], data["entry"]["seq"])
        for name, data in socket.received
        if name == "entry"
    ]
