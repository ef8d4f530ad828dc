"""Rasa's agent with our processor, our stores, and nothing that fails silently."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.core.agent import Agent as RasaAgent
from rasa.core.nlg.response import TemplatedNaturalLanguageGenerator
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain

from bot.engine.processor import Processor


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

    async def close(self) -> None:
        endpoint: Any = self.action_endpoint
        if endpoint is not None:
            await endpoint.close()
