"""The figures as tables: a line of each measure, and whether its bar is reached."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from benchmarks.bars import ROWS, SERVING, Row
from benchmarks.figures import Figures, medians
from benchmarks.plan import Plan

Rounds = Sequence[Figures]


def comparison(stock: Rounds, ours: Rounds) -> str:
    """Markdown: the medians of both, their ratio, the bar."""
    ruled = [["", "stock Rasa", "Prorata", "ratio", "to reach", ""]]
    ruled += [_compared(row, medians(stock), medians(ours)) for row in ROWS]
    return _table(ruled)


def every_round(rounds: Mapping[str, Rounds]) -> str:
    """Markdown: what the medians are of, so that a reader sees how much the machine wavers."""
    heads = [f"{name}, {n + 1}" for name, of in rounds.items() for n in range(len(of))]
    lines = [[row.label, *(row.shown(f) for of in rounds.values() for f in of)] for row in SERVING]
    return _table([["", *heads], *lines])


def missed(stock: Rounds, ours: Rounds) -> list[str]:
    """The labels of the bars that are not reached."""
    middle = medians(stock), medians(ours)
    return [row.label for row in ROWS if row.limit is not None and not row.is_reached(*middle)]


def document(
    rounds: Mapping[str, Rounds],
    plan: Plan,
    at: datetime,
    facts: Mapping[str, str],
    counts: Mapping[str, int],
) -> str:
    """docs/performance.md. `rounds` has stock Rasa first; `counts` says how large the sample is."""
    stock, ours = rounds.values()
    left = missed(stock, ours)
    return _DOCUMENT.format(
        date=f"{at:%Y-%m-%d %H:%M} UTC",
        facts="\n".join(f"- {name}: {fact}" for name, fact in facts.items()),
        comparison=comparison(stock, ours),
        verdict=f"**Not reached:** {'; '.join(left)}." if left else "Every bar is reached.",
        every_round=every_round(rounds),
        plan=plan,
        **counts,
    )


def _compared(row: Row, stock: Figures, ours: Figures) -> list[str]:
    verdict = ""
    if row.limit is not None:
        verdict = "reached" if row.is_reached(stock, ours) else "**not reached**"
    ratio = f"{row.compared(stock, ours):.2f}"
    return [row.label, row.shown(stock), row.shown(ours), ratio, row.bar, verdict]


def _table(lines: Sequence[Sequence[str]]) -> str:
    """The first line is the head; the first column is text, the others are numbers."""
    head, *rest = lines
    rule = ["---", *["--:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rest))


_DOCUMENT = """\
# Performance

Written by `make bench` on {date}. Do not edit: run it again.

{comparison}

{verdict} Medians of {plan.rounds} round(s), a {plan.name} run. `ratio` is Prorata ÷ stock Rasa, \
or as the line says.

## The machine
{facts}

## What is compared
- **stock Rasa** is what `rasa init` gives in the installed version: its empty `config.yml`, which \
Rasa fills with WhitespaceTokenizer, RegexFeaturizer, LexicalSyntacticFeaturizer, two \
CountVectorsFeaturizers, DIET, ResponseSelector, FallbackClassifier, Memoization, RulePolicy, \
UnexpecTED and TED (100 epochs each), served by `rasa run` with the REST channel and conversations \
in memory, as shipped. It cannot run our actions, form and catalogues: it says our English \
responses, one an intent, from rules, and has {questions} short stories of the same conversations \
for TED to learn from.
- **Prorata** is this repository, whole: two languages, all rules, the quote's form, entities, \
catalogues; served by `python -m bot serve` with the terminal channel and every conversation in \
SQLite on disk. Its defaults have more to do than stock's.
- Both learn the same {examples} examples: at most {plan.examples} for each of {intents} intents in \
each of 2 languages, drawn from `data/nlu` with a fixed seed. On all {available} examples stock \
takes too long to train.

## How it is measured
- Each bot is trained once: the time of the whole command, on all cores. Then the two are served in \
turn, {plan.rounds} round(s) of a new process each, on a core of its own, with the customers on \
another; start-up ends when the server answers `GET /` (stock) or `GET /ready` (Prorata).
- Before that, in a process of its own on the same core, each bot's NLU alone reads {plan.single} \
messages of the sample, one at a time: stock through `Agent.parse_message`, Prorata through what \
`python -m bot parse` calls.
- After {plan.warm_up} messages to warm up: one customer sends {plan.single} messages, a new \
conversation every 4 (a greeting, two questions, thanks; English and French in turn); then \
{plan.concurrency} customers at a time send {plan.parallel} such messages; then one conversation \
of {plan.long} questions, the same 25 over and over, of which the means of the first and the last \
25 messages are shown. The texts are \
of the sample, so that a response answers nearly all; where Prorata is not sure, its action server, \
on the customers' core, words the offer of meanings.
- Failed: no answer within 30 s, a status that is not 200, or an apology for trouble. Empty: an \
answer without a text. Both count messages of all rounds.

## Every round
{every_round}
"""
