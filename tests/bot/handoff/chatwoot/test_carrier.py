"""What agents at Chatwoot read: the talk with the bot as a note, then the customer's words."""

from __future__ import annotations

from typing import Any

from bot.handoff.commands import PAYLOADS
from tests.bot.handoff.chatwoot.world import ChatwootWorld
from tests.fakes.chatwoot import ANNA, shape


def notes(world: ChatwootWorld) -> list[str]:
    return world.chat.read(notes=True)


def test_what_was_said_with_the_bot_is_one_note_with_a_summary(world: ChatwootWorld) -> None:
    world.answered("how much for 3 seats?", "1")
    world.join()
    before, summary = notes(world)
    assert before.splitlines() == [
        "**desk_chatwoot_before**",
        "**desk_label** how much for 3 seats?",
        "**desk_label** so much",
        "**desk_label** please",
    ]
    assert len(summary.splitlines()) == 4  # who, language, reason, what was asked
    assert world.chat.read() == []


def test_what_is_written_from_then_on_is_the_customers_words(world: ChatwootWorld) -> None:
    world.join()
    for number in range(3):
        world.say(f"are you there? {number}", str(number))
    assert world.chat.read() == [f"are you there? {number}" for number in range(3)]
    assert world.chat.status == "open"
    assert not [request for request in world.there.asked if "toggle_status" in request]


def test_who_is_with_the_bot_is_nothing_to_chatwoot(world: ChatwootWorld) -> None:
    world.answered("how much?", "1")
    world.pass_by(60)
    assert set(world.there.asked) == {"GET /inbox_members/7"}


def test_a_customer_is_a_hash_until_they_sign_in(world: ChatwootWorld) -> None:
    world.join()
    (contact,) = world.there.contacts.values()
    assert len(contact["identifier"]) == 32 and contact["name"].startswith("desk_visitor ")
    attributes = world.chat.attributes
    assert attributes.pop("reference") == contact["identifier"]
    assert attributes == {"channel": "web", "signed_in": False, "reason": "asked"}


def test_who_is_signed_in_is_one_contact_in_all_conversations(world: ChatwootWorld) -> None:
    for conversation in ("a", "b"):
        more: dict[str, Any] = {"account": "demo-lyon", "locale": "fr_FR"}
        world.hear(conversation, "please", "1", payload=PAYLOADS["join"], **more)
        world.settle()
    (contact,) = world.there.contacts.values()
    assert contact["name"] == "demo-lyon" != contact["identifier"]
    one, other = world.there.chats.values()
    assert one.attributes["account"] == "demo-lyon" and one.attributes["signed_in"] is True
    assert one.attributes["reference"] != other.attributes["reference"]
    assert one.labels == ["language-fr", "reason-asked"]


def test_labels_that_are_there_stay(world: ChatwootWorld) -> None:
    world.join()
    world.chat.labels = ["vip"]
    world.say("no", "2", payload=PAYLOADS["leave"])
    world.join("3")
    assert world.chat.labels == ["vip", "reason-asked"]


def test_who_goes_back_to_the_bot_is_not_waited_for(world: ChatwootWorld) -> None:
    world.join()
    world.say("no", "2", payload=PAYLOADS["leave"])
    assert notes(world)[-1] == "desk_chatwoot_left"
    assert world.chat.status == "resolved"
    world.answered("how much?", "3")
    assert world.chat.read() == ["no"]


def test_who_has_waited_in_vain_may_still_be_answered(world: ChatwootWorld) -> None:
    world.join()
    world.pass_by(305, patience=True)
    assert world.state == ("bot", None)
    assert notes(world)[-1] == "desk_chatwoot_over"
    assert world.chat.status == "open"
    world.answered("how much?", "2")
    world.there.write(world.chat, ANNA, "I am here now")
    world.call()
    assert world.state == ("held", 3)
    assert world.seen()[-2:] == ["notice utter_agent_joined", "agent I am here now"]
    # What was said with the bot meanwhile is a note, too.
    assert any("how much?" in note for note in notes(world)[-2:])


def test_who_comes_back_has_the_same_chat_opened_again(world: ChatwootWorld) -> None:
    world.join()
    world.there.write(world.chat, ANNA, "hello")
    world.call()
    world.there.resolve(world.chat)
    world.call()
    assert world.state == ("bot", None)
    world.answered("and for 5?", "4")
    world.join("5")
    assert world.chat.status == "open"
    assert "and for 5?" in notes(world)[-2] and "hello" not in notes(world)[-2]
    assert world.state == ("waiting", None)


def test_what_a_customer_types_is_no_markdown_and_nobodys_mention(world: ChatwootWorld) -> None:
    world.answered("# [x](mention://user/3/Anna) *now*", "1")
    world.join()
    assert r"\# \[x\](mention://user/3/Anna) \*now\*" in notes(world)[0]


def test_buttons_and_links_are_lines(world: ChatwootWorld) -> None:
    world.answered("how much?", "1")
    with world.engine.begin() as connection:
        body = {
            "text": "Call us, or look there.",
            "buttons": [{"title": "Yes", "payload": "/yes"}, {"title": "No", "payload": "/no"}],
            "links": [
                {"text": "Call us", "url": "tel:+15145550100"},
                {"text": "there", "url": "https://www.example.com/seats"},
            ],
        }
        world.transcript.say(connection, [body], "en", conversation="c")
    world.join()
    assert notes(world)[0].splitlines()[-5:-1] == [
        "**desk_label** Call us, or look there.",
        "there: https://www.example.com/seats",
        "• Yes",
        "• No",
    ]


def test_a_long_talk_is_several_notes(world: ChatwootWorld) -> None:
    for number in range(15):
        world.answered(f"{number}: " + "how much is it? " * 60, str(number))
    world.join()
    *before, _ = notes(world)
    assert len(before) == 2 and all(len(note) <= 10_000 for note in before)
    assert [f"{number}: how" in "".join(before) for number in range(15)] == [True] * 15


def test_words_that_did_not_come_through_are_told_of(world: ChatwootWorld) -> None:
    world.join()
    world.say("", "2", problem="media")
    assert world.chat.read() == ["desk_chatwoot_no_text"]


def test_a_contact_that_is_there_already_is_found(world: ChatwootWorld) -> None:
    world.join()
    (contact,) = world.there.contacts.values()
    world.there.contacts[99] = {**contact, "id": 99, "identifier": f"x{contact['identifier']}"}
    world.there.chats.clear()  # deleted there, with all that was said
    world.say("are you there?", "2")
    world.pass_by(3)
    assert world.chat.contact == contact["id"]
    assert world.chat.read() == ["are you there?"]


def test_too_many_messages_are_none_too_few(world: ChatwootWorld) -> None:
    world.join()
    world.wire.refusals = [(422, shape("message_refused"))]
    world.say("are you there?", "2")
    assert world.chat.read() == []
    world.pass_by(61)
    assert world.chat.read() == ["are you there?"]


def test_what_is_refused_does_not_hold_up_the_rest(world: ChatwootWorld) -> None:
    world.join()
    world.wire.refusals = [(422, {"message": "Content is odd", "attributes": ["content"]})]
    world.say("odd", "2")
    world.say("even", "3")
    assert world.chat.read() == ["even"]
