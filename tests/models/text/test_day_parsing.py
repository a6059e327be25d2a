"""Days as people write them; today is Monday, 9 March 2026."""

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from models.errors import BadDay
from models.text.day_parsing import day_of

TODAY = date(2026, 3, 9)


@pytest.mark.parametrize(
    "text",
    ["5 Jan 2011", "05/01/2011", "5/1/2011", "5-1-11", "5.1.2011", "05 01 2011", "2011-01-05",
     "2011/1/5", "5 Januari 2011", "5 January 2011", "5 jan. 2011", "5-Jan-2011", "5jan2011",
     "January 5, 2011", "Jan 5th 2011", "5th of January 2011", "Rabu, 5 Januari 2011",
     "Wed 5 Jan 2011", "20110105", "05012011", "tgl 5 Jan 2011", " 5  JAN  2011 "],
)  # fmt: skip
def test_a_day_is_read_in_any_usual_writing(text: str) -> None:
    assert day_of(text, TODAY) == date(2011, 1, 5)


@pytest.mark.parametrize(
    ("text", "day"),
    [("hari ini", (3, 9)), ("today", (3, 9)), ("kemarin", (3, 8)), ("yesterday", (3, 8)),
     ("besok", (3, 10)), ("lusa", (3, 11)), ("kemarin dulu", (3, 7)), ("3 hari lalu", (3, 6)),
     ("3 days ago", (3, 6)), ("seminggu lalu", (3, 2)), ("in 2 weeks", (3, 23)),
     ("Jumat lalu", (3, 6)), ("last Friday", (3, 6)), ("Jumat depan", (3, 20)),
     ("this Friday", (3, 13)), ("1/25/2026", (1, 25))],
)  # fmt: skip
def test_a_day_is_read_as_it_is_said(text: str, day: tuple[int, int]) -> None:
    assert day_of(text, TODAY) == date(2026, *day)


@pytest.mark.parametrize(
    ("text", "last", "nearest", "coming"),
    [
        ("senin", (2026, 3, 9), (2026, 3, 9), (2026, 3, 9)),
        ("Jumat", (2026, 3, 6), (2026, 3, 6), (2026, 3, 13)),
        ("Wednesday", (2026, 3, 4), (2026, 3, 11), (2026, 3, 11)),
        ("25 Des", (2025, 12, 25), (2025, 12, 25), (2026, 12, 25)),
        ("5/3", (2026, 3, 5), (2026, 3, 5), (2027, 3, 5)),
        ("17", (2026, 2, 17), (2026, 3, 17), (2026, 3, 17)),
        ("31", (2026, 1, 31), (2026, 3, 31), (2026, 3, 31)),
        ("29 Feb", (2024, 2, 29), (2028, 2, 29), (2028, 2, 29)),
    ],
)  # fmt: skip
def test_without_a_year_it_is_the_nearest_in_the_wanted_direction(
    text: str, last: tuple[int, ...], nearest: tuple[int, ...], coming: tuple[int, ...]
) -> None:
    found = [day_of(text, TODAY, lean) for lean in (-1, 0, 1)]
    assert found == [date(*last), date(*nearest), date(*coming)]


@pytest.mark.parametrize(
    "text",
    ["", "5 J", "Jan 2011", "32/1/2011", "30 Feb 2011", "13/13/2011", "kemaren besok",
     "Senin 5 Jan 2011", "minggu depan", "99999999", "01022001 x", "5/1/1899", "01012011 2",
     "0/1/2011", "x" * 1_000_000],
)  # fmt: skip
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(BadDay):
        day_of(text, TODAY)


@given(some.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_a_day_written_out_is_read_back(day: date) -> None:
    assert day_of(day.isoformat(), TODAY) == day
    assert day_of(f"{day.day}/{day.month}/{day.year}", TODAY) == day
    assert day_of(f"{day:%d %b %Y}", TODAY) == day


@given(some.text() | some.text("0123456789 ./-janfebsenmonlalu"))
def test_anything_typed_is_a_day_or_a_sentence(text: str) -> None:
    for lean in (-1, 0, 1):
        with contextlib.suppress(BadDay):
            assert 1990 <= day_of(text, TODAY, lean).year <= 2100
