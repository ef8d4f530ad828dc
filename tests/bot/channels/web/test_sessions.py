"""Which conversation a token gives the right to, and to whom."""

from __future__ import annotations

import pytest

from bot.channels.web.identity import Identity
from bot.channels.web.sessions import Session, Sessions
from bot.channels.web.tokens import LIFETIME, SessionTokens
from bot.store.conversations import Conversations
from tests.bot.channels.conftest import new_engine
from tests.bot.channels.web.harness import SECRET, Time

LYON = Identity("demo-lyon", expires=9e9)
BOSTON = Identity("demo-boston", expires=9e9)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def sessions(time: Time) -> Sessions:
    return Sessions(SessionTokens(SECRET, time), Conversations(new_engine(), time))


def begun(sessions: Sessions, identity: Identity | None = None) -> Session:
    """A conversation in which something was said."""
    session = sessions.begin(None, identity)
    sessions.use(session.conversation.id, identity.account if identity else None)
    return session


def resumes(sessions: Sessions, old: Session, identity: Identity | None) -> bool:
    new = sessions.begin(old.token, identity)
    assert new.resumed == (new.conversation.id == old.conversation.id)
    return new.resumed


def test_without_a_token_it_is_fresh(sessions: Sessions) -> None:
    first, second = sessions.begin(None, None), sessions.begin(None, None)
    assert not first.resumed
    assert first.conversation.id != second.conversation.id


def test_a_visitors_token_resumes_for_whoever_has_it(sessions: Sessions) -> None:
    session = begun(sessions)
    assert resumes(sessions, session, None)
    assert resumes(sessions, session, LYON)


def test_also_before_anything_was_said(sessions: Sessions) -> None:
    assert resumes(sessions, sessions.begin(None, None), None)


def test_the_token_is_renewed(sessions: Sessions, time: Time) -> None:
    session = begun(sessions)
    time.now += LIFETIME / 2
    again = sessions.begin(session.token, None)
    time.now += LIFETIME / 2
    assert not resumes(sessions, session, None)
    assert resumes(sessions, again, None)


def test_a_stolen_token_of_a_signed_in_customer_is_worth_nothing(sessions: Sessions) -> None:
    session = begun(sessions, LYON)
    assert not resumes(sessions, session, None)
    assert not resumes(sessions, session, BOSTON)
    assert resumes(sessions, session, LYON)


def test_the_conversations_first_account_keeps_it(sessions: Sessions) -> None:
    session = begun(sessions)
    sessions.use(session.conversation.id, LYON.account)
    sessions.use(session.conversation.id, None)
    sessions.use(session.conversation.id, BOSTON.account)
    assert not resumes(sessions, session, BOSTON)
    assert resumes(sessions, session, LYON)


def test_who_a_conversation_is_open_to(sessions: Sessions) -> None:
    visitors, lyons = begun(sessions), begun(sessions, LYON)
    for account in (None, "demo-lyon"):
        assert sessions.is_open_to(visitors.conversation.id, account)
    assert sessions.is_open_to(lyons.conversation.id, "demo-lyon")
    for account in (None, "demo-boston"):
        assert not sessions.is_open_to(lyons.conversation.id, account)


def test_what_has_ended_is_over_for_everybody(sessions: Sessions) -> None:
    session = begun(sessions, LYON)
    sessions.end(session.conversation.id)
    assert not sessions.is_open_to(session.conversation.id, LYON.account)
    assert not resumes(sessions, session, LYON)


@pytest.mark.parametrize("token", ["", "forged", 5, [], {}, True])
def test_what_is_no_token_is_none(sessions: Sessions, token: object) -> None:
    assert not sessions.begin(token, None).resumed


def test_the_id_itself_gives_nothing(sessions: Sessions) -> None:
    session = begun(sessions)
    assert not sessions.begin(session.conversation.id, None).resumed
