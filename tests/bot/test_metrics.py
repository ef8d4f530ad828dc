"""What Prometheus reads: documented names, and labels that cannot name a customer."""

from __future__ import annotations

from typing import Any

import pytest
from prometheus_client import REGISTRY, generate_latest

from bot import metrics

OURS = (
    metrics.MESSAGES,
    metrics.TURN_SECONDS,
    metrics.CONNECTIONS,
    metrics.REFUSED,
    metrics.FEEDBACK,
)


def test_all_of_them_are_read() -> None:
    text = generate_latest(REGISTRY).decode()
    for name in (
        "prorata_messages_total",
        "prorata_turn_seconds_bucket",
        "prorata_web_connections",
        "prorata_refused_total",
        "prorata_feedback_total",
    ):
        assert f"# TYPE {name.removesuffix('_bucket')} " in text


@pytest.mark.parametrize("metric", OURS)
def test_labels_have_few_values(metric: Any) -> None:
    assert set(metric._labelnames) <= {"channel", "reason", "helpful"}
