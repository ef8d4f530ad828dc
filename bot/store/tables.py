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
    # Whose it is, on a messaging platform: they can have had others before.
    sa.Column("peer", sa.String(64), index=True),
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

# Who writes on a messaging platform, and how they are reached (bot/channels/messaging/).
peers = sa.Table(
    "peers",
    metadata,
    # A keyed hash of their platform and their name on it, which stands in `address` alone.
    sa.Column("key", sa.String(64), primary_key=True),
    sa.Column("conversation", _CONVERSATION, nullable=False, unique=True),
    sa.Column("channel", sa.String(32), nullable=False),
    sa.Column("address", sa.JSON, nullable=False),
    sa.Column("locale", sa.String(8)),
    sa.Column("private", sa.Boolean, nullable=False),
    # Signed in until then.
    sa.Column("account", sa.String(64)),
    sa.Column("account_until", sa.Float),
    # They have asked for silence, or blocked us.
    sa.Column("stopped", sa.Boolean, nullable=False),
)

# One-time links by which somebody signs in on a messaging platform, and the code that proves that
# whoever opened the link is whoever was sent it (bot/channels/messaging/signing_in.py).
sign_in_links = sa.Table(
    "sign_in_links",
    metadata,
    sa.Column("token_sha256", sa.String(64), primary_key=True),
    sa.Column("peer", sa.String(64), nullable=False, index=True),
    sa.Column("until", sa.Float, nullable=False),
    # Of the identity that the company's page has vouched for.
    sa.Column("account", sa.String(64)),
    sa.Column("account_until", sa.Float),
    sa.Column("code_mac", sa.String(64)),
    sa.Column("tries", sa.Integer, nullable=False),
)

# How far a conversation's transcript was carried to a far side (bot/outbound/outbox.py); `steps`
# of the next entry are done, too.
carried = sa.Table(
    "carried",
    metadata,
    sa.Column("side", sa.String(32), primary_key=True),
    sa.Column("conversation", _CONVERSATION, primary_key=True),
    sa.Column("seq", _ID, nullable=False),
    sa.Column("steps", sa.Integer, nullable=False),
)

# Entries that a far side will never take, and why.
undelivered = sa.Table(
    "undelivered",
    metadata,
    sa.Column("side", sa.String(32), primary_key=True),
    sa.Column("seq", _ID, primary_key=True, autoincrement=False),
    sa.Column("conversation", _CONVERSATION, nullable=False, index=True),
    sa.Column("reason", sa.String(120), nullable=False),
)

# One row that a probe writes and reads back.
probes = sa.Table(
    "probes",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", sa.Float, nullable=False),
)

# Who answers a conversation (bot/handoff/hold.py); without a row the bot does.
holds = sa.Table(
    "holds",
    metadata,
    sa.Column("conversation", _CONVERSATION, primary_key=True),
    sa.Column("state", sa.String(8), nullable=False, index=True),
    sa.Column("agent", sa.Integer),
    sa.Column("since", sa.Float, nullable=False),
    sa.Column("asked", sa.Float),
    sa.Column("reason", sa.String(64)),
    sa.Column("first", sa.Boolean, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
)

# What agents write for one another.
notes = sa.Table(
    "notes",
    metadata,
    sa.Column("id", _ID, primary_key=True, autoincrement=True),
    sa.Column("conversation", _CONVERSATION, nullable=False, index=True),
    sa.Column("agent", sa.Integer, nullable=False),
    sa.Column("at", sa.Float, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sqlite_autoincrement=True,
)

# What a customer is being asked for a callback or a message (bot/handoff/form/callback.py).
drafts = sa.Table(
    "drafts",
    metadata,
    sa.Column("conversation", _CONVERSATION, primary_key=True),
    sa.Column("draft", sa.JSON, nullable=False),
)

# Callbacks and messages that somebody has promised to answer.
tickets = sa.Table(
    "tickets",
    metadata,
    sa.Column("id", _ID, primary_key=True, autoincrement=True),
    sa.Column("conversation", _CONVERSATION, nullable=False, index=True),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("state", sa.String(8), nullable=False),
    sa.Column("at", sa.Float, nullable=False),
    sa.Column("details", sa.JSON, nullable=False),
    sqlite_autoincrement=True,
)

agents = sa.Table(
    "agents",
    metadata,
    sa.Column("id", _ID, primary_key=True, autoincrement=True),
    sa.Column("login", sa.String(64), nullable=False, unique=True),
    sa.Column("name", sa.String(100), nullable=False),
    sa.Column("role", sa.String(16), nullable=False),
    # Codes of languages with a comma between: « en,fr ».
    sa.Column("languages", sa.String(16), nullable=False),
    sa.Column("password", sa.String(255), nullable=False),
    sa.Column("disabled", sa.Boolean, nullable=False),
)

sign_in_failures = sa.Table(
    "sign_in_failures",
    metadata,
    sa.Column("id", _ID, primary_key=True, autoincrement=True),
    # A digest of the login that was typed (it may be a password, typed in the wrong place), or
    # the network that it came from.
    sa.Column("key", sa.String(80), nullable=False),
    sa.Column("at", sa.Float, nullable=False),
    sa.Index("sign_in_failures_by_key", "key", "at"),
)

desk_sessions = sa.Table(
    "desk_sessions",
    metadata,
    # The token itself is the browser's alone: who reads the database cannot sign in with it.
    sa.Column("token_sha256", sa.String(64), primary_key=True),
    sa.Column("agent", _ID, nullable=False),
    sa.Column("began", sa.Float, nullable=False),
    sa.Column("seen", sa.Float, nullable=False),
    sa.Index("desk_sessions_by_agent", "agent"),
)

audit_log = sa.Table(
    "audit_log",
    metadata,
    sa.Column("id", _ID, primary_key=True, autoincrement=True),
    sa.Column("at", sa.Float, nullable=False),
    # None where no agent did it: the command line, or a sign-in that failed.
    sa.Column("agent", _ID),
    sa.Column("action", sa.String(32), nullable=False),
    sa.Column("conversation", _CONVERSATION),
    sa.Column("detail", sa.JSON, nullable=False),
    sqlite_autoincrement=True,
)

# Our conversations at Chatwoot (bot/handoff/chatwoot/); numbers are Chatwoot's.
chatwoot_conversations = sa.Table(
    "chatwoot_conversations",
    metadata,
    sa.Column("conversation", _CONVERSATION, primary_key=True),
    sa.Column("contact", _ID),
    sa.Column("number", _ID, unique=True),
    sa.Column("seen", _ID, nullable=False),
    sa.Column("status", sa.String(16)),
    sa.Column("assignee", _ID),
    sa.Column("trying", sa.String(64)),
)

chatwoot_agents = sa.Table(
    "chatwoot_agents",
    metadata,
    sa.Column("number", _ID, primary_key=True, autoincrement=False),
    sa.Column("name", sa.String(100), nullable=False),
)
