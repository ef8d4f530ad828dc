"""The widget on another company's page."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from benchmarks.web.server import Server
from tests.browser.browser import Visitors
from tests.browser.foreign import Site, page
from tests.browser.speech import Speech
from tests.browser.test_connection import NETWORK

STYLES = """<style>
  body { font: italic 40px serif; color: red; letter-spacing: 9px; text-transform: uppercase; }
  button { border: 9px solid red; }
</style>"""
RESET = "<style>* { font-size: 40px; letter-spacing: 9px; text-transform: uppercase; }</style>"


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


@pytest.mark.parametrize("styles", [STYLES, RESET], ids=["inherited", "for everything"])
def test_the_page_s_styles_stay_outside(
    visitors: Visitors, mortal: Server, shop: Site, styles: str
) -> None:
    shop.pages["/styled"] = styles + embedded(mortal, "en-CA")
    chat = visitors.visit(home=shop.origin, path="/styled", frozen=False)
    chat.launcher.click()
    for part in (chat.input, chat.panel):
        size = part.evaluate("element => parseFloat(getComputedStyle(element).fontSize)")
        assert size < 20
        expect(part).to_have_css("letter-spacing", "normal")
        expect(part).to_have_css("text-transform", "none")
        expect(part).to_have_css("font-style", "normal")
        expect(part).not_to_have_css("color", "rgb(255, 0, 0)")
    expect(chat.button("send")).not_to_have_css("border-top-width", "9px")
