"""Updates as Telegram documents them (tests/contract/telegram), and what else may call."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.messaging.platform import Call, Event, Unverified
from bot.channels.messaging.platforms.telegram_naming import Bot
from bot.channels.messaging.platforms.telegram_updates import TelegramReceiver

RECORDED = {
    path.stem: json.loads(path.read_text("utf-8"))
    for path in (Path(__file__).parents[4] / "contract" / "telegram").glob("*.json")
}
SECRET = "A-secret_0"
RECEIVER = TelegramReceiver(Bot(6_000_000_001, "prorata_bot"), SECRET)
REFUSALS = (ValueError, KeyError, TypeError, AttributeError, IndexError)
ANNA = "6000000001:5012345678::5012345678"
LUC = "6000000001:-1001987654321::5087654321"
IN_A_TOPIC = "6000000001:-1001987654321:77:5087654321"


def call(update: Any, secret: str | None = SECRET) -> Call:
    headers = {} if secret is None else {"x-telegram-bot-api-secret-token": secret}
    return Call("POST", "https://bot.example.com/channels/telegram", headers, {}, _body(update))


def _body(update: Any) -> bytes:
    return update if isinstance(update, bytes) else json.dumps(update).encode()


def events(name: str) -> list[Event]:
    return list(RECEIVER.events(call(RECORDED[name])))


def test_the_right_secret_is_let_in() -> None:
    RECEIVER.verify(call({}))


@pytest.mark.parametrize(
    "secret",
    [None, "", SECRET[:-1], SECRET + "x", SECRET.lower(), "é", "\udcff", "\ud83d", "0" * 9999],
)
def test_every_other_is_refused(secret: str | None) -> None:
    with pytest.raises(Unverified) as refused:
        RECEIVER.verify(call(b"\xff\xfe", secret))
    assert refused.value.status == 401
    assert secret is None or len(secret) < 3 or secret not in str(refused.value)


def test_there_is_no_handshake() -> None:
    assert RECEIVER.handshake(call({})) is None
    assert RECEIVER.acknowledgement().body == ""


@pytest.mark.parametrize(
    ("name", "kind", "peer", "text"),
    [
        ("text", "message", ANNA, "Allo 👋, combien pour 3 postes de plus?"),
        ("command", "message", ANNA, "/help"),
        ("start", "start", ANNA, "/start"),
        ("start_with_parameter", "start", ANNA, "/start"),
        ("edit", "edit", ANNA, "Combien pour 5 postes de plus?"),
        ("photo_with_caption", "message", ANNA, "Où est ce bouton?"),
        *((name, "media", ANNA, "") for name in ("photo", "voice", "video_note", "sticker")),
        *((name, "media", ANNA, "") for name in ("location", "contact", "document", "poll", "dice")),
        ("group_mention", "message", LUC, "👍🏽 how much for 3 seats?"),
        ("group_mention_alone", "start", LUC, ""),
        ("group_command", "start", LUC, "/start"),
        ("group_reply", "message", LUC, "5"),
        ("group_photo", "message", LUC, "what is this?"),
        ("topic_mention", "message", IN_A_TOPIC, "3 seats?"),
    ],
)  # fmt: skip
def test_what_people_say(name: str, kind: str, peer: str, text: str) -> None:
    (event,) = events(name)
    assert (event.kind, event.peer, event.text) == (kind, peer, text)
    assert event.choice is None
    assert event.receipt is None


@pytest.mark.parametrize(
    "name",
    [
        *("edit_by_telegram", "live_location_moved", "press_of_inline_message"),
        *("group_talk", "group_mention_of_other", "group_picture_for_others", "group_joined"),
        *("group_anonymous_admin", "group_channel_forward", "group_upgraded"),
        *("other_bot", "via_bot", "pinned", "channel_post", "blocked", "reaction"),
    ],
)  # fmt: skip
def test_what_asks_for_no_answer(name: str) -> None:
    assert events(name) == []


def test_every_recorded_update_is_tried() -> None:
    apart = {"press", "press_below_old_message", "group_press", "album_first", "album_second"}
    tried = {
        name
        for test in (test_what_people_say, test_what_asks_for_no_answer)
        for row in test.pytestmark[0].args[1]  # type: ignore[attr-defined]
        for name in [row if isinstance(row, str) else row[0]]
    }
    assert tried | apart == set(RECORDED)


def test_a_private_chat() -> None:
    (event,) = events("text")
    assert event.private
    assert event.address == {"chat": 5012345678}
    assert event.locale == "fr-CA"
    assert event.id == "message:5012345678:901"


def test_a_group_is_answered_below_the_message() -> None:
    (event,) = events("group_mention")
    assert not event.private
    assert event.address == {"chat": -1001987654321, "message": _number("group_mention")}


def test_a_topic_is_answered_in_the_topic() -> None:
    (event,) = events("topic_mention")
    number = _number("topic_mention")
    assert event.address == {"chat": -1001987654321, "thread": 77, "message": number}


def test_a_pressed_button() -> None:
    (event,) = events("press")
    assert (event.kind, event.choice) == ("choice", "1234.1.YmFyYmF6cXV1eGZvb2Zvbw")
    assert event.text == "Comment le prorata est-il calculé?"
    assert (event.peer, event.address) == (ANNA, {"chat": 5012345678})
    assert event.receipt is not None
    assert event.receipt.content_type == "application/json"
    assert json.loads(event.receipt.body) == {
        "method": "answerCallbackQuery",
        "callback_query_id": "4382748372837261",
    }


def test_a_button_below_a_message_that_telegram_has_forgotten() -> None:
    (event,) = events("press_below_old_message")
    assert (event.peer, event.choice, event.text) == (ANNA, "7.0.Zm9vYmFyYmF6cXV1eA", "")


def test_a_button_in_a_group_is_of_whoever_presses_it() -> None:
    (event,) = events("group_press")
    assert event.peer == LUC
    assert not event.private


def test_an_edit_is_another_event_than_its_message() -> None:
    message = {**RECORDED["edit"]["edited_message"]}
    (sent,) = RECEIVER.events(call({"update_id": 1, "message": message}))
    (edited,) = events("edit")
    again = {**message, "edit_date": message["edit_date"] + 1}
    (edited_again,) = RECEIVER.events(call({"update_id": 2, "edited_message": again}))
    assert len({sent.id, edited.id, edited_again.id}) == 3


def test_an_update_that_comes_again_has_the_same_id() -> None:
    for name in RECORDED:
        assert [e.id for e in events(name)] == [e.id for e in events(name)]
    ids = [e.id for name in RECORDED for e in events(name)]
    assert len(set(ids)) == len(ids) - 1  # but for the album's second picture


def test_an_album_is_one_thing_to_answer() -> None:
    (first,), (second,) = events("album_first"), events("album_second")
    assert (first.kind, first.id) == (second.kind, second.id)
    words = {**RECORDED["album_second"]["message"], "caption": "3 postes"}
    (said,) = RECEIVER.events(call({"message": words}))
    assert said.id != first.id


def test_a_locale_that_is_none_is_left_out() -> None:
    message = {**RECORDED["text"]["message"]}
    for odd in ({"fr": 1}, 7, None):
        message["from"] = {**message["from"], "language_code": odd}
        (event,) = RECEIVER.events(call({"message": message}))
        assert event.locale is None


@pytest.mark.parametrize("body", [b"", b"\xff\xfe\xfd", b"{", b"[]", b"7", b'"message"', b"null"])
def test_what_is_no_update(body: bytes) -> None:
    with suppress(*REFUSALS):
        assert RECEIVER.events(call(body)) == []


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(
    JSON | st.dictionaries(st.sampled_from(["message", "edited_message", "callback_query"]), JSON)
)
def test_any_json(update: Any) -> None:
    with suppress(*REFUSALS):
        RECEIVER.events(call(update))


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.sampled_from(sorted(RECORDED)), st.data())
def test_updates_with_a_field_changed(name: str, data: st.DataObject) -> None:
    update = json.loads(json.dumps(RECORDED[name]))
    place = data.draw(st.sampled_from(list(_places(update))))
    inside: Any = update
    for step in place[:-1]:
        inside = inside[step]
    if data.draw(st.booleans()):
        inside[place[-1]] = data.draw(JSON)
    else:
        del inside[place[-1]]
    try:
        found = RECEIVER.events(call(update))
    except REFUSALS:
        return
    for event in found:
        assert isinstance(event.text, str)
        assert isinstance(event.id, str)
        assert all(type(value) is int for value in event.address.values())
        assert json.loads(json.dumps(event.address)) == event.address


def _places(value: Any, above: tuple[Any, ...] = ()) -> Any:
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    for step, inner in steps:
        yield (*above, step)
        if isinstance(inner, dict | list):
            yield from _places(inner, (*above, step))


def _number(name: str) -> int:
    return int(RECORDED[name]["message"]["message_id"])
