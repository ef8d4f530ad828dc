"""The network goes, the server dies: nothing is lost, and nothing comes twice."""

from __future__ import annotations

from playwright.sync_api import expect

from benchmarks.web.server import Server
from tests.browser.browser import Visitors
from tests.browser.chat import ANSWERED_WITHIN
from tests.browser.speech import Speech

NETWORK = ("WebSocket connection", "Failed to load resource", "net::ERR")


def test_what_is_typed_offline_is_sent_once(
    visitors: Visitors, locale: str, speech: Speech
) -> None:
    visitors.expects(*NETWORK)
    chat = visitors.visit(locale)
    chat.open()
    chat.page.context.set_offline(True)
    expect(chat.connection).to_be_visible(timeout=ANSWERED_WITHIN)
    chat.say(speech.question)
    chat.say(speech.person)
    expect(chat.said).to_have_count(2)
    expect(chat.said.last).to_contain_text(chat.words("waiting"))

    chat.page.context.set_offline(False)
    expect(chat.connection).to_be_hidden(timeout=ANSWERED_WITHIN)
    expect(chat.element.get_by_text(chat.words("online")).first).to_be_attached()
    expect(chat.answer(2)).to_contain_text(speech.phone)
    before = chat.texts()
    assert len(before) == 5
    chat.page.reload()
    expect(chat.answers).to_have_count(3)
    assert sorted(chat.texts()) == sorted(before)


def test_a_page_that_was_opened_offline_catches_up(
    visitors: Visitors, locale: str, speech: Speech
) -> None:
    visitors.expects(*NETWORK)
    chat = visitors.visit(locale)
    chat.page.context.set_offline(True)
    chat.launcher.click()
    expect(chat.connection).to_be_visible()
    chat.say(speech.question)
    chat.page.context.set_offline(False)
    expect(chat.log).to_contain_text(speech.answer, timeout=ANSWERED_WITHIN)
    expect(chat.said).to_have_count(1)


def test_a_server_that_is_killed_answers_when_it_is_back(
    visitors: Visitors, locale: str, speech: Speech, mortal: Server
) -> None:
    visitors.expects(*NETWORK)
    chat = visitors.visit(locale, home=mortal.url.rstrip("/"), frozen=False)
    chat.open()
    chat.say(speech.question)
    expect(chat.said.and_(chat.log.locator("[data-seq]"))).to_have_count(1)
    mortal.kill()  # the message is stored, and the answer on its way
    expect(chat.connection).to_be_visible()
    chat.say(speech.person)
    mortal.start()

    expect(chat.connection).to_be_hidden(timeout=ANSWERED_WITHIN)
    expect(chat.element.get_by_text(chat.words("online")).first).to_be_attached()
    expect(chat.answers).to_have_count(3, timeout=ANSWERED_WITHIN)
    for _ in range(2):
        expect(chat.said).to_have_count(2)
        expect(chat.answers).to_have_count(3)
        expect(chat.answers.nth(1)).to_contain_text(speech.answer)
        expect(chat.answers.nth(2)).to_contain_text(speech.phone)
        chat.page.reload()
