"""The chat by keyboard alone."""

from __future__ import annotations

import uuid

from playwright.sync_api import Locator, expect

from bot.run.stack import Stack
from tests.browser.browser import Visitors
from tests.browser.chat import Chat
from tests.browser.puppet import Puppet
from tests.browser.speech import Speech
from tests.browser.stored import rows, until

STARS = "select stars from ratings where comment = ?"
AT_MOST = 60
HAS_FOCUS = "target => target.getRootNode().activeElement === target"
# An outline of 2 pixels or more around what has the focus, or a changed edge of the field it is in.
SEEN = """() => {
  let focused = document.activeElement;
  while (focused.shadowRoot) focused = focused.shadowRoot.activeElement;
  const isOutlined = [focused, focused.closest("label")].filter(Boolean).some((place) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(place);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  });
  const field = focused.closest(".field");
  const isEdged = field?.contains(focused) && getComputedStyle(field).boxShadow !== "none";
  return [focused.getAttribute("aria-label") ?? focused.textContent.trim(), isOutlined || isEdged];
}"""


def tab_to(chat: Chat, target: Locator, key: str = "Tab") -> None:
    for _ in range(AT_MOST):
        chat.page.keyboard.press(key)
        if target.evaluate(HAS_FOCUS):
            return
    raise AssertionError(f"{key} does not lead to {target}")


def test_from_the_page_to_a_quote(visitors: Visitors, locale: str, speech: Speech) -> None:
    chat = visitors.visit(locale)
    keys = chat.page.keyboard
    tab_to(chat, chat.page.locator("[data-account=demo-montreal]"))
    keys.press("Enter")
    expect(chat.page.locator("[data-shows=demo-montreal] h2")).to_be_focused()
    tab_to(chat, chat.launcher)
    keys.press("Enter")
    expect(chat.input).to_be_focused()
    chat.answer(0)

    keys.type(speech.question)
    keys.press("Enter")
    expect(chat.answer(1)).to_contain_text(speech.answer)

    price = chat.answers.first.get_by_role("button", name=speech.ask_price)
    tab_to(chat, price, "Shift+Tab")
    keys.press("Enter")
    expect(chat.input).to_be_focused()
    expect(chat.answer(2)).to_contain_text("Revit")

    keys.type("AutoCAD")
    keys.press("Shift+Enter")
    keys.type("3")
    expect(chat.input).to_have_value("AutoCAD\n3")
    keys.press("Enter")
    expect(chat.card).to_contain_text(speech.amount)
    tab_to(chat, chat.card.locator("summary"), "Shift+Tab")
    keys.press("Enter")
    expect(chat.card.locator(".in-full")).to_contain_text("sub_demo_1")


def test_escape_goes_back_one_step_at_a_time(
    visitors: Visitors, locale: str, puppet: Puppet
) -> None:
    puppet.say("Bonjour")
    chat = visitors.visit(locale, home=puppet.url)
    chat.open()
    keys = chat.page.keyboard
    tab_to(chat, chat.button("menu"), "Shift+Tab")
    keys.press("Enter")
    expect(chat.button("copy")).to_be_visible()
    keys.press("Escape")
    expect(chat.button("copy")).to_be_hidden()
    expect(chat.button("menu")).to_be_focused()

    keys.press("Enter")
    tab_to(chat, chat.button("start_over"))
    keys.press("Enter")
    expect(chat.button("keep")).to_be_focused()
    keys.press("Escape")
    expect(chat.sheet).to_be_hidden()
    expect(chat.button("menu")).to_be_focused()

    keys.press("Escape")
    expect(chat.panel).to_be_hidden()
    expect(chat.launcher).to_be_focused()


def test_a_rating(visitors: Visitors, locale: str, speech: Speech, running_stack: Stack) -> None:
    chat = visitors.visit(locale)
    chat.open()
    chat.ask(speech.question)
    keys = chat.page.keyboard
    keys.press("Escape")
    tab_to(chat, chat.element.get_by_role("radio").first)
    keys.press("Space")
    keys.press("ArrowRight")
    keys.press("ArrowRight")
    third = chat.element.get_by_role("radio", name=chat.words("unit_star", n=3))
    expect(third).to_be_checked()
    tab_to(chat, chat.element.get_by_label(chat.words("rating_comment")))
    comment = uuid.uuid4().hex
    keys.type(comment)
    tab_to(chat, chat.button("rating_send"))
    keys.press("Enter")
    expect(chat.launcher).to_be_focused()
    until(lambda: rows(running_stack.state, STARS, comment) == [(3,)])


def test_a_prompt_is_put_away(visitors: Visitors, locale: str, puppet: Puppet) -> None:
    chat = visitors.visit(locale, home=puppet.url)
    chat.element.evaluate("chat => { chat.greetingDelay = 0; chat.prompts.start(); }")
    expect(chat.button("greeting")).to_be_visible()
    tab_to(chat, chat.button("dismiss"))
    chat.page.keyboard.press("Escape")
    expect(chat.button("greeting")).to_be_hidden()
    expect(chat.launcher).to_be_focused()


def test_the_focus_is_seen_wherever_it_is(visitors: Visitors, puppet: Puppet) -> None:
    puppet.say("Bonjour", response="utter_faq_x", buttons=[{"title": "Oui", "payload": "y"}])
    chat = visitors.visit(home=puppet.url)
    chat.page.keyboard.press("Tab")
    tab_to(chat, chat.launcher)
    stops = [chat.page.evaluate(SEEN)]
    chat.page.keyboard.press("Enter")
    expect(chat.answers).to_have_count(1)
    for _ in range(9):
        stops.append(chat.page.evaluate(SEEN))
        chat.page.keyboard.press("Shift+Tab")
    assert [name for name, is_seen in stops if not is_seen] == []
    assert len({name for name, _ in stops}) >= 9


def test_on_a_phone_tab_stays_in_the_chat(visitors: Visitors, puppet: Puppet) -> None:
    puppet.say("Bonjour")
    chat = visitors.visit(home=puppet.url, viewport={"width": 390, "height": 844})
    chat.open()
    for key in ("Tab", "Shift+Tab"):
        for _ in range(12):
            chat.page.keyboard.press(key)
            assert chat.page.evaluate("document.activeElement.localName") == "prorata-chat"
