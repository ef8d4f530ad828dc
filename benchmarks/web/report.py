"""The figures as a page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from benchmarks.web.crowd import Crowd
from benchmarks.web.kills import Kills

_PAGE = """\
# The web channel under load

Made by `python -m benchmarks.web` on {day}; {machine}. One bot process; the customers share the machine with it.

| {idle:,} idle widgets, 20 messages a second | measured | bar |
|---|---|---|
| messages sent, lost, doubled | {sent:,}, {lost}, {doubled} | 0 lost, 0 doubled |
| p95 without the crowd (4 messages a second) | {unloaded:.0f} ms | |
| p95 with it (p50) | {loaded:.0f} ms ({median:.0f} ms): {ratio:.2f} × | 2 × |
| memory a connection | {kilobytes:.0f} kB | 60 kB |

| killed and started again {rounds} times while customers talk | measured | bar |
|---|---|---|
| messages sent, lost, doubled, out of order | {kill_sent:,}, {kill_lost}, {kill_doubled}, {disordered} | 0, 0, 0 |

Times are from sending a message to showing its answer, over the socket. A lost message is one without its answer in
the widget; a doubled one is shown, or answered, more than once.
"""


def page(day: date, machine: Mapping[str, str], crowd: Crowd, killed: Kills) -> str:
    return _PAGE.format(
        day=day.isoformat(),
        machine=machine["processor"],
        idle=crowd.idle,
        sent=crowd.sent,
        lost=crowd.lost,
        doubled=crowd.doubled,
        unloaded=crowd.unloaded_p95 * 1000,
        loaded=crowd.loaded_p95 * 1000,
        median=crowd.loaded_p50 * 1000,
        ratio=crowd.loaded_p95 / crowd.unloaded_p95,
        kilobytes=crowd.kilobytes,
        rounds=killed.rounds,
        kill_sent=killed.sent,
        kill_lost=killed.lost,
        kill_doubled=killed.doubled,
        disordered=killed.out_of_order,
    )
