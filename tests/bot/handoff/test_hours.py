"""Opening hours: shifts, daylight saving, public holidays."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.handoff.hours import Hours, Schedule, moment

MONTREAL, PARIS, LONDON = (
    ZoneInfo(name) for name in ("America/Toronto", "Europe/Paris", "Europe/London")
)
WEEK = """
        monday: &day ["09:00-12:00", "13:00-17:00"]
        tuesday: *day
        wednesday: *day
        thursday: *day
        friday: *day
"""


def desk(zone: str, holidays: str, more: str = "", week: str = WEEK) -> Schedule:
    text = f"""
regions:
  CA:
    fr:
      zone: {zone}
      holidays: {holidays}
      week: {week or "{}"}
      {more}
"""
    schedule = Hours.load(text).of("CA", "fr")
    assert schedule is not None
    return schedule


QUEBEC = desk("America/Toronto", "CA-QC")
FRANCE = desk("Europe/Paris", "FR")
STATES = desk("America/New_York", "US")
ENGLAND = desk("Europe/London", "GB-ENG")


def at(text: str, zone: ZoneInfo) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=timezone.utc)


def is_closed(schedule: Schedule, day: str) -> bool:
    return schedule.shifts_on(date.fromisoformat(day)) == ()


def test_what_is_shipped_gives_no_hours() -> None:
    hours = Hours.load()
    assert all(hours.of(region, language) is None for region in ("CA", "US", "GB", "FR", None)
               for language in ("en", "fr", None))  # fmt: skip


@pytest.mark.parametrize(
    ("instant", "is_open"),
    [
        ("2026-11-23T13:59:59", False),  # 08:59:59 in Montréal
        ("2026-11-23T14:00", True),
        ("2026-11-23T16:59:59", True),
        ("2026-11-23T17:00", False),  # noon: between two shifts
        ("2026-11-23T18:00", True),
        ("2026-11-23T22:00", False),
        ("2026-07-06T13:00", True),  # summer: an hour earlier
        ("2026-11-22T15:00", False),  # a Sunday
    ],
)
def test_open_by_the_desks_own_clock(instant: str, is_open: bool) -> None:
    assert QUEBEC.is_open(utc(instant)) is is_open


def test_the_same_clock_is_another_instant_elsewhere() -> None:
    assert FRANCE.is_open(utc("2026-11-23T08:00"))
    assert ENGLAND.is_open(utc("2026-11-23T09:00"))
    assert not ENGLAND.is_open(utc("2026-11-23T08:00"))
    assert ENGLAND.is_open(utc("2026-07-06T08:00"))


@pytest.mark.parametrize(
    ("schedule", "asked", "opens"),
    [
        (QUEBEC, "2026-11-23T12:30-05:00", "2026-11-23T13:00-05:00"),
        (QUEBEC, "2026-11-23T10:30-05:00", "2026-11-23T10:30-05:00"),  # open: now
        (QUEBEC, "2026-11-27T17:00-05:00", "2026-11-30T09:00-05:00"),  # over the weekend
        (QUEBEC, "2026-12-31T18:00-05:00", "2027-01-04T09:00-05:00"),  # Friday 1 January
        (FRANCE, "2026-12-31T18:00+01:00", "2027-01-04T09:00+01:00"),
        (QUEBEC, "2026-03-06T18:00-05:00", "2026-03-09T09:00-04:00"),  # clocks go forward
        (FRANCE, "2026-10-23T18:00+02:00", "2026-10-26T09:00+01:00"),  # and back
        (ENGLAND, "2026-11-23T05:00-05:00", "2026-11-23T10:00+00:00"),
    ],
)
def test_next_opening(schedule: Schedule, asked: str, opens: str) -> None:
    found = schedule.next_opening(datetime.fromisoformat(asked))
    assert found is not None
    assert (found, found.tzinfo) == (datetime.fromisoformat(opens), schedule.zone)


def test_a_desk_that_never_opens_has_no_opening() -> None:
    assert desk("Europe/Paris", "FR", week="").next_opening(utc("2026-11-23T08:00")) is None


@pytest.mark.parametrize(
    ("schedule", "day", "closed"),
    [
        (QUEBEC, "2026-06-24", True),  # Saint-Jean-Baptiste, a Wednesday
        (FRANCE, "2026-06-24", False),
        (QUEBEC, "2029-06-25", True),  # it falls on a Sunday: the Monday after it
        (QUEBEC, "2028-06-26", False),  # on a Saturday: no other day
        (FRANCE, "2026-07-14", True),
        (QUEBEC, "2026-07-14", False),
        (FRANCE, "2026-04-06", True),  # Easter Monday
        (QUEBEC, "2026-04-06", False),  # Québec keeps Good Friday
        (QUEBEC, "2026-04-03", True),
        (FRANCE, "2026-04-03", False),
        (ENGLAND, "2026-04-03", True),
        (ENGLAND, "2026-04-06", True),
        (STATES, "2026-11-26", True),  # Thanksgiving
        (QUEBEC, "2026-11-26", False),
        (QUEBEC, "2026-10-12", True),
        (QUEBEC, "2029-07-02", True),  # Canada Day on a Sunday
        (STATES, "2026-07-03", True),  # 4 July on a Saturday
        (STATES, "2027-12-31", True),  # 1 January 2028 on a Saturday: a day of the year before
        (ENGLAND, "2026-12-28", True),  # Boxing Day on a Saturday
        (FRANCE, "2027-11-02", False),  # France makes up for none
    ],
)
def test_public_holidays(schedule: Schedule, day: str, closed: bool) -> None:
    assert is_closed(schedule, day) is closed


def test_a_desk_may_work_on_public_holidays() -> None:
    assert not is_closed(desk("Europe/Paris", "none"), "2026-07-14")


def test_dates_of_its_own() -> None:
    schedule = desk(
        "America/Toronto",
        "CA-QC",
        'closed: [2026-12-24]\n      dates: {2026-12-25: ["10:00-11:00"], 2026-12-28: []}',
    )
    assert is_closed(schedule, "2026-12-24")
    assert is_closed(schedule, "2026-12-28")
    assert schedule.shifts_on(date(2026, 12, 25)) == (
        (at("2026-12-25T10:00", MONTREAL), at("2026-12-25T11:00", MONTREAL)),
    )


@pytest.mark.parametrize(
    ("zone", "day", "clock", "instant"),
    [
        (MONTREAL, "2026-03-08", "02:30", "2026-03-08T07:00"),  # does not exist: 03:00
        (MONTREAL, "2026-03-08", "03:00", "2026-03-08T07:00"),
        (MONTREAL, "2026-11-01", "01:30", "2026-11-01T05:30"),  # twice: the first
        (PARIS, "2026-03-29", "02:30", "2026-03-29T01:00"),
        (PARIS, "2026-10-25", "02:30", "2026-10-25T00:30"),
        (LONDON, "2026-03-29", "01:15", "2026-03-29T01:00"),
        (LONDON, "2026-10-25", "01:15", "2026-10-25T00:15"),
        (ZoneInfo("America/St_Johns"), "2026-03-08", "02:10", "2026-03-08T05:30"),
        (MONTREAL, "2026-12-31", "24:00", "2027-01-01T05:00"),
    ],
)
def test_clocks_that_jump(zone: ZoneInfo, day: str, clock: str, instant: str) -> None:
    hours, minutes = map(int, clock.split(":"))
    found = moment(date.fromisoformat(day), hours * 60 + minutes, zone)
    # Python never finds a time that the clocks show twice equal to one of another zone.
    assert found.astimezone(timezone.utc) == utc(instant)


def test_shifts_around_clocks_that_jump() -> None:
    schedule = desk(
        "Europe/Paris",
        "none",
        week='{sunday: ["00:00-01:30", "02:10-02:50", "02:55-04:00"]}',
    )
    spring, autumn = schedule.shifts_on(date(2026, 3, 29)), schedule.shifts_on(date(2026, 10, 25))
    # The second shift is wholly inside the hour that is skipped.
    assert [
        (start.astimezone(timezone.utc), end.astimezone(timezone.utc)) for start, end in spring
    ] == [
        (utc("2026-03-28T23:00"), utc("2026-03-29T00:30")),
        (utc("2026-03-29T01:00"), utc("2026-03-29T02:00")),
    ]
    assert schedule.is_open(utc("2026-03-29T01:00"))
    # The last one begins in the first 02:55 and ends at the only 04:00: two hours and five minutes.
    start, end = (edge.astimezone(timezone.utc) for edge in autumn[-1])
    assert end - start == timedelta(hours=2, minutes=5)
    assert schedule.is_open(utc("2026-10-25T01:30"))


def test_a_night_is_two_shifts() -> None:
    schedule = desk(
        "Europe/Paris", "none", week='{monday: ["20:00-24:00"], tuesday: ["00:00-02:00"]}'
    )
    assert schedule.is_open(at("2026-11-23T23:59", PARIS))
    assert schedule.is_open(at("2026-11-24T00:00", PARIS))
    assert not schedule.is_open(at("2026-11-24T02:00", PARIS))


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no zone"):
        QUEBEC.is_open(datetime(2026, 11, 23, 10))


@given(
    st.datetimes(datetime(2025, 1, 1), datetime(2035, 1, 1), timezones=st.just(timezone.utc)),
    st.sampled_from([QUEBEC, FRANCE, STATES, ENGLAND]),
)
def test_the_next_opening_is_open_and_nothing_before_it_is(
    asked: datetime, schedule: Schedule
) -> None:
    found = schedule.next_opening(asked)
    assert found is not None
    opens = found.astimezone(timezone.utc)
    assert schedule.is_open(opens)
    assert opens == asked or not schedule.is_open(opens - timedelta(seconds=1))
    assert asked <= opens <= asked + timedelta(days=7)
    assert (opens == asked) is schedule.is_open(asked)
