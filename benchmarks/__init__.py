"""Prorata measured against the stock Rasa pipeline: `python -m benchmarks`, into docs/performance.md."""
