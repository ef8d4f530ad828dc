"""Five-fold cross-validation over the training examples: a check that no reading of errors can flatter."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sklearn.model_selection import StratifiedKFold

from benchmarks.understanding.curve import RememberingEncoder
from benchmarks.understanding.messages import Labelled
from bot.nlu.intents import IntentModel


def cross_validated(
    examples: Sequence[Labelled], encoder: RememberingEncoder, folds: int = 5
) -> dict[str, float]:
    """Accuracy by language; every example is predicted by a model that has not seen it."""
    texts = np.array([example.text for example in examples], dtype=object)
    intents = np.array([example.intent for example in examples])
    languages = np.array([example.language for example in examples])
    right = np.zeros(len(examples))
    splitter = StratifiedKFold(folds, shuffle=True, random_state=0)
    for seen, unseen in splitter.split(texts, intents):
        model = IntentModel.fit(list(texts[seen]), list(intents[seen]), encoder=encoder)
        best = model.probabilities(list(texts[unseen])).argmax(axis=1)
        right[unseen] = np.array(model.labels)[best] == intents[unseen]
    return {language: float(right[languages == language].mean()) for language in ("en", "fr")}
