"""The step of a model at which a message is understood: the last one of ours.

Rasa appends `RegexMessageHandler`, which obeys text that begins with "/": any intent, any entity
with any value. Leaving it out is what makes typed text never a command.
"""

from __future__ import annotations

import dataclasses

from rasa.engine.storage.storage import ModelMetadata
from rasa.nlu.classifiers.regex_message_handler import RegexMessageHandler


def without_commands(metadata: ModelMetadata) -> ModelMetadata:
    """The metadata with the step before Rasa's command handler as its NLU target."""
    handler = metadata.predict_schema.nodes[f"run_{RegexMessageHandler.__name__}"]
    return dataclasses.replace(metadata, nlu_target=handler.needs["messages"])
