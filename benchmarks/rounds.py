"""Both bots trained, then started, talked to and stopped in turn, several times."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

import aiohttp

from benchmarks.figures import Figures, percentile, windows
from benchmarks.load import Customers, Outcome
from benchmarks.messages import fresh_conversations, long_conversation, single_messages
from benchmarks.plan import LONG_WINDOW, Plan
from benchmarks.process import pinned, resident_megabytes, serving, train, two_cores, understand
from benchmarks.sample import Sample
from benchmarks.subject import Service, Subject

Say = Callable[[str], None]
Talks = tuple[Outcome, Outcome, Outcome, Outcome]


def serve(
    subject: Subject, trained: float, plan: Plan, drawn: Sample, log: Path, say: Say
) -> Figures:
    """One new server process, from its start to its end. `trained` is in seconds."""
    servers_core, customers_core = two_cores()
    texts = single_messages(drawn, plan.single, plan.seed)
    alone = understand(subject, texts, log.with_suffix(".nlu.log"), servers_core)
    service = subject.service()
    with serving(service, log, servers_core, customers_core) as (pid, started):
        say(f"{subject.name}: ready after {started:.1f} s; talking")
        with pinned(customers_core):
            first, single, parallel, long = asyncio.run(_talk(service, plan, drawn))
        memory = resident_megabytes(pid)
    early, late = windows(long.times, LONG_WINDOW)
    talks = (first, single, parallel, long)
    figures = Figures(
        training=trained,
        start_up=started,
        first_answer=1000 * first.times[0],
        memory=memory,
        understood=percentile(alone, 0.5),
        p50=1000 * percentile(single.times, 0.5),
        p95=1000 * percentile(single.times, 0.95),
        throughput=parallel.rate,
        long_first=1000 * early,
        long_last=1000 * late,
        failed=sum(talk.failed for talk in talks),
        empty=sum(talk.empty for talk in talks),
    )
    say(f"{subject.name}: p50 {figures.p50:.1f} ms, {figures.throughput:.1f} messages/s")
    return figures


async def _talk(service: Service, plan: Plan, drawn: Sample) -> Talks:
    async with aiohttp.ClientSession() as session:
        customers = Customers(service, session)
        first = await customers.talk(fresh_conversations(drawn, plan.warm_up, plan.seed))
        single = await customers.talk(fresh_conversations(drawn, plan.single, plan.seed + 1))
        parallel = await customers.talk(
            fresh_conversations(drawn, plan.parallel, plan.seed + 2), plan.concurrency
        )
        long = await customers.talk([long_conversation(drawn, plan.long, plan.seed + 3)])
    return first, single, parallel, long


def measure(
    subjects: Sequence[Subject], plan: Plan, drawn: Sample, logs: Path, say: Say
) -> dict[str, list[Figures]]:
    """Each subject's rounds. The subjects take turns, so that a busy minute of the machine does not
    hit one alone. ProcessError where a process fails."""
    trained = {}
    for subject in subjects:
        say(f"{subject.name}: training")
        trained[subject.name] = train(subject, _log(logs, subject, "training"))
        say(f"{subject.name}: trained in {trained[subject.name]:.1f} s")
    rounds: dict[str, list[Figures]] = {subject.name: [] for subject in subjects}
    for number in range(1, plan.rounds + 1):
        say(f"round {number} of {plan.rounds}")
        for subject in subjects:
            log = _log(logs, subject, str(number))
            served = serve(subject, trained[subject.name], plan, drawn, log, say)
            rounds[subject.name].append(served)
    return rounds


def _log(logs: Path, subject: Subject, of: str) -> Path:
    return logs / f"{subject.name.replace(' ', '-')}-{of}.log"
