"""Entries reach every tab of a conversation, in order, each once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.bot.channels.web.harness import Web


def test_a_message_is_answered(web: Web) -> None:
    tab = web.tab(locale="fr-CA")
    answer = tab.answer_to("bonjour")
    assert (answer["author"], answer["text"], answer["language"]) == ("bot", "« bonjour »", "fr")
    assert answer["response"] == "utter_echo"


def test_a_second_tab_gets_both_sides(web: Web) -> None:
    first = web.tab()
    first.answer_to("one")
    second = web.tab(session_id=first.token)
    assert [entry["text"] for entry in second.history()] == ["one", "« one »"]
    first.answer_to("two", id="m-2")
    second.entry("bot")
    assert [entry["text"] for entry in second.shown()] == ["two", "« two »"]
    assert second.shown() == first.shown()[2:]


def test_other_conversations_get_nothing(web: Web) -> None:
    other, first = web.tab(), web.tab()
    first.answer_to("one")
    assert other.shown() == []


def test_typing_goes_on_and_off_around_an_answer(web: Web) -> None:
    tab = web.tab()
    tab.answer_to("one")
    tab.wait_for("typing", lambda typing: not typing["on"])
    names = [name for name, _ in tab.received]
    assert names == ["session_confirm", "entry", "typing", "entry", "typing"]


def test_nothing_is_sent_to_a_tab_that_has_left(web: Web) -> None:
    first = web.tab()
    first.answer_to("one")
    second = web.tab(session_id=first.token)
    second.join()
    first.answer_to("two")
    assert second.shown() == []


def test_who_is_away_finds_the_answer_later(web: Web) -> None:
    first = web.tab()
    with web.bot.waiting():
        first.say("one")
        web.left_by(first)
    web.all_answered()
    second = web.tab(session_id=first.token)
    assert [entry["text"] for entry in second.history()] == ["one", "« one »"]


def test_a_public_widgets_confirmation_is_the_token(web: Web) -> None:
    public = web.widget()
    public.emit("session_request", {"session_id": None})
    token = public.wait_for("session_confirm")
    assert web.tokens.conversation_of(token)
    public.emit("session_request", {"session_id": token})
    again = public.wait_for("session_confirm")
    assert web.tokens.conversation_of(again) == web.tokens.conversation_of(token)


def test_a_public_widget_is_answered_as_by_rasa(web: Web) -> None:
    web.bot.buttons = [{"title": "Oui", "payload": "/affirm"}]
    public = web.widget()
    public.emit("session_request", {})
    public.emit("user_uttered", {"message": "bonjour"})
    uttered = public.wait_for("bot_uttered")
    (reply,) = uttered["quick_replies"]
    assert (uttered["text"], reply["title"]) == ("« bonjour »", "Oui")
    public.emit("user_uttered", {"message": reply["payload"]})
    public.wait_for("bot_uttered", lambda message: message["text"] == "« Oui »")
    assert web.bot.heard[-1].told["payload"] == "/affirm"
    assert {name for name, _ in public.received} == {"session_confirm", "bot_uttered"}


def test_a_public_widget_may_speak_before_it_asks(web: Web) -> None:
    public = web.widget()
    public.emit("user_uttered", {"message": "bonjour"})
    token = public.wait_for("session_confirm")
    assert public.wait_for("bot_uttered")["text"] == "« bonjour »"
    public.emit("user_uttered", {"message": "encore", "session_id": token})
    assert public.wait_for("bot_uttered")["text"] == "« encore »"
    assert len({heard.conversation for heard in web.bot.heard}) == 1


def test_a_public_widget_gets_what_it_missed_once(web: Web) -> None:
    public = web.widget()
    public.emit("session_request", {})
    token = public.wait_for("session_confirm")
    public.emit("user_uttered", {"message": "one"})
    public.wait_for("bot_uttered")
    with web.bot.waiting():
        public.call("user_uttered", {"message": "two"})
        public.call("user_uttered", {"message": "three"})
        web.left_by(public)
    web.all_answered()
    shown = []
    for _ in range(2):
        back = web.widget()
        back.emit("session_request", {"session_id": token})
        back.wait_for("session_confirm")
        shown.append([message["text"] for message in back.shown("bot_uttered")])
        back.close()
    assert shown == [["« two »", "« three »"], []]


def test_both_kinds_of_widget_share_a_conversation(web: Web) -> None:
    ours, public = web.tab(), web.widget()
    ours.answer_to("one")
    public.emit("session_request", {"session_id": ours.token})
    public.wait_for("session_confirm")
    assert public.wait_for("bot_uttered")["text"] == "« one »"
    public.emit("user_uttered", {"message": "two"})
    assert public.wait_for("bot_uttered")["text"] == "« two »"
    assert [entry["text"] for entry in ours.shown()] == ["one", "« one »", "two", "« two »"]
