from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import inspect

from billing.database import open_database
from billing.settings import SettingsError


def test_the_folder_and_the_tables_are_made(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new' / 'folder' / 'billing.db'}"
    for _ in range(2):
        engine = open_database(url)
        assert "quotes" in inspect(engine).get_table_names()
        engine.dispose()


def test_commits_are_durable_and_references_hold(tmp_path: Path) -> None:
    with open_database(f"sqlite:///{tmp_path / 'billing.db'}").connect() as db:
        names = ("journal_mode", "synchronous", "foreign_keys")
        pragmas = {name: db.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names}
    full = 2
    assert pragmas == {"journal_mode": "wal", "synchronous": full, "foreign_keys": 1}


@pytest.mark.parametrize(
    "url",
    [
        "",
        "sqlite://",
        "sqlite:///:memory:",
        "nosuch://user:secret@host/db",
        "mysql://user:secret@127.0.0.1/db",
        "sqlite:////dev/null/billing.db",
    ],
)
def test_an_unusable_url_is_refused_without_being_repeated(url: str) -> None:
    with pytest.raises(SettingsError, match="BILLING_DATABASE") as refusal:
        open_database(url)
    assert "secret" not in str(refusal.value)
