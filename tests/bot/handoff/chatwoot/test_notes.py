"""Notes in the language of Chatwoot's agents, whatever the customer's is."""

from __future__ import annotations

import re

import pytest

from bot.handoff.chatwoot.notes import Notes
from bot.handoff.chatwoot.who import Who, labels
from bot.handoff.hold import Hold
from bot.store.transcript import Entry
from tests.bot.channels.conftest import NOW
from tests.bot.desk.office import words

WAITING = Hold("c", "waiting", asked=1.0, reason="large_order")
SAID = [
    Entry(1, "c", NOW, "customer", {"text": "3 postes"}, "fr", told={"locale": "fr_CA"}),
    Entry(2, "c", NOW, "bot", {"text": "Voici.", "buttons": [{"title": "Oui", "payload": "/y"}]}),
    Entry(3, "c", NOW, "agent", {"text": "Bonjour", "agent": "Zoé"}, message_id="agent 1 m-1"),
    Entry(4, "c", NOW, "notice", {"text": "Zoé a fermé la conversation."}),
]
SPACES = re.compile(r"[\u00a0\u202f]")


@pytest.fixture(params=["en", "fr"])
def notes(request: pytest.FixtureRequest) -> Notes:
    return Notes(words().sentence, request.param)


def plain(text: str) -> list[str]:
    return SPACES.sub(" ", text).splitlines()


def test_who_said_what() -> None:
    (note,) = Notes(words().sentence, "fr").said_before(SAID)
    assert plain(note) == [
        "**La conversation avec le robot**",
        "**Client :** 3 postes",
        "**Robot :** Voici.",
        "• Oui",
        "**Zoé :** Bonjour",
        "**Notre équipe :** Zoé a fermé la conversation.",
    ]


def test_a_summary_is_a_line_for_what_is_known() -> None:
    summary = plain(Notes(words().sentence, "fr").summary(WAITING, SAID))
    assert "**Langue :** fr-CA" in summary and "**Questions :** 3 postes" in summary
    assert [line for line in summary if line.startswith("**Raison :** ")]


def test_leaving_has_words_where_no_agent_has_decided_it(notes: Notes) -> None:
    told = [notes.leaving(f"utter_{name}") for name in ("queue_left", "queue_over")]
    assert all(told) and not any("desk_" in str(text) for text in told)
    assert notes.leaving("utter_agent_handed_back") is None


def test_nothing_said_is_no_note(notes: Notes) -> None:
    assert notes.said_before([]) == ()


def test_a_secret_makes_other_hashes() -> None:
    notes = Notes(words().sentence, "fr")
    one, other = (Who(secret, notes).is_(WAITING, SAID) for secret in ("a" * 32, "b" * 32))
    assert one.reference != other.reference
    assert one == Who("a" * 32, notes).is_(WAITING, SAID)
    assert one.name == f"Visiteur {one.reference[:4]}"


def test_labels_are_as_chatwoot_writes_them() -> None:
    assert labels(WAITING, SAID) == ("language-fr", "reason-large-order")
    assert labels(Hold("c"), []) == ()
