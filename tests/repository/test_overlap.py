"""What is measured was never taught: no message of tests/nlu is in data/nlu, nor nearly so."""

from __future__ import annotations

import re

import numpy as np
import pytest

from benchmarks.understanding.messages import Labelled, development_set, training_examples
from bot.model import ROOT
from bot.nlu.ngrams import Ngrams, rarity, weighted
from bot.nlu.normalise import fold

pytestmark = pytest.mark.slow

# Cosine of weighted character n-grams: "is this a robot ?" and "this is a robot?" are 0.92.
NEAR = 0.9
NGRAMS = Ngrams(shortest=3, longest=5, words=True, buckets=2**18)
MARKS = re.compile(r"\W+")


def words(message: Labelled) -> str:
    return MARKS.sub(" ", fold(message.text)).strip()


def nearest(messages: list[Labelled], examples: list[Labelled]) -> list[tuple[float, int]]:
    """For each message how near the nearest example is, and which one it is."""
    taught = NGRAMS.counts([example.text for example in examples])
    asked = NGRAMS.counts([message.text for message in messages])
    weights = rarity(taught)
    alike = (weighted(asked, weights) @ weighted(taught, weights).T).tocsr()
    closest = np.asarray(alike.argmax(axis=1)).ravel()
    return [(float(alike[row, column]), int(column)) for row, column in enumerate(closest)]


def test_nothing_measured_was_taught() -> None:
    messages, examples = development_set(ROOT), training_examples(ROOT)
    taught = {words(example): example.text for example in examples if words(example)}
    same = [message.text for message in messages if words(message) in taught]
    near = [
        (message.text, examples[index].text)
        for message, (alike, index) in zip(messages, nearest(messages, examples), strict=True)
        if alike >= NEAR
    ]
    assert same == []
    assert near == []


def test_a_near_duplicate_is_found() -> None:
    """The check itself: a word more is near, a sentence of one's own is not."""
    examples = training_examples(ROOT)[:200]
    example = max(examples, key=lambda example: len(example.text))
    copied = Labelled(f"{example.text} please", example.intent, "en", "en")
    other = Labelled("the goalkeeper dropped the ball twice", "out_of_scope", "en", "en")
    (near, index), (far, _) = nearest([copied, other], examples)
    assert near >= NEAR > far
    assert examples[index] == example


def test_no_example_is_taught_twice() -> None:
    """With two intents it would confuse; with one it would only weigh double."""
    seen: dict[tuple[str, str], str] = {}
    twice = []
    for example in training_examples(ROOT):
        key = (example.language, example.text)
        if key in seen:
            twice.append((example.text, seen[key], example.intent))
        seen[key] = example.intent
    assert twice == []
