"""A custom action's answer is said and stored, its failure spoken."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from bot.run.ports import free_ports

if TYPE_CHECKING:
    from tests.bot.conftest import Answering

pytestmark = pytest.mark.slow

BAD = (
    [],
    None,
    "text",
    {"events": "none"},
    {"events": [5]},
    {"events": [{"name": "no event"}]},
    {"responses": {}},
    {"responses": [5]},
)


def stock_action(url: str | None = None) -> Any:
    import rasa.core.actions.action as action
    from rasa.utils.endpoints import EndpointConfig

    cls = next(c for c in action.RemoteAction.__mro__ if c.__module__ == action.__name__)
    return cls("action_calm", EndpointConfig(url) if url else None)


def our_action(url: str | None = None) -> Any:
    from bot.engine.action_client import ActionClient
    from bot.engine.remote_action import SpokenRemoteAction

    return SpokenRemoteAction("action_calm", ActionClient(url, "a-token") if url else None)


TEXTS = {"utter_trouble": [{"text": "Trouble."}], "utter_seats": [{"text": "{seats} seats."}]}


def run(action: Any) -> list[Any]:
    from rasa.core.channels.channel import CollectingOutputChannel
    from rasa.core.nlg.response import TemplatedNaturalLanguageGenerator
    from rasa.shared.core.domain import Domain
    from rasa.shared.core.trackers import DialogueStateTracker

    domain = Domain.from_dict({"responses": TEXTS})
    nlg = TemplatedNaturalLanguageGenerator(domain.responses)
    tracker = DialogueStateTracker("c-1", [])

    async def acted() -> list[Any]:
        try:
            return list(await action.run(CollectingOutputChannel(), nlg, tracker, domain))
        finally:
            if hasattr(action.action_endpoint, "close"):
                await action.action_endpoint.close()

    return asyncio.run(acted())


def test_stock_raises_where_the_server_is_gone_and_the_processor_says_nothing() -> None:
    from rasa.shared.exceptions import RasaException

    with pytest.raises(RasaException):
        run(stock_action(f"http://127.0.0.1:{free_ports(1)[0]}"))


def spoken(events: list[Any]) -> bool:
    """One sentence, then listening: another action of the same server would only fail again."""
    from rasa.shared.core.events import BotUttered, FollowupAction

    said, then = events
    return (
        isinstance(said, BotUttered)
        and said.text == "Trouble."
        and said.metadata["utter_action"] == "utter_trouble"
        and then == FollowupAction("action_listen")
    )


def test_ours_speaks_where_the_server_is_gone() -> None:
    assert spoken(run(our_action(f"http://127.0.0.1:{free_ports(1)[0]}")))


@pytest.mark.parametrize("answer", BAD)
def test_ours_speaks_where_the_answer_makes_no_sense(answering: Answering, answer: Any) -> None:
    assert spoken(run(our_action(answering(lambda _: (200, answer)))))


@pytest.mark.parametrize("status", [307, 400, 401, 404, 500, 503])
def test_ours_speaks_for_every_error(answering: Answering, status: int) -> None:
    assert spoken(run(our_action(answering(lambda _: (status, b"<html>")))))


def test_a_rejection_is_the_forms_business(answering: Answering) -> None:
    """rasa-sdk's way to say that a form does not take the message: the next rule is asked."""
    from rasa.core.actions.action import ActionExecutionRejection

    rejection = {"action_name": "action_calm", "error": "not now"}
    with pytest.raises(ActionExecutionRejection):
        run(our_action(answering(lambda _: (400, rejection))))


ANSWER = {
    "events": [{"event": "slot", "name": "seats", "value": 3}],
    "responses": [{"response": "utter_seats", "seats": 3, "account": "demo-montreal"}],
}


def test_what_an_action_says_and_does_comes_through(answering: Answering) -> None:
    from rasa.shared.core.events import SlotSet

    said, then = run(our_action(answering(lambda _: (200, ANSWER))))
    assert (said.text, then) == ("3 seats.", SlotSet("seats", 3))
    assert said.metadata["utter_action"] == "utter_seats"


def test_stock_sends_and_stores_the_values_that_went_in(answering: Answering) -> None:
    said, _ = run(stock_action(answering(lambda _: (200, ANSWER))))
    assert "demo-montreal" in str(said.as_dict())


def test_ours_keeps_them_to_the_texts(answering: Answering) -> None:
    said, _ = run(our_action(answering(lambda _: (200, ANSWER))))
    assert "demo-montreal" not in str(said.as_dict())


@pytest.mark.parametrize("said", [{"text": "Hello."}, {"response": "utter_no_such_response"}])
def test_what_the_catalogues_do_not_hold_is_not_said(answering: Answering, said: Any) -> None:
    answer = {"events": [], "responses": [said]}
    events = run(our_action(answering(lambda _: (200, answer))))
    assert not any(getattr(event, "text", None) == "Hello." for event in events)
