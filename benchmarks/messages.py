"""What the customers of the benchmark write: questions that both bots answer with a response."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import cycle, islice

from benchmarks.plan import LONG_WINDOW, TURNS_A_CONVERSATION
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
    """One customer, English: the same questions again and again, one for each message of a window.

    So the windows that are compared hold the same texts: a question that is dear by itself (two in
    one message, say) cannot pass for growth.
    """
    questions = list(islice(_questions(sample, "en", random.Random(seed)), LONG_WINDOW))
    return list(islice(cycle(questions), messages))


def single_messages(sample: Sample, messages: int, seed: int) -> list[str]:
    """Of every intent and both languages, each once."""
    texts = [text for examples in sample.values() for text in examples]
    return random.Random(seed).sample(texts, min(messages, len(texts)))


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
