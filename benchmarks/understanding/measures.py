"""The figures that have bars, all as shares between 0 and 1."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from benchmarks.understanding.parsed import Parsed

_WORD = re.compile(r"[^\W\d_]{2,}")
_OUT_OF_SCOPE = "out_of_scope"
BINS = 10


def share(items: Iterable[Parsed], holds: Callable[[Parsed], bool]) -> float:
    """NaN of nothing."""
    outcomes = [holds(item) for item in items]
    return sum(outcomes) / len(outcomes) if outcomes else float("nan")


def accuracy(parsed: Iterable[Parsed]) -> float:
    return share(parsed, lambda item: item.right)


def recalls(parsed: Sequence[Parsed]) -> dict[str, float]:
    """Of each intent, worst first."""
    intents = sorted({item.message.intent for item in parsed})
    found = {
        intent: accuracy(item for item in parsed if item.message.intent == intent)
        for intent in intents
    }
    return dict(sorted(found.items(), key=lambda pair: pair[1]))


def confusions(parsed: Iterable[Parsed]) -> list[tuple[tuple[str, str], int]]:
    """(meant, understood), most frequent first."""
    wrong = ((item.message.intent, item.intent) for item in parsed if not item.right)
    return Counter(wrong).most_common()


def out_of_scope_recall(parsed: Iterable[Parsed]) -> float:
    """Neither answered as something else nor offered buttons."""
    strangers = (item for item in parsed if item.message.intent == _OUT_OF_SCOPE)
    return share(strangers, _refused)


def customers_refused(parsed: Iterable[Parsed]) -> float:
    """Of the messages that are in scope, those answered with "I can't help with that"."""
    customers = (item for item in parsed if item.message.intent != _OUT_OF_SCOPE)
    return share(customers, lambda item: item.tier == "answer" and item.intent == _OUT_OF_SCOPE)


def _refused(item: Parsed) -> bool:
    return item.tier == "rephrase" or (item.tier == "answer" and item.intent == _OUT_OF_SCOPE)


def reliability(parsed: Sequence[Parsed]) -> list[tuple[float, float, int]]:
    """(mean confidence, accuracy, messages) of each of ten equal bins that is not empty."""
    bins: list[list[Parsed]] = [[] for _ in range(BINS)]
    for item in parsed:
        bins[min(int(item.confidence * BINS), BINS - 1)].append(item)
    return [
        (sum(item.confidence for item in held) / len(held), accuracy(held), len(held))
        for held in bins
        if held
    ]


def calibration_error(parsed: Sequence[Parsed]) -> float:
    """Expected calibration error: the bins' |accuracy - confidence|, weighted by their size."""
    return sum(
        abs(right - sure) * count / len(parsed) for sure, right, count in reliability(parsed)
    )


def language_accuracy(parsed: Iterable[Parsed], words_at_least: int) -> float:
    """Of the messages in one language."""
    plain = (
        item
        for item in parsed
        if item.message.variety != "mixed"
        and len(_WORD.findall(item.message.text)) >= words_at_least
    )
    return share(plain, lambda item: item.language == item.message.language)
