"""What was said, in order, and what still needs an answer."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.store.tables import metadata
from bot.store.transcript import Entry, Transcript
from tests.bot.channels.conftest import NOW, new_engine


@pytest.fixture
def engine() -> sa.engine.Engine:
    return new_engine()


@pytest.fixture
def transcript(engine: sa.engine.Engine) -> Transcript:
    return Transcript(engine, lambda: NOW)


def hear(transcript: Transcript, text: str, conversation: str = "c-1", **more: Any) -> Entry:
    return transcript.hear(conversation, {"text": text}, {}, **more)[0]


def answer(
    engine: sa.engine.Engine, transcript: Transcript, heard: Entry, *texts: str
) -> list[Entry]:
    with engine.begin() as connection:
        messages = [{"text": text} for text in texts]
        return transcript.answer(connection, messages, "fr", heard=heard)


def texts(entries: list[Entry]) -> list[str]:
    return [entry.body["text"] for entry in entries]


def test_an_entry_comes_back_as_it_was_stored(transcript: Transcript) -> None:
    body = {"text": "l’œuvre 👍🏽", "quote": {"due_now": "887.67"}, "buttons": [{"title": "3"}]}
    told = {"account": "demo-lyon", "masked": True}
    heard, is_new = transcript.hear("c-1", body, told, "m-1")
    assert is_new
    assert transcript.since("c-1", 0, 10) == [heard]
    assert (heard.body, heard.told, heard.message_id) == (body, told, "m-1")
    assert (heard.at, heard.at.utcoffset()) == (NOW, timedelta(0))
    assert (heard.author, heard.language) == ("customer", None)


def test_a_message_with_a_known_id_is_the_stored_one(transcript: Transcript) -> None:
    first = hear(transcript, "one", message_id="m-1")
    again, is_new = transcript.hear("c-1", {"text": "another"}, {"account": "x"}, "m-1")
    assert (again, is_new) == (first, False)
    assert len(transcript.since("c-1", 0, 10)) == 1


def test_the_last_of_several_conversations_are_read_at_once(transcript: Transcript) -> None:
    for number in range(5):
        for conversation in ("a", "b", "c"):
            hear(transcript, f"{conversation}{number}", conversation)
    hear(transcript, "d0", "d")
    lately = transcript.lately(["b", "d", "nowhere", "a"], 2)
    assert {id_: texts(entries) for id_, entries in lately.items()} == {
        "a": ["a3", "a4"],
        "b": ["b3", "b4"],
        "d": ["d0"],
    }
    assert lately["a"] == transcript.since("a", 0, 2)
    assert transcript.lately([], 2) == {}


def test_without_an_id_each_is_new(transcript: Transcript) -> None:
    assert hear(transcript, "one").seq < hear(transcript, "one").seq


def test_each_conversation_is_its_own(transcript: Transcript) -> None:
    for conversation in ("c-1", "c-2", "C-1"):
        assert transcript.hear(conversation, {"text": conversation}, {}, "m-1")[1]
    assert texts(transcript.since("c-2", 0, 10)) == ["c-2"]


def test_the_database_itself_refuses_a_message_twice(engine: sa.engine.Engine) -> None:
    """Where two processes hear it at the same moment."""
    row = {"conversation": "c-1", "message_id": "m-1", "at": 0.0, "author": "customer"}
    row |= {"body": {}, "told": {}, "answered": False}
    insert = metadata.tables["transcript"].insert().values(row)
    with engine.begin() as connection:
        connection.execute(insert)
    with pytest.raises(sa.exc.IntegrityError), engine.begin() as connection:
        connection.execute(insert)


def test_the_last_ones_after_a_seq_in_order(transcript: Transcript) -> None:
    seqs = [hear(transcript, str(number)).seq for number in range(6)]
    assert texts(transcript.since("c-1", 0, 100)) == list("012345")
    assert texts(transcript.since("c-1", seqs[2], 100)) == list("345")
    assert texts(transcript.since("c-1", 0, 2)) == list("45")
    assert texts(transcript.since("c-1", seqs[-1], 100)) == []


def test_the_first_ones_after_a_seq_in_order(transcript: Transcript) -> None:
    heard = [hear(transcript, str(number)) for number in range(5)]
    hear(transcript, "another", "c-2")
    assert texts(transcript.after("c-1", 0, 2)) == ["0", "1"]
    assert texts(transcript.after("c-1", heard[1].seq, 10)) == ["2", "3", "4"]
    assert transcript.after("c-1", heard[4].seq, 10) == []


def test_what_was_heard_is_known_by_its_id(transcript: Transcript) -> None:
    hear(transcript, "hello", message_id="m-1")
    assert transcript.knows("c-1", "m-1")
    assert not transcript.knows("c-1", "m-2")
    assert not transcript.knows("c-2", "m-1")


def test_an_answer_comes_after_and_sets_the_language(
    engine: sa.engine.Engine, transcript: Transcript
) -> None:
    heard = hear(transcript, "bonjour")
    said = answer(engine, transcript, heard, "un", "deux")
    assert [entry.author for entry in said] == ["bot", "bot"]
    stored = transcript.since("c-1", 0, 10)
    assert texts(stored) == ["bonjour", "un", "deux"]
    assert {entry.language for entry in stored} == {"fr"}
    assert stored[1:] == said


def test_an_answer_that_is_rolled_back_was_never_given(
    engine: sa.engine.Engine, transcript: Transcript
) -> None:
    heard = hear(transcript, "bonjour")
    with pytest.raises(RuntimeError), engine.begin() as connection:
        transcript.answer(connection, [{"text": "un"}], "fr", heard=heard)
        raise RuntimeError
    assert transcript.unanswered() == [heard]
    assert transcript.since("c-1", 0, 10) == [heard]


def test_the_unanswered_of_all_conversations_in_their_order(
    engine: sa.engine.Engine, transcript: Transcript
) -> None:
    heard = [hear(transcript, text, f"c-{text}") for text in ("a", "b", "c", "a")]
    answer(engine, transcript, heard[1])
    assert texts(transcript.unanswered()) == ["a", "c", "a"]
    transcript.apologise(heard[0], [{"text": "Désolé."}], None)
    assert texts(transcript.unanswered()) == ["c", "a"]


def test_an_answer_without_words_is_an_answer(
    engine: sa.engine.Engine, transcript: Transcript
) -> None:
    assert answer(engine, transcript, hear(transcript, "one")) == []
    assert transcript.unanswered() == []


def test_what_is_said_unasked_waits_for_nothing(
    engine: sa.engine.Engine, transcript: Transcript
) -> None:
    with engine.begin() as connection:
        transcript.say(connection, [{"text": "Hello!"}], "en", conversation="c-1")
    assert texts(transcript.since("c-1", 0, 10)) == ["Hello!"]
    assert transcript.unanswered() == []


def test_a_number_is_never_given_twice(engine: sa.engine.Engine, transcript: Transcript) -> None:
    """A widget asks for what came after the last one it has seen."""
    last = hear(transcript, "one").seq
    with engine.begin() as connection:
        connection.execute(metadata.tables["transcript"].delete())
    assert hear(transcript, "two").seq > last


def test_what_was_told_is_in_no_representation(transcript: Transcript) -> None:
    heard, _ = transcript.hear("c-1", {"text": "hi"}, {"account": "demo-lyon"})
    assert "demo-lyon" not in repr(heard)


def test_whether_the_customer_has_written_since(transcript: Transcript) -> None:
    first = hear(transcript, "one")
    assert not transcript.has_heard_since(first)
    second = hear(transcript, "two")
    assert transcript.has_heard_since(first)
    assert not transcript.has_heard_since(second)
