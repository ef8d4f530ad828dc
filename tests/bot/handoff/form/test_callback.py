"""A callback and a message, taken step by step in both languages."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.handoff.form.callback import answer, next_step
from bot.handoff.form.draft import Answer, Draft, Step, StepName, missing
from bot.handoff.form.windows import Context
from tests.bot.handoff.calling import (
    CALL,
    CANADA,
    FRANCE,
    LANGUAGES,
    MESSAGE,
    QUEBEC,
    READ_BACK,
    say,
)

BAD = [
    ("name", ["", "42", "!!", "merci là", "yes", "a@example.com"], "name_missing"),
    ("name", ["c’est urgent", "I'm the boss"], "name_missing"),
    ("name", ["why?", "pourquoi ?", "why do you need it", "pourquoi vous voulez savoir ça"], "why"),
    ("phone", ["why do you need my number?", "c’est pour quoi faire?"], "why"),
    ("topic", ["what for?", "à quoi ça sert?"], "why"),
    ("name", ["Z" * 81], "name_too_long"),
    ("phone", ["", "call me", "appelez-moi", "mon cellulaire"], "phone_missing"),
    ("phone", ["555-0199", "514 555 01999", "123 456 7890", "poste 4012"], "phone_invalid"),
    ("confirm", ["", "maybe", "peut-être", "yes, but"], "yes_or_no"),
    ("window", ["", "hello", "next week", "la semaine prochaine"], "window_unclear"),
    ("window", ["today at 9 am", "aujourd’hui à 9 h"], "window_past"),
    ("window", ["in 3 months", "le 24 décembre"], "window_far"),
    ("email", ["", "by email", "par courriel"], "email_missing"),
    ("email", ["zoe@", "zoe@example", "@example.com", "zoe@@example.com"], "email_malformed"),
    ("topic", ["", "?", "12", "no", "oui"], "topic_missing"),
    ("topic", ["x" * 1001], "topic_too_long"),
]


@LANGUAGES
@pytest.mark.parametrize(("step", "words", "problem"), BAD, ids=[bad[2] for bad in BAD])
def test_what_cannot_be_used_is_asked_again(
    context: Context, step: StepName, words: list[str], problem: str
) -> None:
    draft = Draft("callback", phone="+15145550199")
    for text in words:
        answered = answer(draft, step, text, context)
        assert (answered.problem, answered.draft) == (f"utter_callback_{problem}", draft), text
        assert say(Step(step, f"utter_callback_{problem}", answered.values))


def test_a_message_may_be_longer_than_what_a_call_is_about() -> None:
    assert answer(Draft("message"), "topic", "x" * 900, CANADA).problem is None
    assert answer(Draft("callback"), "topic", "x" * 900, CANADA).problem is not None


def test_the_window_is_in_the_customers_zone() -> None:
    found = answer(CALL, "window", "demain matin", FRANCE).draft.window
    assert found is not None
    assert found.start.astimezone(timezone.utc).hour == 7


# --- corrections ---


@LANGUAGES
@pytest.mark.parametrize(
    ("text", "phone", "extension", "confirmed", "problem"),
    [
        ("yes", "+15145550199", None, True, None),
        ("Oui, c’est le bon", "+15145550199", None, True, None),
        ("oui, 514 555-0199", "+15145550199", None, True, None),
        ("no", None, None, False, None),
        ("Non, un autre numéro", None, None, False, None),
        ("ce n’est pas le bon", None, None, False, None),
        ("non, c’est le 514 555-0188", "+15145550188", None, False, None),
        ("no, it's 514 555-0188 ext. 3", "+15145550188", "3", False, None),
        ("514 555-0188", "+15145550188", None, False, None),
        ("oui, poste 12", "+15145550199", "12", False, None),
        ("yes, ext. 12", "+15145550199", "12", False, None),
        ("non, 555-0188", None, None, False, "utter_callback_phone_invalid"),
    ],
)
def test_at_read_back(
    context: Context,
    text: str,
    phone: str | None,
    extension: str | None,
    confirmed: bool,
    problem: str | None,
) -> None:
    answered = answer(READ_BACK, "confirm", text, context)
    expected = replace(READ_BACK, phone=phone, extension=extension, confirmed=confirmed)
    assert answered == Answer(expected, problem)


@LANGUAGES
@pytest.mark.parametrize("text", ["en fait, c’est le 438 555-0123", "actually, call 438 555-0123"])
def test_a_number_in_place_of_a_time_corrects_the_number(context: Context, text: str) -> None:
    draft = replace(CALL, window=None)
    answered = answer(draft, "window", text, context)
    assert answered.problem is None
    assert missing(answered.draft) == "confirm"
    assert answered.draft.phone == "+14385550123"


@LANGUAGES
def test_corrections_before_consent_are_asked_about_again(context: Context) -> None:
    for text in ("non, plutôt mardi entre 14 h et 16 h", "no, Tuesday between 2 and 4"):
        answered = answer(CALL, "consent", text, context)
        assert answered.draft.window is not None
        assert answered.draft.window.start.hour == 14
        assert (answered.ending, missing(answered.draft)) == (None, "consent")
    for text in ("no, my number is 514 555-0188", "non, c’est le 514 555-0188"):
        answered = answer(CALL, "consent", text, context)
        assert (answered.ending, missing(answered.draft)) == (None, "confirm")
    for text in ("today at 9 am", "aujourd’hui à 9 h"):
        answered = answer(CALL, "consent", text, context)
        assert answered == Answer(CALL, "utter_callback_window_past")
    for text in ("no, my name is Zed", "non, c’est Zed qui parle"):
        for draft in (CALL, MESSAGE):
            answered = answer(draft, "consent", text, context)
            assert answered == Answer(replace(draft, name="Zed"))
    answered = answer(MESSAGE, "consent", "non, c’est zed@example.com", context)
    assert (answered.ending, answered.draft.email) == (None, "zed@example.com")


# --- consent ---


@LANGUAGES
@pytest.mark.parametrize("draft", [CALL, MESSAGE], ids=["callback", "message"])
@pytest.mark.parametrize(
    "text",
    [
        "no",
        "No, don’t pass it on",
        "non",
        "Non, ne transmettez rien",
        "non merci",
        "/desk_no",
        "je ne veux pas",
        "je préfère pas",
        "I don’t agree",
        "pas d’accord",
        "not now",
        "cancel",
    ],
)
def test_without_consent_it_ends_and_nothing_may_be_kept(
    context: Context, draft: Draft, text: str
) -> None:
    answered = answer(draft, "consent", text, context)
    kind = "callback" if draft.kind == "callback" else "desk_message"
    assert answered.ending == f"utter_{kind}_dropped"
    assert not answered.draft.is_agreed
    assert next_step(answered.draft, context) is None


@LANGUAGES
@pytest.mark.parametrize("draft", [CALL, MESSAGE], ids=["callback", "message"])
@pytest.mark.parametrize(
    "text",
    [
        "yes, but who sees it?",
        "oui mais…",
        "hm",
        "",
        "pourquoi ?",
        "no, the number is wrong",
        "non, le numéro n’est pas bon",
    ],
)
def test_only_a_clear_yes_is_consent(context: Context, draft: Draft, text: str) -> None:
    answered = answer(draft, "consent", text, context)
    assert (answered.ending, answered.draft) == (None, draft)
    assert answered.problem is not None
    assert say(Step("consent", answered.problem))


# --- leaving ---


@LANGUAGES
@pytest.mark.parametrize("step", ["name", "phone", "email"])
def test_a_no_where_there_is_no_yes_ends_it(context: Context, step: StepName) -> None:
    for text in ("no", "nope", "non", "ben non"):
        assert answer(CALL, step, text, context).ending == "utter_callback_dropped"


@LANGUAGES
@pytest.mark.parametrize(
    "step", ["name", "phone", "confirm", "window", "email", "topic", "consent"]
)
@pytest.mark.parametrize(
    "text",
    [
        "cancel",
        "Cancel the request",
        "stop",
        "never mind",
        "forget it",
        "/desk_cancel",
        "annuler",
        "Annuler la demande",
        "laisse faire",
        "laissez tomber",
        "non, annulez, svp",
    ],
)
def test_it_can_be_left_at_any_step(context: Context, step: StepName, text: str) -> None:
    answered = answer(CALL, step, text, context)
    assert answered.ending == "utter_callback_dropped"
    assert next_step(answered.draft, context) is None


# --- whatever is written ---


@given(
    st.sampled_from([Draft("callback"), CALL, READ_BACK, Draft("message"), MESSAGE]),
    st.text(max_size=1000) | st.text("yes no oui 514 555-0199 @.com demain15h", max_size=60),
    st.sampled_from(["name", "phone", "confirm", "window", "email", "topic", "consent"]),
    st.sampled_from([CANADA, QUEBEC, FRANCE, replace(CANADA, region=None, locale=None)]),
)
def test_any_answer_is_taken(draft: Draft, text: str, step: StepName, context: Context) -> None:
    answered = answer(draft, step, text, context)
    assert (answered.ending is None) is (next_step(answered.draft, context) is not None)
    if answered.problem or answered.ending:
        say(Step(step, answered.problem or answered.ending or "", answered.values))
    json.dumps(answered.draft.to_json())
