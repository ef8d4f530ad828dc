"""What Slack's documentation records, and what else it sends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from bot.channels.messaging.platform import Event
from tests.bot.channels.messaging.platforms.slack_calls import RECEIVER, form_call, json_call, read
from tests.bot.channels.messaging.platforms.slack_expected import ANNA, ANNA_S, BEN, EXPECTED
from tests.fakes.slack import RECORDED, recorded

NAMES = sorted(path.stem for path in RECORDED.glob("*.json"))


@pytest.mark.parametrize("name", NAMES)
def test_a_recorded_call(name: str) -> None:
    assert read(name) == EXPECTED.get(name, [])


def test_to_what_nobody_expects_an_answer() -> None:
    assert {name for name in NAMES if name not in EXPECTED} == {
        "app_home_opened",
        "block_actions_link",
        "message_changed_preview",
        "message_changed_tombstone",
        "message_channel_join",
        "message_channels_others",
        "message_deleted",
        "message_other_bot",
        "message_our_own",
        "message_thread_others",
        "reaction_added",
        "url_verification",
    }


def test_what_the_documentation_shows_of_a_private_message() -> None:
    """https://docs.slack.dev/reference/events/message.im: few fields, and a person's token."""
    payload = recorded("message_im")
    payload["authorizations"] = [{"team_id": "T1", "user_id": ANNA, "is_bot": False}]
    for name in ("client_msg_id", "team", "blocks"):
        del payload["event"][name]
    (event,) = RECEIVER.events(json_call(payload))
    assert (event.kind, event.private) == ("message", True)


def test_a_change_without_what_it_was_before() -> None:
    """https://docs.slack.dev/reference/events/message/message_changed shows none."""
    payload = recorded("message_changed")
    del payload["event"]["previous_message"]
    assert list(RECEIVER.events(json_call(payload))) == EXPECTED["message_changed"]


def test_a_change_by_somebody_else() -> None:
    payload = recorded("message_changed")
    payload["event"]["message"]["edited"]["user"] = BEN
    assert RECEIVER.events(json_call(payload)) == ()


def test_our_own_user_is_not_answered_either() -> None:
    payload = recorded("message_im")
    payload["event"]["user"] = payload["authorizations"][0]["user_id"]
    assert RECEIVER.events(json_call(payload)) == ()


def test_a_conversation_of_several_people_is_no_private_one() -> None:
    payload = recorded("message_im")
    payload["event"] |= {"channel": "G024BE91L", "channel_type": "mpim"}
    assert RECEIVER.events(json_call(payload)) == ()
    payload["event"]["text"] = "<@U0LAN0Z89> 3 postes?"
    (event,) = RECEIVER.events(json_call(payload))
    assert (event.private, event.text) == (False, "3 postes?")


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("*3* &amp;lt; postes", "*3* &lt; postes"),
        ("<mailto:anna@example.com|anna@example.com>", "anna@example.com"),
        ("<https://example.com>", "https://example.com"),
        ("<!subteam^S1|@sales> <!here> ok", "@sales ok"),
        ("<!date^1392734382^{date}|Feb 18, 2014>?", "Feb 18, 2014?"),
        ("<#C1> 2 < 3", "2 < 3"),
        ("one\n  two\n", "one\n two"),
        ("🙂 <@U5|ben>, 3 seats", "🙂 , 3 seats"),
        ("<@U5>", ""),
        ("<" * 3000, "<" * 3000),
    ],
)
def test_a_text_as_it_was_typed(typed: str, read_as: str) -> None:
    payload = recorded("message_im")
    payload["event"]["text"] = typed
    (event,) = RECEIVER.events(json_call(payload))
    assert event.text == read_as


def test_one_odd_button_does_not_take_the_others_down() -> None:
    payload = recorded("block_actions")
    good = payload["actions"][0]
    payload["actions"] = [None, 3, {}, good | {"value": 3}, good | {"text": None}, good]
    assert [event.text for event in RECEIVER.events(form_call(payload))] == [
        "",
        "AutoCAD, 10 postes",
    ]


@pytest.mark.parametrize("team", [None, {"id": "T_OF_A_PARTNER"}])
def test_a_button_is_pressed_where_its_message_was_asked_for(team: Any) -> None:
    """In a channel that companies share, `team` may be another one; in a whole organisation none."""
    payload = recorded("block_actions")
    payload["team"] = team
    (event,) = RECEIVER.events(form_call(payload))
    assert event.peer == ANNA_S["peer"]


def heard(name: str, **changed: Any) -> Sequence[Event]:
    """The events of a recorded message in which some fields are others."""
    payload = recorded(name)
    payload["event"] |= changed
    return RECEIVER.events(json_call(payload))


def test_a_change_that_leaves_the_words() -> None:
    """Its author has removed the preview of a link."""
    payload = recorded("message_changed")
    payload["event"]["previous_message"]["text"] = payload["event"]["message"]["text"]
    assert RECEIVER.events(json_call(payload)) == ()


def test_who_is_no_person() -> None:
    assert heard("message_im", bot_id="B0AAAAAAA") == ()
    assert heard("message_im", user="USLACKBOT") == ()
    assert heard("app_mention", bot_id="B0AAAAAAA") == ()


def test_a_mention_is_one_whoever_has_installed_the_app() -> None:
    payload = recorded("app_mention")
    del payload["authorizations"]
    assert list(RECEIVER.events(json_call(payload))) == EXPECTED["app_mention"]


def test_a_file_with_the_mention_alone() -> None:
    files = recorded("message_im_picture")["event"]["files"]
    (event,) = heard("app_mention_bare", files=files)
    assert event.kind == "media"


def test_a_message_that_was_passed_on() -> None:
    (event,) = heard("message_im", text="", attachments=[{"is_share": True, "text": "Hi"}])
    assert event.kind == "media"
