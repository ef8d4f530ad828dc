"""Chatwoot: what it calls our conversations, and its agents' names."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "chatwoot_conversations",
        sa.Column("conversation", sa.String(128), primary_key=True),
        sa.Column("contact", _ID),
        sa.Column("number", _ID, unique=True),
        sa.Column("seen", _ID, nullable=False),
        sa.Column("status", sa.String(16)),
        sa.Column("assignee", _ID),
        sa.Column("trying", sa.String(64)),
    )
    op.create_table(
        "chatwoot_agents",
        sa.Column("number", _ID, primary_key=True, autoincrement=False),
        sa.Column("name", sa.String(100), nullable=False),
    )
