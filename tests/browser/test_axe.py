"""No state of the chat, in no language and no scheme, has a violation that axe-core finds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser import axe
from tests.browser.browser import Visitors
from tests.browser.chat import Chat
from tests.browser.puppet import Puppet
from tests.browser.quotes import ESTIMATE, EXPIRED, QUOTE

pytestmark = pytest.mark.skipif(axe.source() is None, reason="needs axe-core (.ci/run installs it)")

LINKS = [{"text": "1 855 937-3067", "url": "tel:+1-855-937-3067"}]
BUTTONS = [{"title": "AutoCAD", "payload": "a"}, {"title": "Revit", "payload": "b"}]
PHONE = {"width": 390, "height": 844}


def found(chat: Chat) -> list[str]:
    """In both schemes."""
    problems = []
    for scheme in ("light", "dark"):
        chat.page.emulate_media(color_scheme=scheme)
        problems += [f"{scheme}: {each}" for each in axe.violations(chat.page)]
    return problems


@pytest.mark.parametrize("path", ["/", "/embed"])
def test_a_page_with_the_chat_closed(visitors: Visitors, locale: str, path: str) -> None:
    chat = visitors.visit(locale, path, reduced_motion="reduce")
    expect(chat.launcher).to_be_visible()
    assert found(chat) == []


def test_a_signed_in_account(visitors: Visitors, locale: str) -> None:
    chat = visitors.visit(locale, reduced_motion="reduce")
    chat.sign_in("demo-montreal")
    assert found(chat) == []


def talk(chat: Chat, puppet: Puppet) -> None:
    puppet.say("Bonjour", language="fr", buttons=BUTTONS)
    puppet.say("Combien?", "customer")
    puppet.say("Appelez le 1 855 937-3067.", response="utter_faq_x", language="fr", links=LINKS)
    puppet.say("Je prends la suite.", "agent", language="fr")
    puppet.say("La conversation est transférée.", "notice")
    chat.open()


def greeting(chat: Chat, puppet: Puppet) -> None:
    chat.element.evaluate("chat => { chat.greetingDelay = 0; chat.prompts.start(); }")
    expect(chat.button("greeting")).to_be_visible()


def unread(chat: Chat, puppet: Puppet) -> None:
    talk(chat, puppet)
    chat.button("close").click()
    chat.button("rating_skip").click()
    puppet.say("Êtes-vous là?")
    name = f"{chat.words('launcher')}, {chat.words('unit_unread', n=1)}"
    expect(chat.launcher).to_have_accessible_name(name)


def question_for_a_rating(chat: Chat, puppet: Puppet) -> None:
    talk(chat, puppet)
    chat.button("close").click()
    expect(chat.element.get_by_text(chat.words("rating"))).to_be_visible()


def empty(chat: Chat, puppet: Puppet) -> None:
    chat.launcher.click()
    expect(chat.input).to_be_focused()


def cards(chat: Chat, puppet: Puppet) -> None:
    for quote in (QUOTE, ESTIMATE, EXPIRED):
        puppet.say("887,67 $ CA", language="fr", response="utter_quote", quote=quote)
    chat.open()
    for card in chat.log.get_by_role("article").all():
        card.get_by_text(chat.words("card_answer")).click()


def writing(chat: Chat, puppet: Puppet) -> None:
    talk(chat, puppet)
    puppet.typing(True)
    expect(chat.panel.get_by_text(chat.words("typing"))).to_be_attached()


def menu(chat: Chat, puppet: Puppet) -> None:
    # A button half under the open menu would be taken for a small one.
    puppet.say("Bonjour", language="fr")
    chat.open()
    chat.button("menu").click()
    expect(chat.button("copy")).to_be_visible()


def rating(chat: Chat, puppet: Puppet) -> None:
    talk(chat, puppet)
    chat.choose("rate")
    chat.sheet.locator("label").filter(has_text=chat.words("unit_star", n=3)).click()
    expect(chat.button("rating_send")).to_be_visible()


def starting_over(chat: Chat, puppet: Puppet) -> None:
    talk(chat, puppet)
    chat.choose("start_over")
    expect(chat.sheet).to_be_visible()


def refused(chat: Chat, puppet: Puppet) -> None:
    talk(chat, puppet)
    puppet.refusal = {"refused": "too_fast", "text": "Un instant, s’il vous plaît."}
    chat.say("Et encore?")
    expect(chat.button("retry")).to_be_visible()


def too_long(chat: Chat, puppet: Puppet) -> None:
    talk(chat, puppet)
    chat.say("x" * 1001)
    expect(chat.panel.get_by_text(chat.words.pattern("too_long"))).to_be_visible()


State = Callable[[Chat, Puppet], None]
STATES: list[State] = [
    greeting, unread, question_for_a_rating, empty, talk, cards, writing, menu, rating,
    starting_over, refused, too_long,
]  # fmt: skip


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_the_chat(visitors: Visitors, locale: str, puppet: Puppet, state: State) -> None:
    chat = visitors.visit(locale, home=puppet.url, reduced_motion="reduce")
    state(chat, puppet)
    assert found(chat) == []


@pytest.mark.parametrize("state", [cards, rating], ids=lambda state: state.__name__)
def test_on_a_phone(visitors: Visitors, locale: str, puppet: Puppet, state: State) -> None:
    chat = visitors.visit(locale, home=puppet.url, reduced_motion="reduce", viewport=PHONE)
    state(chat, puppet)
    assert found(chat) == []


def test_offline(visitors: Visitors, locale: str, puppet: Puppet) -> None:
    visitors.expects("socket.io", "WebSocket")
    chat = visitors.visit(locale, home=puppet.url, reduced_motion="reduce")
    talk(chat, puppet)
    puppet.stop()
    try:
        expect(chat.connection).to_be_visible()
        chat.say("Allô?")
        expect(chat.said.last).to_contain_text(chat.words("waiting"))
        assert found(chat) == []
    finally:
        puppet.start()
