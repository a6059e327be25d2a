"""Bars stay legible, days are named shortly, and a change says which way is good."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from gui.look.theme import Theme
from gui.statistics.charts.heat_map import HeatMap
from gui.statistics.charts.plot import nice_step
from gui.statistics.charts.queue_chart import QueueChart, quarters
from gui.statistics.charts.sales_groups import Bars, bars_of, hours_shown
from gui.statistics.figure_texts import Change, change_of, change_of_share, change_of_time
from gui.statistics.panels.dashboard_tables import heat_table
from gui.statistics.panels.main_panels import SalesPanel
from gui.statistics.period.period_query import DashboardResult, PeriodQuery
from gui.statistics.period.periods import days_of, range_text
from gui.widgets.text.labels import Label
from gui.words.formatting import Formatting
from gui.words.language import Language
from models import session
from models.fulfilment.queue_history import Level
from models.past_sales import past_sales
from models.settings import preferences
from models.shop.opening import Shop
from models.statistics import statistics
from models.statistics.compared_days import days_before, months_before
from models.statistics.statistics import HeatCell
from tests.conftest import SetClock
from tests.oracle import Oracle
from tests.readable import a_product, an_order, kept_sums, pcs, sums_anew

MINUTE = 60_000  # ms
MONDAY = date(2026, 3, 9)


@pytest.fixture
def bars(shop: Shop, clock: SetClock) -> Callable[[int], Bars]:
    """The bars of so many days up to Sunday, in a shop that sold something every third day."""
    product = a_product("Telur", 1_000)
    for back in range(1, 60, 3):
        day = MONDAY - timedelta(days=back)
        clock.set(day.year, day.month, day.day, 7 + back % 12)
        an_order((product, pcs(back)))
    clock.set(2026, 3, 9, 10)

    def of(days: int) -> Bars:
        last = MONDAY - timedelta(days=1)
        return bars_of(statistics.dashboard(last - timedelta(days=days - 1), last))

    return of


def test_up_to_45_days_are_drawn_day_by_day(bars: Callable[[int], Bars]) -> None:
    assert (bars(28).unit, len(bars(28).bars)) == ("day", 28)
    assert (bars(45).unit, len(bars(45).bars)) == ("day", 45)


def test_a_rush_between_two_quarters_of_an_hour_is_drawn_and_told(language: Language) -> None:
    at = 1_773_014_400_000
    rush = [
        Level(at, 0, 0, 0), Level(at + 18 * MINUTE, 5, 0, 0), Level(at + 21 * MINUTE, 0, 0, 0),
    ]  # fmt: skip
    drawn = quarters(rush, at + 60 * MINUTE)
    chart = QueueChart(Theme("light"), Formatting("en"))
    chart.show_quarters(drawn)
    assert [len(quarter.steps) for quarter in drawn] == [1, 3, 1]
    assert chart.words(1) == ["07:18", "5 waiting", "0 picking", "0 ready"]
    assert chart.moment(1) == at + 18 * MINUTE


def test_one_day_is_drawn_by_its_hours(bars: Callable[[int], Bars]) -> None:
    drawn = bars(1)
    assert drawn.unit == "hour"
    assert [bar.revenue for bar in drawn.bars if bar.hour == 8] == [1_000]


def test_90_days_are_drawn_by_weeks_that_end_with_the_last_day(bars: Callable[[int], Bars]) -> None:
    drawn = bars(90)
    assert drawn.unit == "week"
    lengths = [(bar.last_day - bar.first_day).days + 1 for bar in drawn.bars]
    assert lengths == [6, *[7] * 12]
    assert [bar.part for bar in drawn.bars] == [True, *[False] * 12]


def test_a_year_is_drawn_by_months_and_says_which_are_not_whole(
    bars: Callable[[int], Bars],
) -> None:
    drawn = bars(365)
    assert (drawn.unit, len(drawn.bars)) == ("month", 13)
    assert [bar.part for bar in drawn.bars] == [True, *[False] * 11, True]


@pytest.mark.parametrize("days", [1, 2, 7, 28, 45, 46, 90, 210, 211, 365, 800])
def test_no_rupiah_is_lost_in_grouping(bars: Callable[[int], Bars], days: int) -> None:
    last = MONDAY - timedelta(days=1)
    found = statistics.dashboard(last - timedelta(days=days - 1), last)
    drawn = bars(days).bars
    assert sum(bar.revenue for bar in drawn) == found.now.sums.revenue
    assert sum(bar.orders for bar in drawn) == found.now.sums.orders
    assert sum(bar.revenue_before or 0 for bar in drawn) == found.before.sums.revenue
    assert drawn[0].first_day == found.first_day
    assert drawn[-1].last_day == found.last_day
    for one, next_one in pairwise(drawn):
        assert days == 1 or next_one.first_day == one.last_day + timedelta(days=1)


def test_the_present_hour_and_the_present_day_are_not_over(shop: Shop, clock: SetClock) -> None:
    an_order()
    today = bars_of(statistics.dashboard(MONDAY, MONDAY)).bars
    assert [bar.hour for bar in today if bar.part] == [10]
    week = bars_of(statistics.dashboard(MONDAY - timedelta(days=6), MONDAY)).bars
    assert [bar.part for bar in week] == [*[False] * 6, True]


def test_the_highest_bar_is_the_best_one(bars: Callable[[int], Bars]) -> None:
    drawn = bars(28)
    assert drawn.highest is not None
    assert drawn.bars[drawn.highest].revenue == max(bar.revenue for bar in drawn.bars)
    assert Bars("day", ()).highest is None


@given(some.sets(some.integers(0, 23)), some.integers(0, 6))
def test_the_hours_shown_hold_all_busy_hours_and_make_a_chart(busy: set[int], ends: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(session.current, "day_ends", ends)
        shown = hours_shown(busy)
    assert busy <= set(shown)
    assert 8 <= len(shown) <= 24
    places = [(hour - ends) % 24 for hour in shown]
    assert places == list(range(places[0], places[-1] + 1))


def test_after_midnight_comes_at_the_end_of_a_day_that_ends_later(
    shop: Shop, clock: SetClock
) -> None:
    preferences.put(preferences.DAY_ENDS, 4)
    product = a_product("Telur", 1_000)
    for day, hour in ((8, 21), (9, 1)):
        clock.set(2026, 3, day, hour)
        an_order((product, pcs(1)))
    clock.set(2026, 3, 9, 10)
    sunday = date(2026, 3, 8)
    bars = bars_of(statistics.dashboard(sunday, sunday)).bars
    sold = [bar.hour for bar in bars if bar.revenue]
    assert (sold, sum(bar.revenue for bar in bars)) == ([21, 1], 2_000)


def test_what_has_no_hour_is_in_none_and_told_beside_them(
    shop: Shop, clock: SetClock, tmp_path: Path, language: Language
) -> None:
    path = tmp_path / "sales.csv"
    path.write_text("nota,tanggal,kode,qty,total\n1,2026-03-06,A,1,9000\n2,2026-03-06,A,-1,-2000\n")
    past_sales.run(path, past_sales.reading())
    clock.set(2026, 3, 6, 15)
    an_order((a_product("Telur", 1_000), pcs(4)))
    friday = date(2026, 3, 6)
    found = statistics.dashboard(friday, friday)
    assert [(hour.hour, hour.revenue) for hour in found.hours] == [(15, 4_000)]
    assert (found.now.sums.revenue, found.without_hour) == (11_000, (1, 1, 7_000))
    assert list(Oracle(tmp_path, "Asia/Jakarta").differences(friday, friday)) == []
    assert kept_sums() == sums_anew()
    asked = PeriodQuery(friday, friday)
    fmt = Formatting("en")
    panel = SalesPanel(Theme("light"), fmt)
    panel.show_looked(DashboardResult(asked, found, (), ""))
    assert isinstance(panel.second, Label)
    assert panel.second.text() == "Rp7.000 without an hour"
    table = heat_table(fmt, DashboardResult(asked, found, (), ""))
    assert table.rows[-1] == ("Without an hour", None, 1, 1, 7_000)
    assert sum(row[4] for row in table.rows) == 11_000


@given(some.floats(0, 1e15))
def test_four_steps_of_the_axis_reach_above_the_highest_bar(largest: float) -> None:
    step = nice_step(largest)
    assert 4 * step >= largest
    assert step == 1 or 4 * step <= largest * 2.3 + 8


def test_steps_of_the_axis_are_round() -> None:
    assert nice_step(14_212_000) == 4_000_000
    assert nice_step(9_300_000) == 3_000_000
    assert nice_step(0) == 1


# --- days in words -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("today", date(2026, 3, 9), date(2026, 3, 9)),
        ("yesterday", date(2026, 3, 8), date(2026, 3, 8)),
        ("7", date(2026, 3, 2), date(2026, 3, 8)),
        ("28", date(2026, 2, 9), date(2026, 3, 8)),
        ("month", date(2026, 3, 1), date(2026, 3, 8)),
        ("last_month", date(2026, 2, 1), date(2026, 2, 28)),
        ("last_week", date(2026, 3, 2), date(2026, 3, 8)),
    ],
)
def test_periods_end_yesterday_so_that_half_a_day_is_no_fall(
    name: str, first: date, last: date
) -> None:
    assert days_of(name, MONDAY) == (first, last)


def test_a_week_of_the_calendar_stands_against_the_same_days_of_the_one_before() -> None:
    assert days_of("week", MONDAY) == (MONDAY, MONDAY)
    for ahead in range(1, 7):
        today = MONDAY + timedelta(days=ahead)
        days = days_of("week", today)
        assert days == (MONDAY, today - timedelta(days=1))
        assert days_of("last_week", today) == (date(2026, 3, 2), date(2026, 3, 8))
        week = timedelta(days=7)
        assert days_before(*days) == (days[0] - week, days[1] - week)


def test_a_month_is_drawn_beside_the_days_of_the_one_before(shop: Shop, clock: SetClock) -> None:
    product = a_product("Telur", 1_000)
    for month, days in ((1, (1, 28, 31)), (2, (1, 14))):
        for day in days:
            clock.set(2026, month, day, 9)
            an_order((product, pcs(day)))
    clock.set(2026, 3, 9, 10)
    february = date(2026, 2, 1), date(2026, 2, 28)
    january = months_before(*february, 1)
    found = statistics.dashboard(*february, january)
    assert (found.now.sums.revenue, found.before.sums.revenue) == (15_000, 60_000)
    bars = bars_of(found).bars
    assert [bar.revenue_before for bar in bars] == [1_000, *[0] * 26, 28_000]
    assert bars[13].before == (date(2026, 1, 14), date(2026, 1, 14))
    turned = bars_of(statistics.dashboard(*january, february)).bars
    assert [bar.revenue_before for bar in turned[27:]] == [0, None, None, None]


def test_a_year_with_a_leap_day_is_compared_month_by_month(shop: Shop, clock: SetClock) -> None:
    product = a_product("Telur", 1_000)
    for day in (date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1), date(2025, 3, 1)):
        clock.set(day.year, day.month, day.day, 9)
        an_order((product, pcs(1)))
    year = date(2025, 1, 1), date(2025, 12, 31)
    bars = bars_of(statistics.dashboard(*year, months_before(*year, 12))).bars
    assert [(bar.revenue, bar.revenue_before) for bar in bars[1:3]] == [(0, 2_000), (1_000, 1_000)]
    assert sum(bar.revenue_before or 0 for bar in bars) == 3_000


def test_on_the_first_of_a_month_this_month_is_today() -> None:
    first = date(2026, 3, 1)
    assert days_of("month", first) == (first, first)


@pytest.mark.parametrize(
    ("sum_", "shown"),
    [(23_250, "Rp23,3\u00a0rb"), (20_250, "Rp20,3\u00a0rb"), (20_249, "Rp20,2\u00a0rb"),
     (-2_250_000, "\u2212Rp2,3\u00a0jt"), (12_000, "Rp12\u00a0rb")],
)  # fmt: skip
def test_sums_are_rounded_half_up(language: Language, sum_: int, shown: str) -> None:
    language.choose("id")
    assert Formatting("id").short_money(sum_) == shown


def test_days_are_named_shortly(language: Language) -> None:
    fmt = Formatting("id")
    one, other = date(2026, 10, 25), date(2026, 11, 21)
    assert range_text(fmt, one, other) == "25 Okt\u201321 Nov 2026"
    assert range_text(fmt, one, other, year=False) == "25 Okt\u201321 Nov"
    assert range_text(fmt, date(2026, 11, 1), other) == "1\u201321 Nov 2026"
    assert range_text(fmt, other, other) == "Sab 21 Nov 2026"
    assert range_text(fmt, date(2025, 11, 22), other) == "22 Nov 2025\u201321 Nov 2026"


# --- changes in words ----------------------------------------------------------------------


def test_more_is_better_for_sums(language: Language) -> None:
    fmt = Formatting("en")
    assert change_of(fmt, 114_300, 100_000) == Change("14.3%", rising=True, better=True)
    assert change_of(fmt, 97_000, 100_000) == Change("3.0%", rising=False, better=False)
    assert change_of(fmt, 250, 100) == Change("150%", rising=True, better=True)
    assert change_of(fmt, 5, 5) == Change("unchanged")
    assert change_of(fmt, 5, 0) == Change("")


def test_less_is_better_for_times_and_shorts(language: Language) -> None:
    fmt = Formatting("en")
    assert change_of_time(fmt, 380, 434) == Change("12.4% faster", rising=False, better=True)
    assert change_of_time(fmt, 434, 380) == Change("14.2% slower", rising=True, better=False)
    assert change_of_time(fmt, None, 380) == Change("")
    assert change_of_share(fmt, 0.018, 0.015) == Change("0.3 pt more", rising=True, better=False)
    assert change_of_share(fmt, 0.01, 0.015) == Change("0.5 pt fewer", rising=False, better=True)
    assert change_of_share(fmt, 0.0101, 0.0102) == Change("unchanged")


# --- the heat map --------------------------------------------------------------------------


def test_a_cell_is_an_average_over_the_days_of_its_weekday(language: Language) -> None:
    heat = HeatMap(Theme("light"), Formatting("en"))
    heat.show_cells([HeatCell(0, 9, 4, 10, 31, 1_000_000)], {0})
    words = heat.words(heat.hours.index(9))
    assert words[1:] == [
        "2.5 orders per hour", "7.8 lines per hour", "Rp250.000 per hour", "average of 4 days",
    ]  # fmt: skip


def test_a_weekday_outside_the_period_is_no_zero(language: Language) -> None:
    heat = HeatMap(Theme("light"), Formatting("en"))
    heat.show_cells([HeatCell(0, 9, 1, 10, 31, 1_000_000)], {0})
    assert heat.words(heat.columns())[1] == "not in this period"
    assert heat.words(0)[1] == "no orders"


def test_every_step_of_the_heat_map_can_be_read() -> None:
    for name in ("light", "dark"):
        theme = Theme(name)
        for step in range(7):
            assert contrast(theme, f"heat_{step}", f"on_heat_{step}") >= 4.5, (name, step)


def contrast(theme: Theme, one: str, other: str) -> float:
    """WCAG 2.2, 1.4.3."""
    lights = sorted(_luminance(theme, token) for token in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(theme: Theme, token: str) -> float:
    colour = theme.color(token)
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


# --- loading -------------------------------------------------------------------------------
