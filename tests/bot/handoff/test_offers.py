"""Which ways to a person are open, and how a hand-over tells of them."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

import pytest

from bot.handoff.hours import Hours
from bot.handoff.offers import Offers
from tests.bot.desk.conftest import Time

HOURS = """
regions:
  CA:
    fr:
      zone: America/Toronto
      holidays: none
      week: {monday: ["09:00-17:00"]}
"""
SUNDAY = datetime(2026, 11, 22, 17, 0, tzinfo=timezone.utc)
MONDAY = datetime(2026, 11, 23, 17, 0, tzinfo=timezone.utc)
LEFT = ("callback", "message")


def offers(*online: str, now: datetime = MONDAY, hours: str = "regions: {}") -> Offers:
    def sentence(response: str, locale: str | None, values: Any) -> str:
        return " ".join([response, str(locale), *sorted(values)])

    return Offers(sentence, lambda: frozenset(online), Hours.load(hours), Time(now))


@pytest.mark.parametrize(
    ("online", "locale", "somebody"),
    [
        ((), "fr_CA", False),
        ((), None, False),
        (("fr",), "fr_CA", True),
        (("fr",), "en_CA", False),
        (("en",), "fr", False),
        (("en", "fr"), "en_GB", True),
        # Where no language is known, whoever is there may answer.
        (("fr",), None, True),
    ],
)
def test_an_agent_is_offered_where_one_speaks_the_language(
    online: tuple[str, ...], locale: str | None, somebody: bool
) -> None:
    assert offers(*online).open_to(locale) == (("join", *LEFT) if somebody else LEFT)


@pytest.mark.parametrize(("now", "somebody"), [(SUNDAY, False), (MONDAY, True)])
def test_hours_count_where_they_are_given(now: datetime, somebody: bool) -> None:
    open_ = offers("en", "fr", now=now, hours=HOURS)
    assert ("join" in open_.open_to("fr_CA")) == somebody
    assert "join" in open_.open_to("en_CA")


def added(open_: Offers, message: dict[str, Any], locale: str | None = "fr_CA") -> dict[str, Any]:
    (said,) = open_.added_to([message], locale)
    return said


HAND_OVER = {"response": "utter_hand_over_complex", "text": "Call us."}


def test_a_hand_over_says_that_somebody_is_there() -> None:
    said = added(offers("fr"), HAND_OVER)
    assert said["text"] == "Call us.\nutter_offer_agent fr_CA"
    assert said["response"] == "utter_hand_over_complex"
    assert said["buttons"] == [
        {"title": "utter_button_join fr_CA", "payload": "/desk_join"},
        {"title": "utter_button_callback fr_CA", "payload": "/desk_callback"},
        {"title": "utter_button_message fr_CA", "payload": "/desk_message"},
    ]


def test_or_when_somebody_is_as_far_as_it_is_known() -> None:
    closed = added(offers("fr", now=SUNDAY, hours=HOURS), HAND_OVER)
    assert closed["text"] == "Call us.\nutter_offer_opening fr_CA day time"
    nobody = added(offers(now=MONDAY, hours=HOURS), HAND_OVER)
    assert nobody["text"] == "Call us."
    unknown = added(offers(now=SUNDAY), HAND_OVER)
    assert unknown["text"] == "Call us."
    for said in (closed, nobody, unknown):
        assert [button["payload"] for button in said["buttons"]] == [
            "/desk_callback",
            "/desk_message",
        ]


def test_the_bots_own_buttons_come_after() -> None:
    own = {"title": "A new quote", "payload": "/new_quote"}
    said = added(offers(), {**HAND_OVER, "buttons": [own]})
    assert said["buttons"][-1] == own
    assert len(said["buttons"]) == 3


@pytest.mark.parametrize("response", ["utter_greet", None, "utter_agent_joined"])
def test_other_messages_stay_as_they_are(response: str | None) -> None:
    message = {"response": response, "text": "Hello"} if response else {"text": "Hello"}
    assert offers("fr").added_to([message, HAND_OVER], "fr_CA")[0] == message


def test_what_is_given_is_not_changed() -> None:
    message = {**HAND_OVER, "buttons": []}
    added(offers("fr"), message)
    assert message == {**HAND_OVER, "buttons": []}
