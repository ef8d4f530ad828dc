"""Chromium, and visitors in it whose consoles are listened to."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from tests.browser.chat import Chat
from tests.conftest import NOW

CHROMIUM = shutil.which("chromium")
_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_TIME_ZONE = "America/Toronto"


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


class Visitors:
    """Each visitor is a browser of their own; what goes wrong in their pages is noted."""

    def __init__(self, browser: Browser, home: str) -> None:
        self.home = home.rstrip("/")
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self._errors: list[str] = []
        self._expected: list[str] = []

    def visit(
        self, locale: str = "en-CA", path: str = "/", home: str | None = None, **options: Any
    ) -> Chat:
        """The demo's page, or that of another server; `options` are those of new_context."""
        chat = Chat(self.new_context(locale, **options).new_page(), locale)
        chat.page.goto(f"{home or self.home}{path}?locale={locale}")
        return chat

    def new_context(self, locale: str, frozen: bool = True, **options: Any) -> BrowserContext:
        """`options` are Playwright's."""
        context = self._browser.new_context(locale=locale, timezone_id=_TIME_ZONE, **options)
        context.set_default_timeout(30_000)
        if frozen:  # as the stack is
            context.clock.set_fixed_time(datetime.fromisoformat(NOW))
        context.route("https://**", lambda route: route.abort())  # nothing leaves this machine
        context.on("weberror", lambda failure: self._errors.append(str(failure.error)))
        context.on("console", self._heard)
        self._contexts.append(context)
        return context

    def expects(self, *patterns: str) -> None:
        """What this test's consoles may say, such as that the network is gone."""
        self._expected += patterns

    @property
    def errors(self) -> list[str]:
        return [
            error
            for error in self._errors
            if not any(re.search(expected, error) for expected in self._expected)
        ]

    def leave(self) -> None:
        for context in self._contexts:
            context.close()

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._errors.append(f"{message.text} ({message.location.get('url')})")


def second_tab(chat: Chat, path: str | None = None) -> Chat:
    """Of the same visitor."""
    page: Page = chat.page.context.new_page()
    page.goto(path or chat.page.url)
    return Chat(page, chat.words.locale)
