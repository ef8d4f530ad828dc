"""What is counted, for Prometheus: `GET /metrics` on the internal port. No label names a customer."""

from __future__ import annotations

from prometheus_client import Counter, Gauge, Histogram

MESSAGES = Counter("prorata_messages_total", "Customer messages answered", ["channel"])
TURN_SECONDS = Histogram(
    "prorata_turn_seconds",
    "From taking up a message to sending its answers",
    buckets=(0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10),
)
CONNECTIONS = Gauge("prorata_web_connections", "Widgets that are connected")
REFUSED = Counter("prorata_refused_total", "What was not taken in", ["reason"])
FEEDBACK = Counter("prorata_feedback_total", "Answers found helpful", ["helpful"])
RETRIED = Counter("prorata_retried_total", "Attempts that a far side did not take", ["side"])
UNDELIVERED = Counter(
    "prorata_undelivered_total", "What will not reach its far side", ["side", "reason"]
)
