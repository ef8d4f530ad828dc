"""Messages as Chatwoot's API gives them (tests/contract/chatwoot/)."""

from __future__ import annotations

from typing import Any

import pytest

from bot.handoff.chatwoot.markdown import Link
from bot.handoff.chatwoot.replies import message_of, person_of
from tests.fakes.chatwoot import shape

SAID, ACTIVITY = shape("messages")["payload"]


def test_an_agents_message_as_recorded() -> None:
    message = message_of(SAID)
    assert (message.id, message.author) == (502, (3, "Anna"))
    assert message.text == "Hello there\nseats page.png"
    (link,) = message.links
    assert link.text == "seats page.png" and link.url.startswith("https://chatwoot.example.com/")


def test_ours_has_its_key_and_no_author() -> None:
    message = message_of(shape("message"))
    assert (message.author, message.key) == (None, "prorata-9-0")


def test_an_activity_is_nobodys() -> None:
    assert message_of(ACTIVITY).author is None


def test_choices_are_lines() -> None:
    items = {"items": [{"title": "Yes", "value": "y"}, {"title": "No", "value": "n"}, {}]}
    message = message_of({**SAID, "attachments": [], "content_attributes": items})
    assert message.text == "Hello there\n• Yes\n• No"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "", None, "//x", "file:///etc/passwd"])
def test_a_file_without_an_address_is_no_link(url: Any) -> None:
    message = message_of({**SAID, "attachments": [{"data_url": url}]})
    assert (message.text, message.links) == ("Hello there", ())


def test_a_file_without_a_name_goes_by_its_host() -> None:
    attached = [{"data_url": "https://files.example.com/"}]
    assert message_of({**SAID, "attachments": attached}).links == (
        Link("files.example.com", "https://files.example.com/"),
    )


@pytest.mark.parametrize(
    ("body", "person"),
    [
        ({"id": 3, "name": "Anna Tremblay", "available_name": "Anna"}, (3, "Anna")),
        ({"id": 3, "name": "Anna\u202e\n"}, (3, "Anna")),
        ({"id": 3, "name": "x" * 300}, (3, "x" * 100)),
        ({"id": 3, "type": "contact"}, None),
        ({"id": 3, "type": "agent_bot", "name": "Bot"}, None),
        ({}, None),
        (None, None),
    ],
)
def test_who_is_a_person(body: Any, person: Any) -> None:
    assert person_of(body) == person
