"""Every way the service says no: the contract's error codes and the one exception that has them."""

from __future__ import annotations

from enum import Enum


class Code(Enum):
    """An error code of `openapi.yaml`, with the HTTP status and the title it goes out with."""

    INVALID_REQUEST = "invalid-request"
    INVALID_QUANTITY = "invalid-quantity"
    EFFECTIVE_OUT_OF_TERM = "effective-out-of-term"
    UNAUTHENTICATED = "unauthenticated"
    SUBSCRIPTION_NOT_FOUND = "subscription-not-found"
    SUBSCRIPTION_NOT_ACTIVE = "subscription-not-active"
    SUBSCRIPTION_EXPIRED = "subscription-expired"
    SUBSCRIPTION_IN_TRIAL = "subscription-in-trial"
    NOT_SELF_SERVICE = "not-self-service"
    NOTHING_TO_PRORATE = "nothing-to-prorate"
    CURRENCY_MISMATCH = "currency-mismatch"
    PRODUCT_NOT_FOUND = "product-not-found"
    QUOTE_NOT_FOUND = "quote-not-found"
    QUOTE_EXPIRED = "quote-expired"
    IDEMPOTENCY_KEY_REUSED = "idempotency-key-reused"
    RATE_LIMITED = "rate-limited"
    UPSTREAM_UNAVAILABLE = "upstream-unavailable"

    @property
    def status(self) -> int:
        return _STATUS_AND_TITLE[self][0]

    @property
    def title(self) -> str:
        return _STATUS_AND_TITLE[self][1]


_STATUS_AND_TITLE = {
    Code.INVALID_REQUEST: (400, "The request is malformed"),
    Code.INVALID_QUANTITY: (422, "The number of seats is not acceptable"),
    Code.EFFECTIVE_OUT_OF_TERM: (422, "The date lies outside the term"),
    Code.UNAUTHENTICATED: (401, "The service key is missing or wrong"),
    Code.SUBSCRIPTION_NOT_FOUND: (404, "No such subscription"),
    Code.SUBSCRIPTION_NOT_ACTIVE: (409, "The subscription is not active"),
    Code.SUBSCRIPTION_EXPIRED: (409, "The subscription has expired"),
    Code.SUBSCRIPTION_IN_TRIAL: (409, "The subscription is in its trial"),
    Code.NOT_SELF_SERVICE: (409, "Seats cannot be added online"),
    Code.NOTHING_TO_PRORATE: (409, "No time is left before the renewal"),
    Code.CURRENCY_MISMATCH: (409, "There is no price in this currency"),
    Code.PRODUCT_NOT_FOUND: (404, "No such product"),
    Code.QUOTE_NOT_FOUND: (404, "No such quote"),
    Code.QUOTE_EXPIRED: (410, "The quote has expired"),
    Code.IDEMPOTENCY_KEY_REUSED: (422, "The key belongs to another request"),
    Code.RATE_LIMITED: (429, "Too many requests"),
    Code.UPSTREAM_UNAVAILABLE: (503, "The service cannot answer right now"),
}


class BillingError(Exception):
    """A refusal that the caller can act on.

    `detail` is for developers and logs, never for customers: their words are chosen from
    `code`. `param` names the field, header or parameter at fault. `status` differs from the
    code's own only where HTTP asks for another one (an unknown promotion is a 422).
    """

    def __init__(
        self, code: Code, detail: str, *, param: str | None = None, status: int | None = None
    ) -> None:
        super().__init__(f"{code.value}: {detail}")
        self.code = code
        self.detail = detail
        self.param = param
        self.status = code.status if status is None else status


def invalid(param: str, detail: str, *, status: int | None = None) -> BillingError:
    """The refusal of a malformed field: `invalid-request`, 400 unless told otherwise."""
    return BillingError(Code.INVALID_REQUEST, detail, param=param, status=status)
