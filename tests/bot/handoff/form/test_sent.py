"""A request that was passed on is still known: asked for, changed, withdrawn, in both languages."""

from __future__ import annotations

import pytest

from tests.bot.handoff.talking import Talk

CALL = {
    "en": ["/desk_callback", "Dana", "617-555-0142", "yes", "tomorrow at 2", "More seats", "yes"],
    "fr": ["/desk_callback", "Zoé", "514 555-0199", "oui", "demain à 14 h", "Des postes", "oui"],
}
LETTER = {
    "en": ["/desk_message", "Dana", "dana@example.com", "Two charges", "yes"],
    "fr": ["/desk_message", "Zoé", "zoe@example.com", "Deux prélèvements", "oui"],
}
LANGUAGES = pytest.mark.parametrize("language", ["en", "fr"])


@LANGUAGES
@pytest.mark.parametrize(
    "words",
    [
        {"en": "did you get my callback request?", "fr": "avez-vous reçu ma demande de rappel?"},
        {"en": "is my call booked?", "fr": "mon rappel est-il bien noté?"},
        {"en": "did you get it?", "fr": "c’est bien noté?"},
    ],
)
def test_it_is_read_back(language: str, words: dict[str, str]) -> None:
    talk = Talk(language)
    assert talk.hear(*CALL[language]) == ["utter_callback_taken"]
    assert talk.hear(words[language]) == ["utter_callback_received"]
    assert [ticket.state for ticket in talk.tickets] == ["due"]


@LANGUAGES
@pytest.mark.parametrize(
    "words",
    [
        {"en": "cancel the callback", "fr": "finalement annulez le rappel"},
        {"en": "I don't need the call any more", "fr": "je veux plus être rappelé"},
        {"en": "cancel", "fr": "annuler"},
    ],
)
def test_it_is_withdrawn_where_agents_see_it(language: str, words: dict[str, str]) -> None:
    talk = Talk(language)
    talk.hear(*CALL[language])
    assert talk.hear(words[language]) == ["utter_callback_withdrawn"]
    assert [ticket.state for ticket in talk.tickets] == ["dropped"]
    again = {"en": "cancel the callback", "fr": "annulez le rappel"}
    assert talk.hear(again[language]) == ["utter_greet"]


@LANGUAGES
def test_later_cancel_alone_is_the_bots(language: str) -> None:
    talk = Talk(language)
    talk.hear(*CALL[language], "hello")
    assert talk.hear("cancel") == ["utter_greet"]
    assert talk.hear({"en": "cancel my call", "fr": "annule mon rappel"}[language]) == [
        "utter_callback_withdrawn"
    ]


@LANGUAGES
@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ({"en": "not before 2:30", "fr": "pas avant 14 h 30"}, "14:30-15:00"),
        ({"en": "between 9 and 10", "fr": "entre 9 h et 10 h"}, "09:00-10:00"),
    ],
)
def test_its_time_is_changed_and_it_stays_one_request(
    language: str, words: dict[str, str], hours: str
) -> None:
    talk = Talk(language)
    talk.hear(*CALL[language])
    ask = {"en": "change the time of my call", "fr": "changer l’heure de mon rappel"}
    assert talk.hear(ask[language]) == ["utter_callback_ask_window"]
    assert talk.hear(words[language]) == ["utter_callback_ask_consent"]
    before = talk.tickets
    assert talk.hear("yes") == ["utter_callback_taken"]
    [ticket] = talk.tickets
    start, end = ticket.details["window"]["from"], ticket.details["window"]["to"]
    assert (start[:10], f"{start[11:16]}-{end[11:16]}") == ("2026-11-23", hours)
    assert {**ticket.details, "window": None} == {**before[0].details, "window": None}


@LANGUAGES
def test_a_time_or_a_number_may_come_with_the_wish(language: str) -> None:
    talk = Talk(language)
    talk.hear(*CALL[language])
    words = {"en": "move my call to Thursday", "fr": "déplacez mon rappel à jeudi"}
    assert talk.hear(words[language]) == ["utter_callback_ask_consent"]
    assert talk.hear("no") == ["utter_callback_unchanged"]
    words = {
        "en": "change the number of my call to 514-555-0188",
        "fr": "changez le numéro de mon rappel pour le 514 555-0188",
    }
    assert talk.hear(words[language]) == ["utter_callback_ask_confirm"]
    assert talk.hear("yes", "yes") == ["utter_callback_taken"]
    [ticket] = talk.tickets
    assert ticket.details["phone"] == "+15145550188"
    assert ticket.details["window"]["from"][:16] == "2026-11-23T14:00"


@LANGUAGES
def test_a_change_that_is_dropped_changes_nothing(language: str) -> None:
    talk = Talk(language)
    talk.hear(*CALL[language])
    before = talk.tickets
    talk.hear({"en": "reschedule my call", "fr": "reporter mon rappel"}[language])
    assert talk.hear("/desk_cancel") == ["utter_callback_unchanged"]
    assert talk.tickets == before
    talk.hear({"en": "reschedule my call", "fr": "reporter mon rappel"}[language])
    words = {"en": "cancel the callback", "fr": "annulez le rappel"}
    assert talk.hear(words[language]) == ["utter_callback_withdrawn"]
    assert [ticket.state for ticket in talk.tickets] == ["dropped"]


@LANGUAGES
def test_a_message_is_read_back_and_withdrawn(language: str) -> None:
    talk = Talk(language)
    assert talk.hear(*LETTER[language]) == ["utter_desk_message_taken"]
    ask = {"en": "did you receive my message?", "fr": "avez-vous eu mon message?"}
    assert talk.hear(ask[language]) == ["utter_desk_message_received"]
    drop = {"en": "cancel my message", "fr": "annulez mon message"}
    assert talk.hear(drop[language]) == ["utter_desk_message_withdrawn"]


@LANGUAGES
def test_what_is_done_is_the_bots_to_answer(language: str) -> None:
    talk = Talk(language)
    talk.hear(*CALL[language])
    talk.desk.set_ticket(1, "done")
    assert talk.hear({"en": "cancel the callback", "fr": "annulez le rappel"}[language]) == [
        "utter_greet"
    ]
