"""Messaging platforms: who writes there, signing in, and what was carried how far."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_CONVERSATION = sa.String(128)


def upgrade() -> None:
    op.create_table(
        "peers",
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("conversation", _CONVERSATION, nullable=False, unique=True),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("address", sa.JSON, nullable=False),
        sa.Column("locale", sa.String(8)),
        sa.Column("private", sa.Boolean, nullable=False),
        sa.Column("account", sa.String(64)),
        sa.Column("account_until", sa.Float),
        sa.Column("stopped", sa.Boolean, nullable=False),
    )
    op.create_table(
        "sign_in_links",
        sa.Column("token_sha256", sa.String(64), primary_key=True),
        sa.Column("peer", sa.String(64), nullable=False, index=True),
        sa.Column("until", sa.Float, nullable=False),
        sa.Column("account", sa.String(64)),
        sa.Column("account_until", sa.Float),
        sa.Column("code_mac", sa.String(64)),
        sa.Column("tries", sa.Integer, nullable=False),
    )
    op.create_table(
        "carried",
        sa.Column("side", sa.String(32), primary_key=True),
        sa.Column("conversation", _CONVERSATION, primary_key=True),
        sa.Column("seq", _ID, nullable=False),
        sa.Column("steps", sa.Integer, nullable=False),
    )
    op.create_table(
        "undelivered",
        sa.Column("side", sa.String(32), primary_key=True),
        sa.Column("seq", _ID, primary_key=True, autoincrement=False),
        sa.Column("conversation", _CONVERSATION, nullable=False, index=True),
        sa.Column("reason", sa.String(120), nullable=False),
    )
