"""A callback and a message, taken step by step in both languages."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.handoff import callback
from bot.handoff.callback import (
    Answer,
    Draft,
    Step,
    answer,
    is_cancel,
    missing,
    next_step,
    read_email,
    read_name,
    says_no,
    says_yes,
)
from bot.handoff.hours import Hours
from bot.handoff.windows import Context, Window
from bot.nlg.catalogue import Catalogue
from bot.nlg.check.spelling import spelling_problems
from bot.nlg.responses import read_responses
from bot.nlg.texts import Texts
from bot.nlg.voice import Option, Voice

TEXTS = Path(callback.__file__).with_name("texts.yml")
RESPONSES = read_responses(yaml.safe_load(TEXTS.read_text(encoding="utf-8"))["responses"])
UNITS = {"utter_unit_day": [{"text": "{n} day", "metadata": {"plural": "{n} days"}}]}
MONTREAL, PARIS = ZoneInfo("America/Toronto"), ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 23, 10, 7, tzinfo=MONTREAL)
QUEBEC = Context("CA", "fr_CA", "fr", NOW, MONTREAL)
CANADA = replace(QUEBEC, locale="en_CA", language="en")
FRANCE = replace(QUEBEC, region="FR", locale="fr_FR", zone=PARIS)
LANGUAGES = pytest.mark.parametrize("context", [CANADA, QUEBEC], ids=["en", "fr"])
TOMORROW = Window(
    datetime(2026, 11, 24, 8, tzinfo=MONTREAL), datetime(2026, 11, 24, 12, tzinfo=MONTREAL)
)
CALL = Draft("callback", "Zoé", "+15145550199", "12", True, None, TOMORROW, "Des postes")
MESSAGE = Draft("message", "Zoé", email="zoe@example.com", topic="Des postes")


def say(step: Step | None) -> tuple[str, list[str]]:
    """The English words, which fail where a value is missing, and the buttons' titles."""
    assert step is not None
    texts = Texts({**RESPONSES, **read_responses(UNITS)}, Catalogue({}))
    options = [Option(button.response, button.payload, button.values) for button in step.buttons]
    said = Voice(texts, "en_CA", lambda name: None).say(step.response, step.values, options)
    return said.text, [button.title for button in said.buttons]


def talk(draft: Draft, words: Iterable[str], context: Context) -> tuple[list[str], Answer]:
    """Every question and remark, by name and with no value missing."""
    heard: list[str] = []
    answered = Answer(draft)
    for text in words:
        step = next_step(answered.draft, context)
        say(step)
        assert step is not None
        heard.append(step.response.removeprefix("utter_callback_").removeprefix("utter_desk_"))
        answered = answer(answered.draft, step.name, text, context)
        for remark in filter(None, (answered.problem, answered.ending)):
            say(Step(step.name, remark, answered.values))
            heard.append(remark.removeprefix("utter_callback_").removeprefix("utter_desk_"))
        # It is kept with the conversation between two messages.
        state = json.loads(json.dumps(answered.draft.to_json()))
        assert Draft.from_json(state) == replace(
            answered.draft,
            window=answered.draft.window and replace(answered.draft.window, part=None),
        )
    return heard, answered


CALLS = [
    (
        CANADA,
        ["My name is Zoé", "514 555-0199 ext. 12", "yes", "tomorrow morning", "More seats", "yes"],
        "More seats",
    ),
    (
        QUEBEC,
        ["Moi, c’est Zoé", "514 555-0199 poste 12", "oui", "demain matin", "Des postes", "oui"],
        "Des postes",
    ),
]


@pytest.mark.parametrize(("context", "words", "topic"), CALLS, ids=["en", "fr"])
def test_a_callback_from_beginning_to_end(context: Context, words: list[str], topic: str) -> None:
    heard, last = talk(Draft("callback"), words, context)
    assert heard == [
        "ask_name", "ask_phone", "ask_confirm", "ask_window", "ask_topic", "ask_consent", "taken",
    ]  # fmt: skip
    assert last.draft == replace(CALL, topic=topic, consent=True)
    assert last.draft.is_agreed
    assert next_step(last.draft, context) is None


MESSAGES = [
    (CANADA, ["It's Zoé", "My email is zoe@example.com.", "I need a quote for 3", "Yes, pass it on"]),
    (QUEBEC, ["Je m’appelle Zoé", "zoe@example.com", "Il me faut un prix pour 3", "oui, svp"]),
]  # fmt: skip


@pytest.mark.parametrize(("context", "words"), MESSAGES, ids=["en", "fr"])
def test_a_message_from_beginning_to_end(context: Context, words: list[str]) -> None:
    heard, last = talk(Draft("message"), words, context)
    assert heard == [
        "message_ask_name", "message_ask_email", "message_ask_topic", "message_ask_consent",
        "message_taken",
    ]  # fmt: skip
    assert last.draft == replace(MESSAGE, topic=words[2], consent=True)
    assert last.draft.is_agreed


@LANGUAGES
def test_what_is_known_is_not_asked(context: Context) -> None:
    draft = Draft("callback", name="Zoé", topic="Des postes")
    heard, _ = talk(draft, ["514 555-0199", "yes", "tomorrow", "yes"], context)
    assert heard == ["ask_phone", "ask_confirm", "ask_window", "ask_consent", "taken"]


# --- what goes wrong, step by step ---

BAD = [
    ("name", ["", "42", "!!", "why?", "pourquoi ?", "non", "yes", "a@example.com"], "name_missing"),
    ("name", ["I would rather not tell you what it is, sorry about that"], "name_missing"),
    ("name", ["Z" * 81], "name_too_long"),
    ("phone", ["", "call me", "appelez-moi", "mon cellulaire"], "phone_missing"),
    ("phone", ["555-0199", "514 555 01999", "123 456 7890", "poste 4012"], "phone_invalid"),
    ("confirm", ["", "maybe", "peut-être", "why?", "yes, but"], "yes_or_no"),
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
    context: Context, step: callback.StepName, words: list[str], problem: str
) -> None:
    draft = Draft("callback", phone="+15145550199")
    for text in words:
        answered = answer(draft, step, text, context)
        assert (answered.problem, answered.draft) == (f"utter_callback_{problem}", draft), text
        assert say(Step(step, f"utter_callback_{problem}", answered.values))


def test_outside_of_the_hours_that_are_known() -> None:
    hours = "regions: {CA: {fr: {zone: America/Toronto, holidays: CA-QC, week: {tuesday: ['09:00-12:00']}}}}"
    context = replace(QUEBEC, schedule=Hours.load(hours).of("CA", "fr"))
    draft = replace(CALL, window=None)
    assert answer(draft, "window", "mercredi", context).problem == "utter_callback_window_closed"
    accepted = answer(draft, "window", "mardi", context).draft.window
    assert accepted is not None
    assert (accepted.start.hour, accepted.end.hour) == (9, 12)
    _, titles = say(next_step(draft, context))
    assert titles == ["Tomorrow morning", "Cancel the request"]


def test_a_message_may_be_longer_than_what_a_call_is_about() -> None:
    assert answer(Draft("message"), "topic", "x" * 900, CANADA).problem is None
    assert answer(Draft("callback"), "topic", "x" * 900, CANADA).problem is not None


# --- corrections ---

READ_BACK = Draft("callback", "Zoé", "+15145550199")


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


def test_consent_alone_is_not_enough() -> None:
    assert not replace(CALL, confirmed=False, consent=True).is_agreed
    assert not Draft("message", consent=True).is_agreed


def test_the_recap_is_what_is_passed_on() -> None:
    text, titles = say(next_step(CALL, CANADA))
    assert text.splitlines()[1:5] == [
        "• Name: Zoé",
        "• Phone: (514) 555-0199, ext.\u00a012",
        "• When: Tuesday, November 24, 2026, between 8:00\u202fa.m.\u00a0EST and 12:00\u202fp.m.\u00a0EST",
        "• About: Des postes",
    ]
    assert titles == ["Yes, pass it on", "No, don’t pass it on"]


# --- leaving ---


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
def test_it_can_be_left_at_any_step(context: Context, step: callback.StepName, text: str) -> None:
    answered = answer(CALL, step, text, context)
    assert answered.ending == "utter_callback_dropped"
    assert next_step(answered.draft, context) is None


@pytest.mark.parametrize(
    "text",
    ["cancel my subscription", "stop the renewal", "annuler mon abonnement", "je veux annuler un poste",
     "non", "laisse", "Don Stop", ""],
)  # fmt: skip
def test_what_is_no_cancelling(text: str) -> None:
    assert not is_cancel(text)


# --- words ---


@pytest.mark.parametrize(
    "text",
    ["yes", "Yes please", "OK!", "yep, that's right", "oui", "oui oui", "Ouais, c’est ça", "d’accord",
     "no problem", "pas de problème", "Oui, transmettez-le", "oui s’il vous plaît", "c’est exact"],
)  # fmt: skip
def test_yes(text: str) -> None:
    assert says_yes(text)
    assert not says_no(text)


@pytest.mark.parametrize("text", ["", "merci", "please", "yes no", "oui mais non", "yesterday"])
def test_no_yes(text: str) -> None:
    assert not says_yes(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Marie Tremblay", "Marie Tremblay"),
        ("hi, my name is Marie Tremblay, thanks", "Marie Tremblay"),
        ("Bonjour, je m’appelle Émilie Côté.", "Émilie Côté"),
        ("Moi, c’est Jean-François O’Neil", "Jean-François O’Neil"),
        ("Nom : Zoé", "Zoé"),
        ("Mr. Smith, please", "Mr. Smith"),
        ("Imelda Marcos", "Imelda Marcos"),
        ("  李雷\n", "李雷"),
        ("d'Artagnan", "d'Artagnan"),
    ],
)
def test_names(text: str, name: str) -> None:
    assert read_name(text) == name


@pytest.mark.parametrize(
    ("text", "email"),
    [
        ("zoe@example.com", "zoe@example.com"),
        ("C’est zoe.cote+prorata@mail.example.co.uk, merci.", "zoe.cote+prorata@mail.example.co.uk"),
        ("<zoe@example.com>", "zoe@example.com"),
        ("Zoe.O'Neil@Example.COM", "Zoe.O'Neil@Example.COM"),
        ("zoe..cote@example.com", None),
        ("zoe@-example.com", None),
        ("zoe@example.c", None),
        ("zoe@example.com@example.com", None),
        ("zoé@example.com", None),
        (f"{'z' * 65}@example.com", None),
        (f"zoe@{'example.' * 40}com", None),
    ],
)  # fmt: skip
def test_emails(text: str, email: str | None) -> None:
    assert read_email(text) == email


# --- buttons and texts ---


def test_a_suggested_time_is_accepted_pressed_or_typed() -> None:
    for context in (CANADA, replace(CANADA, now=NOW.replace(day=26, hour=17))):
        step = next_step(replace(CALL, window=None), context)
        assert step is not None
        for button, title in zip(step.buttons[:-1], say(step)[1], strict=False):
            pressed = answer(CALL, "window", button.payload, context).draft.window
            typed = answer(CALL, "window", title, context).draft.window
            assert pressed == typed


def test_titles_go_by_the_calendar() -> None:
    thursday = replace(CANADA, now=NOW.replace(day=26, hour=17))
    _, titles = say(next_step(replace(CALL, window=None), thursday))
    assert titles == [
        "This afternoon", "Tomorrow morning", "Tomorrow afternoon", "Cancel the request",
    ]  # fmt: skip
    friday = replace(CANADA, now=NOW.replace(day=27, hour=18))
    _, titles = say(next_step(replace(CALL, window=None), friday))
    assert titles[:2] == ["Monday morning", "Monday afternoon"]


@pytest.mark.parametrize(
    ("payload", "problem"),
    [
        ("/desk_window 2026-11-20T09:00:00-05:00/2026-11-20T12:00:00-05:00", "past"),
        ("/desk_window 2026-11-24T09:00:00/2026-11-24T12:00:00", "unclear"),
        ("/desk_window 9999-12-31T09:00:00-05:00/9999-12-31T23:59:59-23:59", "unclear"),
        ("/desk_window yesterday-or-so/tomorrow-or-so", "unclear"),
    ],
)
def test_a_time_that_was_not_suggested_or_is_over(payload: str, problem: str) -> None:
    assert answer(CALL, "window", payload, CANADA).problem == f"utter_callback_window_{problem}"


@pytest.mark.parametrize("title", ["Yes, that’s right", "Oui, c’est le bon", "Oui, transmettez-le"])
def test_typed_titles_of_yes(title: str) -> None:
    assert says_yes(title)


def test_every_text_is_used_and_well_written() -> None:
    source = Path(callback.__file__).read_text(encoding="utf-8")
    for name, response in RESPONSES.items():
        assert list(spelling_problems(response.text, "en")) == []
        generic = name.removeprefix("utter_callback_").removeprefix("utter_desk_message_")
        stem = generic.rsplit("_", 1)[0]
        assert any(part in source for part in (generic, f"{stem}_{{", f"_{stem}_", "_ask_{")), name
    buttons = [r.text for name, r in RESPONSES.items() if "_button_" in name]
    assert max(map(len, buttons)) <= 30


@given(
    st.sampled_from([Draft("callback"), CALL, READ_BACK, Draft("message"), MESSAGE]),
    st.text(max_size=1000) | st.text("yes no oui 514 555-0199 @.com demain15h", max_size=60),
    st.sampled_from(["name", "phone", "confirm", "window", "email", "topic", "consent"]),
    st.sampled_from([CANADA, QUEBEC, FRANCE, replace(CANADA, region=None, locale=None)]),
)
def test_any_answer_is_taken(
    draft: Draft, text: str, step: callback.StepName, context: Context
) -> None:
    answered = answer(draft, step, text, context)
    assert (answered.ending is None) is (next_step(answered.draft, context) is not None)
    if answered.problem or answered.ending:
        say(Step(step, answered.problem or answered.ending or "", answered.values))
    json.dumps(answered.draft.to_json())


@pytest.mark.parametrize("text", ["ok " * 26 + "x", "oui j'accepte " * 5 + "x", "a.a@" * 250])
def test_no_text_takes_long(text: str) -> None:
    began = time.perf_counter()
    says_yes(text), is_cancel(text), says_no(text), read_email(text), read_name(text)
    assert time.perf_counter() - began < 0.5


def test_the_window_is_in_the_customers_zone() -> None:
    found = answer(CALL, "window", "demain matin", FRANCE).draft.window
    assert found is not None
    assert found.start.astimezone(timezone.utc).hour == 7
