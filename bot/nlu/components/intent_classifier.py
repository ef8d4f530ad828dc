"""Pipeline step 2: the intent, how sure we are, and what to offer when we are not."""

from __future__ import annotations

import re
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from typing import Any

from rasa.engine.graph import GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.classifier import IntentClassifier as RasaIntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.components.stored import StoredComponent
from bot.nlu.intents import IntentModel
from bot.nlu.tiers import Decision, Thresholds, decide

CLARIFY_INTENT = "nlu_clarify"
REPHRASE_INTENT = "nlu_fallback"
_TIER_INTENTS = {"clarify": CLARIFY_INTENT, "rephrase": REPHRASE_INTENT}

# Stored with every message, so no longer than a person reading a conversation needs.
_RANKING_LENGTH = 6
_ANYTHING_TO_READ = re.compile(r"\w", re.UNICODE)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(StoredComponent, RasaIntentClassifier, GraphComponent):
    """Sets `intent`, `intent_ranking` (real intents only), `tier` and `offered`.

    In the tier `answer` the intent is the likeliest one; otherwise it is `nlu_clarify` or
    `nlu_fallback`, which the rules map to an offer of buttons or a request to rephrase.
    """

    @classmethod
    def get_default_config(cls) -> dict[str, Any]:
        return {**asdict(Thresholds()), "offerable": []}

    def train(self, training_data: TrainingData) -> Resource:
        examples = training_data.intent_examples
        self.model = IntentModel.fit(
            [example.get(TEXT) for example in examples],
            [example.get(INTENT) for example in examples],
        )
        return self.persist()

    def read(self, path: Path) -> IntentModel:
        return IntentModel.load(path)

    def process(self, messages: list[Message]) -> list[Message]:
        texts = [message.get(TEXT) or "" for message in messages]
        for message, text, ranking in zip(messages, texts, self.model.rank(texts), strict=True):
            self._classify(message, text, ranking)
        return messages

    def _classify(self, message: Message, text: str, ranking: list[tuple[str, float]]) -> None:
        decision = self._decide(text, ranking)
        name = _TIER_INTENTS.get(decision.tier, ranking[0][0])
        message.set(INTENT, {"name": name, "confidence": ranking[0][1]}, add_to_output=True)
        message.set(
            INTENT_RANKING_KEY,
            [{"name": name, "confidence": value} for name, value in ranking[:_RANKING_LENGTH]],
            add_to_output=True,
        )
        message.set("tier", decision.tier, add_to_output=True)
        message.set("offered", list(decision.offered), add_to_output=True)

    def _decide(self, text: str, ranking: list[tuple[str, float]]) -> Decision:
        if not _ANYTHING_TO_READ.search(text):
            return Decision("rephrase")
        return decide(ranking, self._offerable, self._thresholds)

    @cached_property
    def _offerable(self) -> frozenset[str]:
        return frozenset(self.config["offerable"])

    @cached_property
    def _thresholds(self) -> Thresholds:
        return Thresholds(**{name: self.config[name] for name in asdict(Thresholds())})
