"""How a question was refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from actions.quotes.port import QuoteError


def failure(ask: Callable[[], Any]) -> tuple[str, int | None]:
    with pytest.raises(QuoteError) as refused:
        ask()
    return refused.value.code, refused.value.retry_after


def code_of(ask: Callable[[], Any]) -> str:
    return failure(ask)[0]
