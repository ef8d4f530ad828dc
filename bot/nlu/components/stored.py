"""What our trainable components share: one array file each in Rasa's model storage."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage

_Component = TypeVar("_Component", bound="StoredComponent")


class StoredComponent(GraphComponent):
    """Subclasses set `self.model` when trained and read it back in `read`."""

    def __init__(
        self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource
    ) -> None:
        self.config = {**self.get_default_config(), **config}
        self._model_storage, self._resource = model_storage, resource
        self.model: Any = None

    @classmethod
    def create(
        cls: type[_Component],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> _Component:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls: type[_Component],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> _Component:
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component.model = component.read(folder / "model.npz")
        return component

    def persist(self) -> Resource:
        with self._model_storage.write_to(self._resource) as folder:
            self.model.save(folder / "model.npz")
        return self._resource

    def read(self, path: Path) -> Any:
        raise NotImplementedError
