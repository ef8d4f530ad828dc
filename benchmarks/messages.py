"""What the customers of the benchmark write: questions that both bots answer with a response."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import islice

from benchmarks.plan import TURNS_A_CONVERSATION
from benchmarks.sample import Sample

Conversation = Sequence[str]


def fresh_conversations(sample: Sample, messages: int, seed: int) -> list[Conversation]:
    """Conversations of four messages, `messages` in all: a greeting, two questions, thanks.

    They alternate between the languages of the sample. The texts are ones that both have learnt:
    speed is measured, so both shall understand.
    """
    chosen = random.Random(seed)
    languages = sorted({language for language, _ in sample})
    return [
        _conversation(sample, languages[number % len(languages)], chosen)
        for number in range(messages // TURNS_A_CONVERSATION)
    ]


def long_conversation(sample: Sample, messages: int, seed: int) -> Conversation:
    """One customer, English, one question after the other."""
    return list(islice(_questions(sample, "en", random.Random(seed)), messages))


def _conversation(sample: Sample, language: str, chosen: random.Random) -> Conversation:
    first, second = islice(_questions(sample, language, chosen), 2)
    return (
        chosen.choice(sample[language, "greet"]),
        first,
        second,
        chosen.choice(sample[language, "thank"]),
    )


def _questions(sample: Sample, language: str, chosen: random.Random) -> Iterator[str]:
    intents = sorted(name for of, name in sample if of == language and name.startswith("faq_"))
    while True:
        yield chosen.choice(sample[language, chosen.choice(intents)])
