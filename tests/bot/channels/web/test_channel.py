"""Each event of docs/channels/web.md: what it does, and what is refused with a sentence."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa

from bot.store.tables import feedback, ratings

if TYPE_CHECKING:
    from tests.bot.channels.web.harness import Web
    from tests.bot.channels.web.widgets import Widget

TROUBLE = {
    "en-CA": (
        "Something isn’t working on our side, so I can’t answer right now. "
        "Please try again in a few minutes."
    ),
    "fr-CA": (
        "Quelque chose ne fonctionne pas de notre côté, et je ne peux pas vous répondre "
        "pour le moment. Veuillez réessayer dans quelques minutes."
    ),
}
EVENTS = (
    *("session_request", "user_uttered", "open", "identify", "choose_language"),
    *("feedback", "rate", "start_over"),
)
# As a client sends it after the event's name: nothing, or one or more values.
PAYLOADS: tuple[tuple[Any, ...], ...] = (
    *((), (None,), (True,), (0,), (-1,), (2.5,), (10**40,), ("",), ("x",), ("\ud800",)),
    *(([],), ([[]],), ({},), ({"": None},), ({}, {}), (1, 2, 3, 4)),
    *(({name: value},) for name in ("message", "identity", "locale") for value in (5, [], {})),
    *(({"seq": seq, "helpful": True},) for seq in (True, -1, 0, 2**63, 10**40, "1", 1.0)),
    *(({"stars": stars},) for stars in (True, 0, 6, 10**40, "5", 5.0, [5])),
    ({"session_id": [], "seen": {}, "widget": "1", "locale": 5, "identity": True},),
)


def rows(web: Web, table: sa.Table, *columns: str) -> list[tuple[Any, ...]]:
    async def read() -> list[tuple[Any, ...]]:
        with web.engine.connect() as connection:
            query = sa.select(*(table.c[name] for name in columns))
            return [tuple(row) for row in connection.execute(query)]

    return list(web.loop.run(read()))


@pytest.fixture
def answered(web: Web) -> Widget:
    """A tab in which one message was answered: entries 1 and 2."""
    tab = web.tab(locale="en-CA")
    tab.answer_to("one")
    return tab


@pytest.mark.parametrize("event", EVENTS)
def test_whatever_comes_gets_an_answer_and_nobody_notices(
    web: Web, answered: Widget, event: str, caplog: pytest.LogCaptureFixture
) -> None:
    for ours in (True, False):
        strange = web.tab(locale="en-CA") if ours else web.widget()
        for payload in PAYLOADS:
            acknowledged = strange.call(event, *payload)
            if acknowledged is not None and "refused" in acknowledged:
                assert acknowledged["text"], payload
            web.time.pass_by(60)
    assert answered.answer_to("two")["text"] == "« two »"
    assert not [record for record in caplog.records if record.exc_info]


@pytest.mark.parametrize("event", ["", "no such event", "session_confirm", "x" * 1000, "__init__"])
def test_an_event_that_is_not_there_does_nothing(web: Web, answered: Widget, event: str) -> None:
    assert answered.call(event, {}) is None


@pytest.mark.parametrize("event", [5, True, [1], {"a": 1}, None])
def test_an_event_without_a_name_is_refused_or_ignored(
    web: Web, answered: Widget, event: Any, caplog: pytest.LogCaptureFixture
) -> None:
    acknowledged = answered.call(event, {})
    assert acknowledged is None or acknowledged["refused"] == "invalid"
    answered.answer_to("two")
    assert not [record for record in caplog.records if record.exc_info]


@pytest.mark.parametrize("locale", TROUBLE)
def test_a_refusal_is_in_the_customers_language(web: Web, locale: str) -> None:
    refused = web.tab(locale=locale).call("feedback", {"seq": "x"})
    assert refused == {"refused": "invalid", "text": TROUBLE[locale]}


@pytest.mark.parametrize("event", ["open", "identify", "choose_language", "feedback", "rate"])
def test_before_a_session_there_is_nothing_to_do(web: Web, event: str) -> None:
    given = {"locale": "fr-CA", "seq": 1, "helpful": True, "stars": 5, "identity": None}
    assert web.widget().call(event, given)["refused"] == "no_session"


def test_a_public_widget_sees_its_refusal(web: Web) -> None:
    public = web.widget()
    public.call("rate", {"stars": 5})
    assert public.shown("bot_uttered") == [{"text": TROUBLE["en-CA"]}]


def test_an_empty_conversation_is_greeted_once(web: Web) -> None:
    tab = web.tab(locale="fr-CA")
    assert tab.call("open", {}) == {}
    assert tab.entry("bot")["text"] == "Bonjour !"
    second = web.tab(session_id=tab.token)
    second.call("open", {})
    assert len(second.history()) == 1
    assert len(tab.shown()) == 1


def test_a_conversation_that_has_begun_is_not_greeted(answered: Widget) -> None:
    answered.call("open", {})
    assert len(answered.shown()) == 2


@pytest.mark.parametrize(
    ("locale", "title", "language"),
    [("fr-CA", "Français", "fr"), ("fr_FR", "Français", "fr"), ("en-GB", "English", "en")],
)
def test_a_language_that_is_chosen_is_said(
    web: Web, locale: str, title: str, language: str
) -> None:
    tab = web.tab(locale="en-CA" if language == "fr" else "fr-CA")
    tab.answer_to("one")
    assert "seq" in tab.call("choose_language", {"locale": locale})
    tab.entry("bot")
    heard = web.bot.heard[-1]
    assert heard.body == {"text": title}
    assert heard.told["payload"] == f'/change_language{{"language": "{language}"}}'
    assert heard.told["locale"] == locale.replace("-", "_")


def test_before_the_first_word_it_is_only_noted(web: Web) -> None:
    tab = web.tab(locale="en-CA")
    assert tab.call("choose_language", {"locale": "fr-CA"}) == {}
    tab.answer_to("one")
    assert [heard.told["locale"] for heard in web.bot.heard] == ["fr_CA"]


def test_the_same_language_again_says_nothing(web: Web, answered: Widget) -> None:
    assert answered.call("choose_language", {"locale": "en-US"}) == {}
    assert len(web.bot.heard) == 1
    answered.answer_to("two")
    assert web.bot.heard[-1].told["locale"] == "en_US"


@pytest.mark.parametrize("locale", ["de-DE", "", None, 5, [], {}])
def test_a_language_that_is_not_spoken_is_refused(answered: Widget, locale: Any) -> None:
    assert answered.call("choose_language", {"locale": locale})["refused"] == "invalid"


def test_an_answer_is_judged_and_the_last_word_counts(web: Web, answered: Widget) -> None:
    for helpful in (True, False):
        assert answered.call("feedback", {"seq": 2, "helpful": helpful}) == {}
    conversation = web.bot.heard[0].conversation
    assert rows(web, feedback, "conversation", "seq", "helpful") == [(conversation, 2, False)]


@pytest.mark.parametrize(
    "given",
    [
        {"seq": 1, "helpful": True},  # the customer's own
        {"seq": 3, "helpful": True},  # not said yet
        {"seq": 2, "helpful": 1},
        {"seq": 2, "helpful": "yes"},
        {"seq": 2},
        {"helpful": True},
        {"seq": True, "helpful": True},
        {"seq": 2**63, "helpful": True},
    ],
)
def test_what_is_no_judgement_is_refused(web: Web, answered: Widget, given: dict[str, Any]) -> None:
    assert answered.call("feedback", given)["refused"] == "invalid"
    assert rows(web, feedback, "seq") == []


def test_another_conversations_answer_is_not_judged(web: Web, answered: Widget) -> None:
    assert web.tab().call("feedback", {"seq": 2, "helpful": True})["refused"] == "invalid"
    assert rows(web, feedback, "seq") == []


def test_a_conversation_is_rated(web: Web, answered: Widget) -> None:
    card = "4111 1111 1111 1111"
    assert answered.call("rate", {"stars": 2, "comment": "slow"}) == {}
    assert answered.call("rate", {"stars": 5, "comment": f"/good\x00 {card}"}) == {}
    assert rows(web, ratings, "stars", "comment") == [(5, "good [•••]")]


@pytest.mark.parametrize("comment", [None, "", 5, [], {"a": 1}, "   "])
def test_a_rating_needs_no_comment(web: Web, answered: Widget, comment: Any) -> None:
    assert answered.call("rate", {"stars": 1, "comment": comment}) == {}
    assert rows(web, ratings, "stars", "comment") == [(1, None)]


@pytest.mark.parametrize("stars", [0, 6, -1, "5", 4.5, True, None, [5]])
def test_what_is_no_rating_is_refused(web: Web, answered: Widget, stars: Any) -> None:
    assert answered.call("rate", {"stars": stars})["refused"] == "invalid"
    assert rows(web, ratings, "stars") == []


def test_who_is_idle_is_hung_up_on(web: Web) -> None:
    idle, busy = web.tab(), web.tab()
    idle.answer_to("one")
    web.time.pass_by(1801)
    busy.answer_to("two")
    web.loop.run(web.channel.hang_up(1800))
    idle.wait_closed()
    web.until(lambda: web.connected == 1)
    assert busy.answer_to("three")
    assert len(web.tab(session_id=idle.token).history()) == 2


def test_a_tab_that_closes_is_forgotten(web: Web) -> None:
    tabs = [web.tab() for _ in range(3)]
    assert web.connected == 3
    for tab in tabs:
        web.left_by(tab)
    assert web.connected == 0


def test_nothing_of_the_customers_is_logged(
    web: Web, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """Neither words nor tokens, whether it is taken in, refused, or fails."""
    caplog.set_level(logging.DEBUG)
    tab = web.tab(locale="fr-CA", identity="my-secret-identity")
    tab.answer_to("my-secret-words")
    tab.call("identify", {"identity": "my-secret-identity"})
    tab.say("my-secret-words", id="my-secret-id" * 10)
    tab.call("rate", {"stars": "my-secret-words"})
    tab.call("user_uttered", {"message": "my-secret-words"}, "my-secret-words")
    with web.broken_store():
        tab.say("my-secret-words")
    tab.send('42["user_uttered",{"message":"my-secret-words"}')
    tab.send("4²my-secret-words")
    tab.settle()
    written = caplog.text + "".join(capfd.readouterr())
    assert "An identity token was refused" in written
    assert "my-secret" not in written
    assert str(tab.token) not in written
