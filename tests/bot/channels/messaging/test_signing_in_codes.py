"""The code that finishes a sign-in: in its own chat, once, and hardly to be guessed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.messaging.signing_in import CODE_SECONDS, LINK_SECONDS
from bot.store.sign_in_links import TRIES, TRIES_IN_ALL
from tests.bot.channels.messaging.sign_ins import DONE, OVER, WRONG, Booth, identity_of


@pytest.fixture
def booth() -> Booth:
    return Booth()


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


def test_the_code_in_the_chat_signs_in_for_as_long_as_the_company_says(booth: Booth) -> None:
    code = booth.vouched(booth.person(), seconds=1230)
    booth.time.pass_by(60)
    notice = booth.signing_in.take(booth.person(), code)
    assert notice is not None
    assert (notice.response, dict(notice.values)) == (
        "utter_signed_in",
        {"minutes": {"type": "count", "unit": "minute", "number": 19}},
    )
    assert booth.account_of() == "demo-lyon"
    booth.time.pass_by(1169)
    assert booth.account_of() == "demo-lyon"
    booth.time.pass_by(1)
    assert booth.account_of() is None


def test_the_last_minute_is_one(booth: Booth) -> None:
    notice = booth.signing_in.take(booth.person(), booth.vouched(booth.person(), seconds=20))
    assert notice and notice.values["minutes"]["number"] == 1


@pytest.mark.parametrize(
    "typed",
    [
        *("{0}{1}", "{0} {1}", "{0}-{1}", "  {0}{1}\n", "{0}\u00a0{1}", "{0}\u202f{1}", "{0}{1}."),
        "{0}  {1}",
        *("code {0}{1}", "The code is {0} {1}", "it's {0}{1}", "my code: {0}-{1}."),
        *("{0} {1} merci", "{0} {1}, thanks!", "code: {0} {1}!", "➡ {0}{1}", "is it {0}-{1} ?"),
        *("Voici le code : {0}\u202f{1}", "c’est {0}{1}", "Mon code est {0}{1}", "VOILÀ {0} {1}"),
    ],
)
def test_it_is_typed_as_people_type(booth: Booth, typed: str) -> None:
    code = booth.vouched(booth.person())
    assert booth.says(booth.person(), typed.format(code[:3], code[3:])) == DONE


@pytest.mark.parametrize(
    "typed", ["I need {0} seats", "{0} postes ?", "code {0} for 3 seats", "{0} " + "et puis " * 20]
)
def test_a_number_in_a_question_is_no_code(booth: Booth, typed: str) -> None:
    code = booth.vouched(booth.person())
    assert booth.says(booth.person(), typed.format(wrong(code))) is None
    assert booth.says(booth.person(), code) == DONE


def test_digits_of_another_keyboard_are_digits(booth: Booth) -> None:
    code = booth.vouched(booth.person())
    wide = code.translate({ord("0") + n: 0xFF10 + n for n in range(10)})
    assert booth.says(booth.person(), wide) == DONE


@pytest.mark.parametrize(
    "text", ["", "hello", "12345", "1234567", "3 postes", "12 34 56", "١٢٣٤٥٦", "🙂"]
)
def test_anything_else_is_the_bots_to_answer(booth: Booth, text: str) -> None:
    code = booth.vouched(booth.person())
    assert booth.says(booth.person(), text) is None
    assert booth.says(booth.person(), code) == DONE


def test_a_number_is_no_code_where_none_is_waited_for(booth: Booth) -> None:
    assert booth.says(booth.person(), "123456") is None
    booth.offered(booth.person())
    assert booth.says(booth.person(), "123456") is None


def test_a_code_works_once(booth: Booth) -> None:
    code = booth.vouched(booth.person())
    assert booth.says(booth.person(), code) == DONE
    booth.time.pass_by(1800)
    assert booth.says(booth.person(), code) is None
    assert booth.account_of() is None


def test_a_wrong_code_is_said_to_be_wrong(booth: Booth) -> None:
    code = booth.vouched(booth.person())
    assert booth.says(booth.person(), wrong(code)) == WRONG
    assert booth.account_of() is None
    assert booth.says(booth.person(), code) == DONE


def test_after_five_wrong_codes_the_right_one_is_of_no_use(booth: Booth) -> None:
    code = booth.vouched(booth.person())
    assert [booth.says(booth.person(), wrong(code)) for _ in range(TRIES)] == [WRONG] * TRIES
    assert booth.says(booth.person(), code) == OVER
    assert booth.says(booth.person(), code) is None
    assert booth.account_of() is None


def test_but_a_new_link_is(booth: Booth) -> None:
    code = booth.vouched(booth.person())
    for _ in range(TRIES + 1):
        booth.says(booth.person(), wrong(code))
    assert booth.says(booth.person(), booth.vouched(booth.person())) == DONE


def test_whoever_goes_on_guessing_is_offered_nothing_for_an_hour(booth: Booth) -> None:
    spare = booth.offered(booth.person())
    for _ in range(TRIES_IN_ALL // TRIES):
        code = booth.vouched(booth.person())
        for _ in range(TRIES):
            booth.says(booth.person(), wrong(code))
    assert booth.links("utter_estimate", booth.person()) == []
    late = booth.signing_in.vouch(spare, identity_of(booth.time, "demo-lyon"))
    assert booth.says(booth.person(), late) == OVER
    assert booth.account_of() is None
    assert len(booth.links("utter_estimate", booth.person("bob"))) == 1
    booth.time.pass_by(3600 + LINK_SECONDS + 1)
    assert booth.says(booth.person(), booth.vouched(booth.person())) == DONE


@pytest.mark.parametrize(
    ("identity_seconds", "works_for"), [(1800, CODE_SECONDS), (300, 300), (3600, CODE_SECONDS)]
)
def test_a_code_expires(booth: Booth, identity_seconds: float, works_for: float) -> None:
    code = booth.vouched(booth.person(), seconds=identity_seconds)
    booth.time.pass_by(works_for)
    assert booth.says(booth.person(), code) == OVER
    assert booth.says(booth.person(), code) is None
    assert booth.account_of() is None


def test_nor_does_an_earlier_code_work(booth: Booth) -> None:
    first = booth.vouched(booth.person())
    second = booth.vouched(booth.person())
    assert booth.says(booth.person(), first) == (DONE if first == second else WRONG)
    assert booth.says(booth.person(), second) in (DONE, None)


@pytest.fixture(scope="module")
def waiting() -> Booth:
    booth = Booth()
    booth.vouched(booth.person())
    return booth


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.text(max_size=40))
def test_no_text_fails(waiting: Booth, text: str) -> None:
    assert waiting.says(waiting.person(), text) in (None, WRONG, OVER)
    assert waiting.account_of() is None


@pytest.mark.parametrize("surrogates", ["\ud800", "123\ud800456"])
def test_nor_does_what_is_no_text(booth: Booth, surrogates: str) -> None:
    booth.vouched(booth.person())
    assert booth.says(booth.person(), surrogates) is None
