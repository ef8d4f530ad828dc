"""`python -m tests.browser.screenshots`: the pictures in docs/images/."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import expect

from bot.model import ready_model
from bot.progress import say
from bot.run.stack import any_ports, stack
from bot.run.supervisor import running
from tests.browser.browser import Visitors, chromium
from tests.browser.chat import ANSWERED_WITHIN, Chat
from tests.browser.speech import SPEECH
from tests.browser.words import ROOT
from tests.conftest import NOW

IMAGES = ROOT / "docs" / "images"
DESKTOP = {"viewport": {"width": 1120, "height": 740}}
PHONE = {"viewport": {"width": 390, "height": 780}, "has_touch": True, "is_mobile": True}
ZOOMED = {"viewport": {"width": 560, "height": 370}, "device_scale_factor": 2}


def closed(chat: Chat) -> None:
    chat.sign_in("demo-montreal")
    chat.element.evaluate("chat => { chat.greetingDelay = 0; chat.prompts.start(); }")
    expect(chat.button("greeting")).to_be_visible()


def open_and_greeted(chat: Chat) -> None:
    chat.open()


def quote(chat: Chat) -> None:
    chat.sign_in("demo-montreal")
    chat.open()
    chat.ask(SPEECH[chat.words.locale].whole_quote)
    expect(chat.card).to_be_visible()


def answer(chat: Chat) -> None:
    chat.open()
    chat.ask(SPEECH[chat.words.locale].question)


def offline(chat: Chat) -> None:
    answer(chat)
    chat.page.context.set_offline(True)
    expect(chat.connection).to_be_visible(timeout=ANSWERED_WITHIN)
    chat.say(SPEECH[chat.words.locale].person)
    expect(chat.said.last).to_contain_text(chat.words("waiting"))


State = Callable[[Chat], None]
PICTURES: dict[str, tuple[str, State, dict[str, Any]]] = {
    "closed": ("en-CA", closed, DESKTOP),
    "open": ("fr-CA", open_and_greeted, DESKTOP),
    "quote": ("en-CA", quote, DESKTOP),
    "offline": ("fr-CA", offline, DESKTOP),
    "dark": ("en-CA", quote, {**DESKTOP, "color_scheme": "dark"}),
    "phone": ("fr-CA", quote, PHONE),
    "zoom": ("en-CA", answer, ZOOMED),
}


def save(taken: bytes, path: Path) -> None:
    """In few colours, which is a third of the bytes."""
    picture = Image.open(BytesIO(taken)).convert("RGB")
    picture.quantize(192, dither=Image.Dither.NONE).save(path, optimize=True)


def main() -> int:
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="prorata-pictures-") as folder:
        ours = stack(any_ports(), Path(folder), ready_model(say), NOW)
        with running(ours, say), chromium() as browser:
            visitors = Visitors(browser, ours.page)
            for name, (locale, state, options) in PICTURES.items():
                chat = visitors.visit(locale, reduced_motion="reduce", **options)
                state(chat)
                chat.page.mouse.move(0, 0)
                taken = chat.page.screenshot(animations="disabled")
                save(taken, IMAGES / f"chat-{name}.png")
            visitors.leave()
    return 0


if __name__ == "__main__":
    sys.exit(main())
