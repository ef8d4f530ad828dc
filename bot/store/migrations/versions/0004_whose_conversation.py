"""Whose conversation it is, on a messaging platform: they can have had others before."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_CONVERSATIONS = sa.table("conversations", sa.column("id"), sa.column("peer"))
_PEERS = sa.table("peers", sa.column("key"), sa.column("conversation"))


def upgrade() -> None:
    op.add_column("conversations", sa.Column("peer", sa.String(64)))
    op.create_index("ix_conversations_peer", "conversations", ["peer"])
    theirs = sa.select(_PEERS.c.key).where(_PEERS.c.conversation == _CONVERSATIONS.c.id)
    op.execute(_CONVERSATIONS.update().values(peer=theirs.scalar_subquery()))
