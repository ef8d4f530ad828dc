"""Pipeline step 3: seats, product, date, currency and subscription id, already normalised."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.clock import Clock, environment_clock
from bot.language.conversation import language_of
from bot.nlu.components.language_identifier import IDENTIFICATION
from bot.nlu.entities import Entity, extract


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class EntityExtractor(GraphComponent):
    """Sets `entities` as Rasa knows them: entity, value, start, end and, where there is one, role."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> EntityExtractor:
        return cls(environment_clock())

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            locale = (message.get("metadata") or {}).get("locale")
            language, sure = _language(message.get(IDENTIFICATION) or {}, locale)
            found = extract(
                message.get(TEXT) or "",
                language=language,
                locale=locale,
                today=self._clock().date(),
                sure=sure,
            )
            message.set(ENTITIES, [_as_rasa(entity) for entity in found], add_to_output=True)
        return messages


def _language(identified: dict[str, Any], locale: str | None) -> tuple[str, bool]:
    """And whether that is more than a guess: a message of digits says nothing, a locale does."""
    guess = identified.get("language", "en")
    if identified.get("decisive"):
        return guess, True
    spoken = language_of(locale)
    return spoken or guess, spoken is not None


def _as_rasa(entity: Entity) -> dict[str, Any]:
    known = {
        "entity": entity.entity,
        "value": entity.value,
        "start": entity.start,
        "end": entity.end,
    }
    return {**known, "role": entity.role} if entity.role else known
