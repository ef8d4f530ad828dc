"""The web channel under a crowd, and under sudden ends: `python -m benchmarks.web`."""
