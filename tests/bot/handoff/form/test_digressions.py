"""In the middle of a callback or a message: what is the bot's to answer, and the way back."""

from __future__ import annotations

import pytest

from tests.bot.handoff.talking import Talk

LANGUAGES = pytest.mark.parametrize("language", ["en", "fr"])
PRICE = {"en": "wait how much is 3 maya first", "fr": "attendez, combien pour 3 maya"}
QUESTION = {"en": "can I remove a seat?", "fr": "est-ce que je peux enlever un poste?"}
PHONE = {"en": "617-555-0142", "fr": "514 555-0199"}


@LANGUAGES
@pytest.mark.parametrize("words", [PRICE, QUESTION])
def test_a_question_is_the_bots_and_the_form_goes_on(language: str, words: dict[str, str]) -> None:
    talk = Talk(language)
    assert talk.hear("/desk_callback") == ["utter_callback_ask_name"]
    assert talk.hear(words[language]) == ["utter_greet", "utter_callback_ask_name"]
    assert talk.last[-1]["text"] == "utter_callback_open\nutter_callback_ask_name"
    assert [button["payload"] for button in talk.last[-1]["buttons"]] == ["/desk_cancel"]
    assert talk.hear("Dana") == ["utter_callback_ask_phone"]
    assert talk.hear(words[language]) == ["utter_greet", "utter_callback_ask_phone"]
    assert talk.hear(PHONE[language]) == ["utter_callback_ask_confirm"]
    assert talk.hear(words[language]) == ["utter_greet", "utter_callback_ask_confirm"]
    assert talk.hear("ok") == ["utter_callback_ask_window"]
    assert talk.hear(words[language]) == ["utter_greet", "utter_callback_ask_window"]
    # What the call is about may be a question.
    assert talk.hear({"en": "tomorrow at 2?", "fr": "demain à 14 h?"}[language]) == [
        "utter_callback_ask_topic"
    ]
    assert talk.hear(words[language]) == ["utter_callback_ask_consent"]
    assert len(talk.bot.heard) == 4


@LANGUAGES
def test_a_button_of_the_bots_is_the_bots(language: str) -> None:
    talk = Talk(language)
    talk.hear("/desk_callback")
    assert talk.hear("/faq_proration") == ["utter_greet", "utter_callback_ask_name"]


@LANGUAGES
def test_while_the_bot_asks_its_answers_are_the_bots(language: str) -> None:
    talk = Talk(language)
    talk.hear("/desk_callback", "Dana")
    talk.bot.form = "quote_form"
    assert talk.hear(PRICE[language]) == ["utter_greet"]
    assert talk.last[-1]["buttons"][-1]["payload"] == "/desk_callback"
    assert talk.hear("3") == ["utter_greet"]
    talk.bot.form = None
    assert talk.hear("15 January 2027") == ["utter_greet", "utter_callback_ask_phone"]
    assert talk.hear(PHONE[language]) == ["utter_callback_ask_confirm"]


@LANGUAGES
def test_the_button_leads_back_at_once(language: str) -> None:
    talk = Talk(language)
    talk.hear("/desk_callback", "Dana")
    talk.bot.form = "quote_form"
    talk.hear(PRICE[language])
    assert talk.hear("utter_button_callback") == ["utter_callback_ask_phone"]
    assert talk.hear(PHONE[language]) == ["utter_callback_ask_confirm"]


@LANGUAGES
def test_it_is_dropped_by_its_name_while_the_bot_asks(language: str) -> None:
    talk = Talk(language)
    talk.hear("/desk_callback", "Dana")
    talk.bot.form = "quote_form"
    talk.hear(PRICE[language])
    words = {"en": "cancel the callback", "fr": "annulez le rappel"}
    assert talk.hear(words[language]) == ["utter_callback_dropped"]
    assert talk.hear("Dana") == ["utter_greet"]


@LANGUAGES
@pytest.mark.parametrize(
    "words",
    [
        {"en": "actually no", "fr": "finalement non"},
        {"en": "I don't want a call any more", "fr": "je veux plus être rappelé"},
        {"en": "no thanks, forget it", "fr": "non merci laisse faire"},
    ],
)
def test_a_refusal_ends_it(language: str, words: dict[str, str]) -> None:
    talk = Talk(language)
    talk.hear("/desk_callback")
    assert talk.hear(words[language]) == ["utter_callback_dropped"]
    assert talk.tickets == []


@LANGUAGES
def test_a_number_that_is_not_given_is_not_asked_for_again(language: str) -> None:
    talk = Talk(language)
    talk.hear("/desk_callback", "Dana")
    words = {"en": "I'd rather not give my number", "fr": "j'veux pas donner mon numéro"}
    assert talk.hear(words[language]) == ["utter_callback_withheld"]
    assert [button["payload"] for button in talk.last[0]["buttons"]] == ["/desk_message"]
    assert talk.hear("utter_button_message") == ["utter_desk_message_ask_name"]
    assert talk.hear({"en": "I won't tell you", "fr": "je refuse de le dire"}[language]) == [
        "utter_callback_withheld"
    ]
    assert [button["payload"] for button in talk.last[0]["buttons"]] == ["/desk_callback"]
    assert talk.tickets == []


@LANGUAGES
def test_a_why_gets_a_reason_and_the_question_again(language: str) -> None:
    talk = Talk(language)
    talk.hear("/desk_callback")
    words = {"en": "why do you need it", "fr": "pourquoi vous voulez savoir ça"}
    assert talk.hear(words[language]) == ["utter_callback_why", "utter_callback_ask_name"]


@LANGUAGES
def test_a_request_with_its_details_asks_for_the_rest(language: str) -> None:
    talk = Talk(language)
    words = {
        "en": "call me at 617-555-0142 tomorrow at 2, I'm Dana",
        "fr": "rappelez-moi au 514 555-0199 demain à 14 h, je m’appelle Zoé",
    }
    assert talk.hear(words[language]) == ["utter_callback_ask_confirm"]
    assert talk.hear({"en": "yep that's right", "fr": "ouin c'est ça"}[language]) == [
        "utter_callback_ask_topic"
    ]
    assert talk.hear("Seats") == ["utter_callback_ask_consent"]
    assert talk.hear({"en": "yes", "fr": "ben oui"}[language]) == ["utter_callback_taken"]
    assert len(talk.tickets) == 1
    assert talk.bot.heard == []


@LANGUAGES
def test_a_message_is_opened_by_its_name(language: str) -> None:
    talk = Talk(language)
    words = {"en": "I'd like to leave a message", "fr": "j'veux laisser un message"}
    assert talk.hear(words[language]) == ["utter_desk_message_ask_name"]


def test_a_first_message_is_answered_in_its_own_language() -> None:
    """Whatever the page's."""
    for page, words, language in (
        ("en", "rappelez-moi au 514 555-0199", "fr"),
        ("fr", "call me at 514-555-0199", "en"),
    ):
        talk = Talk(page)
        talk.hear(words)
        assert talk.language == language
        talk.hear("Dana", "ok")
        assert talk.language == language
