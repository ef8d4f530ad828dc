"""Why WhatsApp has not delivered a message: said at once, or told later by a status.

https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status
"""

from __future__ import annotations

from typing import Any

from bot.channels.messaging import graph
from bot.channels.messaging.graph import identifier, nested
from bot.channels.messaging.platform import Failure

# A customer who writes to us and cannot be reached any more has blocked us, or left.
GONE = ((131026, None),)
REFUSED: dict[graph.Code, str] = {(131047, None): "24 hours since their last message are over"}

REPORTED = "biz_opaque_callback_data"
"""What is sent in it comes back with the statuses of that message; 512 characters at most."""


def failure_of(status: Any) -> Failure | None:
    """Of one of `statuses`; None for how far a message has come."""
    if status["status"] != "failed" or REPORTED not in status:
        return None
    code = next((error["code"] for error in nested(status, "errors")), None)
    known = code if isinstance(code, int) else None
    said = REFUSED.get((known, None))
    reason = f"Graph {known}: {said}" if said else f"Graph {known}"
    return Failure(identifier(status[REPORTED]), reason, gone=(known, None) in GONE)
