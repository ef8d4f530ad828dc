"""Runs a model's graph step by step, in an order that is found once.

Mends `DaskGraphRunner` (rasa/engine/runner/dask.py), which prunes and schedules the same small graph
anew for every message and every prediction: a millisecond and a half each time.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from graphlib import TopologicalSorter
from typing import Any

from rasa.engine.runner.dask import DaskGraphRunner


class Runner:
    """The nodes of a loaded model, as a `GraphRunner` for prediction only."""

    def __init__(self, stock: DaskGraphRunner) -> None:
        self._schema, self._nodes = stock._graph_schema, stock._instantiated_nodes
        self._order = cache(self._ordered)

    def run(self, inputs: Mapping[str, Any], targets: list[str]) -> dict[str, Any]:
        """The targets' outputs; `inputs` are the values of the graph's placeholders."""
        # A node takes and gives (name, output) pairs.
        done = {name: (name, value) for name, value in inputs.items()}
        for name, needs in self._order(tuple(targets)):
            done[name] = self._nodes[name](*(done[need] for need in needs))
        return dict(done[target] for target in targets)

    def _ordered(self, targets: tuple[str, ...]) -> list[tuple[str, tuple[str, ...]]]:
        """Each node that the targets need, with what it needs itself, after all of those."""
        nodes = self._schema.minimal_graph_schema(list(targets)).nodes
        needs = {name: tuple(node.needs.values()) for name, node in nodes.items()}
        order = TopologicalSorter(needs).static_order()
        return [(name, needs[name]) for name in order if name in needs]
