"""What the audit log keeps, and what it will not."""

from __future__ import annotations

from typing import Any

import pytest

from bot.desk.audit import Audit, Deed
from tests.bot.channels.conftest import NOW
from tests.bot.desk.conftest import Time


def test_the_newest_comes_first_and_only_so_many(audit: Audit, time: Time) -> None:
    for number in range(5):
        audit.note(7, "claim", f"c-{number}")
        time.move(1)
    assert [deed.conversation for deed in audit.recent(2)] == ["c-4", "c-3"]
    assert len(audit.recent(100)) == 5


def test_a_deed_comes_back_as_it_was(audit: Audit) -> None:
    audit.note(7, "transfer", "c-1", {"to": 8, "from": None, "ticket": "t-1", "queue": True})
    audit.note(None, "sign_in_failed")
    failed, transfer = audit.recent(10)
    detail = {"to": 8, "from": None, "ticket": "t-1", "queue": True}
    assert transfer == Deed(transfer.id, NOW, 7, "transfer", "c-1", detail)
    assert (failed.agent, failed.conversation, failed.detail) == (None, None, {})


@pytest.mark.parametrize(
    "value", ["My card is 4242", "é", "", "x" * 129, "a\n", 1.5, ["a"], {"a": 1}, b"a", object()]
)
def test_what_somebody_may_have_written_is_refused_unquoted(audit: Audit, value: Any) -> None:
    with pytest.raises(ValueError, match="the audit log keeps ids alone: note") as refused:
        audit.note(7, "note", "c-1", {"text": value})
    assert str(value) == "" or repr(value) not in str(refused.value)
    assert audit.recent(10) == ()


@pytest.mark.parametrize("name", ["", "Some text", "x" * 33, "a\n", "1"])
def test_actions_and_names_are_words(audit: Audit, name: str) -> None:
    with pytest.raises(ValueError):
        audit.note(7, name)
    with pytest.raises(ValueError):
        audit.note(7, "claim", detail={name: 1})


def test_a_detail_is_small(audit: Audit) -> None:
    with pytest.raises(ValueError):
        audit.note(7, "claim", detail={"x" * size: size for size in range(1, 10)})
