"""The blend of meaning and spelling, on enough examples to tell two intents apart."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from bot.nlu.intents import IntentModel, Settings
from bot.nlu.network import Training

EXAMPLES = {
    "request_quote": (
        "how much for three more seats",
        "price of one more license",
        "what would two seats cost",
        "combien pour trois postes de plus",
        "quel est le prix d'une licence",
        "ça coûte combien deux postes",
    ),
    "faq_usage_report": (
        "who is using our seats",
        "where is the usage report",
        "show me the people who never sign in",
        "qui utilise nos postes",
        "où est le rapport d'utilisation",
        "montre-moi ceux qui ouvrent jamais le logiciel",
    ),
    "thank": ("thank you", "thanks a lot", "merci beaucoup", "un gros merci"),
}
SETTINGS = Settings(Training(hidden=32, steps_at_least=120, epochs=1), sharpness=1.0)


@pytest.fixture(scope="module")
def model() -> IntentModel:
    pairs = [(text, intent) for intent, texts in EXAMPLES.items() for text in texts]
    return IntentModel.fit(*map(list, zip(*pairs, strict=True)), SETTINGS)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("what is the price for four more", "request_quote"),
        ("c'est quoi le prix pour 4 postes", "request_quote"),
        ("can I see who uses them", "faq_usage_report"),
        ("je veux voir qui s'en sert pas", "faq_usage_report"),
        ("thx!!", "thank"),
    ],
)
def test_new_wordings_in_both_languages(model: IntentModel, text: str, intent: str) -> None:
    assert model.rank([text])[0][0][0] == intent


def test_a_ranking_holds_every_intent_once_and_sums_to_one(model: IntentModel) -> None:
    for ranking in model.rank(["how much", "", "😀", "x" * 3000]):
        assert {intent for intent, _ in ranking} == set(EXAMPLES)
        values = [value for _, value in ranking]
        assert values == sorted(values, reverse=True)
        assert sum(values) == pytest.approx(1.0, abs=1e-5)


def test_sharpness_moves_confidence_not_the_order(model: IntentModel, tmp_path: Path) -> None:
    model.save(tmp_path / "intents.npz")
    sharp = IntentModel.load(tmp_path / "intents.npz", Settings(SETTINGS.training, sharpness=3.0))
    [plain], [sharper] = model.rank(["who pays for this"]), sharp.rank(["who pays for this"])
    assert [intent for intent, _ in plain] == [intent for intent, _ in sharper]
    assert sharper[0][1] > plain[0][1]


def test_a_saved_model_says_the_same(model: IntentModel, tmp_path: Path) -> None:
    model.save(tmp_path / "intents.npz")
    loaded = IntentModel.load(tmp_path / "intents.npz", SETTINGS)
    texts = ["how much", "merci", ""]
    assert np.array_equal(loaded.probabilities(texts), model.probabilities(texts))
    assert loaded.labels == model.labels


def test_the_encoder_sees_each_example_once() -> None:
    """Noise is for the spelling alone."""
    seen: list[str] = []

    class Recorder:
        size = 2

        def encode(self, texts: Sequence[str]) -> np.ndarray:
            seen.extend(texts)
            return np.ones((len(texts), 2), dtype=np.float32)

    IntentModel.fit(["how much", "merci"], ["request_quote", "thank"], SETTINGS, Recorder())
    assert seen == ["how much", "merci"]
