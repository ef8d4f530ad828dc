"""A button's reference is of use in its own conversation alone, and cannot be made up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.messaging.references import References
from bot.store.transcript import Entry, Transcript
from tests.bot.channels.conftest import NOW, new_engine

SECRET = "s" * 32
BUTTONS = [
    {"title": "Oui", "payload": "/affirm"},
    {"title": "Non", "payload": "/deny"},
]


def said(transcript: Transcript, conversation: str, body: dict[str, object]) -> Entry:
    with transcript._engine.begin() as connection:
        return transcript.say(connection, [body], "fr", conversation=conversation)[0]


@pytest.fixture
def transcript() -> Transcript:
    return Transcript(new_engine(), lambda: NOW)


@pytest.fixture
def entry(transcript: Transcript) -> Entry:
    return said(transcript, "c-1", {"text": "Est-ce bien cela ?", "buttons": BUTTONS})


def test_each_button_has_its_own(transcript: Transcript, entry: Entry) -> None:
    references = References(SECRET, transcript)
    assert references.read("c-1", references.to(entry, 0)) == ("Oui", "/affirm")
    assert references.read("c-1", references.to(entry, 1)) == ("Non", "/deny")


def test_it_is_the_same_after_a_restart(transcript: Transcript, entry: Entry) -> None:
    reference = References(SECRET, transcript).to(entry, 1)
    assert References(SECRET, transcript).read("c-1", reference) == ("Non", "/deny")


def test_it_fits_into_what_the_narrowest_platform_takes_back(transcript: Transcript) -> None:
    largest = Entry(2**63 - 1, "c-1", NOW, "bot", {"buttons": BUTTONS})
    assert len(References(SECRET, transcript).to(largest, 99).encode()) <= 64


def test_it_works_in_no_other_conversation(transcript: Transcript, entry: Entry) -> None:
    reference = References(SECRET, transcript).to(entry, 0)
    assert References(SECRET, transcript).read("c-2", reference) is None


def test_it_is_not_another_secrets(transcript: Transcript, entry: Entry) -> None:
    reference = References("t" * 32, transcript).to(entry, 0)
    assert References(SECRET, transcript).read("c-1", reference) is None


def test_no_part_of_it_can_be_changed(transcript: Transcript, entry: Entry) -> None:
    references = References(SECRET, transcript)
    reference = references.to(entry, 0)
    for place, character in enumerate(reference):
        for other in "01aA._-é":
            changed = reference[:place] + other + reference[place + 1 :]
            if other != character:
                assert references.read("c-1", changed) is None


def test_an_entry_without_buttons_has_none(transcript: Transcript) -> None:
    references = References(SECRET, transcript)
    bare = said(transcript, "c-1", {"text": "Bonjour"})
    assert references.read("c-1", references.to(bare, 0)) is None


def test_an_entry_that_is_no_more_stands_for_nothing(transcript: Transcript, entry: Entry) -> None:
    references = References(SECRET, transcript)
    reference = references.to(entry, 0)
    later = said(transcript, "c-1", {"text": "?", "buttons": [{"title": "x", "payload": "/x"}]})
    with transcript._engine.begin() as connection:
        connection.exec_driver_sql(f"DELETE FROM transcript WHERE seq = {entry.seq}")
    assert references.read("c-1", reference) is None
    assert references.read("c-1", references.to(later, 0)) == ("x", "/x")


ANY = References(SECRET, Transcript(new_engine(), lambda: NOW))


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.text(max_size=80) | st.from_regex(r"[0-9]{1,30}\.[0-9]{1,3}\.[\w-]{22}", fullmatch=True))
def test_nothing_else_is_one(text: str) -> None:
    assert ANY.read("c-1", text) is None
