"""What customers are told when it changes who answers, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.handoff import notices as notices_module
from bot.handoff.commands import Command
from bot.handoff.notices import Notice, Notices
from bot.handoff.survey import RATES
from bot.nlg.generator import CatalogueNLG
from tests.bot.desk.office import words as all_words

NOTICES = Path(notices_module.__file__).with_name("notices.yml")
OPEN: tuple[Command, ...] = ("join", "callback", "message")


def noted(response: str, locale: str | None, values: Mapping[str, Any]) -> str:
    return " ".join([response, str(locale), *(f"{k}={v}" for k, v in sorted(values.items()))])


@pytest.fixture
def notices() -> Notices:
    return Notices(noted, lambda locale: OPEN if locale == "fr_CA" else ())


ALL = {
    "joined_next": lambda notices: notices.joined(1),
    "joined": lambda notices: notices.joined(3),
    "joined_no_wait": lambda notices: notices.joined(3, None),
    "place_next": lambda notices: notices.place(1),
    "place": lambda notices: notices.place(3),
    "left": lambda notices: notices.left(),
    "over": lambda notices: notices.over("fr_CA"),
    "agent_joined": lambda notices: notices.agent_joined("Zoé"),
    "agent_changed": lambda notices: notices.agent_changed("Zoé", "Max"),
    "requeued": lambda notices: notices.requeued("Zoé"),
    "handed_back": lambda notices: notices.handed_back("Zoé"),
    "closed": lambda notices: notices.closed("Zoé"),
    "closed_survey": lambda notices: notices.closed("Zoé", survey=True),
    "closed_waiting": lambda notices: notices.closed(None),
    "closed_waiting_survey": lambda notices: notices.closed(None, survey=True),
    "rated": lambda notices: notices.rated(),
}
SAID = {
    "joined_next": ("utter_queue_joined_next", {}, ("leave",)),
    "joined": ("utter_queue_joined", {"place": 3}, ("leave",)),
    "joined_no_wait": ("utter_queue_joined", {"place": 3}, ("leave",)),
    "place_next": ("utter_queue_next", {}, ("leave",)),
    "place": ("utter_queue_place", {"place": 3}, ("leave",)),
    "left": ("utter_queue_left", {}, ()),
    "over": ("utter_queue_over", {}, OPEN),
    "agent_joined": ("utter_agent_joined", {"agent": "Zoé"}, ()),
    "agent_changed": ("utter_agent_changed", {"agent": "Zoé", "previous": "Max"}, ()),
    "requeued": ("utter_agent_requeued", {"agent": "Zoé"}, ("leave",)),
    "handed_back": ("utter_agent_handed_back", {"agent": "Zoé"}, ()),
    "closed": ("utter_agent_closed", {"agent": "Zoé"}, ()),
    "closed_survey": ("utter_agent_closed", {"agent": "Zoé"}, RATES),
    "closed_waiting": ("utter_queue_closed", {}, ()),
    "closed_waiting_survey": ("utter_queue_closed", {}, ()),
    "rated": ("utter_survey_thanks", {}, ()),
}


@pytest.mark.parametrize("what", ALL)
def test_each_change_has_its_words_and_buttons(notices: Notices, what: str) -> None:
    notice = ALL[what](notices)
    assert (notice.response, notice.values, notice.buttons) == SAID[what]


def test_after_waiting_in_vain_what_is_open_is_offered(notices: Notices) -> None:
    assert notices.over("en_CA").buttons == ()


def test_a_notice_becomes_a_message_with_buttons(notices: Notices) -> None:
    assert notices.say(Notice("utter_queue_place", {"place": 2}, ("leave",)), "fr_CA") == {
        "response": "utter_queue_place",
        "text": "utter_queue_place fr_CA place=2",
        "buttons": [{"title": "utter_button_leave fr_CA", "payload": "/desk_leave"}],
    }
    assert "buttons" not in notices.say(Notice("utter_queue_left"), None)


@pytest.fixture(scope="module")
def words() -> CatalogueNLG:
    return all_words()


@pytest.mark.parametrize("locale", ["en_CA", "fr_CA", "fr_FR", "en_GB", "fr", "en", None])
@pytest.mark.parametrize("what", ALL)
def test_the_words_are_whole_in_every_locale(words: CatalogueNLG, what: str, locale: Any) -> None:
    notices = Notices(words.sentence, lambda _: OPEN)
    said = notices.say(ALL[what](notices), locale)
    texts = [said["text"], *(button["title"] for button in said.get("buttons", ()))]
    assert all(text and "{" not in text and not text.startswith("utter_") for text in texts)
    for name in ("Zoé", "Max"):
        assert (name in said["text"]) == (name in ALL[what](notices).values.values())


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "{agent}", "{previous}", "O’Neil & Co"]
)
def test_a_name_is_said_as_it_is(words: CatalogueNLG, name: str) -> None:
    notices = Notices(words.sentence, lambda _: ())
    assert name in notices.say(notices.agent_joined(name), "fr_CA")["text"]


def test_french_is_french(words: CatalogueNLG) -> None:
    responses = yaml.safe_load(NOTICES.read_text("utf-8"))["responses"]
    values: dict[str, Any] = {"agent": "Zoé", "previous": "Max", "place": 2}
    values |= {
        "minutes": {"type": "count", "unit": "minute", "number": 2},
        "day": {"type": "date", "date": "2026-11-23", "style": "full"},
        "time": {"type": "time", "at": "2026-11-23T09:00:00-05:00", "zone": "America/Toronto"},
    }
    english = {name: words.sentence(name, "en_CA", values) for name in responses}
    french = {name: words.sentence(name, "fr_CA", values) for name in responses}
    assert [name for name in responses if english[name] == french[name]] == []
