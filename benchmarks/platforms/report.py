"""The figures as a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from benchmarks.figures import percentile
from benchmarks.platforms.crowd import Outcome
from benchmarks.platforms.fuzz import Fuzz
from benchmarks.platforms.kills import Kills

# Seconds in which a platform wants its call acknowledged (Slack: three), and the share of growth.
_ACKNOWLEDGED = 1.0
_GROWTH = 0.05

_PAGE = """\
# The messaging platforms under load, sudden ends and odd calls

Made by `python -m benchmarks.platforms` on {day}; {machine}. The whole of Prorata: bot,
action server and embedded billing service, one process each, and all six platforms (`tests/fakes/`), which share the
machine with it. Load average before: {load:.1f}.

| nobody is killed | {a_second:g} messages a second | all at once |
|---|--:|--:|
| messages of people | {even_sent:,} of {even_people} | {burst_sent:,} of {burst_people} |
| not heard once, answered otherwise than once or out of order | {even_bad} | {burst_bad} |
| from call to acknowledgement: p50, p95 (bar: p95 < 1 s) | {even_ack} | {burst_ack} |
| from call to answer: p50, p95 | {even_answer} | {burst_answer} |
| messages a second, until the last is answered | | {rate:.0f} |

| the bot is killed and started again | measured | bar |
|---|--:|--:|
| kills, of which while it was starting | {kills}, {starting} | |
| messages of people; calls made again, and after an acknowledgement | {sent:,} of {people}; {again:,}, {copies} | |
| not heard once, heard out of order | {unheard}, {disordered} | 0, 0 |
| without an answer, with a wrong one or out of order | {lost}, {wrong} | 0, 0 |
| answers that the platform took twice; not in the last second before a kill | {doubled}; {unexplained} | ; 0 |
| longest time between such an answer and the kill | {longest} | 1 s |
| breaches of the platforms' rules | {broken} | 0 |

| signed calls that make little sense | measured | bar |
|---|--:|--:|
| calls to each platform, after so many to warm up | {calls:,}, {warmed:,} | |
| answered 5xx, or not at all | {failed} | 0 |
| stack traces in the logs | {tracebacks} | 0 |
| messages that were made of them | {stored:,} | |
| resident memory of the bot, before and after | {before:.0f} MB, {after:.0f} MB: {growth:+.1%} | ≤ 5 % |

**{verdict}**

- **People** write in both languages, in turn, on all platforms: 17 questions in an order of their own, each with an
  answer of its own, five of them prices. What each sees is compared with what one person saw who asked one question
  after the other and waited. While the bot is killed they write up to five messages in a row, half of them while it is
  down.
- **Calls** of one person are made in their order, and again after 0.3 to 1 second until the answer is 200; real
  platforms take longer over it (Slack three times within some 5 minutes, Meta for hours, Telegram until it gives up).
  Twilio does so only where the webhook's address says it (`#rc=…`, [Twilio](channels/twilio.md)), and five times at
  most: here it does, for as long as it takes. One acknowledged call in 20 is made again.
- **All at once** the bot has no time left over, as one process hears and answers. Calls are heard between answers
  (`bot/channels/pace.py`): a call waits for the calls of the others, and the answers wait longer instead. The more
  people, the longer; Slack waits three seconds for a call.
- **Kills** (SIGKILL) come 0.1 to 2.5 s after the bot is ready, every sixth while it starts. The platforms take 50 ms to
  say that they took an answer. What was under way then is sent again: none of them knows a key for it
  ([decision](adr/0009-the-transcript-is-the-outbox.md)).
- **Odd calls** are those that the platforms document (`tests/contract/`), most of them of other people, with up to four
  values changed, moved or missing, or bytes that are cut or wrong. All are signed, so that nothing keeps them out. 503
  would be right only while the store is down, which it is not.
"""


@dataclass(frozen=True)
class Measured:
    people: int
    a_second: float
    load: float
    even: Outcome
    at_once: Outcome
    kills: Kills
    fuzz: Fuzz


def page(day: date, machine: Mapping[str, str], measured: Measured) -> str:
    even, burst, killed, fuzz = measured.even, measured.at_once, measured.kills, measured.fuzz
    bad, outcome = missed(measured), killed.outcome
    calls = sum(outcome.statuses.values())
    return _PAGE.format(
        day=day.isoformat(),
        machine=machine["processor"],
        load=measured.load,
        a_second=measured.a_second,
        even_sent=even.sent,
        even_people=measured.people,
        burst_sent=burst.sent,
        burst_people=measured.people,
        even_bad=_bad(even),
        burst_bad=_bad(burst),
        even_ack=_times(even.acknowledged),
        burst_ack=_times(burst.acknowledged),
        even_answer=_times(even.answered),
        burst_answer=_times(burst.answered),
        rate=burst.sent / burst.seconds,
        kills=killed.kills,
        starting=killed.starting,
        sent=outcome.sent,
        people=measured.people,
        again=calls - outcome.sent - outcome.copies,
        copies=outcome.copies,
        unheard=outcome.unheard,
        disordered=outcome.disordered,
        lost=outcome.lost,
        wrong=outcome.wrong,
        doubled=len(outcome.doubled),
        unexplained=killed.unexplained,
        longest=f"{max(killed.before):.2f} s" if killed.before else "",
        broken=outcome.broken,
        calls=fuzz.calls,
        warmed=fuzz.warmed,
        failed=fuzz.failed,
        tracebacks=fuzz.tracebacks,
        stored=fuzz.stored,
        before=fuzz.before,
        after=fuzz.after,
        growth=fuzz.growth,
        verdict=f"Not reached: {'; '.join(bad)}." if bad else "All bars are reached.",
    )


def missed(measured: Measured) -> list[str]:
    """The bars that are not reached, by name."""
    killed, fuzz = measured.kills, measured.fuzz
    outcome = killed.outcome
    bars = {
        "answers without kills": not _bad(measured.even) and not _bad(measured.at_once),
        "acknowledgements": _p95(measured.even.acknowledged) < _ACKNOWLEDGED,
        "acknowledgements when all write at once": (
            _p95(measured.at_once.acknowledged) < _ACKNOWLEDGED
        ),
        "messages not heard once": not outcome.unheard and not outcome.disordered,
        "messages not answered once": not outcome.lost and not outcome.wrong,
        "answers that came twice without a kill": not killed.unexplained,
        "the platforms' rules": not outcome.broken,
        "5xx": not fuzz.failed,
        "stack traces": not fuzz.tracebacks,
        "memory": fuzz.growth <= _GROWTH,
        "everything answered in time": outcome.is_quiet and fuzz.is_quiet,
    }
    return [name for name, reached in bars.items() if not reached]


def _bad(outcome: Outcome) -> int:
    return sum(
        (
            outcome.unheard,
            outcome.disordered,
            outcome.lost,
            outcome.wrong,
            len(outcome.doubled),
        )
    )


def _p95(times: Sequence[float]) -> float:
    return percentile(times, 0.95)


def _times(times: Sequence[float]) -> str:
    return f"{percentile(times, 0.5) * 1000:.0f} ms, {_p95(times) * 1000:.0f} ms"
