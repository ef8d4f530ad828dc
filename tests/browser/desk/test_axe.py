"""No part of the desk, in no language, scheme or width, has a violation that axe-core finds."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import expect

from bot.desk.command import opened
from bot.run.stack import DATABASE, Stack
from bot.store.outbox import Cursors
from bot.store.transcript import Transcript
from tests.browser import axe
from tests.browser.browser import Visitors
from tests.browser.chat import ANSWERED_WITHIN
from tests.browser.desk.agent import Agent, Staff
from tests.browser.desk.meeting import from_the_agent, is_offered_people, joins
from tests.browser.desk.tickets import CALLBACK, keep_tickets
from tests.browser.speech import SPEECH
from tests.conftest import NOW

pytestmark = pytest.mark.skipif(axe.source() is None, reason="needs axe-core (.ci/run installs it)")

WIDTHS = {"wide": 1280, "narrow": 400}
HEIGHT = 800
_IS_TOO_LONG = "document.documentElement.scrollHeight > innerHeight"


def found(agent: Agent, state: str) -> list[str]:
    """In both schemes and widths."""
    problems = []
    for width in WIDTHS.values():
        agent.page.set_viewport_size({"width": width, "height": HEIGHT})
        for scheme in ("light", "dark"):
            agent.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            where = f"{state}, {scheme}, {width}"
            problems += [f"{where}: {each}" for each in axe.violations(agent.page)]
            if agent.page.evaluate(_IS_TOO_LONG):
                problems.append(f"{where}: the page itself scrolls, and its parts go out of sight")
    agent.page.set_viewport_size({"width": WIDTHS["wide"], "height": HEIGHT})
    return problems


@pytest.fixture
def wide() -> dict[str, object]:
    viewport = {"width": WIDTHS["wide"], "height": HEIGHT}
    return {"viewport": viewport, "reduced_motion": "reduce"}


def test_the_door(staff: Staff, locale: str, wide: dict[str, object]) -> None:
    agent = staff.at_the_door("Camille", locale, **wide)
    expect(agent.button("sign_in")).to_be_visible()
    problems = found(agent, "sign-in")
    agent.button("sign_in").click()
    expect(agent.page.get_by_role("alert")).to_have_text(agent.words("missing"))
    assert problems + found(agent, "refused") == []


def empty(agent: Agent) -> None:
    agent.page.get_by_label(agent.words("search")).fill("nobody is called so")
    none = agent.words("none_found"), agent.words("none_yet")
    expect(agent.page.locator(".queue .none")).to_have_text(re.compile("|".join(none)))


def team(agent: Agent) -> None:
    agent.page.get_by_label(agent.words("search")).fill("")
    agent.page.locator(".presence").click()
    expect(agent.page.get_by_text(agent.words("team"), exact=True)).to_be_visible()


def menu(agent: Agent) -> None:
    agent.page.keyboard.press("Escape")
    agent.button("your_menu", name=agent.name).click()
    expect(agent.page.get_by_label(agent.words("sound"))).to_be_visible()


def keys(agent: Agent) -> None:
    agent.button("keys_title").click()
    expect(agent.page.get_by_role("dialog", name=agent.words("keys_title"))).to_be_visible()


def tickets(agent: Agent) -> None:
    agent.page.keyboard.press("Escape")
    agent.page.get_by_role("link", name=agent.words("tickets")).click()
    expect(agent.page.get_by_role("link", name=CALLBACK["phone_shown"]).first).to_be_visible()


STATES: list[Callable[[Agent], None]] = [empty, team, menu, keys, tickets]


def test_the_list_the_menus_and_the_tickets(
    staff: Staff, running_stack: Stack, locale: str, wide: dict[str, object]
) -> None:
    keep_tickets(running_stack.state)
    agent, problems = staff.come("Camille", locale, **wide), []
    for state in STATES:
        state(agent)
        problems += found(agent, state.__name__)
    assert problems == []


def talking(agent: Agent) -> None:
    agent.log.locator("summary").first.click()  # folded since the agent has answered
    expect(agent.log.locator("article.quote")).to_be_visible()


def noted(agent: Agent) -> None:
    agent.details.get_by_role("textbox").fill("Il rappelle demain.")
    agent.button("note_add").click()
    expect(agent.details.locator(".note")).to_be_visible()


def replying(agent: Agent) -> None:
    agent.answer.fill("/")
    expect(agent.page.locator(".canned [role=option]").first).to_be_visible()


def transferring(agent: Agent) -> None:
    agent.answer.fill("")
    agent.button("transfer").click()
    expect(agent.page.get_by_role("dialog")).to_be_visible()


def closing(agent: Agent) -> None:
    agent.page.keyboard.press("Escape")
    agent.button("close").click()
    expect(agent.page.get_by_role("dialog")).to_be_visible()


def refuse(state: Path, conversation: str) -> None:
    """What was said last there, as if by the customer's platform."""
    engine = opened(state / DATABASE)
    entry = Transcript(engine, lambda: datetime.fromisoformat(NOW)).since(conversation, 0, 1)[0]
    Cursors(engine).refuse("sms", entry, "blocked")
    engine.dispose()


PARTS: list[Callable[[Agent], None]] = [talking, noted, replying, transferring, closing]


def test_a_conversation(
    visitors: Visitors, staff: Staff, running_stack: Stack, locale: str, wide: dict[str, object]
) -> None:
    agent = staff.come("Camille", locale, **wide)
    chat = visitors.visit(locale)
    chat.sign_in("demo-montreal")
    chat.open()
    chat.ask(SPEECH[locale].whole_quote)
    is_offered_people(chat)
    conversation = joins(chat, running_stack.state)
    expect(agent.row(conversation, "waiting")).to_be_visible()
    problems = found(agent, "queue")
    agent.take(conversation)
    agent.say("Bonjour")
    from_the_agent(chat, "Bonjour")
    refuse(running_stack.state, conversation)
    expect(agent.log.get_by_text(agent.words("undelivered"))).to_be_visible()
    for part in PARTS:
        part(agent)
        problems += found(agent, part.__name__)
    assert problems == []
    agent.page.get_by_role("dialog").get_by_role(
        "button", name=agent.words("close"), exact=True
    ).click()
    expect(agent.about).to_contain_text(agent.words("state_closed"))


def test_a_network_that_is_gone(
    visitors: Visitors, staff: Staff, locale: str, wide: dict[str, object]
) -> None:
    visitors.expects("socket.io", "WebSocket", "net::ERR", "Failed to load resource")
    agent = staff.come("Camille", locale, **wide)
    agent.page.context.set_offline(True)
    told = agent.page.locator("section.offline")
    expect(told).to_have_text(agent.words("offline"), timeout=ANSWERED_WITHIN)
    assert found(agent, "offline") == []
