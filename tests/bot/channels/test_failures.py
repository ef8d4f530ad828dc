"""A failure in the log: what and where, and no word of the customer."""

from __future__ import annotations

from bot.channels.failures import described


def test_a_failure_is_its_class_and_its_innermost_place() -> None:
    def fail() -> None:
        raise KeyError("mon numéro est le 4111111111111111")

    try:
        fail()
    except KeyError as failure:
        found = described(failure)
    line = fail.__code__.co_firstlineno + 1
    assert found == f"KeyError at test_failures.py:{line}"


def test_a_failure_that_was_never_raised_has_no_place() -> None:
    assert described(ValueError("secret")) == "ValueError"
