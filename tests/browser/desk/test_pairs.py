"""A customer and agents in two real browsers, in every pairing of their languages."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from bot.run.stack import Stack
from tests.browser.browser import Visitors
from tests.browser.chat import ANSWERED_WITHIN
from tests.browser.desk.agent import Staff
from tests.browser.desk.meeting import from_the_agent, is_offered_people, joins, met, notice
from tests.browser.desk.words import canned
from tests.browser.speech import OTHER, SPEECH

PAIRS = [(customer, agent) for customer in SPEECH for agent in SPEECH]
pairs = pytest.mark.parametrize(
    ("locale", "desk"), PAIRS, ids=[f"{customer[:2]}-{agent[:2]}" for customer, agent in PAIRS]
)
HELLO, ANSWER = "Bonjour! Hello!", "42 < 43 & « oui »"
SECOND = "C’est moi / It’s me"


@pairs
def test_from_the_bot_to_people_and_back(
    visitors: Visitors, staff: Staff, running_stack: Stack, locale: str, desk: str
) -> None:
    agent = staff.come("Camille", desk)
    chat = visitors.visit(locale)
    chat.sign_in("demo-montreal")
    chat.open()
    chat.ask(SPEECH[locale].whole_quote)
    is_offered_people(chat)
    conversation = joins(chat, running_stack.state)

    # The agent sees why, in their own words, and what the customer has been shown.
    row = agent.row(conversation, "waiting")
    expect(row).to_contain_text(agent.words("reason_asked"))
    expect(row).to_contain_text("demo-montreal")
    met(chat, agent, conversation)
    expect(agent.log.locator("article.quote")).to_contain_text(SPEECH[desk].amount)
    expect(agent.details).to_contain_text(agent.words("summary_verified", account="demo-montreal"))
    expect(agent.details).to_contain_text(SPEECH[desk].amount)

    # They write to each other, and see that the other does.
    agent.answer.press_sequentially("Bon")
    expect(chat.panel.get_by_text(chat.words("typing"))).to_be_attached()
    agent.say(HELLO)
    from_the_agent(chat, HELLO)
    expect(agent.said(HELLO)).to_have_count(1)
    expect(agent.page.locator(".on-its-way")).to_have_count(0)
    chat.input.press_sequentially("42")
    expect(agent.page.locator(".scroller .typing")).to_have_text(agent.words("customer_types"))
    chat.say(ANSWER)
    expect(agent.heard(ANSWER)).to_be_visible()
    expect(agent.page.locator(".scroller .typing")).to_have_text("")
    expect(chat.answers).to_have_count(3)  # the bot is silent

    # A canned reply has a name in the agent's language, and is in the customer's.
    reply = canned("moment", locale)
    agent.answer.fill("/" + agent.words("reply_moment"))
    agent.page.get_by_role("option", name=agent.words("reply_moment")).click()
    expect(agent.answer).to_have_value(reply)
    agent.answer.press("Enter")
    from_the_agent(chat, reply)

    agent.close()
    expect(notice(chat, "utter_agent_closed", agent=agent.name)).to_be_visible()
    expect(chat.sheet).to_contain_text(chat.words("rating"))
    chat.button("rating_skip").click()
    expect(chat.ask(SPEECH[locale].question)).to_contain_text(SPEECH[locale].answer)
    expect(agent.about).to_contain_text(agent.words("state_bot"))


@pairs
def test_to_another_agent_and_over_reloads(
    visitors: Visitors, staff: Staff, running_stack: Stack, locale: str, desk: str
) -> None:
    agent, other = staff.come("Camille", desk), staff.come("Noor", OTHER[desk])
    chat = visitors.visit(locale)
    chat.open()
    is_offered_people(chat)
    conversation = joins(chat, running_stack.state)
    met(chat, agent, conversation)
    agent.say(HELLO)
    from_the_agent(chat, HELLO)
    agent.details.get_by_role("textbox").fill("note: 7")
    agent.button("note_add").click()
    expect(agent.details.get_by_text("note: 7")).to_be_visible()

    agent.transfer(other)
    changed = {"agent": other.name, "previous": agent.name}
    expect(notice(chat, "utter_agent_changed", **changed)).to_be_visible()
    expect(agent.answer).to_be_hidden()
    expect(agent.about).to_contain_text(agent.words("held_by", name=other.name))
    other.open(conversation)
    expect(other.details.get_by_text("note: 7")).to_be_visible()
    other.say(SECOND)
    from_the_agent(chat, SECOND)
    expect(other.said(SECOND)).to_be_visible()

    before, shown = chat.texts(), other.bubbles.all_text_contents()
    chat.page.reload()
    other.page.reload()
    expect(chat.log.locator("[part~=message-agent]")).to_have_count(2)
    assert chat.texts() == before
    expect(other.about).to_contain_text(other.words("held_by_you"))
    expect(other.bubbles).to_have_text(shown)
    expect(other.log).not_to_contain_text("note: 7")
    chat.say(ANSWER)
    expect(other.heard(ANSWER)).to_be_visible()
    expect(agent.heard(ANSWER)).to_be_visible()
    assert re.sub(r"\s", "", chat.log.inner_text()).count("note:7") == 0
    other.button("hand_back").click()
    expect(notice(chat, "utter_agent_handed_back", agent=other.name)).to_be_visible()
    answer = chat.ask(SPEECH[locale].question)
    expect(answer).to_contain_text(SPEECH[locale].answer, timeout=ANSWERED_WITHIN)
