"""A conversation goes on over reloads, pages, tabs and languages."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.browser import Visitors, second_tab
from tests.browser.chat import ANSWERED_WITHIN, Chat
from tests.browser.speech import OTHER, SPEECH, Speech


def test_a_reload_keeps_it_open_with_the_draft(
    visitors: Visitors, locale: str, speech: Speech
) -> None:
    chat = visitors.visit(locale)
    chat.open()
    chat.ask(speech.question)
    chat.input.fill(speech.person)
    before = chat.texts()
    chat.page.reload()
    expect(chat.answers).to_have_count(2)
    assert chat.texts() == before
    expect(chat.input).to_have_value(speech.person)
    expect(chat.ask(speech.person)).to_contain_text(speech.phone)
    expect(chat.said).to_have_count(2)


def test_signing_out_leaves_nothing_to_read(
    visitors: Visitors, locale: str, speech: Speech
) -> None:
    chat = visitors.visit(locale)
    chat.sign_in("demo-montreal")
    chat.open()
    chat.ask(speech.whole_quote)
    chat.page.reload()
    expect(chat.card).to_contain_text(speech.amount)
    other = second_tab(chat, visitors.home)
    chat.page.locator("[data-sign-out]").press("Enter")
    expect(chat.said).to_have_count(0)
    expect(chat.answers.first).to_contain_text(speech.greeting)
    chat.page.reload()
    expect(chat.answers).to_have_count(1)
    other.launcher.click()
    expect(other.log).not_to_contain_text(speech.amount)


def test_it_goes_along_to_another_page_and_back(
    visitors: Visitors, locale: str, speech: Speech
) -> None:
    chat = visitors.visit(locale)
    chat.open()
    chat.ask(speech.question)
    before = chat.texts()
    chat.page.get_by_role("navigation").first.locator("a[href*=embed]").click()
    expect(chat.page).to_have_url(re.compile("/embed"))
    expect(chat.answers).to_have_count(2)
    assert chat.texts() == before
    expect(chat.ask(speech.person)).to_contain_text(speech.phone)
    chat.page.go_back()
    expect(chat.answers).to_have_count(3)


def test_two_tabs_show_both_sides(visitors: Visitors, locale: str, speech: Speech) -> None:
    chat = visitors.visit(locale)
    chat.open()
    chat.ask(speech.question)
    other = second_tab(chat)
    other.open()
    expect(other.answers).to_have_count(2)
    other.ask(speech.person)
    expect(chat.answers).to_have_count(3)
    expect(chat.said.last).to_contain_text(speech.person)
    assert chat.texts() == other.texts()

    other.choose("start_over")
    other.button("start_over").click()
    expect(other.said).to_have_count(0)
    expect(chat.said).to_have_count(0)
    expect(chat.log.get_by_text(chat.words("ended"))).to_be_visible()
    chat.ask(speech.question)
    expect(other.said).to_have_count(1)


def test_the_language_is_changed_in_the_frame(
    visitors: Visitors, locale: str, speech: Speech
) -> None:
    chat = visitors.visit(locale)
    chat.sign_in("demo-montreal")
    chat.open()
    chat.ask(speech.whole_quote)
    expect(chat.card).to_contain_text(speech.amount)
    time = chat.said.first.locator("time").inner_text()

    chat.panel.get_by_role("button", name=speech.other, exact=True).click()
    switched = Chat(chat.page, OTHER[locale])
    spoken = SPEECH[OTHER[locale]]
    frame = chat.element.locator("section.frame")
    expect(frame).to_have_attribute("lang", OTHER[locale])
    expect(switched.input).to_be_visible()
    named = switched.words("signed_in", name="Camille Tremblay")
    expect(switched.panel).to_contain_text(named)
    assert switched.said.first.locator("time").inner_text() != time
    expect(switched.card).to_contain_text(switched.words("card_due_now"))
    expect(switched.card).to_contain_text(spoken.amount)
    expect(switched.card).to_contain_text(spoken.renewal)

    answer = switched.answer(2)
    expect(answer.locator(".bubble")).to_have_attribute("lang", OTHER[locale][:2])
    expect(switched.ask(spoken.question)).to_contain_text(spoken.answer)


def test_the_frame_follows_the_language_of_the_answer(
    visitors: Visitors, locale: str, speech: Speech
) -> None:
    chat = visitors.visit(locale)
    chat.open()
    spoken = SPEECH[OTHER[locale]]
    chat.say(spoken.question)
    switched = Chat(chat.page, OTHER[locale])
    expect(switched.input).to_be_visible(timeout=ANSWERED_WITHIN)
    expect(switched.log).to_contain_text(spoken.answer)
    bubble = switched.answers.first.locator(".bubble")
    expect(bubble).to_have_attribute("lang", locale[:2])


def test_the_page_changes_its_language(visitors: Visitors, locale: str, speech: Speech) -> None:
    chat = visitors.visit(locale)
    chat.open()
    chat.ask(speech.question)
    chat.page.locator("[data-other-language]").press("Enter")  # the chat may lie over it
    switched = Chat(chat.page, OTHER[locale])
    spoken = SPEECH[OTHER[locale]]
    expect(switched.input).to_be_visible()
    expect(switched.answers.nth(1)).to_be_visible()
    switched.ask(spoken.person)
    expect(switched.log).to_contain_text(spoken.phone)
