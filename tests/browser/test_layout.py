"""Small screens, high zoom, and what the reader's system asks for."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.browser import Visitors
from tests.browser.chat import Chat
from tests.browser.puppet import Puppet
from tests.browser.quotes import ESTIMATE, QUOTE

NARROW = {"viewport": {"width": 320, "height": 640}}
# What 1280 by 720 leaves at 200 %.
ZOOMED = {"viewport": {"width": 640, "height": 360}, "device_scale_factor": 2}
BUTTONS = [
    {"title": title, "payload": title} for title in ("AutoCAD LT", "Oui", "Talk to a person")
]

# What reaches beyond the window or its scroller, and whether anything scrolls sideways.
SPILLED = """chat => {
  const wide = (box) => box.scrollWidth > box.clientWidth + 1;
  const shown = [...chat.renderRoot.querySelectorAll("*")].filter(
    (one) => one.getClientRects().length && !one.closest(".sr"));
  const out = shown.filter((one) => {
    const { left, right } = one.getBoundingClientRect();
    return left < -1 || right > innerWidth + 1;
  });
  const scrolling = [document.scrollingElement, chat.renderRoot.querySelector(".scroller")];
  return [...out, ...scrolling.filter((box) => box && wide(box))].map((one) => one.outerHTML);
}"""
# Links in a sentence are as high as its lines (WCAG 2.2, 2.5.8, inline).
SMALL_TARGETS = """chat => [...chat.renderRoot.querySelectorAll("button, summary, input, textarea")]
  .filter((one) => one.getClientRects().length)
  .filter((one) => {
    const { width, height } = one.getBoundingClientRect();
    return width < 24 || height < 24;
  })
  .map((one) => one.outerHTML)"""
MOVING = """chat => chat.renderRoot.getAnimations()
  .concat(document.getAnimations()).filter(({ playState }) => playState === "running").length"""

# Where an answer begins below the upper edge of its scroller, once nothing moves any more.
TOP = """async (answer) => {
  const chat = document.querySelector("prorata-chat");
  for (let frames = 0; frames < 3; frames += 1) {
    await new Promise(requestAnimationFrame);
    chat.requestUpdate();
    await chat.updateComplete;
  }
  return answer.getBoundingClientRect().top
    - answer.closest(".scroller").getBoundingClientRect().top;
}"""


def talked(visitors: Visitors, puppet: Puppet, locale: str = "en-CA", **options: Any) -> Chat:
    puppet.say("Bonjour", response="utter_faq_x", buttons=BUTTONS)
    puppet.say("3 AutoCAD", "customer")
    puppet.say("887,67 $ CA", response="utter_quote", quote=QUOTE)
    puppet.say("887,67 $ CA", response="utter_estimate", quote=ESTIMATE)
    chat = visitors.visit(locale, home=puppet.url, **options)
    chat.open()
    return chat


@pytest.mark.parametrize("screen", [NARROW, ZOOMED], ids=["320 pixels", "200 percent"])
def test_nothing_is_cut_off(
    visitors: Visitors, locale: str, puppet: Puppet, screen: dict[str, Any]
) -> None:
    chat = talked(visitors, puppet, locale, reduced_motion="reduce", **screen)
    assert chat.element.evaluate(SPILLED) == []
    expect(chat.input).to_be_in_viewport(ratio=1)
    expect(chat.button("send")).to_be_in_viewport(ratio=1)
    chat.button("menu").click()
    for name in ("copy", "download", "rate", "start_over"):
        expect(chat.button(name)).to_be_in_viewport(ratio=1)
    chat.button("rate").click()
    chat.sheet.locator("label").filter(has_text=chat.words("unit_star", n=5)).click()
    chat.button("rating_send").scroll_into_view_if_needed()
    expect(chat.button("rating_send")).to_be_in_viewport(ratio=1)
    assert chat.element.evaluate(SPILLED) == []


@pytest.mark.parametrize("path", ["/", "/embed"])
def test_the_pages_need_no_sideways_scrolling(visitors: Visitors, locale: str, path: str) -> None:
    chat = visitors.visit(locale, path, **NARROW)
    expect(chat.launcher).to_be_visible()
    assert chat.element.evaluate(SPILLED) == []


def test_there_is_room_to_read_at_high_zoom(visitors: Visitors, puppet: Puppet) -> None:
    chat = talked(visitors, puppet, **ZOOMED)
    log = chat.element.evaluate("chat => chat.renderRoot.querySelector('.scroller').clientHeight")
    assert log >= 200


@pytest.mark.parametrize("lines", [12, 16, 40])
def test_a_long_answer_is_read_from_its_beginning(
    visitors: Visitors, puppet: Puppet, lines: int
) -> None:
    puppet.answer = lambda heard: {"text": "\n".join(f"line {n}" for n in range(lines))}
    chat = visitors.visit(home=puppet.url, reduced_motion="reduce", **ZOOMED)
    chat.launcher.click()
    for answers in (1, 2):
        chat.say("And?")
        expect(chat.answers).to_have_count(answers)
        assert chat.answers.last.evaluate(TOP) >= 0


def test_targets_can_be_hit(visitors: Visitors, locale: str, puppet: Puppet) -> None:
    chat = talked(visitors, puppet, locale, reduced_motion="reduce")
    puppet.refusal = {"refused": "too_fast", "text": "Un instant."}
    chat.say("Allô?")
    expect(chat.button("discard")).to_be_visible()
    chat.button("menu").click()
    assert chat.element.evaluate(SMALL_TARGETS) == []
    chat.button("rate").click()
    chat.sheet.locator("label").first.click()
    assert chat.element.evaluate(SMALL_TARGETS) == []


def test_forced_colours_leave_edges(visitors: Visitors, puppet: Puppet) -> None:
    """Where backgrounds are taken away, a border says where something begins."""
    chat = visitors.visit(home=puppet.url, forced_colors="active")
    expect(chat.launcher).not_to_have_css("border-top-width", "0px")
    puppet.say("Bonjour", buttons=BUTTONS)
    chat.open()
    for part in (chat.panel, chat.answers.locator(".bubble").first, chat.button("send")):
        expect(part).not_to_have_css("border-top-width", "0px")
        expect(part).not_to_have_css("border-top-style", "none")
    field = chat.panel.locator(".field")
    outlines = [
        place.evaluate("place => getComputedStyle(place).outlineStyle")
        for place in (chat.input, field)
    ]
    assert outlines != ["none", "none"]


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_nothing_moves_where_that_is_asked(visitors: Visitors, puppet: Puppet, motion: str) -> None:
    chat = talked(visitors, puppet, reduced_motion=motion)
    puppet.typing(True)
    expect(chat.panel.get_by_text(chat.words("typing"))).to_be_attached()
    assert (chat.element.evaluate(MOVING) == 0) is (motion == "reduce")
