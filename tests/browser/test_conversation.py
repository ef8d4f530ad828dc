"""Whole conversations with the mouse, from the greeting to the rating."""

from __future__ import annotations

import uuid
from pathlib import Path

from playwright.sync_api import expect

from bot.run.stack import Stack
from tests.browser.browser import Visitors
from tests.browser.speech import Speech
from tests.browser.stored import rows, until

FEEDBACK = "select helpful from feedback where seq = ?"
STARS = "select stars from ratings where comment = ?"


def test_a_signed_in_customer_gets_a_quote(
    visitors: Visitors, locale: str, speech: Speech, running_stack: Stack
) -> None:
    chat = visitors.visit(locale)
    chat.sign_in("demo-montreal")
    chat.open()
    expect(chat.answers.first).to_contain_text(speech.greeting)
    expect(chat.ask(speech.question)).to_contain_text(speech.answer)

    quote = chat.ask(speech.whole_quote)
    expect(chat.card).to_contain_text(speech.amount)
    expect(chat.card).to_contain_text(speech.renewal)
    expect(chat.card).to_contain_text(chat.words("unit_seat", n=3))
    expect(chat.card).to_contain_text(chat.words("unit_valid_minute", n=15))
    chat.card.get_by_text(chat.words("card_answer")).click()
    expect(chat.card.locator(".in-full")).to_contain_text("sub_demo_1")

    quote.get_by_role("button", name=chat.words("helpful_yes")).click()
    expect(chat.element.get_by_text(chat.words("helpful_thanks")).first).to_be_visible()
    thumb = quote.get_by_role("button", name=chat.words("helpful_yes"), pressed=True)
    expect(thumb).to_be_visible()
    seq = quote.get_attribute("data-seq")
    until(lambda: rows(running_stack.state, FEEDBACK, seq) == [(1,)])


def test_a_person_can_be_called(visitors: Visitors, locale: str, speech: Speech) -> None:
    chat = visitors.visit(locale)
    chat.open()
    person = chat.ask(speech.person)
    link = person.get_by_role("link", name=speech.phone)
    expect(link).to_have_attribute("href", "tel:+1-855-937-3067")


def test_a_button_is_said_and_answered(visitors: Visitors, locale: str, speech: Speech) -> None:
    chat = visitors.visit(locale)
    chat.open()
    expect(chat.press(speech.ask_price)).to_contain_text("AutoCAD")
    expect(chat.said.last).to_contain_text(speech.ask_price)


def test_a_rating_is_stored(
    visitors: Visitors, locale: str, speech: Speech, running_stack: Stack
) -> None:
    chat = visitors.visit(locale)
    chat.open()
    chat.ask(speech.question)
    chat.close()
    comment = f"{uuid.uuid4().hex} – très bien"
    chat.element.locator("label").filter(has_text=chat.words("unit_star", n=4)).click()
    chat.element.get_by_label(chat.words("rating_comment")).fill(comment)
    chat.button("rating_send").click()
    expect(chat.launcher).to_be_focused()
    until(lambda: rows(running_stack.state, STARS, comment) == [(4,)])


def test_the_conversation_is_copied_and_downloaded(
    visitors: Visitors, locale: str, speech: Speech, tmp_path: Path
) -> None:
    chat = visitors.visit(locale, permissions=["clipboard-read", "clipboard-write"])
    chat.open()
    chat.ask(speech.question)
    chat.choose("copy")
    expect(chat.element.get_by_text(chat.words("copied")).first).to_be_visible()
    copied = chat.page.evaluate("navigator.clipboard.readText()")
    with chat.page.expect_download() as downloading:
        chat.choose("download")
    assert downloading.value.suggested_filename == "prorata-2026-11-22.txt"
    downloading.value.save_as(tmp_path / "conversation.txt")
    assert (tmp_path / "conversation.txt").read_text("utf-8") == copied
    for part in (chat.words("you"), speech.question, speech.answer, speech.greeting):
        assert part in copied


def test_starting_over_asks_first(visitors: Visitors, locale: str, speech: Speech) -> None:
    chat = visitors.visit(locale)
    chat.open()
    chat.ask(speech.question)
    chat.choose("start_over")
    expect(chat.sheet).to_have_accessible_name(chat.words("start_over_question"))
    chat.button("keep").click()
    expect(chat.said).to_have_count(1)
    chat.choose("start_over")
    chat.button("start_over").click()
    expect(chat.said).to_have_count(0)
    expect(chat.answers).to_have_count(1)
    expect(chat.answers.first).to_contain_text(speech.greeting)
    expect(chat.input).to_be_focused()
