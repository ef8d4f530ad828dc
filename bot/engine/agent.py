"""Rasa's agent with our processor, our stores, and nothing that fails silently."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent as RasaAgent
from rasa.core.nlg.response import TemplatedNaturalLanguageGenerator
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain

from bot.channels.reception import Record
from bot.channels.turn import Turn
from bot.engine.processor import Processor
from bot.engine.told import user_message
from bot.store.transcript import Entry


class Agent(RasaAgent):
    @staticmethod
    def _create_tracker_store(store: TrackerStore | None, domain: Domain) -> TrackerStore:
        """No fail-safe wrapper: it would go on in memory when the database fails, and forget."""
        if store is None:
            raise ValueError("endpoints.yml: tracker_store is missing")
        store.domain = domain
        return store

    def load_model(self, model_path: str | Path, fingerprint: str | None = None) -> None:
        self.processor = Processor(
            model_path=model_path,
            tracker_store=self.tracker_store,
            lock_store=self.lock_store,
            action_endpoint=self.action_endpoint,
            generator=self.nlg,
        )
        self.domain = self.processor.domain
        self._set_fingerprint(fingerprint)
        self.tracker_store.domain = self.domain
        if isinstance(self.nlg, TemplatedNaturalLanguageGenerator):
            self.nlg.responses = self.domain.responses

    def lock(self, conversation: str) -> AbstractAsyncContextManager[Any]:
        return self.lock_store.lock(conversation)

    async def converse(self, heard: Entry, record: Record) -> Turn:
        """Answers one message; the caller holds the conversation's lock."""
        message = user_message(heard.conversation, heard.told, heard.body["text"])
        return await self._loaded.handle_message(message, record)

    async def greet(self, conversation: str, told: dict[str, Any], record: Record) -> Turn:
        return await self._loaded.greet(user_message(conversation, told), record)

    async def trouble(self, conversation: str, told: dict[str, Any]) -> Turn:
        return await self._loaded.trouble(user_message(conversation, told))

    @property
    def _loaded(self) -> Processor:
        if not isinstance(self.processor, Processor):
            raise RuntimeError("no model is loaded")
        return self.processor

    async def close(self) -> None:
        endpoint: Any = self.action_endpoint
        if endpoint is not None:
            await endpoint.close()
