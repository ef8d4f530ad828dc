"""rasa-webchat, which nobody here wrote, as docs/embedding.md puts it on a page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from benchmarks.web.server import Server
from tests.browser.browser import Visitors
from tests.browser.chat import ANSWERED_WITHIN
from tests.browser.foreign import Site, page
from tests.browser.speech import Speech
from tests.browser.words import ROOT

SCRIPT = ROOT / ".ci" / "peers" / "node_modules" / "rasa-webchat" / "lib" / "index.js"

pytestmark = pytest.mark.skipif(
    not SCRIPT.exists(), reason="needs rasa-webchat (.ci/run installs it)"
)


def opened(visitors: Visitors, locale: str, server: Server, shop: Site) -> Page:
    shop.pages["/rasa-webchat.js"] = SCRIPT.read_text("utf-8")
    shop.pages["/start.js"] = (
        f'WebChat.default({{ socketUrl: "{server.url.rstrip("/")}", '
        'socketPath: "/socket.io/", title: "Support", customMessageDelay: () => 0 }, null);'
    )
    shop.pages["/public"] = page(
        '<script src="/rasa-webchat.js"></script><script src="/start.js"></script>', locale
    )
    visitors.expects("fonts.googleapis.com")
    chat = visitors.visit(locale, home=shop.origin, path="/public", frozen=False)
    chat.page.locator(".rw-launcher").click()
    return chat.page


def ask(page: Page, text: str) -> None:
    page.locator(".rw-new-message").fill(text)
    page.locator(".rw-new-message").press("Enter")


def test_a_question_a_button_and_a_reload(
    visitors: Visitors, locale: str, speech: Speech, mortal: Server, shop: Site
) -> None:
    page = opened(visitors, locale, mortal, shop)
    said = page.locator(".rw-response")
    expect(said.first).to_be_visible(timeout=ANSWERED_WITHIN)
    ask(page, speech.question)
    expect(said.filter(has_text=speech.answer)).to_be_visible(timeout=ANSWERED_WITHIN)
    button = page.locator(".rw-reply").last
    title = button.inner_text()
    before = said.count()
    button.click()
    expect(page.locator(".rw-client").last).to_contain_text(title)
    expect(said.nth(before)).to_be_visible(timeout=ANSWERED_WITHIN)

    before = said.count()
    page.reload()
    expect(said.filter(has_text=speech.answer)).to_be_visible()
    ask(page, speech.person)  # from where the region is not known, so with a longer number
    expect(said.filter(has_text="937-3067")).to_be_visible(timeout=ANSWERED_WITHIN)
