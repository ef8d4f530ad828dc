"""A clock that tests move."""

from __future__ import annotations

import pytest

from tests.bot.desk.conftest import Time


@pytest.fixture
def time() -> Time:
    return Time()
