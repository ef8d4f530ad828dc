"""The first tables. A database from before there were versions has some of them, or all: what is
there stays as it is.

A migration is never changed, and imports nothing of ours: tables.py goes on, it does not.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_CONVERSATION = sa.String(128)


def upgrade() -> None:
    _conversations()
    _handoff()
    _desk()


def _conversations() -> None:
    _table(
        "conversations",
        sa.Column("id", _CONVERSATION, primary_key=True),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("account", sa.String(64)),
        sa.Column("began", sa.Float, nullable=False),
        sa.Column("ended", sa.Float),
        sa.Column("delivered", _ID, nullable=False, server_default="0"),
    )
    _table(
        "transcript",
        sa.Column("seq", _ID, primary_key=True, autoincrement=True),
        sa.Column("conversation", _CONVERSATION, nullable=False),
        sa.Column("at", sa.Float, nullable=False),
        sa.Column("author", sa.String(16), nullable=False),
        sa.Column("language", sa.String(2)),
        sa.Column("message_id", sa.String(128)),
        sa.Column("body", sa.JSON, nullable=False),
        sa.Column("told", sa.JSON, nullable=False),
        sa.Column("answered", sa.Boolean, nullable=False),
        sa.UniqueConstraint("conversation", "message_id"),
        sqlite_autoincrement=True,
    )
    _index("transcript_by_conversation", "transcript", "conversation", "seq")
    _index(
        "transcript_unanswered",
        "transcript",
        "seq",
        sqlite_where=sa.text("answered = 0"),
        postgresql_where=sa.text("NOT answered"),
    )
    _table(
        "feedback",
        sa.Column("conversation", _CONVERSATION, primary_key=True),
        sa.Column("seq", _ID, primary_key=True),
        sa.Column("helpful", sa.Boolean, nullable=False),
        sa.Column("at", sa.Float, nullable=False),
    )
    _table(
        "ratings",
        sa.Column("conversation", _CONVERSATION, primary_key=True),
        sa.Column("stars", sa.Integer, nullable=False),
        sa.Column("comment", sa.Text),
        sa.Column("at", sa.Float, nullable=False),
    )
    _table(
        "probes",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.Float, nullable=False),
    )


def _handoff() -> None:
    _table(
        "holds",
        sa.Column("conversation", _CONVERSATION, primary_key=True),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("agent", sa.Integer),
        sa.Column("since", sa.Float, nullable=False),
        sa.Column("asked", sa.Float),
        sa.Column("reason", sa.String(64)),
        sa.Column("first", sa.Boolean, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
    )
    _index("ix_holds_state", "holds", "state")
    _table(
        "notes",
        sa.Column("id", _ID, primary_key=True, autoincrement=True),
        sa.Column("conversation", _CONVERSATION, nullable=False),
        sa.Column("agent", sa.Integer, nullable=False),
        sa.Column("at", sa.Float, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    _index("ix_notes_conversation", "notes", "conversation")
    _table(
        "drafts",
        sa.Column("conversation", _CONVERSATION, primary_key=True),
        sa.Column("draft", sa.JSON, nullable=False),
    )
    _table(
        "tickets",
        sa.Column("id", _ID, primary_key=True, autoincrement=True),
        sa.Column("conversation", _CONVERSATION, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("at", sa.Float, nullable=False),
        sa.Column("details", sa.JSON, nullable=False),
        sqlite_autoincrement=True,
    )
    _index("ix_tickets_conversation", "tickets", "conversation")


def _desk() -> None:
    _table(
        "agents",
        sa.Column("id", _ID, primary_key=True, autoincrement=True),
        sa.Column("login", sa.String(64), nullable=False, unique=True),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("languages", sa.String(16), nullable=False),
        sa.Column("password", sa.String(255), nullable=False),
        sa.Column("disabled", sa.Boolean, nullable=False),
    )
    _table(
        "sign_in_failures",
        sa.Column("id", _ID, primary_key=True, autoincrement=True),
        sa.Column("key", sa.String(80), nullable=False),
        sa.Column("at", sa.Float, nullable=False),
    )
    _index("sign_in_failures_by_key", "sign_in_failures", "key", "at")
    _table(
        "desk_sessions",
        sa.Column("token_sha256", sa.String(64), primary_key=True),
        sa.Column("agent", _ID, nullable=False),
        sa.Column("began", sa.Float, nullable=False),
        sa.Column("seen", sa.Float, nullable=False),
    )
    _index("desk_sessions_by_agent", "desk_sessions", "agent")
    _table(
        "audit_log",
        sa.Column("id", _ID, primary_key=True, autoincrement=True),
        sa.Column("at", sa.Float, nullable=False),
        sa.Column("agent", _ID),
        sa.Column("action", sa.String(32), nullable=False),
        sa.Column("conversation", _CONVERSATION),
        sa.Column("detail", sa.JSON, nullable=False),
        sqlite_autoincrement=True,
    )


def _table(name: str, *columns: Any, **more: Any) -> None:
    op.create_table(name, *columns, if_not_exists=True, **more)


def _index(name: str, table: str, *columns: str, **more: Any) -> None:
    op.create_index(name, table, columns, if_not_exists=True, **more)
