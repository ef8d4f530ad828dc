"""Customers who ask for a call on a Monday morning, what they have told, and what they hear."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml
from hypothesis import strategies as st

from bot.handoff.form import callback
from bot.handoff.form.callback import answer, next_step
from bot.handoff.form.draft import Answer, Draft, Step
from bot.handoff.form.windows import Context, Window
from bot.handoff.hours import Hours
from bot.nlg.catalogue import Catalogue
from bot.nlg.responses import read_responses
from bot.nlg.texts import Texts
from bot.nlg.voice import Option, Voice

TEXTS = Path(callback.__file__).with_name("texts.yml")
RESPONSES = read_responses(yaml.safe_load(TEXTS.read_text(encoding="utf-8"))["responses"])
UNITS = {"utter_unit_day": [{"text": "{n} day", "metadata": {"plural": "{n} days"}}]}
MONTREAL, PARIS = ZoneInfo("America/Toronto"), ZoneInfo("Europe/Paris")
# A Monday, 10:07 in Montréal.
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
READ_BACK = Draft("callback", "Zoé", "+15145550199")
HOURS = """
regions:
  CA:
    fr:
      zone: America/Toronto
      holidays: CA-QC
      week: {monday: &day ["09:00-12:00", "13:00-17:00"], tuesday: *day, friday: *day}
  FR:
    fr:
      zone: Europe/Paris
      holidays: FR
      week: {monday: &paris ["09:00-17:00"], tuesday: *paris, thursday: *paris}
"""


def with_hours(region: str, context: Context = QUEBEC) -> Context:
    return replace(context, schedule=Hours.load(HOURS).of(region, "fr"))


CONTEXTS = st.builds(
    replace,
    st.sampled_from([QUEBEC, CANADA, with_hours("CA"), with_hours("FR")]),
    now=st.datetimes(datetime(2025, 1, 1), datetime(2030, 1, 1), timezones=st.just(timezone.utc)),
    zone=st.sampled_from([MONTREAL, PARIS, ZoneInfo("Europe/London"), ZoneInfo("Asia/Kathmandu")]),
)


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
