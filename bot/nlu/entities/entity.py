"""What the extractor hands back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Entity:
    """`start` and `end` are half-open character offsets in the text as the customer typed it.

    | entity            | value                                  | role                           |
    |-------------------|----------------------------------------|--------------------------------|
    | `seats`           | `int`                                  | `add`, `target`, `current`     |
    | `seats`           | `{"min": int or None, "max": …}`       | `vague`                        |
    | `seats`           | `{"plus": int}`, `{"times": "0.5"}`    | `change` of the last number    |
    | `seats`           | the number as `str`: "0", "-3", "2.5"  | `invalid`                      |
    | `product`         | the catalogue's name                   |                                |
    | `product`         | the words as typed                     | `unknown`: not in the catalogue |
    | `date`            | "YYYY-MM-DD"                           |                                |
    | `date`            | "YYYY-MM"                              | `partial`: a month without day |
    | `date`            | the words as typed                     | `invalid`: no such day         |
    | `currency`        | ISO 4217: "CAD", "USD", "EUR", "GBP"   |                                |
    | `currency`        | another code, or the words as typed    | `unsupported`                  |
    | `currency`        | the words as typed                     | `dollars`: Canadian or American |
    | `term`            | "month", "year", "years" (2 or more)   |                                |
    | `subscription_id` | "sub_…" as typed, or 11 to 12 digits   |                                |
    """

    entity: str
    value: object
    start: int
    end: int
    role: str | None = None
