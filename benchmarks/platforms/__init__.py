"""Every messaging platform under load, sudden ends and odd calls: `python -m benchmarks.platforms`."""
