"""Pipeline step 1: which language a message is in, learnt from the folders the examples lie in."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from rasa.engine.graph import GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import METADATA, METADATA_INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.language.identify import LanguageModel
from bot.nlu.components.stored import StoredComponent

IDENTIFICATION = "identification"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class LanguageIdentifier(StoredComponent, GraphComponent):
    """Sets `identification`: `{"language": "fr", "confidence": 0.98, "decisive": true}`."""

    def train(self, training_data: TrainingData) -> Resource:
        texts, languages = [], []
        for example in training_data.intent_examples:
            declared = (example.get(METADATA) or {}).get(METADATA_INTENT) or {}
            if "language" not in declared:
                raise ValueError(
                    f"Every intent block in data/nlu names its language; "
                    f"'{example.get('intent')}' has one that does not."
                )
            texts.append(example.get(TEXT))
            languages.append(declared["language"])
        self.model = LanguageModel.fit(texts, languages)
        return self.persist()

    def read(self, path: Path) -> LanguageModel:
        return LanguageModel.load(path)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            found = self.model.identify(message.get(TEXT) or "")
            message.set(IDENTIFICATION, asdict(found), add_to_output=True)
        return messages

    @classmethod
    def get_default_config(cls) -> dict[str, Any]:
        return {}
