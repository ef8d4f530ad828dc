"""How a customer and an agent come together, and what the customer is told of it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.browser.chat import Chat
from tests.browser.desk.agent import Agent
from tests.browser.desk.words import told
from tests.browser.speech import SPEECH
from tests.browser.stored import rows

_NEWEST = """select conversation from transcript
where author = 'customer' and json_extract(body, '$.text') = ? order by seq desc limit 1"""


def is_offered_people(chat: Chat) -> None:
    """Asks the bot for a person."""
    offer = chat.ask(SPEECH[chat.words.locale].person)
    expect(offer).to_contain_text(told("utter_offer_agent", chat.words.locale))


def joins(chat: Chat, state: Path) -> str:
    """Takes the offer, and is told their place; the conversation."""
    ((before,),) = rows(state, "select count(*) from holds where state = 'waiting'")
    assert isinstance(before, int)
    title = told("utter_button_join", chat.words.locale)
    chat.log.get_by_role("button", name=title, exact=True).click()
    if before:
        expect(notice(chat, "utter_queue_joined", place=before + 1)).to_be_visible()
    else:
        expect(notice(chat, "utter_queue_joined_next")).to_be_visible()
    return newest(state, title)


def notice(chat: Chat, response: str, **values: object) -> Locator:
    text = told(response, chat.words.locale, **values)
    return chat.log.locator(".notice").get_by_text(text).last


def met(chat: Chat, agent: Agent, conversation: str) -> None:
    agent.take(conversation)
    expect(notice(chat, "utter_agent_joined", agent=agent.name)).to_be_visible()


def from_the_agent(chat: Chat, text: str) -> None:
    expect(chat.log.locator("[part~=message-agent]").get_by_text(text, exact=True)).to_be_visible()


def newest(state: Path, said: str) -> str:
    """The conversation in which a customer has said this last."""
    ((conversation,),) = rows(state, _NEWEST, said)
    return str(conversation)
