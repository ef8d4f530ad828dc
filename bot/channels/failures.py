"""A failure as the log may hold it: what and where, never its text, which can quote the customer."""

from __future__ import annotations

import traceback
from pathlib import Path


def described(failure: BaseException) -> str:
    """For example « KeyError at generator.py:88 », the innermost frame."""
    frames = traceback.extract_tb(failure.__traceback__)
    if not frames:
        return type(failure).__name__
    return f"{type(failure).__name__} at {Path(frames[-1].filename).name}:{frames[-1].lineno}"
