"""What is known of our conversations at Chatwoot."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from bot.store.chatwoot import Chat, Chats
from tests.bot.channels.conftest import new_engine


@pytest.fixture
def chats() -> Chats:
    return Chats(new_engine())


def test_what_is_not_there_yet_has_no_number(chats: Chats) -> None:
    assert chats.of("c") == Chat("c")
    assert chats.numbered(12) is None


def test_what_is_noted_is_kept_with_what_was(chats: Chats) -> None:
    chats.note("c", contact=41, trying="opening")
    chats.note("c", number=12, status="open", trying=None)
    assert chats.of("c") == Chat("c", 41, 12, 0, "open")
    assert chats.numbered(12) == chats.of("c")


def test_a_number_is_one_conversations(chats: Chats) -> None:
    chats.note("c", number=12)
    with pytest.raises(sa.exc.IntegrityError):
        chats.note("d", number=12)


def test_what_may_still_be_answered(chats: Chats) -> None:
    chats.note("begun", contact=41)
    for number, status in enumerate(("open", "resolved", "pending", "snoozed"), start=1):
        chats.note(status, number=number, status=status)
    assert sorted(chats.unresolved()) == ["open", "pending", "snoozed"]


def test_agents_have_the_name_that_they_had_last(chats: Chats) -> None:
    chats.name_agent(3, "Anna")
    chats.name_agent(3, "Anna T.")
    chats.name_agent(4, "Ben")
    assert chats.agents() == {3: "Anna T.", 4: "Ben"}
