"""The widget on another company's page."""

from __future__ import annotations

from playwright.sync_api import expect

from benchmarks.web.server import Server
from tests.browser.browser import Visitors
from tests.browser.foreign import Site, page
from tests.browser.speech import Speech
from tests.browser.test_connection import NETWORK

HOSTILE_STYLES = """<style>
  * { color: red !important; font: 40px serif !important; display: inline !important; }
  button { border: 9px solid red; }
</style>"""


def embedded(server: Server, locale: str) -> str:
    return page(
        f'<script type="module" src="{server.url}widget.js"></script>'
        f'<prorata-chat locale="{locale}" greeting="off"></prorata-chat>',
        locale,
    )


def test_it_talks_to_the_server_of_its_script(
    visitors: Visitors, locale: str, speech: Speech, mortal: Server, shop: Site
) -> None:
    shop.pages["/"] = embedded(mortal, locale)
    chat = visitors.visit(locale, home=shop.origin, path="/", frozen=False)
    chat.open()
    expect(chat.ask(speech.question)).to_contain_text(speech.answer)
    chat.page.reload()
    expect(chat.answers).to_have_count(2)


def test_a_page_that_is_not_listed_is_told_that_there_is_no_connection(
    visitors: Visitors, locale: str, mortal: Server, stranger: Site
) -> None:
    visitors.expects(*NETWORK, "CORS policy")
    stranger.pages["/"] = embedded(mortal, locale)
    chat = visitors.visit(locale, home=stranger.origin, path="/", frozen=False)
    chat.launcher.click()
    expect(chat.connection).to_be_visible()
    chat.say("Allô?")
    expect(chat.said.last).to_contain_text(chat.words("waiting"))
    expect(chat.answers).to_have_count(0)


def test_the_page_s_styles_stay_outside(
    visitors: Visitors, locale: str, mortal: Server, shop: Site
) -> None:
    shop.pages["/styled"] = HOSTILE_STYLES + embedded(mortal, locale)
    chat = visitors.visit(locale, home=shop.origin, path="/styled", frozen=False)
    chat.launcher.click()
    size = "element => parseFloat(getComputedStyle(element).fontSize)"
    assert chat.input.evaluate(size) < 20
    expect(chat.button("send")).not_to_have_css("border-top-width", "9px")
    expect(chat.panel).not_to_have_css("color", "rgb(255, 0, 0)")
