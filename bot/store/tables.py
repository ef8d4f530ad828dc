"""The tables beside Rasa's events. Times are seconds since 1970, UTC, as in Rasa's own table."""

from __future__ import annotations

import sqlalchemy as sa

metadata = sa.MetaData()

# SQLite counts by itself only in a column of its own integer type.
_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_CONVERSATION = sa.String(128)

conversations = sa.Table(
    "conversations",
    metadata,
    sa.Column("id", _CONVERSATION, primary_key=True),
    sa.Column("channel", sa.String(32), nullable=False),
    # The account that was signed in: from then on the conversation is that account's.
    sa.Column("account", sa.String(64)),
    sa.Column("began", sa.Float, nullable=False),
    sa.Column("ended", sa.Float),
    # The last entry sent to a widget that cannot tell what it has shown.
    sa.Column("delivered", _ID, nullable=False, server_default="0"),
)

transcript = sa.Table(
    "transcript",
    metadata,
    sa.Column("seq", _ID, primary_key=True, autoincrement=True),
    sa.Column("conversation", _CONVERSATION, nullable=False),
    sa.Column("at", sa.Float, nullable=False),
    sa.Column("author", sa.String(16), nullable=False),
    sa.Column("language", sa.String(2)),
    # The sender's own id of the message: what comes again with the same id is the same message.
    sa.Column("message_id", sa.String(128)),
    # What is shown; `told` is what only the bot is told with it (identity, a button's payload).
    sa.Column("body", sa.JSON, nullable=False),
    sa.Column("told", sa.JSON, nullable=False),
    sa.Column("answered", sa.Boolean, nullable=False),
    sa.UniqueConstraint("conversation", "message_id"),
    sa.Index("transcript_by_conversation", "conversation", "seq"),
    sa.Index(
        "transcript_unanswered",
        "seq",
        sqlite_where=sa.text("answered = 0"),
        postgresql_where=sa.text("NOT answered"),
    ),
    sqlite_autoincrement=True,
)

feedback = sa.Table(
    "feedback",
    metadata,
    sa.Column("conversation", _CONVERSATION, primary_key=True),
    sa.Column("seq", _ID, primary_key=True),
    sa.Column("helpful", sa.Boolean, nullable=False),
    sa.Column("at", sa.Float, nullable=False),
)

ratings = sa.Table(
    "ratings",
    metadata,
    sa.Column("conversation", _CONVERSATION, primary_key=True),
    sa.Column("stars", sa.Integer, nullable=False),
    sa.Column("comment", sa.Text),
    sa.Column("at", sa.Float, nullable=False),
)

# One row that a probe writes and reads back.
probes = sa.Table(
    "probes",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", sa.Float, nullable=False),
)
