"""One customer message, from its words to everything that is said in answer, then stored once."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.core.processor import MessageProcessor
from rasa.engine.constants import PLACEHOLDER_MESSAGE
from rasa.engine.storage.storage import ModelMetadata
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.events import ActionExecuted, BotUttered, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.channels.failures import described
from bot.channels.inbound import read
from bot.channels.reception import Record
from bot.channels.turn import Turn
from bot.engine import session
from bot.engine.buttons import pressed
from bot.engine.commands import without_commands
from bot.engine.meaning.about import apart, with_asides
from bot.engine.meaning.context import is_quote_open, message_in_context, repeats
from bot.engine.meaning.mentioned import with_mentioned
from bot.engine.meaning.questions import cuts, parts_of
from bot.engine.problems import with_problem
from bot.engine.remote_action import trouble
from bot.engine.runner import Runner
from bot.engine.said import Said
from bot.engine.spoken import NO_CUE, spoken_after
from bot.engine.turns import turn_of
from bot.engine.understanding import Parse, Understanding
from bot.handoff.switchboard import Overtaken
from bot.language.conversation import Spoken, known_locale, language_of, negotiate
from bot.store.trackers import TrackerStore

logger = logging.getLogger(__name__)


class Processor(MessageProcessor):
    """Rasa's processor with language, several questions in one message, and no silence."""

    model_metadata: ModelMetadata
    graph_runner: Any
    tracker_store: TrackerStore

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.model_metadata = without_commands(self.model_metadata)
        self.graph_runner = Runner(self.graph_runner)
        self._understanding = Understanding(self._parsed)

    async def handle_message(self, message: UserMessage, record: Record | None = None) -> Turn:
        """Never stays silent: a failing store is said too, though not stored. Raises Overtaken, and
        nothing else, where people have taken the conversation meanwhile.

        `record` stores the turn in the transaction that stores the conversation.
        """
        said = Said(message.input_channel)
        try:
            tracker = await self.fetch_tracker_and_update_session(message.sender_id, said)
            await self._converse(message, tracker, said)
            turn = turn_of(tracker, said.messages)
            also = None if record is None else partial(record, turn=turn)
            await self.tracker_store.save(tracker, also)
        except Overtaken:
            raise
        except Exception as failure:
            # Whatever it was, the customer is told; its text could hold their words.
            logger.error("A message was not stored: %s", described(failure))
            return await self.trouble(message)
        return turn

    async def trouble(self, message: UserMessage) -> Turn:
        """The answer where the store is out of reach: of the conversation nothing is known."""
        said = Said(message.input_channel)
        tracker = self._stranger(message)
        await self._emit_trouble(tracker, said)
        return turn_of(tracker, said.messages, stored=False)

    async def greet(self, message: UserMessage, record: Record) -> Turn:
        """What the bot says before the customer has said anything."""
        said = Said(message.input_channel)
        tracker = await self.fetch_tracker_and_update_session(message.sender_id, said)
        spoken = negotiate(Spoken(), NO_CUE, channel=(message.metadata or {}).get("locale"))
        self._speak(spoken, tracker)
        await self._say("utter_greet", tracker, said)
        turn = turn_of(tracker, said.messages)
        await self.tracker_store.save(tracker, partial(record, turn=turn))
        return turn

    async def _converse(
        self, message: UserMessage, tracker: DialogueStateTracker, said: Said
    ) -> None:
        parse, ways = await self._understand(message, tracker)
        spoken = self._spoken_after(parse, tracker, message)
        parts = parts_of(
            parse, ways, quote_is_open=is_quote_open(tracker), say_again=repeats(tracker, spoken)
        )
        for number, part in enumerate(with_asides(parts)):
            self._hear(message, part, tracker)
            if number == 0:
                await self._adopt(spoken, part, tracker, message, said)
            await self._answer(said, tracker)

    async def _understand(
        self, message: UserMessage, tracker: DialogueStateTracker
    ) -> tuple[Parse, list[list[Parse]]]:
        """The whole message, and each way to cut it into questions, understood in one go.

        A pressed button or an unreadable message is one part, whatever its text looks like.
        """
        text = message.text or ""
        button = message.parse_data or pressed(text, tracker)
        problem = (message.metadata or {}).get("problem")
        if problem is not None:
            parse = button or (await self._understanding.of([message]))[0]
            return with_problem(parse, problem), []
        if button is not None:
            return with_mentioned(button, tracker), []
        ways = [*apart(text), *cuts(text, quote_is_open=is_quote_open(tracker))]
        pieces = [_part(message, piece) for way in ways for piece in way]
        found = await self._understanding.of([message, *pieces])
        return message_in_context(found, ways, tracker)

    def _parsed(self, messages: list[UserMessage]) -> list[Parse]:
        """What stock's `parse_message` does for one message."""
        target = self.model_metadata.nlu_target
        inputs = {PLACEHOLDER_MESSAGE: messages}
        found = self.graph_runner.run(inputs=inputs, targets=[target])[target]
        return [message.as_dict(only_output_properties=True) for message in found]

    def _spoken_after(
        self, parse: dict[str, Any], tracker: DialogueStateTracker, message: UserMessage
    ) -> Spoken:
        current = Spoken(tracker.get_slot("language"), tracker.get_slot("locale"))
        return spoken_after(current, parse, (message.metadata or {}).get("locale"))

    def _hear(
        self, message: UserMessage, parse: dict[str, Any], tracker: DialogueStateTracker
    ) -> None:
        tracker.update(
            UserUttered(
                parse["text"],
                parse["intent"],
                parse["entities"],
                parse,
                input_channel=message.input_channel,
                message_id=message.message_id,
                metadata=message.metadata,
            ),
            self.domain,
        )

    async def _adopt(
        self,
        spoken: Spoken,
        parse: dict[str, Any],
        tracker: DialogueStateTracker,
        message: UserMessage,
        said: Said,
    ) -> None:
        """Takes over the language, and says once what the customer should know of this message."""
        before = tracker.get_slot("language")
        self._speak(spoken, tracker)
        asked_for = parse["intent"]["name"] == "change_language"
        if before and spoken.language != before and not asked_for:
            await self._say("utter_language_switched", tracker, said)
        if (message.metadata or {}).get("masked"):
            await self._say("utter_card_masked", tracker, said)

    def _speak(self, spoken: Spoken, tracker: DialogueStateTracker) -> None:
        for name, value in (("language", spoken.language), ("locale", spoken.locale)):
            if tracker.get_slot(name) != value:
                tracker.update(SlotSet(name, value), self.domain)

    async def _answer(self, channel: OutputChannel, tracker: DialogueStateTracker) -> None:
        tracker_length = len(tracker.events)
        try:
            await self.run_action_extract_slots(channel, tracker)
            await self._run_prediction_loop(channel, tracker)
        except Exception as failure:
            # What went wrong can be anywhere in Rasa; the customer gets a sentence all the same.
            logger.error("A turn failed: %s", described(failure))
        self._listen_again(tracker)
        said = list(tracker.events)[tracker_length:]
        if not any(isinstance(event, BotUttered) for event in said):
            await self._emit_trouble(tracker, channel)

    def _listen_again(self, tracker: DialogueStateTracker) -> None:
        """A turn that broke off still ends in listening: else no rule fits the next message."""
        if tracker.latest_action_name != ACTION_LISTEN_NAME:
            tracker.update(ActionExecuted(ACTION_LISTEN_NAME), self.domain)

    async def _emit_trouble(self, tracker: DialogueStateTracker, channel: OutputChannel) -> None:
        await self._emit([await trouble(self.nlg, tracker, channel)], tracker, channel)

    def _stranger(self, message: UserMessage) -> DialogueStateTracker:
        """A tracker with nothing but the channel's locale, where the stored one is out of reach."""
        tracker = DialogueStateTracker(message.sender_id, self.domain.slots)
        locale = (message.metadata or {}).get("locale")
        self._speak(Spoken(language_of(locale), known_locale(locale)), tracker)
        return tracker

    async def _say(
        self, response: str, tracker: DialogueStateTracker, channel: OutputChannel
    ) -> None:
        action = self._get_action(response)
        if action is not None:
            events = await action.run(channel, self.nlg, tracker, self.domain)
            await self._emit(events, tracker, channel)

    async def _emit(
        self, events: list[Event], tracker: DialogueStateTracker, channel: OutputChannel
    ) -> None:
        tracker.update_with_events(events, self.domain)
        await self._send_bot_messages(events, tracker, channel)

    async def get_tracker(self, conversation_id: str) -> DialogueStateTracker:
        """The stored tracker, or a new one; stock Rasa writes the new one at once."""
        tracker = await self.tracker_store.retrieve(conversation_id)
        if tracker is None:
            tracker = DialogueStateTracker(conversation_id, self.domain.slots)
        tracker.model_id = self.model_metadata.model_id
        tracker.assistant_id = self.model_metadata.assistant_id
        return tracker

    async def _update_tracker_session(
        self,
        tracker: DialogueStateTracker,
        output_channel: OutputChannel,
        metadata: dict[str, Any] | None = None,
    ) -> None:
        full = session.is_full(tracker)
        if tracker.events and not full and not self._has_session_expired(tracker):
            return
        tracker.update_with_events(session.beginning(tracker, keep_form=full), self.domain)

    def _log_slots(self, tracker: DialogueStateTracker) -> None:
        """Slots hold the customer's words: they are not logged."""


def _part(message: UserMessage, text: str) -> UserMessage:
    """Nor is a part of what was typed a command: "… /restart"."""
    return UserMessage(read(text).text, sender_id=message.sender_id, metadata=message.metadata)
