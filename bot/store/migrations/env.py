"""What alembic runs for an upgrade. Connection and transaction are those of bot/store/schema.py."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
