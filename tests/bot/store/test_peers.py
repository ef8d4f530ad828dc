"""Who writes on a messaging platform, and how they are reached."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from bot.store.conversations import Conversations
from bot.store.peers import Peer, Peers
from bot.store.transcript import Transcript
from tests.bot.channels.conftest import new_engine
from tests.bot.channels.web.harness import Time

ANNA = Peer("k-1", "c-1", "slack", {"channel": "D1"}, "fr_CA")


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def peers(time: Time) -> Peers:
    return Peers(new_engine(), time)


def in_an_hour(time: Time) -> float:
    return time.now.timestamp() + 3600


def test_somebody_new(peers: Peers) -> None:
    assert peers.of("k-1") is None
    assert peers.in_conversation("c-1") is None
    assert peers.meet(ANNA) == ANNA
    assert peers.of("k-1") == peers.in_conversation("c-1") == ANNA


def test_what_they_have_said_is_known_wherever_it_was(time: Time) -> None:
    engine = new_engine()
    peers, transcript = Peers(engine, time), Transcript(engine, time)
    conversations = Conversations(engine, time)
    for conversation, whose, message in [("c-1", "k-1", "m-1"), ("c-2", "k-1", "m-2")]:
        conversations.begin(conversation, "slack", None, whose)
        transcript.hear(conversation, {"text": "hello"}, {}, message)
    conversations.begin("c-3", "slack", None, "k-2")
    transcript.hear("c-3", {"text": "hello"}, {}, "m-3")
    assert [peers.has_said("k-1", message) for message in ("m-1", "m-2", "m-3")] == [
        True,
        True,
        False,
    ]


def test_who_is_known_stays_in_their_conversation(peers: Peers) -> None:
    peers.meet(ANNA)
    peers.move("k-1", "c-2", "fr_CA")
    assert peers.meet(ANNA) == replace(ANNA, conversation="c-2")
    assert peers.in_conversation("c-1") is None


def test_they_are_reached_where_they_wrote_last(peers: Peers) -> None:
    peers.meet(ANNA)
    moved = replace(ANNA, address={"channel": "D2"}, locale="en_CA")
    assert peers.meet(moved) == peers.of("k-1") == moved


def test_a_locale_that_is_not_given_is_the_one_that_is_known(peers: Peers) -> None:
    peers.meet(ANNA)
    assert peers.meet(replace(ANNA, locale=None)) == ANNA


def test_nothing_is_written_where_nothing_has_changed(time: Time) -> None:
    engine = new_engine()
    peers = Peers(engine, time)
    peers.meet(ANNA)
    before = engine.raw_connection().total_changes
    peers.meet(ANNA)
    assert engine.raw_connection().total_changes == before


def test_a_conversation_is_one_persons(peers: Peers) -> None:
    peers.meet(ANNA)
    with pytest.raises(IntegrityError):
        peers.meet(replace(ANNA, key="k-2"))


def test_signed_in_until_then(peers: Peers, time: Time) -> None:
    peers.meet(ANNA)
    peers.sign_in("k-1", "demo-lyon", in_an_hour(time))
    assert peers.meet(ANNA).account == "demo-lyon"
    time.pass_by(3599)
    assert peers.in_conversation("c-1") == replace(ANNA, account="demo-lyon")
    time.pass_by(1)
    assert peers.meet(ANNA).account is None


def test_signed_out(peers: Peers, time: Time) -> None:
    peers.meet(ANNA)
    peers.sign_in("k-1", "demo-lyon", in_an_hour(time))
    peers.sign_out("k-1")
    assert peers.of("k-1") == ANNA


def test_in_a_group_nobody_is_signed_in(peers: Peers, time: Time) -> None:
    peers.meet(ANNA)
    peers.sign_in("k-1", "demo-lyon", in_an_hour(time))
    group = replace(ANNA, private=False)
    assert peers.meet(group) == peers.in_conversation("c-1") == group


def test_silence_and_its_end(peers: Peers) -> None:
    peers.meet(ANNA)
    peers.stop("k-1")
    assert peers.meet(ANNA) == replace(ANNA, stopped=True)
    peers.resume("k-1")
    assert peers.meet(ANNA) == ANNA
