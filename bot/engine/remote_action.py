"""A custom action whose failure is spoken.

Mends `RemoteAction`: stock Rasa logs a failed action and says nothing to the customer
(rasa/core/actions/action.py).
"""

from __future__ import annotations

import asyncio
import json
import logging
from typing import Any

import aiohttp
import jsonschema
import rasa.core.actions.action
from rasa.core.actions.action import RemoteAction, create_bot_utterance
from rasa.core.channels.channel import OutputChannel
from rasa.core.nlg.generator import NaturalLanguageGenerator
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, Event, FollowupAction
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import RasaException

from bot.channels.failures import described
from bot.engine.action_answer import check
from bot.engine.action_call import call_of

logger = logging.getLogger(__name__)

TROUBLE = "utter_trouble"

_FAILURES = (
    RasaException,
    aiohttp.ClientError,
    asyncio.TimeoutError,
    jsonschema.ValidationError,
    json.JSONDecodeError,
    LookupError,  # a response or a value that the NLG does not have
    ValueError,
    AttributeError,  # a JSON answer that is no object
)


class SpokenRemoteAction(RemoteAction):
    async def run(
        self,
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        tracker: DialogueStateTracker,
        domain: Domain,
    ) -> list[Event]:
        try:
            return await super().run(output_channel, nlg, tracker, domain)
        except rasa.core.actions.action.ActionExecutionRejection:
            raise
        except _FAILURES as failure:
            # The class only: its text can hold the answer's body, and so the customer's words.
            logger.error("Action %s failed: %s", self.name(), described(failure))
            # Listening next: another action of the same server would only fail again.
            return [await trouble(nlg, tracker, output_channel), FollowupAction(ACTION_LISTEN_NAME)]

    @staticmethod
    async def _utter_responses(
        responses: list[dict[str, Any]],
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        tracker: DialogueStateTracker,
    ) -> list[BotUttered]:
        """What the NLG made of each named response, and nothing else.

        Stock Rasa also stores and sends the values that went in, and lets an action say a text of
        its own, in one language.
        """
        said = []
        for values in responses:
            name = values["response"]
            given = {key: value for key, value in values.items() if key != "response"}
            message = await nlg.generate(name, tracker, output_channel.name(), **given) or {}
            said.append(create_bot_utterance({**message, "utter_action": name}))
        return said

    def _action_call_format(self, tracker: DialogueStateTracker, domain: Domain) -> dict[str, Any]:
        return call_of(self.name(), tracker)

    def _validate_action_result(self, result: dict[str, Any]) -> bool:
        check(result)
        return True


async def trouble(
    nlg: NaturalLanguageGenerator, tracker: DialogueStateTracker, output_channel: OutputChannel
) -> Event:
    """The sentence for a failure on our side, in the customer's language."""
    message = await nlg.generate(TROUBLE, tracker, output_channel.name())
    return create_bot_utterance({**(message or {}), "utter_action": TROUBLE})


def install() -> None:
    rasa.core.actions.action.RemoteAction = SpokenRemoteAction
