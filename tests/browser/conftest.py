"""One browser a file, fresh visitors for each test; an error in a page fails it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, expect

from benchmarks.web.server import Server, serving
from bot.run.stack import Stack
from tests.browser.browser import CHROMIUM, Visitors, chromium
from tests.browser.foreign import Site, site
from tests.browser.puppet import Puppet
from tests.browser.puppet import puppet as playing
from tests.browser.speech import SPEECH, Speech

expect.set_options(timeout=30_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    missing = pytest.mark.skip(reason="needs Chromium (.ci/run installs it)")
    for item in items:
        if "browser" in (item.path.parent.name, item.path.parent.parent.name):
            item.add_marker(pytest.mark.slow)
            if CHROMIUM is None:
                item.add_marker(missing)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Its event loop runs in this thread for as long as it is open: no other test could have one."""
    with chromium() as browser:
        yield browser


@pytest.fixture(params=list(SPEECH), ids=lambda locale: locale[:2])
def locale(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def speech(locale: str) -> Speech:
    return SPEECH[locale]


@pytest.fixture
def visitors(browser: Browser, running_stack: Stack) -> Iterator[Visitors]:
    """On the demo of the running stack."""
    visitors = Visitors(browser, running_stack.page)
    yield visitors
    visitors.leave()
    assert visitors.errors == []


@pytest.fixture(scope="session")
def theatre() -> Iterator[Puppet]:
    with playing() as puppet:
        yield puppet


@pytest.fixture
def puppet(theatre: Puppet) -> Puppet:
    """A server that says what the test wants; nothing was said yet."""
    theatre.forget()
    return theatre


@pytest.fixture(scope="session")
def shop() -> Iterator[Site]:
    """A site whose pages may use the chat of `mortal`."""
    with site() as shop:
        yield shop


@pytest.fixture(scope="session")
def stranger() -> Iterator[Site]:
    """A site whose pages may not."""
    with site() as stranger:
        yield stranger


@pytest.fixture(scope="session")
def mortal(shop: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A stack of its own, whose bot may be killed and started, and whose clock goes on."""
    with ExitStack() as left:
        with pytest.MonkeyPatch.context() as environment:
            environment.setenv("PRORATA_WEB_ORIGINS", shop.origin)
            server = left.enter_context(serving(tmp_path_factory.mktemp("mortal")))
        yield server
