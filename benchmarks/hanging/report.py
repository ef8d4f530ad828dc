"""The figures as a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from statistics import median

from actions.quotes.limits import Limits
from benchmarks.hanging.phases import Phase
from benchmarks.hanging.trial import Trial

_TIMES = 2.0
# What a quote may take with all its retries, and the way back from its thread (actions/quotes/desk.py).
_BUDGET = Limits().budget + 0.25

_PAGE = """\
# A billing system that hangs

Made by `python -m benchmarks.hanging` on {day}; {machine}. The whole of Prorata: bot,
action server and embedded billing service, one process each, on the cores that the customers use too. Between the last
two stands a server that passes everything on, or takes it and never answers.

{tables}
**{verdict}** Normal and hanging alternate. P95s and ratios are medians of the rounds, each by itself; counts and
longest waits are of all.

- **Normal** is the same customers with a billing system that works. {count} ask for a price in one message, in both
  languages in turn: customers of three accounts, and visitors, each for another number of seats. Four others a second
  ask how things work, or are angry, which the action server answers. Everyone is in a new conversation.
- **Right** is the amount of their own subscription, worked out here from its price and days: to the cent, in the
  object and in the text. **Honest** is that there is no price now, without any amount. All else is wrong, another
  language included.
- The **longest wait** for a price may be its normal and a quote's budget, {budget:g} s. Of {count} at once each waits
  for the messages before theirs, and so do the others who come then: one process of the bot answers all.
- **Afterwards** the billing system works again. Prices are back when the breaker has tried it, at most 30 s after it
  last failed (actions/quotes/breaker.py); then each account's own are asked for again.
"""

_TABLE = """\
| {count} ask for a price {when} | normal | hanging | bar |
|---|--:|--:|--:|
| others: p95 | {normal:.0f} ms | {hanging:.0f} ms: {ratio:.2f} × | {times:g} × |
| others: of {others}, not answered | {normal_unanswered} | {hanging_unanswered} | as normal |
| prices: right, honest, wrong | {normal_verdicts} | {hanging_verdicts} | none wrong |
| prices: longest wait | {normal_longest:.1f} s | {hanging_longest:.1f} s | {longest:.1f} s |
| afterwards: right, honest, wrong | | {after}, from {back:.0f} s on | all right |

Ratio of each round: {ratios}. While it hung they were told: {told}.
"""


def page(day: date, machine: Mapping[str, str], runs: Mapping[str, Sequence[Trial]]) -> str:
    """`runs` by when the crowd came, as the page says it."""
    bad = [f"{problem} ({when})" for when, run in runs.items() for problem in missed(run)]
    return _PAGE.format(
        day=day.isoformat(),
        machine=machine["processor"],
        tables="\n".join(_table(when, run) for when, run in runs.items()),
        verdict=f"Not reached: {'; '.join(bad)}." if bad else "All bars are reached.",
        count=len(next(iter(runs.values()))[0].normal.crowd),
        budget=_BUDGET,
    )


def missed(trials: Sequence[Trial]) -> list[str]:
    """The bars that are not reached, by name."""
    normal, hanging = [t.normal for t in trials], [t.hanging for t in trials]
    bars = {
        "p95 of the others": _ratio(trials) <= _TIMES,
        "others not answered": _unanswered(hanging) <= _unanswered(normal),
        "wrong": not _verdicts([*normal, *hanging])["wrong"],
        "an amount while it hung": not _verdicts(hanging)["right"],
        "longest wait": _longest(hanging) <= _longest(normal) + _BUDGET,
        "afterwards": set(_verdicts([t.after for t in trials])) == {"right"},
    }
    return [name for name, reached in bars.items() if not reached]


def _table(when: str, trials: Sequence[Trial]) -> str:
    normal, hanging = [t.normal for t in trials], [t.hanging for t in trials]
    told = sum((phase.responses() for phase in hanging), Counter[str]())
    return _TABLE.format(
        when=when,
        count=len(normal[0].crowd),
        others=sum(len(phase.others) for phase in normal),
        normal=_p95(normal) * 1000,
        hanging=_p95(hanging) * 1000,
        ratio=_ratio(trials),
        times=_TIMES,
        normal_unanswered=_unanswered(normal),
        hanging_unanswered=_unanswered(hanging),
        normal_verdicts=_written(_verdicts(normal)),
        hanging_verdicts=_written(_verdicts(hanging)),
        normal_longest=_longest(normal),
        hanging_longest=_longest(hanging),
        longest=_longest(normal) + _BUDGET,
        after=_written(_verdicts([t.after for t in trials])),
        back=max(t.back for t in trials),
        ratios=", ".join(f"{t.ratio:.2f}" for t in trials),
        told=", ".join(f"`{name}` {times}" for name, times in told.most_common()),
    )


def _p95(phases: Sequence[Phase]) -> float:
    return median(phase.p95 for phase in phases)


def _ratio(trials: Sequence[Trial]) -> float:
    """Of phases that lie next to each other, for the machine's other work changes by the minute."""
    return median(trial.ratio for trial in trials)


def _unanswered(phases: Sequence[Phase]) -> int:
    return sum(phase.unanswered for phase in phases)


def _longest(phases: Sequence[Phase]) -> float:
    return max(phase.longest for phase in phases)


def _verdicts(phases: Sequence[Phase]) -> Counter[str]:
    return sum((Counter[str](phase.verdicts) for phase in phases), Counter[str]())


def _written(verdicts: Counter[str]) -> str:
    return ", ".join(str(verdicts[name]) for name in ("right", "honest", "wrong"))
