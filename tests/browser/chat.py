"""The chat on a page, as a customer sees it: by roles and names, through the shadow root."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.words import Words

# Rasa answers within a second; a machine that runs other things besides takes its time.
ANSWERED_WITHIN = 60_000


class Chat:
    def __init__(self, page: Page, locale: str) -> None:
        self.page = page
        self.words = Words(locale)

    @property
    def element(self) -> Locator:
        return self.page.locator("prorata-chat")

    @property
    def launcher(self) -> Locator:
        """Its name may go on with the number of unread messages."""
        name = re.compile(f"^{re.escape(self.words('launcher'))}")
        return self.page.get_by_role("button", name=name)

    @property
    def panel(self) -> Locator:
        return self.page.get_by_role("dialog", name=self.words("title"), exact=True)

    @property
    def sheet(self) -> Locator:
        return self.panel.get_by_role("dialog")

    @property
    def log(self) -> Locator:
        return self.panel.get_by_role("log")

    @property
    def input(self) -> Locator:
        return self.panel.get_by_role("textbox", name=self.words("input"), exact=True)

    @property
    def answers(self) -> Locator:
        return self.log.locator("[part~=message-bot]")

    @property
    def said(self) -> Locator:
        """What the customer said, sent or not."""
        return self.log.locator("[part~=message-customer]")

    @property
    def card(self) -> Locator:
        return self.log.get_by_role("article").last

    @property
    def connection(self) -> Locator:
        return self.panel.get_by_role("status").filter(has_text=self.words("offline"))

    def button(self, name: str, **values: object) -> Locator:
        """One of the widget's own, by the name of its text."""
        return self.element.get_by_role("button", name=self.words(name, **values), exact=True)

    def open(self) -> None:
        """Opened; greeted, or what was said before is there."""
        self.launcher.click()
        expect(self.input).to_be_focused()
        expect(self.answers.first).to_be_visible(timeout=ANSWERED_WITHIN)

    def close(self) -> None:
        self.button("close").click()
        expect(self.launcher).to_be_focused()

    def say(self, text: str) -> None:
        self.input.fill(text)
        self.input.press("Enter")

    def ask(self, text: str) -> Locator:
        """What the bot answers to it."""
        before = self.answers.count()
        self.say(text)
        return self.answer(before)

    def press(self, title: str) -> Locator:
        """What the bot answers to its own button, the latest with that title."""
        before = self.answers.count()
        self.log.get_by_role("button", name=title, exact=True).last.click()
        return self.answer(before)

    def answer(self, after: int) -> Locator:
        """The answer after so many others, once it is there."""
        expect(self.answers.nth(after)).to_be_visible(timeout=ANSWERED_WITHIN)
        return self.answers.nth(after)

    def choose(self, name: str) -> None:
        """From the menu."""
        self.button("menu").click()
        self.button(name).click()

    def texts(self) -> list[str]:
        """What was said, in order."""
        return self.log.locator("[part~=message] .bubble, [part~=card]").all_inner_texts()

    def sign_in(self, account: str) -> None:
        """On the demo page."""
        self.page.locator(f"[data-account={account}]").click()
        expect(self.page.locator(f"[data-shows={account}]")).to_be_visible()
