"""The desk's page as an agent uses it: by roles and names."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

from bot.desk.accounts import Accounts
from bot.desk.accounts import Agent as Account
from tests.browser.browser import Visitors
from tests.browser.desk.words import DeskWords

PASSWORD = "correct horse battery"


class Agent:
    def __init__(self, page: Page, account: Account, locale: str) -> None:
        self.page = page
        self.account = account
        self.words = DeskWords(locale)

    @property
    def name(self) -> str:
        return self.account.name

    @property
    def log(self) -> Locator:
        return self.page.get_by_role("log", name=self.words("log"), exact=True)

    @property
    def bubbles(self) -> Locator:
        """What was said, oldest first; what is folded away too."""
        return self.log.locator(".bubble, .notice")

    @property
    def answer(self) -> Locator:
        """Where the agent writes to the customer."""
        return self.page.locator(".composer textarea")

    @property
    def about(self) -> Locator:
        return self.page.locator(".about")

    @property
    def details(self) -> Locator:
        return self.page.get_by_role("region", name=self.words("details"), exact=True)

    @property
    def connection(self) -> Locator:
        return self.page.locator(".connection")

    def button(self, name: str, /, **values: object) -> Locator:
        return self.page.get_by_role("button", name=self.words(name, **values), exact=True)

    def row(self, conversation: str, group: str | None = None) -> Locator:
        """In the list; `group` is mine, waiting, others or bot."""
        within = f".group.{group} " if group else ""
        return self.page.locator(f'{within}.row[data-id="{conversation}"]')

    def sign_in(self) -> None:
        self.page.get_by_label(self.words("login")).fill(self.account.login)
        self.page.get_by_label(self.words("password")).fill(PASSWORD)
        self.button("sign_in").click()
        expect(self.connection).to_have_text(self.words("connection_online"))

    def take(self, conversation: str) -> None:
        """From the queue."""
        row = self.row(conversation, "waiting")
        row.locator("xpath=..").get_by_role("button", name=self.words("take"), exact=True).click()
        expect(self.about).to_contain_text(self.words("held_by_you"))
        expect(self.answer).to_be_visible()

    def open(self, conversation: str) -> None:
        self.row(conversation).click()
        expect(self.page.locator("h2.customer-name")).to_be_visible()

    def say(self, text: str) -> None:
        self.answer.fill(text)
        self.answer.press("Enter")

    def said(self, text: str) -> Locator:
        """By this or another agent, and stored."""
        return self.log.locator(".message.agent .bubble").get_by_text(text, exact=True)

    def heard(self, text: str) -> Locator:
        """From the customer."""
        return self.log.locator(".message.customer .bubble").get_by_text(text, exact=True)

    def transfer(self, to: Agent) -> None:
        self.button("transfer").click()
        dialog = self.page.get_by_role("dialog", name=self.words("transfer_whom"))
        dialog.get_by_role("radio", name=to.name).check()
        dialog.get_by_role("button", name=self.words("transfer"), exact=True).click()
        expect(self.page.get_by_text(self.words("transferred", name=to.name))).to_be_visible()

    def close(self) -> None:
        self.button("close").click()
        self.page.get_by_role("dialog").get_by_role(
            "button", name=self.words("close"), exact=True
        ).click()
        expect(self.about).to_contain_text(self.words("state_closed"))


class Staff:
    """The agents of a stack: made in its store, as `python -m bot agents add` does."""

    def __init__(self, accounts: Accounts, visitors: Visitors, home: str) -> None:
        self._accounts = accounts
        self._visitors = visitors
        self._home = home.rstrip("/")
        visitors.expects(r"401 .*desk/api/me")  # so the page learns that nobody is signed in

    def hire(self, name: str, languages: tuple[str, ...] = ("en", "fr")) -> Account:
        known = {account.name: account for account in self._accounts.list()}
        login = name.lower()
        return known.get(name) or self._accounts.add(
            login, PASSWORD, name=name, languages=list(languages)
        )

    def come(self, name: str, locale: str, **options: Any) -> Agent:
        """Signed in, in a browser of their own."""
        agent = self.at_the_door(name, locale, **options)
        agent.sign_in()
        return agent

    def at_the_door(self, name: str, locale: str, **options: Any) -> Agent:
        context = self._visitors.new_context(locale, **options)
        page = context.new_page()
        page.goto(f"{self._home}/desk?locale={locale}")
        return Agent(page, self.hire(name), locale)
