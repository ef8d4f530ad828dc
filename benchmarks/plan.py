"""How much is measured: every loop of a run is bounded by one of these numbers."""

from __future__ import annotations

from dataclasses import dataclass

TURNS_A_CONVERSATION = 4
LONG_WINDOW = 25


@dataclass(frozen=True)
class Plan:
    """`examples` is per intent and language; the messages are counted per round and server.

    Each bot is trained once and then served in every round: training takes minutes by itself, so
    that a busy moment of the machine weighs little in it.
    """

    name: str
    rounds: int
    examples: int
    seed: int = 20261122
    single: int = 300
    parallel: int = 400
    concurrency: int = 8
    long: int = 200
    warm_up: int = 8


FULL = Plan("full", rounds=3, examples=15)
# To try the harness: training on so little says nothing about training.
QUICK = Plan("quick", rounds=1, examples=3, single=100, parallel=160, long=100)
