"""A time of day in a customer's words: minutes after midnight, by the customer's clock."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.handoff.form.windows import PARTS, Span

DAY: Span = (8 * 60, 18 * 60)
_NOON = 12 * 60
_NEVER: Span = (0, 0)
Edge = Literal["start", "end"] | None

_PART_WORDS = {
    part: re.compile(rf"(?<!\w)(?:{words})(?!\w)")
    for part, words in {
        "morning": r"matin(?:ee)?s?|mornings?",
        "noon": r"midi|noon|lunch(?:\s?time)?",
        "late": r"end\s+of\s+(?:the\s+)?day|late\s+afternoon|fin\s+de\s+(?:la\s+)?journee|fin\s+d'afternoon",
        "afternoon": r"(?<!late )(?<!fin d')afternoons?",
        "evening": r"soir(?:ee)?s?|evenings?|tonight",
    }.items()
}
_START = r"(?<![\w/.,:-])"


def _clock(n: int) -> str:
    """A time of day; its groups are numbered, as a range has two."""
    minutes = r"[0-5]\d)(?!\d)"
    return (
        rf"(?:(?P<noon{n}>noon|midi)(?!\w)|(?P<hour{n}>\d\d?)(?![\d/])(?P<unit{n}>"
        rf"\s?h(?:eures?|rs?)?(?![a-z])(?:\s?(?P<past{n}>{minutes})?|[:.](?P<to{n}>{minutes}|\s?o'?clock)?"
        rf"(?P<half{n}>\s?[ap]\.?m(?!\w))?)"
    )


_RANGE = re.compile(
    rf"{_START}(?:(?P<cue>between|entre|from|de|des)\s+|(?<!le )(?<!the )){_clock(1)}\.?"
    rf"\s*(?P<joint>and|et|to|till|until|a|-|jusqu'a)\s*{_clock(2)}"
)
_AFTER = re.compile(
    rf"{_START}(?:after|from|not\s+before|pas\s+avant|apres|a\s+partir\s+de|des)\s+{_clock(1)}"
)
_BEFORE = re.compile(
    rf"{_START}(?:before|until|till|by|(?:no|not)\s+later\s+than|(?:au|pas)\s+plus\s+tard\s+(?:a|que)"
    rf"|avant|jusqu'a)\s+{_clock(2)}"
)
_AT = re.compile(rf"{_START}(?:(?P<cue>at|around|about|vers)\s+|a\s+)?{_clock(1)}")


@dataclass(frozen=True)
class Times:
    """`span` is None where no time is named, and (0, 0) for one that does not exist; `rest` is the
    text without what was read. `open_edge` is the edge that was not said: "after 3" has no end.
    """

    span: Span | None
    rest: str
    open_edge: Edge = None


def read_times(text: str) -> Times:
    """Of folded text (bot/handoff/form/window_words.py)."""
    parts = [span for part, span in PARTS.items() if _PART_WORDS[part].search(text)]
    part = (min(start for start, _ in parts), max(end for _, end in parts)) if parts else None
    ranged = next(filter(_is_range, _RANGE.finditer(text)), None)
    if ranged:
        return Times(_range(ranged, part), _without(text, ranged))
    after = _AFTER.search(text)
    rest = _without(text, after)
    before = _BEFORE.search(rest)
    at = None if after or before else next(filter(_is_time, _AT.finditer(text)), None)
    span = part
    if after or before:
        span = _open_range(after, before, part)
    elif at:
        start = _minutes(at, 1, part)
        span = _NEVER if start is None else (start, min(start + 60, 24 * 60))
    rest = _without(_without(rest, before), at)
    open_edge: Edge = None if part or (after and before) else "end" if after else "start"
    return Times(span, rest, open_edge if after or before else None)


def _open_range(
    after: re.Match[str] | None, before: re.Match[str] | None, part: Span | None
) -> Span:
    """From or to the edge of the part of the day that is named, else of the day."""
    low, high = part if part and part != PARTS["noon"] else DAY
    start = _minutes(after, 1, part) if after else low
    end = _minutes(before, 2, part) if before else high
    if start is None or end is None:
        return _NEVER
    if start >= end and not before:
        end = min(start + 120, 24 * 60)
    if start >= end and not after:
        start = max(end - 60, 0)
    return start, end


def _range(match: re.Match[str], part: Span | None) -> Span:
    """ "2 to 4 pm" is in one half of the day, "11 to 1 pm" is not, "9 to 5" ends in the afternoon."""
    end = _minutes(match, 2, part)
    start = _minutes(match, 1, part)
    if end is None or start is None:
        return _NEVER
    if match["half2"] and match["hour1"] and not match["half1"]:
        start = _minutes(match, 1, part, match["half2"]) or 0
        start -= _NOON if start >= end else 0
    if end <= start:
        end += _NOON
    return (start, end) if 0 <= start < end <= 24 * 60 else _NEVER


def _minutes(match: re.Match[str], n: int, part: Span | None, half: str = "") -> int | None:
    """After midnight; None for 25:00."""
    if match[f"noon{n}"]:
        return _NOON
    hour, minutes = int(match[f"hour{n}"]), int(match[f"past{n}"] or match[f"to{n}"] or 0)
    half = (match[f"half{n}"] or half).strip()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    elif hour < 12 and not match[f"hour{n}"].startswith("0") and _is_afternoon(hour, part):
        hour += 12
    return hour * 60 + minutes if hour < 24 else None


def _is_afternoon(hour: int, part: Span | None) -> bool:
    if part is None or part == PARTS["noon"] or part[0] < _NOON < part[1]:
        return 1 <= hour <= 6
    return part[0] >= _NOON


def _is_range(match: re.Match[str]) -> bool:
    """Not « le 3 à 15 h », a day and a time; "3-4" alone may be."""
    first = match["cue"] or match["unit1"] or match["half1"] or match["noon1"]
    return bool(first or match["joint"] in ("-", "to", "till", "until"))


def _is_time(match: re.Match[str]) -> bool:
    return bool(match["cue"] or match["unit1"] or match["half1"])


def _without(text: str, match: re.Match[str] | None) -> str:
    return text[: match.start()] + " " * len(match[0]) + text[match.end() :] if match else text
