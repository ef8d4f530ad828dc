"""The network goes, the server dies, in the middle of a conversation: nothing is lost or doubled."""

from __future__ import annotations

from collections import Counter

import pytest
from playwright.sync_api import expect

from benchmarks.web.server import Server
from bot.run.stack import Stack
from tests.browser.browser import Visitors
from tests.browser.chat import ANSWERED_WITHIN
from tests.browser.desk.agent import Agent, Staff
from tests.browser.desk.meeting import from_the_agent, is_offered_people, joins, met, newest, notice
from tests.browser.speech import OTHER, SPEECH
from tests.browser.test_connection import NETWORK

# The customer's language; the agent's is the other one.
crossed = pytest.mark.parametrize("locale", list(SPEECH), ids=["en-fr", "fr-en"])


def is_connected(agent: Agent, name: str = "online") -> None:
    expect(agent.connection).to_have_text(
        agent.words(f"connection_{name}"), timeout=ANSWERED_WITHIN
    )


@crossed
def test_an_agent_whose_network_was_gone_sees_what_came_meanwhile(
    visitors: Visitors, staff: Staff, running_stack: Stack, locale: str
) -> None:
    visitors.expects(*NETWORK)
    agent = staff.come("Camille", OTHER[locale])
    chat, second = visitors.visit(locale), visitors.visit(OTHER[locale])
    for each in (chat, second):
        each.open()
        is_offered_people(each)
    conversation = joins(chat, running_stack.state)
    met(chat, agent, conversation)

    agent.page.context.set_offline(True)
    is_connected(agent, "offline")
    chat.say("1")
    agent.say("2")
    expect(agent.page.locator(".on-its-way")).to_contain_text(agent.words("message_unsent"))
    chat.say("3")
    waiting = joins(second, running_stack.state)
    expect(agent.row(waiting, "waiting")).to_have_count(0)

    agent.page.context.set_offline(False)
    is_connected(agent)
    expect(agent.row(waiting, "waiting")).to_be_visible()
    for text in ("1", "3"):
        expect(agent.heard(text)).to_be_visible()
    from_the_agent(chat, "2")
    expect(agent.page.locator(".on-its-way")).to_have_count(0)
    expect(agent.said("2")).to_have_count(1)
    agent.close()
    agent.open(waiting)
    agent.close()


@crossed
def test_a_server_that_is_killed_loses_and_doubles_nothing(
    visitors: Visitors, night_staff: Staff, mortal: Server, locale: str
) -> None:
    visitors.expects(*NETWORK)
    speech = SPEECH[locale]
    agent = night_staff.come("Camille", OTHER[locale], frozen=False)
    chat = visitors.visit(locale, home=mortal.url.rstrip("/"), frozen=False)
    chat.open()
    asked = chat.press(speech.ask_price)  # a form is open, which asks for a product
    expect(asked).to_contain_text("AutoCAD")
    conversation = newest(mortal.state, speech.ask_price)
    agent.open(conversation)
    agent.button("step_in").click()
    expect(notice(chat, "utter_agent_joined", agent=agent.name)).to_be_visible()
    agent.say("1")
    from_the_agent(chat, "1")
    chat.say("2")
    expect(agent.heard("2")).to_be_visible()

    mortal.kill()
    expect(chat.connection).to_be_visible()
    is_connected(agent, "offline")
    chat.say("3")
    agent.say("4")
    mortal.start()

    expect(chat.connection).to_be_hidden(timeout=ANSWERED_WITHIN)
    is_connected(agent)
    expect(agent.heard("3")).to_be_visible(timeout=ANSWERED_WITHIN)
    from_the_agent(chat, "4")
    expect(agent.page.locator(".on-its-way")).to_have_count(0, timeout=ANSWERED_WITHIN)
    for _ in range(2):
        said = Counter(
            agent.log.locator(".people .bubble, .part:not(details) .bubble").all_inner_texts()
        )
        assert {text: said[text] for text in "1234"} == dict.fromkeys("1234", 1)
        expect(agent.about).to_contain_text(agent.words("held_by_you"))
        shown = Counter(chat.texts())
        assert {text: shown[text] for text in "1234"} == dict.fromkeys("1234", 1)
        agent.page.reload()
        chat.page.reload()
        expect(agent.heard("3")).to_be_visible()
        expect(chat.said).to_have_count(3)

    agent.button("hand_back").click()
    expect(notice(chat, "utter_agent_handed_back", agent=agent.name)).to_be_visible()
    # The form is where it was: a product is an answer, and the next question follows.
    answer = chat.ask("AutoCAD")
    expect(answer).to_contain_text({"en": "seats", "fr": "postes"}[locale[:2]])
