"""STOP, START and HELP do what they say, and are confirmed."""

from __future__ import annotations

import pytest

from bot.channels.messaging.keywords import SAID_TO_THOSE_WHO_STOPPED, Keywords
from bot.channels.messaging.platform import Kind
from bot.handoff.notices import Notice
from bot.store.peers import Peer, Peers
from tests.bot.channels.conftest import NOW, new_engine

ANNA = Peer("k-1", "c-1", "toy", {"name": "Anna"})


@pytest.fixture
def peers() -> Peers:
    known = Peers(new_engine(), lambda: NOW)
    known.meet(ANNA)
    return known


def is_stopped(peers: Peers) -> bool:
    peer = peers.of("k-1")
    assert peer is not None
    return peer.stopped


def test_silence_and_its_end(peers: Peers) -> None:
    keywords = Keywords(peers)
    assert keywords.obey("stop", ANNA) == Notice("utter_messages_stopped")
    assert is_stopped(peers)
    assert keywords.obey("help", ANNA) == Notice("utter_messages_help")
    assert is_stopped(peers)
    assert keywords.obey("resume", ANNA) == Notice("utter_messages_resumed")
    assert not is_stopped(peers)


def test_it_is_confirmed_in_the_words_own_language(peers: Peers) -> None:
    confirmed = Keywords(peers).obey("stop", ANNA, "fr")
    assert confirmed == Notice("utter_messages_stopped", language="fr")


@pytest.mark.parametrize("kind", ["message", "choice", "media", "edit", "start"])
def test_anything_else_is_the_bots(peers: Peers, kind: Kind) -> None:
    assert Keywords(peers).obey(kind, ANNA) is None
    assert not is_stopped(peers)


def test_who_has_stopped_still_hears_that_it_was_obeyed() -> None:
    assert {"utter_messages_stopped", "utter_messages_help"} == SAID_TO_THOSE_WHO_STOPPED
