"""Times as people say them: it is Monday, 9 March 2026, ten in the morning in Jakarta."""

import contextlib
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from models import clock as shop_clock
from models.errors import BadTime, ShopError, TimeIsPast, UnclearTime
from models.text.time_parsing import moment_of
from tests.conftest import JAKARTA, SetClock


def said(text: str) -> tuple[int, ...]:
    """Day, hour and minute in March 2026; the month in front when it is another one."""
    when = datetime.fromtimestamp(moment_of(text, "Asia/Jakarta") / 1000, JAKARTA)
    day = (when.day, when.hour, when.minute)
    return day if (when.year, when.month) == (2026, 3) else (when.year, when.month, *day)


@pytest.mark.parametrize(
    ("text", "day", "hour", "minute"),
    [
        ("17", 9, 17, 0), ("17.30", 9, 17, 30), ("17:30", 9, 17, 30), ("1730", 9, 17, 30),
        ("0930", 10, 9, 30), (" 9:05 ", 10, 9, 5), ("17h", 9, 17, 0), ("17h30", 9, 17, 30),
        ("jam 17", 9, 17, 0), ("pukul 17.30 WIB", 9, 17, 30), ("pkl. 17", 9, 17, 0),
        ("jam 5 sore", 9, 17, 0), ("jam5 sore", 9, 17, 0), ("Jam Lima Sore", 9, 17, 0),
        ("sore jam 5", 9, 17, 0), ("5 sore", 9, 17, 0), ("jam setengah 6 sore", 9, 17, 30),
        ("setengah enam sore", 9, 17, 30), ("stgh 6 sore", 9, 17, 30),
        ("5 lewat 15 sore", 9, 17, 15),
        ("jam 5 kurang seperempat sore", 9, 16, 45), ("jam 8 malam", 9, 20, 0),
        ("5pm", 9, 17, 0), ("5 pm", 9, 17, 0), ("5 p.m.", 9, 17, 0), ("5.30pm", 9, 17, 30),
        ("9am", 10, 9, 0), ("12pm", 9, 12, 0), ("12 am", 10, 0, 0), ("noon", 9, 12, 0),
        ("half past five pm", 9, 17, 30), ("quarter to 6 pm", 9, 17, 45), ("at 17", 9, 17, 0),
        ("5 o'clock in the afternoon", 9, 17, 0), ("11", 9, 11, 0), ("12", 9, 12, 0),
        ("nanti jam 5", 9, 17, 0), ("nanti malam", 9, 19, 0), ("nanti sore", 9, 16, 0),
        ("tonight", 9, 19, 0), ("malam ini jam 8", 9, 20, 0), ("tengah malam", 10, 0, 0),
        ("besok 9", 10, 9, 0), ("besok 9.00", 10, 9, 0), ("besok jam 9", 10, 9, 0),
        ("9 besok", 10, 9, 0), ("jam 9 besok pagi", 10, 9, 0), ("besok pagi", 10, 9, 0),
        ("besok pagi jam 8", 10, 8, 0), ("tomorrow noon", 10, 12, 0), ("tomorrow 5pm", 10, 17, 0),
        ("bsk 10", 10, 10, 0), ("lusa pagi", 11, 9, 0), ("lusa 17", 11, 17, 0),
        ("day after tomorrow 10", 11, 10, 0), ("Sabtu 10", 14, 10, 0), ("sat 10am", 14, 10, 0),
        ("hari Sabtu jam 10", 14, 10, 0), ("on Saturday at 10", 14, 10, 0),
        ("Senin 9", 16, 9, 0), ("Senin 17", 9, 17, 0), ("11/3 8", 11, 8, 0),
        ("11-3 8.00", 11, 8, 0), ("12 Maret 8.00", 12, 8, 0), ("12 mar jam 17", 12, 17, 0),
        ("17 on 12 March", 12, 17, 0), ("tgl 12/3 jam 8", 12, 8, 0), ("12/3/2026 8.00", 12, 8, 0),
        ("2026-03-12 08:00", 12, 8, 0), ("March 12th 8am", 12, 8, 0), ("besok 05.00", 10, 5, 0),
        ("30 menit lagi", 9, 10, 30), ("in 30 min", 9, 10, 30), ("30 min", 9, 10, 30),
        ("2 jam lg", 9, 12, 0), ("stgh jam lg", 9, 10, 30), ("10 mnt lg", 9, 10, 10),
        ("2 jam lagi", 9, 12, 0), ("sejam lagi", 9, 11, 0), ("setengah jam lagi", 9, 10, 30),
        ("in half an hour", 9, 10, 30), ("in an hour", 9, 11, 0), ("1,5 jam lagi", 9, 11, 30),
        ("1 jam 30 menit lagi", 9, 11, 30), ("in 2 hours", 9, 12, 0),
        ("3 hari lagi jam 9", 12, 9, 0),
    ],
)  # fmt: skip
def test_a_time_is_understood_as_it_is_said(
    clock: SetClock, text: str, day: int, hour: int, minute: int
) -> None:
    assert said(text) == (day, hour, minute)


def test_a_day_without_a_year_is_the_next_one(clock: SetClock) -> None:
    assert said("24/12 9.00") == (2026, 12, 24, 9, 0)
    assert said("1/2 8.00") == (2027, 2, 1, 8, 0)


@pytest.mark.parametrize(
    "text",
    ["", "nanti", "besok", "25", "12.60", "31/2 9", "-1", "17.3", "9" * 40, "13 pagi", "jam",
     "5 btl", "Sabtu", "besok lusa kemarin", "5 WITA", "x" * 1_000_000, "30/2 9",
     "12/3/2099 9", "jam 8 pagi malam", "99999999 jam", "999999999999999 menit lagi"],
)  # fmt: skip
def test_what_is_no_time_is_refused(clock: SetClock, text: str) -> None:
    with pytest.raises(BadTime):
        moment_of(text, "Asia/Jakarta")


@pytest.mark.parametrize(
    "text",
    ["kemarin 9", "hari ini 9.00", "nanti jam 9.30", "today 8am", "8/3/2026 9", "2020-01-01 9"],
)
def test_a_time_that_is_over_is_refused(clock: SetClock, text: str) -> None:
    with pytest.raises(TimeIsPast):
        moment_of(text, "Asia/Jakarta")


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [("5", (10, 5), (9, 17)), ("9", (10, 9), (9, 21)), ("jam 5", (10, 5), (9, 17)),
     ("besok 5", (10, 5), (10, 17)), ("5.30", (10, 5), (9, 17)),
     ("Sabtu jam 3", (14, 3), (14, 15))],
)  # fmt: skip
def test_morning_or_evening_is_asked(
    clock: SetClock, text: str, one: tuple[int, int], other: tuple[int, int]
) -> None:
    with pytest.raises(UnclearTime) as asked:
        moment_of(text, "Asia/Jakarta")
    moments = [shop_clock.local(x, "Asia/Jakarta") for x in (asked.value.one, asked.value.other)]
    assert [(when.day, when.hour) for when in moments] == [one, other]


@given(some.text() | some.text("0123456789 .:/-jambesokpmsorelusa"))
def test_anything_typed_is_a_time_to_come_or_a_sentence(text: str) -> None:
    with contextlib.suppress(ShopError):
        assert moment_of(text, "Asia/Jakarta") > shop_clock.now() - 1000
