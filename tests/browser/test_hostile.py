"""Whatever is said is shown as text, runs nothing and breaks nothing."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.browser import Visitors
from tests.browser.chat import Chat
from tests.browser.puppet import Puppet
from tests.browser.quotes import QUOTE
from tests.browser.test_layout import SPILLED

NARROW = {"width": 320, "height": 640}
STRINGS = {
    "script": "<script>window.ran = 1</script>",
    "handler": "<img src=x onerror='window.ran = 1'>",
    "closing": "</div></textarea><svg onload=window.ran=1>",
    "template": "${window.ran = 1} {{window.ran = 1}} <!--?lit$--> &lt;b&gt;",
    "markdown": "[click](javascript:window.ran=1) **bold** javascript:window.ran=1",
    "bidi": "price \u202e000,1$\u202c \u2066\u202b left open",
    "zero width": "Auto\u200b\u200d\u2060CAD\ufeff e\u0301\u0327 👩‍👩‍👧‍👦",
    "long word": "x" * 900,
    "right to left": "كم تكلفة 3 مقاعد إضافية؟ שלום (AutoCAD) 1,000 $",
    "marks": "Z" + "\u0335\u0322\u0321" * 60,
}
WICKED = ["javascript:window.ran=1", " JaVaScRiPt:window.ran=1", "java\nscript:window.ran=1",
          "data:text/html,<script>window.ran=1</script>", "vbscript:x", "blob:x", "//evil", "x"]  # fmt: skip


def harmless(chat: Chat) -> None:
    assert chat.page.evaluate("window.ran") is None
    foreign = chat.log.locator("script, img, iframe, object, svg[onload], b:not(.next b), style")
    expect(foreign).to_have_count(0)
    assert chat.element.evaluate(SPILLED) == []


@pytest.mark.parametrize("text", STRINGS.values(), ids=STRINGS.keys())
def test_typed_answered_and_read_again(visitors: Visitors, puppet: Puppet, text: str) -> None:
    puppet.answer = lambda heard: {"text": heard, "buttons": [{"title": heard, "payload": "x"}]}
    chat = visitors.visit(home=puppet.url, viewport=NARROW, reduced_motion="reduce")
    chat.launcher.click()
    chat.say(text)
    expect(chat.answers).to_have_count(1)
    for _ in range(2):
        for side in (chat.said, chat.answers):
            assert side.locator(".bubble").text_content() == text
        harmless(chat)
        chat.page.reload()
        chat.open()


def test_too_long_to_be_sent(visitors: Visitors, locale: str, puppet: Puppet) -> None:
    chat = visitors.visit(locale, home=puppet.url, viewport=NARROW, reduced_motion="reduce")
    chat.launcher.click()
    chat.say("<b>é" * 1000)
    expect(chat.panel.get_by_role("alert")).to_contain_text(chat.words.pattern("too_long"))
    expect(chat.input).to_be_focused()
    expect(chat.input).to_have_value("<b>é" * 1000)
    assert puppet.entries == []
    harmless(chat)
    chat.say("👍" * 1000)
    expect(chat.said).to_have_count(1)


def test_only_safe_addresses_become_links(visitors: Visitors, puppet: Puppet) -> None:
    links = [{"text": f"link {at}", "url": url} for at, url in enumerate(WICKED)]
    links.append({"text": "good", "url": "https://example.com/?a=<b>"})
    chat = visitors.visit(home=puppet.url, reduced_motion="reduce")
    puppet.say(" ".join(link["text"] for link in links), links=links)
    chat.open()
    expect(chat.log.get_by_role("link")).to_have_count(1)
    good = chat.log.get_by_role("link", name="good")
    expect(good).to_have_attribute("href", "https://example.com/?a=<b>")
    expect(good).to_have_attribute("rel", "noopener noreferrer")


@pytest.mark.parametrize(
    "malformed",
    [{"links": [None, {"text": 1}, {}]}, {"buttons": []}, {"language": "x-klingon"}],
    ids=["links", "buttons", "language"],
)
def test_an_odd_entry_hides_no_other(
    visitors: Visitors, puppet: Puppet, malformed: dict[str, Any]
) -> None:
    puppet.say("one")
    puppet.say("two", **malformed)
    puppet.say("three")
    chat = visitors.visit(home=puppet.url)
    chat.open()
    expect(chat.answers).to_have_count(3)


def test_a_card_shows_text(visitors: Visitors, locale: str, puppet: Puppet) -> None:
    wicked = STRINGS["handler"]
    quote = {**QUOTE, "product": wicked, "subscription": STRINGS["long word"], "currency": "CAD"}
    puppet.say("x", response="utter_quote", quote=quote)
    chat = visitors.visit(locale, home=puppet.url, viewport=NARROW, reduced_motion="reduce")
    chat.open()
    expect(chat.card).to_contain_text(wicked)
    harmless(chat)


def test_a_refusal_shows_text(visitors: Visitors, locale: str, puppet: Puppet) -> None:
    puppet.refusal = {"refused": "too_fast", "text": STRINGS["handler"]}
    chat = visitors.visit(locale, home=puppet.url, viewport=NARROW, reduced_motion="reduce")
    chat.launcher.click()
    chat.say("Bonjour")
    expect(chat.panel.get_by_role("alert").filter(has_text="onerror")).to_be_visible()
    harmless(chat)
    puppet.refusal = None
    chat.button("retry").click()
    expect(chat.button("retry")).to_be_hidden()
    expect(chat.said.and_(chat.log.locator("[data-seq]"))).to_have_count(1)
    assert [entry["text"] for entry in puppet.entries] == ["Bonjour"]


def test_the_bot_takes_them_all(visitors: Visitors) -> None:
    texts = list(STRINGS.values())[:7]
    chat = visitors.visit(viewport=NARROW, reduced_motion="reduce")
    chat.open()
    for text in texts:
        chat.ask(text)
    before = chat.texts()
    harmless(chat)
    chat.page.reload()
    chat.open()
    expect(chat.said).to_have_count(len(texts))
    assert chat.texts() == before
    harmless(chat)
