"""A few dozen people on all platforms, half of them in each language, and what became of their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.platforms.everywhere import Everywhere
from benchmarks.platforms.people import Person, Sent
from benchmarks.platforms.questions import LANGUAGES, QUESTIONS, Question
from benchmarks.platforms.verdict import Verdict, judged, shown

# Seconds; after a kill much has piled up.
_QUIET_WITHIN = 120.0

Answers = Mapping[tuple[str, str], Mapping[str, tuple[str, ...]]]
"""By platform and language what is shown for each text, in as many messages as it takes."""


@dataclass(frozen=True)
class Outcome:
    """Counts of messages, and seconds of each from the platform's first call: `acknowledged` to our
    answer to the call, `answered` to what the person sees. `doubled` are the times of first copies.
    """

    sent: int
    unheard: int
    disordered: int
    lost: int
    wrong: int
    doubled: Sequence[float]
    broken: int
    acknowledged: Sequence[float]
    answered: Sequence[float]
    seconds: float
    statuses: Mapping[int | None, int]
    copies: int
    is_quiet: bool


class Crowd:
    def __init__(
        self, everywhere: Everywhere, name: str, size: int, answers: Answers, seed: int
    ) -> None:
        self._everywhere, self._answers = everywhere, answers
        self.people: list[Person] = []
        fakes = list(everywhere.fakes.values())
        for number in range(size):
            fake = fakes[number % len(fakes)]
            language = LANGUAGES[number // len(fakes) % len(LANGUAGES)]
            texts = list(answers[fake.name, language])
            self.people.append(
                Person(fake, f"{name}-{number}", language, texts, seed * 1000 + number)
            )

    def outcome(self) -> Outcome:
        """When everything that was said is acknowledged, answered and shown."""
        for person in self.people:
            person.finish()
        is_quiet = self._everywhere.book.await_quiet(_QUIET_WITHIN)
        verdicts = [self._verdict(person) for person in self.people]
        sent = [one for person in self.people for one in person.sent]
        heard = [self._heard(person) for person in self.people]
        answered = [time for person in self.people for time in self._answered(person)]
        begun = min(one.begun for one in sent)
        return Outcome(
            sent=len(sent),
            unheard=sum(missing for missing, _ in heard),
            disordered=sum(disordered for _, disordered in heard),
            lost=sum(verdict.lost for verdict in verdicts),
            wrong=sum(verdict.wrong for verdict in verdicts),
            doubled=[at for verdict in verdicts for at in verdict.doubled],
            broken=sum(len(fake.violations) for fake in self._everywhere.fakes.values()),
            acknowledged=[one.acknowledged for one in sent if one.acknowledged is not None],
            answered=[seconds for seconds, _ in answered],
            seconds=max((at for _, at in answered), default=begun) - begun,
            statuses=sum((person.statuses for person in self.people), Counter[int | None]()),
            copies=sum(person.copies for person in self.people),
            is_quiet=is_quiet,
        )

    def _expected(self, person: Person, sent: Sent) -> tuple[str, ...]:
        return self._answers[person.fake.name, person.language][sent.text]

    def _verdict(self, person: Person) -> Verdict:
        expected = [text for sent in person.sent for text in self._expected(person, sent)]
        seen = [shown(said) for said in person.fake.seen_by(person.name)]
        return judged(expected, seen, person.fake.noted[person.name])

    def _heard(self, person: Person) -> tuple[int, int]:
        """How many of their messages are not stored once, and how many not in their place."""
        conversation = self._everywhere.conversation(person.fake, person.name)
        stored = self._everywhere.book.heard(conversation) if conversation else []
        said = [sent.text for sent in person.sent]
        off = Counter(said)
        off.subtract(stored)
        disordered = sum(a != b for a, b in zip(stored, said, strict=False))
        return sum(abs(count) for count in off.values()), disordered

    def _answered(self, person: Person) -> list[tuple[float, float]]:
        """Seconds until the first message of each answer, and when that came."""
        place, found, noted = 0, [], person.fake.noted[person.name]
        for sent in person.sent:
            if place < len(noted):
                found.append((noted[place] - sent.begun, noted[place]))
            place += len(self._expected(person, sent))
        return found


def learned(everywhere: Everywhere, questions: Sequence[Question] = QUESTIONS) -> Answers:
    """One person on each platform in each language asks them all, and waits for each answer.
    ValueError where one is not the answer to its question.
    """
    answers: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}
    who = "somebody"
    for fake in everywhere.fakes.values():
        for language in LANGUAGES:
            answers[fake.name, language] = {}
    for question in questions:
        before = {key: len(everywhere.fakes[key[0]].seen_by(f"{who}-{key[1]}")) for key in answers}
        for name, language in answers:
            everywhere.fakes[name].write(f"{who}-{language}", question.said(language))
        everywhere.book.await_quiet(_QUIET_WITHIN)
        for key, known in answers.items():
            seen = everywhere.fakes[key[0]].seen_by(f"{who}-{key[1]}")[before[key] :]
            known[question.said(key[1])] = tuple(shown(said) for said in seen)
    for name, language in answers:
        conversation = everywhere.conversation(everywhere.fakes[name], f"{who}-{language}")
        responses = everywhere.book.responses(conversation or "")
        if responses != [question.response for question in questions]:
            raise ValueError(f"{name}, {language}: {responses}")
    return answers
