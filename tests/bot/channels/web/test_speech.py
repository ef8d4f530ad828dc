"""What is said: once, in order, as typed text or as a button that was shown, not too often."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.channels.inbound import LONGEST_MESSAGE
from bot.channels.limits import Rate
from bot.channels.web.buttons import Buttons
from tests.bot.channels.web.harness import serving

if TYPE_CHECKING:
    from bot.channels.web.channel import Sentence
    from tests.bot.channels.web.conftest import SignIn
    from tests.bot.channels.web.harness import Web
    from tests.bot.channels.web.widgets import Widget
    from tests.bot.loop import Loop

AFFIRM = {"title": "Oui", "payload": "/affirm"}
TOO_FAST = {
    "en-CA": "You’re faster than I am! Please wait a few seconds, then send that again.",
    "fr-FR": (
        "Vous allez plus vite que moi\u202f! Attendez quelques secondes, puis renvoyez votre message."
    ),
}


def said(web: Web) -> list[str]:
    return [heard.body["text"] for heard in web.bot.heard]


def test_it_is_acknowledged_once_stored_and_not_only_once_answered(web: Web) -> None:
    tab = web.tab()
    with web.bot.waiting():
        seq = tab.say("one", id="m-1")["seq"]
        assert [entry["author"] for entry in tab.shown()] == ["customer"]
    assert tab.entry("bot")["seq"] > seq


def test_a_message_that_comes_again_is_answered_once(web: Web) -> None:
    tab = web.tab()
    first = tab.say("one", id="m-1")
    assert tab.say("one", id="m-1") == first
    tab.answer_to("two", id="m-2")
    tab.entry("bot")
    assert said(web) == ["one", "two"]
    assert [entry.get("id") for entry in tab.shown() if entry["author"] == "customer"] == [
        *("m-1", "m-2")
    ]


def test_also_after_the_connection_was_lost(web: Web) -> None:
    first = web.tab()
    with web.bot.waiting():
        acknowledged = first.say("one", id="m-1")
        web.left_by(first)
        second = web.tab(session_id=first.token)
        assert second.say("one", id="m-1") == acknowledged
    web.all_answered()
    assert said(web) == ["one"]


def test_without_an_id_the_same_words_are_two_messages(web: Web) -> None:
    tab = web.tab()
    assert tab.say("one") != tab.say("one")


def test_another_conversations_ids_are_not_ours(web: Web) -> None:
    for tab in (web.tab(), web.tab()):
        tab.answer_to("one", id="m-1")
    assert said(web) == ["one", "one"]


@pytest.mark.parametrize("given", ["x" * 65, "", 5, True, [], {}, "é", "\ud800"])
def test_a_strange_id_is_refused(web: Web, given: object) -> None:
    refused = web.tab(locale="en-CA").say("one", id=given)
    assert refused["refused"] == "invalid"
    assert refused["text"]
    assert said(web) == []


def test_quick_messages_are_answered_in_their_order(web: Web) -> None:
    tab = web.tab()
    for number in range(5):
        tab.emit("user_uttered", {"message": str(number)})
    for number in range(5):
        assert tab.entry("bot")["text"] == f"« {number} »"
    assert said(web) == list("01234")


@pytest.fixture
def asked(web: Web) -> Widget:
    """A tab to which a button was shown; its payload is in the last entry."""
    web.bot.buttons = [AFFIRM]
    tab = web.tab(locale="fr-CA")
    tab.answer_to("bonjour")
    return tab


def payload_of(tab: Widget) -> str:
    return str(tab.shown()[-1]["buttons"][0]["payload"])


def test_a_button_that_is_pressed(web: Web, asked: Widget) -> None:
    asked.answer_to(payload_of(asked))
    heard = web.bot.heard[-1]
    assert heard.body == {"text": "Oui"}
    assert heard.told == {"channel": "web", "locale": "fr_CA", "payload": "/affirm"}
    assert [entry["text"] for entry in asked.shown()][2:] == ["Oui", "« Oui »"]


def test_it_works_after_a_reload(web: Web, asked: Widget) -> None:
    again = web.tab(session_id=asked.token)
    again.answer_to(again.history()[-1]["buttons"][0]["payload"])
    assert web.bot.heard[-1].told["payload"] == "/affirm"


def test_another_conversations_button_is_refused(web: Web, asked: Widget) -> None:
    other = web.tab(locale="fr-CA")
    assert other.say(payload_of(asked)) == {
        "refused": "button_invalid",
        "text": "Ce bouton ne fonctionne plus ici. Écrivez-moi ce qu’il vous faut.",
    }
    assert said(web) == ["bonjour"]


def test_a_tampered_button_is_refused(web: Web, asked: Widget) -> None:
    version, shown, mac = payload_of(asked).split(".")
    forged = Buttons("another-secret").sign(web.bot.heard[0].conversation, "Oui", "/restart")
    for tampered in (f"{version}.{shown}A.{mac}", f"{version}.{shown}.{mac[::-1]}", forged):
        assert asked.say(tampered)["refused"] == "button_invalid"
    assert said(web) == ["bonjour"]


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("/restart", "restart"),
        ('/inform{"seats": 3}', 'inform{"seats": 3}'),
        ("/affirm", "affirm"),
        (" \u200b//session_start", "session_start"),
        ('{"message": "x", "payload": "/affirm"}', '{"message": "x", "payload": "/affirm"}'),
        ('["Oui", "/affirm"]', '["Oui", "/affirm"]'),
        ("EXTERNAL: /affirm", "EXTERNAL: /affirm"),
        ('42["start_over",{}]', '42["start_over",{}]'),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ],
)
def test_what_is_typed_is_never_a_command(web: Web, typed: str, heard: str) -> None:
    tab = web.tab()
    assert tab.answer_to(typed)["text"] == f"« {heard} »"
    assert web.bot.heard[-1].told == {"channel": "web"}


@pytest.mark.parametrize("more", [{"payload": "/affirm"}, {"told": {"payload": "/affirm"}}])
def test_a_payload_cannot_be_sent_beside_the_message(web: Web, more: dict[str, Any]) -> None:
    web.tab().answer_to("hello", **more)
    assert web.bot.heard[-1].told == {"channel": "web"}


@pytest.mark.parametrize(
    ("typed", "problem"),
    [("", "empty"), ("???", "empty"), ("a" * (LONGEST_MESSAGE + 1), "too_long")],
)
def test_what_cannot_be_taken_in_gets_its_answer_from_the_bot(
    web: Web, typed: str, problem: str
) -> None:
    web.tab().answer_to(typed)
    assert web.bot.heard[-1].told["problem"] == problem


def test_a_card_number_is_not_kept(web: Web) -> None:
    tab = web.tab()
    assert "4111" not in tab.answer_to("my card: 4111 1111 1111 1111")["text"]
    assert "4111" not in str(tab.shown())


@pytest.mark.parametrize(
    ("given", "known"),
    [("fr-CA", "fr_CA"), ("FR_fr", "fr_FR"), ("fr-BE", "fr"), ("en", "en"), ("de", None)],
)
def test_the_pages_locale_is_told(web: Web, given: str, known: str | None) -> None:
    web.tab(locale=given).answer_to("one")
    assert web.bot.heard[-1].told.get("locale") == known


def test_the_companys_locale_counts_where_the_page_has_none(web: Web, identity_of: SignIn) -> None:
    identity = identity_of("demo-lyon", locale="fr-FR")
    web.tab(identity=identity).answer_to("one")
    web.tab(identity=identity, locale="en-GB").answer_to("two")
    assert [heard.told["locale"] for heard in web.bot.heard] == ["fr_FR", "en_GB"]


@pytest.mark.parametrize("locale", TOO_FAST)
def test_the_eleventh_quick_message_is_refused(web: Web, locale: str) -> None:
    tab, other = web.tab(locale=locale), web.tab()
    for number in range(10):
        tab.answer_to(str(number))
    assert tab.say("10") == {"refused": "too_fast", "text": TOO_FAST[locale]}
    other.answer_to("somebody else")
    assert said(web) == [*map(str, range(10)), "somebody else"]
    web.time.pass_by(2)
    tab.answer_to("11")


def test_a_second_tab_or_connection_does_not_help(web: Web) -> None:
    tab = web.tab()
    for number in range(10):
        tab.answer_to(str(number))
    second = web.tab(session_id=tab.token)
    assert second.say("10")["refused"] == "too_fast"


def test_an_address_cannot_help_itself_with_new_conversations(
    loop: Loop, sentence: Sentence
) -> None:
    with serving(loop, sentence, an_address=Rate(burst=12, per_second=1)) as web:
        tabs = [web.tab() for _ in range(3)]
        refused = [tab.say("hi").get("refused") for tab in tabs for _ in range(5)]
        assert refused == [None] * 12 + ["too_fast"] * 3
        web.time.pass_by(1)
        assert "seq" in tabs[0].say("hi")
