"""`python -m tests.browser.desk.screenshots`: the desk's pictures in docs/images/."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import expect

from bot.model import ready_model
from bot.progress import say
from bot.run.stack import any_ports, stack
from bot.run.supervisor import running
from tests.browser.browser import Visitors, chromium
from tests.browser.chat import Chat
from tests.browser.desk.agent import Agent
from tests.browser.desk.conftest import staff_of
from tests.browser.desk.meeting import from_the_agent, is_offered_people, joins, notice
from tests.browser.desk.tickets import CALLBACK, keep_tickets
from tests.browser.screenshots import IMAGES, save
from tests.browser.speech import SPEECH
from tests.conftest import NOW

WIDE = {"viewport": {"width": 1280, "height": 760}, "reduced_motion": "reduce"}
PHONE = {"viewport": {"width": 400, "height": 780}, "reduced_motion": "reduce"}
HELLO = "Hello, this is Camille. I have your quote in front of me."
ASKED = "Can I pay it by purchase order?"


def take(agent: Agent, name: str) -> None:
    agent.page.mouse.move(0, 0)
    save(agent.page.screenshot(animations="disabled"), IMAGES / f"desk-{name}.png")


def waiting(visitors: Visitors, state: Path, locale: str, account: str | None = None) -> Chat:
    chat = visitors.visit(locale)
    if account:
        chat.sign_in(account)
    chat.open()
    if account:
        chat.ask(SPEECH[locale].whole_quote)
    is_offered_people(chat)
    joins(chat, state)
    return chat


def pictures(visitors: Visitors, state: Path, home: str) -> None:
    keep_tickets(state)
    with staff_of(state, visitors, home) as staff:
        agent, other = staff.come("Camille", "en-CA", **WIDE), staff.come("Noor", "fr-CA", **PHONE)
        chat = waiting(visitors, state, "en-CA", "demo-montreal")
        waiting(visitors, state, "fr-CA")
        third = visitors.visit("fr-CA")
        third.open()
        third.ask(SPEECH["fr-CA"].question)
        expect(agent.page.locator(".group.waiting .row")).to_have_count(2)
        expect(agent.page.locator(".group.bot .row")).to_have_count(1)
        take(agent, "queue")

        agent.page.locator(".group.waiting .take").first.click()
        expect(notice(chat, "utter_agent_joined", agent=agent.name)).to_be_visible()
        agent.say(HELLO)
        from_the_agent(chat, HELLO)
        chat.say(ASKED)
        expect(agent.heard(ASKED)).to_be_visible()
        agent.details.get_by_role("textbox").fill("Prefers to pay by purchase order.")
        agent.button("note_add").click()
        expect(agent.details.locator(".note")).to_be_visible()
        agent.log.locator("summary").click()
        agent.log.locator("article.quote").evaluate(
            "card => card.scrollIntoView({block: 'center'})"
        )
        agent.details.evaluate("details => details.scrollTo(0, 0)")
        take(agent, "conversation")

        other.page.locator(".group.waiting .take").first.click()
        expect(other.answer).to_be_visible()
        other.answer.fill("/")
        expect(other.page.locator(".canned [role=option]").first).to_be_visible()
        other.page.emulate_media(color_scheme="dark")
        take(other, "phone")

        agent.page.get_by_role("link", name=agent.words("tickets")).click()
        expect(agent.page.get_by_role("link", name=CALLBACK["phone_shown"])).to_be_visible()
        take(agent, "tickets")


def main() -> int:
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="prorata-pictures-") as folder:
        ours = stack(any_ports(), Path(folder), ready_model(say), NOW)
        with running(ours, say), chromium() as browser:
            visitors = Visitors(browser, ours.page)
            pictures(visitors, ours.state, ours.page)
            visitors.leave()
    return 0


if __name__ == "__main__":
    sys.exit(main())
