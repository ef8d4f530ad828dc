"""The page of docs/channels/sign-in.md, copied as it is, works."""

from __future__ import annotations

import asyncio
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest
import requests
from aiohttp import web

from bot.channels.messaging.sign_in_page import PATH
from bot.model import ROOT
from bot.run.ports import free_ports
from tests.bot.channels.messaging.sign_ins import DONE, Booth, Posts
from tests.bot.channels.web.harness import IDENTITY

if TYPE_CHECKING:
    from tests.bot.loop import Loop

GUIDE = ROOT / "docs" / "channels" / "sign-in.md"
CUSTOMER = SimpleNamespace(name="Zoé <b>& Co</b>", account="demo-lyon")


@dataclass
class Company:
    url: str
    code: dict[str, Any]


@pytest.fixture
def booth() -> Booth:
    return Booth()


@pytest.fixture
def posts(loop: Loop, booth: Booth) -> Iterator[Posts]:
    with booth.serving(loop) as posts:
        yield posts


@pytest.fixture
def company(
    loop: Loop, booth: Booth, posts: Posts, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Company]:
    page, back_end = re.findall("```python\n(.+?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    code: dict[str, Any] = {"customer_of": lambda request: CUSTOMER, "aiohttp": aiohttp}
    here = page.replace("https://chat.example.com", posts.url.removesuffix(PATH))
    exec(compile(here + back_end, GUIDE, "exec"), code)
    monkeypatch.setenv("PRORATA_IDENTITY_KEY", IDENTITY.key)
    monkeypatch.setitem(code, "time", SimpleNamespace(time=lambda: booth.time.now.timestamp()))
    app, (port,) = web.Application(), free_ports(1)
    app.add_routes([web.get("/chat-sign-in", code["chat_sign_in"])])
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)

    async def start() -> None:
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()

    loop.run(start())
    yield Company(f"http://127.0.0.1:{port}/chat-sign-in", code)
    loop.run(runner.cleanup())


def test_its_form_ends_in_a_code(booth: Booth, company: Company) -> None:
    token = booth.offered(booth.person())
    page = requests.get(company.url, {"chat": token}, timeout=10)
    (action,) = re.findall('action="(.+?)"', page.text)
    fields = dict(re.findall('name="(chat|identity)" value="(.+?)"', page.text))
    shown = requests.post(action, {k: html.unescape(v) for k, v in fields.items()}, timeout=10)
    code = "".join(re.findall("[0-9]{3}", re.findall('hidden="true">(.+?)<', shown.text)[0]))
    assert booth.says(booth.person(), code) == DONE
    assert booth.account_of() == CUSTOMER.account


def test_nothing_of_others_is_markup_in_it(company: Company) -> None:
    page = requests.get(company.url, {"chat": '"><script>alert(1)</script>'}, timeout=10).text
    assert "<script" not in page
    assert "<b>" not in page
    assert html.escape(CUSTOMER.name) in page


def test_its_back_end_gets_a_code(loop: Loop, booth: Booth, company: Company) -> None:
    token = booth.offered(booth.person())

    async def ask() -> Any:
        async with aiohttp.ClientSession() as session:
            return await company.code["code_for"](session, token, "demo-boston")

    assert booth.says(booth.person(), loop.run(asyncio.wait_for(ask(), 10))) == DONE
    assert booth.account_of() == "demo-boston"


def test_it_names_every_error(booth: Booth) -> None:
    text = GUIDE.read_text("utf-8")
    for name, status in (("link", 410), ("identity", 403), ("too_fast", 429), ("trouble", 503)):
        assert f'| {status} | `{{"error": "{name}"}}` |' in text
