"""The owner looks at the figures: any days, live today, by mouse and by keys, and into files."""

import csv
import gc
import stat
import weakref
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QFileDialog
from pytestqt.qtbot import QtBot

from gui.home.page import HomePage
from gui.home.tile import PageTile
from gui.look.theme import Theme
from gui.runtime.background import Background
from gui.shell.app_context import AppContext
from gui.statistics.export.export import Export
from gui.statistics.page import StatisticsPage
from gui.statistics.panels.dashboard_tables import all_figures
from gui.statistics.panels.figure_tables import FigureTable, Head, sheet_of
from gui.statistics.panels.main_panels import HeatPanel, LeadPanel, SalesPanel, TopPanel
from gui.statistics.period.period_query import PeriodQuery
from gui.widgets.buttons.button import Button
from gui.widgets.fields.day_field import DayField
from models import amounts
from models.errors import BadDay, DayTooLate
from models.fulfilment import fulfilment
from models.orders import payments, returns
from models.orders.payments import Tender
from models.settings import preferences
from models.statistics import statistics, today
from tests.conftest import SetClock
from tests.gui.conftest import Said
from tests.gui.statistics.owner import MONDAY, Owner, answer_of, at, seated, strip_of
from tests.readable import a_product, an_order, pcs

Key = Qt.Key


# --- figures -------------------------------------------------------------------------------


def test_today_shows_exactly_the_orders_of_today(owner: Owner, clock: SetClock) -> None:
    rice = a_product("Beras", 70_000)
    for pieces in (1, 2, 3):
        order = an_order((rice, pcs(pieces)))
        clock.forward(4)
        fulfilment.make_ready(order.id)
    owner.press("Today")
    assert owner.figures == [
        "Revenue: Rp420.000  nothing before",
        "Orders: 3  nothing before",
        "Average order: Rp140.000  nothing before",
        "Items sold: 6  nothing before",
        "Median time to ready: 4:00 min  nothing before",
        "Short lines: 0.0%  nothing before",
    ]
    assert owner.panel(TopPanel).chart.words(0)[:2] == ["Beras", "Rp420.000"]


def test_the_window_opens_on_whole_days_up_to_yesterday(owner: Owner) -> None:
    assert owner.days == "9 Feb\u20138 Mar 2026, against 12 Jan\u20138 Feb"
    assert owner.window.head.counted.accessibleName() == "Counted 10:00"


@pytest.mark.parametrize("is_open", [False, True])
def test_a_shop_whose_first_order_is_of_today_opens_on_today(
    context: AppContext, clock: SetClock, qtbot: QtBot, is_open: bool
) -> None:
    owner = seated(context, qtbot) if is_open else None
    an_order(a_product(price=5_000))
    if owner is None:
        owner = seated(context, qtbot)
    else:
        owner.hear()
    assert owner.figures[0] == "Revenue: Rp5.000  nothing before"
    assert owner.window.head.bar.current == 0
    owner.press("28 days")
    assert owner.figures[0] == "Revenue: Rp0  nothing before"


def test_both_pages_and_home_say_the_same_of_an_average_and_a_part_of_a_piece(
    owner: Owner, context: AppContext, clock: SetClock
) -> None:
    sugar = a_product("Gula", 15_001, unit="kg")
    at(clock, date(2026, 3, 2), 9)
    for kilos in (10.0, 12.0):
        an_order((sugar, pcs(kilos)))
    at(clock, MONDAY, 9)
    for kilos in (10.25, *[10.625] * 8):
        an_order((sugar, pcs(kilos)))
    owner.press("Today")
    table = all_figures(context.format, statistics.dashboard(MONDAY, MONDAY))
    figures = {name: (new[1], than[1], moved) for name, new, than, moved, *_ in table.rows}
    assert figures["Items sold"][0] == pcs(95.25)
    assert figures["Items per order"] == (10_600, 11_000, "\u22123.8%")
    _, _, average, items, *_ = owner.figures
    assert items.startswith("Items sold: 95.25 ")
    said = context.format.money(figures["Average order"][0])
    assert average.startswith(f"Average order: {said} ")
    sold = sum(amounts.line_total(15_001, pcs(x)) for x in (10.25, *[10.625] * 8))
    assert sold % 9 > 4, "it is rounded up"
    assert figures["Average order"][0] == sold // 9 + 1 == today.today().average


def test_an_average_says_what_came_back_so_that_it_adds_up(owner: Owner, clock: SetClock) -> None:
    at(clock, MONDAY, 9)
    order = an_order((a_product("Gula", 10_000), pcs(3)))
    an_order(a_product("Garam", 5_000))
    payments.pay(order.id, Tender("cash", 30_000))
    fulfilment.make_ready(order.id)
    fulfilment.hand_over(order.id)
    owner.press("Today")
    assert owner.figures[2].startswith("Average order: Rp17.500")
    returns.return_goods(order.id, {1: pcs(1)})
    owner.hear()
    assert owner.figures[0].startswith("Revenue, Rp10.000 brought back: Rp25.000")
    assert owner.figures[2].startswith("Average before returns: Rp17.500")
    looked = owner.window.looked()
    assert looked is not None
    table = {row[0]: row[1] for row in all_figures(owner.context.format, looked.found).rows}
    assert table["Average before returns"] == ("money", 17_500)
    assert "Average order" not in table
    home = HomePage(owner.context)
    owner.qtbot.addWidget(home)
    home.show()
    owner.qtbot.waitUntil(lambda: not home.refresher.stale)
    told = [tile.accessibleDescription() for tile in home.findChildren(PageTile)]
    assert any("Average before Rp10.000 returns: Rp17.500" in text for text in told), told


def test_a_change_says_whether_it_is_good(owner: Owner, clock: SetClock) -> None:
    at(clock, date(2026, 2, 2), 9)
    an_order()
    goods = a_product("Gula", 10_000), a_product("Garam", 2_000)
    at(clock, date(2026, 3, 1), 9)
    order = an_order((goods[0], pcs(10)), goods[1])
    clock.forward(10)
    fulfilment.make_ready(order.id)
    at(clock, date(2026, 3, 8), 9)
    order = an_order((goods[0], pcs(12)), goods[1])
    clock.forward(5)
    fulfilment.short(order.id, 2)
    fulfilment.make_ready(order.id)
    at(clock, MONDAY, 10)
    owner.press("7 days")
    revenue, orders_, _, items, median, short = owner.figures
    assert revenue == "Revenue: Rp120.000 17.6% from Rp102.000"
    assert orders_ == "Orders: 1 unchanged"
    assert items == "Items sold: 12 9.1%"
    assert median == "Median time to ready: 5:00 min 50.0% faster"
    assert short == "Short lines: 50.0% 50.0 pt more"


def test_sums_are_not_compared_with_days_before_the_shop_was_open(
    owner: Owner, clock: SetClock
) -> None:
    for day in (1, 8):
        at(clock, date(2026, 3, day), 9)
        an_order(a_product(price=5_000 * day))
    at(clock, MONDAY, 10)
    owner.press("7 days")
    assert owner.figures[0] == "Revenue: Rp40.000  open since 1 Mar"
    assert owner.figures[2].startswith("Average order: Rp40.000 700%")
    looked = owner.window.looked()
    assert looked is not None
    table = all_figures(owner.context.format, looked.found)
    moved = {row[0]: row[3] for row in table.rows}
    assert {moved[name] for name in ("Revenue", "Orders", "Lines", "Items sold")} == {
        "open since 1 Mar"
    }
    assert moved["Average order"] == "+700.0%"
    assert "open since 1 Mar" in next(iter(sheet_of(table, owner.context.format).rows))
    owner.press("Today")
    assert owner.figures[0] == "Revenue: Rp0  nothing before"


def test_a_day_that_is_not_over_does_not_look_like_a_fall(owner: Owner, clock: SetClock) -> None:
    tea = a_product(price=5_000)
    for hour in (9, 15):
        at(clock, date(2026, 3, 2), hour)
        an_order((tea, pcs(2)))
    at(clock, MONDAY, 10)
    an_order((tea, pcs(3)))
    table = all_figures(owner.context.format, statistics.dashboard(MONDAY, MONDAY))
    figures = {name: (new[1], than[1], moved) for name, new, than, moved, *_ in table.rows}
    assert figures["Revenue"] == (15_000, 10_000, "+50.0%")
    assert figures["Tax"][1:] == (None, None)


def test_today_follows_the_counter_without_being_built_anew(owner: Owner, clock: SetClock) -> None:
    product = a_product(price=5_000)
    an_order(product)
    owner.press("Today")
    assert owner.figures[0].startswith("Revenue: Rp5.000")
    chart = owner.panel(SalesPanel).chart
    an_order(product)
    owner.hear()
    assert owner.figures[0].startswith("Revenue: Rp10.000")
    assert owner.panel(SalesPanel).chart is chart


def test_today_is_compared_with_last_week_at_the_same_time(owner: Owner, clock: SetClock) -> None:
    product = a_product(price=5_000)
    at(clock, date(2026, 3, 2), 9)
    an_order(product)
    at(clock, date(2026, 3, 2), 17)
    an_order((product, pcs(50)))
    at(clock, MONDAY, 10)
    an_order((product, pcs(2)))
    owner.press("Today")
    assert owner.figures[0] == "Revenue: Rp10.000 100% from Rp5.000"
    assert owner.days == "Mon 9 Mar 2026, against Mon 2 Mar until 10:00"


def test_many_orders_at_once_are_counted_once_a_second(owner: Owner, clock: SetClock) -> None:
    owner.press("Today")
    owner.window.pause_timer.setInterval(60_000)
    product = a_product()
    an_order(product)
    owner.context.feed.read()
    owner.qtbot.waitUntil(lambda: not owner.window.refresher.stale)
    shown = owner.figures
    an_order(product)
    owner.context.feed.read()
    owner.qtbot.waitUntil(lambda: not owner.window.refresher.stale)
    assert owner.figures == shown
    assert owner.window.asks_again
    owner.window.count_again()
    assert owner.figures[1].startswith("Orders: 2")


def test_a_new_order_does_not_disturb_days_that_are_over(owner: Owner, clock: SetClock) -> None:
    at(clock, date(2026, 3, 1), 9)
    an_order()
    at(clock, MONDAY, 10)
    owner.hear()
    an_order()
    events: list[Any] = []
    owner.context.feed.happened.connect(events.extend)
    owner.context.feed.read()
    placed = [event for event in events if event.kind == "placed"]
    assert placed
    assert not any(owner.window.is_affected_by(event) for event in placed)
    owner.press("Today")
    assert all(owner.window.is_affected_by(event) for event in placed)


def test_after_midnight_today_is_the_next_day(owner: Owner, clock: SetClock) -> None:
    owner.press("Today")
    at(clock, date(2026, 3, 10), 0, 1)
    owner.hear()
    assert owner.days.startswith("Tue 10 Mar 2026")


def test_the_shops_limit_is_drawn_and_told(owner: Owner, clock: SetClock) -> None:
    order = an_order()
    clock.forward(12)
    fulfilment.make_ready(order.id)
    owner.press("Today")
    assert owner.panel(LeadPanel).second.text() == "100.0% late"
    preferences.put(preferences.LATE_AFTER, 15)
    owner.hear()
    assert owner.panel(LeadPanel).second.text() == "0.0% late"
    assert owner.panel(LeadPanel).limit_key.accessibleName() == "limit 15 min"


# --- empty and nearly empty ----------------------------------------------------------------


def test_an_empty_period_says_so_and_offers_other_days(owner: Owner) -> None:
    sales = owner.panel(SalesPanel)
    assert sales.empty.isVisible()
    assert not sales.chart.isVisible()
    assert sales.empty.accessibleName().startswith("Nothing was sold in these days")
    owner.press("Choose other days")
    assert owner.window.strip is not None
    assert strip_of(owner).isVisible()


def test_one_order_makes_sense_in_every_panel(owner: Owner, clock: SetClock) -> None:
    at(clock, date(2026, 3, 8), 9)
    an_order(a_product("Beras", 70_000))
    at(clock, MONDAY, 10)
    owner.press("28 days")
    sales, top, heat = (owner.panel(kind) for kind in (SalesPanel, TopPanel, HeatPanel))
    assert sales.chart.count() == 28
    assert sales.chart.words(27) == [
        "Sun 8 Mar 2026", "Rp70.000, 1 order",
    ]  # fmt: skip
    assert top.chart.count() == 1
    assert heat.chart.columns() == 8
    assert owner.panel(LeadPanel).empty.isVisible()
    assert not owner.window.grab().isNull()


# --- choosing days -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("button", "days"),
    [
        ("Yesterday", "Sun 8 Mar 2026"),
        ("90 days", "9 Dec 2025\u20138 Mar 2026"),
        ("365 days", "9 Mar 2025\u20138 Mar 2026"),
        ("Last month", "1\u201328 Feb 2026"),
        ("This week", "Mon 9 Mar 2026"),
        ("Last week", "2\u20138 Mar 2026"),
    ],
)
def test_more_periods_stand_in_the_strip(owner: Owner, button: str, days: str) -> None:
    owner.press("Choose\u2026")
    owner.press(button)
    assert owner.days.startswith(days)
    assert not strip_of(owner).isVisible()
    assert owner.window.head.bar.current == 4


@pytest.mark.parametrize(
    "typed", ["2 Feb 2026", "02/02/2026", "2-2-26", "2026-02-02", "2 Februari 2026", "2 feb"]
)
def test_any_two_days_by_keys_alone(owner: Owner, typed: str) -> None:
    """From left to right, as nobody thinks about it."""
    owner.press("Choose\u2026")
    first, last = strip_of(owner).findChildren(DayField)[:2]
    assert owner.window.focusWidget() is first
    QTest.keyClicks(first, typed)
    assert first.accessibleDescription() == "Monday, 2 February 2026"
    QTest.keyClick(first, Key.Key_Tab)
    assert first.text() == "2 Feb 2026"
    QTest.keyClicks(last, "kemarin")
    QTest.keyClick(last, Key.Key_Return)
    owner.hear()
    assert owner.days.startswith("2 Feb\u20138 Mar 2026")
    assert owner.window.focusWidget().text() == "Choose\u2026"  # type: ignore[attr-defined]


def test_esc_puts_the_day_back_where_none_was_typed(owner: Owner) -> None:
    owner.press("Choose\u2026")
    first = strip_of(owner).findChildren(DayField)[0]
    before = first.text()
    QTest.keyClick(first, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(first, "nonsense")
    QTest.keyClick(first, Key.Key_Tab)
    assert first.property("wrong")
    first.setFocus()
    QTest.keyClick(first, Key.Key_Escape)
    assert first.text() == before
    assert not first.property("wrong")
    assert strip_of(owner).isVisible()
    QTest.keyClick(first, Key.Key_Escape)
    assert not strip_of(owner).isVisible()


def test_enter_on_a_button_of_the_strip_presses_that_button(owner: Owner) -> None:
    owner.press("Choose\u2026")
    button = next(b for b in strip_of(owner).findChildren(Button) if b.text() == "New event")
    button.setFocus()
    QTest.keyClick(button, Key.Key_Return)
    assert strip_of(owner).isVisible()
    field = owner.window.focusWidget()
    assert field is not None
    assert field.accessibleName() == "Name of the event"


@pytest.mark.parametrize("typed", ["5 J", "x" * 1_000_000, "30 Feb 2026"])
def test_what_is_no_day_is_marked_where_it_stands(owner: Owner, typed: str, qtbot: QtBot) -> None:
    owner.press("Choose\u2026")
    first = strip_of(owner).findChildren(DayField)[0]
    QApplication.clipboard().setText(typed)
    QTest.keyClick(first, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    with qtbot.capture_exceptions() as told:
        QTest.keyClick(first, Key.Key_Return)
    assert [kind for kind, *_ in told] == [BadDay]
    assert first.property("wrong")
    assert strip_of(owner).isVisible()
    QTest.keyClicks(first, "2 Feb 2026")
    assert not first.property("wrong")


def test_arrows_and_the_calendar_choose_a_day(owner: Owner) -> None:
    owner.press("Choose\u2026")
    last = strip_of(owner).findChildren(DayField)[1]
    before = last.day
    QTest.keyClick(last, Key.Key_Down)
    assert last.day == before - timedelta(days=1)
    QTest.keyClick(last, Key.Key_F4)
    calendar = last.findChild(QCalendarWidget)
    assert calendar is not None
    QTest.keyClick(calendar.focusWidget(), Key.Key_Left)
    QTest.keyClick(calendar.focusWidget(), Key.Key_Return)
    assert last.day == before - timedelta(days=2)


def test_esc_leaves_the_strip_as_it_was(owner: Owner) -> None:
    owner.press("Choose\u2026")
    QTest.keyClick(owner.window.focusWidget(), Key.Key_Escape)
    assert not strip_of(owner).isVisible()
    assert owner.window.head.bar.current == 2
    assert owner.days.startswith("9 Feb")


def test_days_to_come_cannot_be_chosen(owner: Owner) -> None:
    owner.press("Choose\u2026")
    for field in strip_of(owner).findChildren(DayField)[:2]:
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)
        QTest.keyClicks(field, "10/3/2026")
        with pytest.raises(DayTooLate):
            _ = field.day
        assert field.property("wrong")


def test_the_days_survive_a_change_of_language(
    owner: Owner, context: AppContext, qtbot: QtBot
) -> None:
    owner.window.choose_dated(date(2026, 2, 2), date(2026, 2, 5))
    fresh = StatisticsPage(context)
    qtbot.addWidget(fresh)
    fresh.restore_state(owner.window.save_state())
    assert fresh.asked() == PeriodQuery(date(2026, 2, 2), date(2026, 2, 5))
    assert fresh.head.bar.current == 4


# --- values by pointer and by keys, and the way to the orders ------------------------------


def test_a_bar_leads_to_why_it_is_so_and_esc_leads_back(with_a_week: Owner) -> None:
    chart = with_a_week.panel(SalesPanel).chart
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.spot(3).center())
    panel = answer_of(with_a_week)
    assert panel.title == "Why it changed"
    assert panel.said == (
        "From Rp0 to Rp5.000, against Thu 26 Feb 2026: +Rp5.000 = Rp5.000 + Rp0 + Rp0 + Rp0"
    )
    further = with_a_week.window.further
    assert further is not None
    chosen = further.choices.checkedButton()
    assert chosen.hasFocus()
    assert chosen.visibleRegion().boundingRect().size() == chosen.size(), "all of it is in sight"
    QTest.keyClick(with_a_week.window, Key.Key_Escape)
    assert with_a_week.view.isVisible()
    assert not with_a_week.panel(SalesPanel).chart.isHidden()


def test_values_are_read_by_keys(with_a_week: Owner, said: Said) -> None:
    chart = with_a_week.panel(SalesPanel).chart
    chart.setFocus()
    QTest.keyClick(chart, Key.Key_End)
    assert chart.accessibleDescription().startswith("Sun 8 Mar 2026, Rp8.000, 1 order")
    QTest.keyClick(chart, Key.Key_Left)
    assert chart.bubble.text().startswith("Sat 7 Mar 2026\nRp7.000")
    QTest.keyClick(chart, Key.Key_Escape)
    assert not chart.bubble.isVisible()
    QTest.keyClick(chart, Key.Key_End)
    QTest.keyClick(chart, Key.Key_Return)
    assert answer_of(with_a_week).said.startswith("From Rp0 to Rp8.000")


def test_the_heat_map_is_walked_in_two_directions(with_a_week: Owner) -> None:
    heat = with_a_week.panel(HeatPanel).chart
    heat.setFocus()
    QTest.keyClick(heat, Key.Key_Home)
    assert heat.words(heat.current or 0)[:2] == [
        "Monday, 09\u201310 o'clock",
        "1.0 orders per hour",
    ]
    QTest.keyClick(heat, Key.Key_Down)
    QTest.keyClick(heat, Key.Key_Right)
    assert heat.words(heat.current or 0)[:2] == [
        "Tuesday, 10\u201311 o'clock",
        "1.0 orders per hour",
    ]
    QTest.keyClick(heat, Key.Key_Up)
    assert heat.bubble.text() == "Monday, 10\u201311 o'clock\nno orders"
    before = heat.current
    QTest.keyClick(heat, Key.Key_Up)
    assert heat.current == before


def test_the_pointer_shows_a_value_and_leaves_it(with_a_week: Owner) -> None:
    top = with_a_week.panel(TopPanel).chart
    QTest.mouseMove(top, top.spot(0).center())
    with_a_week.qtbot.waitUntil(top.bubble.isVisible)
    assert "35 pcs in 7 order lines" in top.bubble.text()
    QCoreApplication.sendEvent(top, QEvent(QEvent.Type.Leave))
    assert not top.bubble.isVisible()


def test_the_heat_map_also_tells_lines_revenue_and_lead_time(with_a_week: Owner) -> None:
    heat = with_a_week.panel(HeatPanel)
    QTest.mouseClick(heat.measure, Qt.MouseButton.LeftButton)
    menu = heat.measure.menu()
    assert [action.text() for action in menu.actions()] == [
        "Orders per hour, average", "Lines per hour, average", "Revenue per hour, average",
        "Minutes until ready, average",
    ]  # fmt: skip
    menu.actions()[2].trigger()
    assert heat.measure.text() == "Revenue per hour, average, in thousands"
    assert heat.chart.text_of(8_000.0, 8_000.0) == "8.0"
    menu.actions()[3].trigger()
    assert heat.chart.value_of(0, 9) == 2.0


def test_every_chart_has_a_table_behind_it(with_a_week: Owner) -> None:
    for panel in with_a_week.view.panels:
        switch = panel.switch
        assert switch.accessibleName() == "Show as a table"
        QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
        assert panel.table_view is not None
        assert panel.table_view.isVisible()
        assert panel.table_view.accessibleName()
        assert panel.chart is not None
        assert not panel.chart.isVisible()
        assert switch.accessibleName() == "Show as a chart"
    model = with_a_week.panel(SalesPanel).table_view.rows
    said_by = [model.data(model.index(3, column)) for column in range(5)]
    assert said_by == ["Thu 5 Mar 2026", "1", "Rp5.000", "0", "Rp0"]
    times = with_a_week.panel(LeadPanel).table_view.rows
    assert times.rowCount() == 5
    assert times.data(times.index(3, 2)) == "5:00 min"


def test_a_table_follows_the_news(owner: Owner, clock: SetClock) -> None:
    product = a_product("Telur", 1_000)
    an_order(product)
    owner.press("Today")
    QTest.mouseClick(owner.panel(TopPanel).switch, Qt.MouseButton.LeftButton)
    an_order(product)
    owner.hear()
    model = owner.panel(TopPanel).table_view.rows
    assert model.data(model.index(0, 2)) == "Rp2.000"


# --- files ---------------------------------------------------------------------------------


def saving_of(owner: Owner) -> Export:
    return owner.window.findChild(Export)  # type: ignore[return-value]


def test_ctrl_s_asks_where_to_save(with_a_week: Owner) -> None:
    QTest.keyClick(with_a_week.window, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog = with_a_week.window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith("statistics 2026-03-02 2026-03-08.csv")
    dialog.filterSelected.emit("Excel workbook (*.xlsx)")
    assert dialog.defaultSuffix() == "xlsx"
    dialog.reject()


@pytest.mark.parametrize(("language", "own"), [("en", ","), ("id", ";")])
@pytest.mark.parametrize("other", [False, True])
def test_csv_is_what_the_readers_spreadsheet_expects_and_a_choice(
    with_a_week: Owner, tmp_path: Path, language: str, own: str, other: bool
) -> None:
    with_a_week.context.format.decimal_mark = "," if language == "id" else "."
    an_order((a_product("Beras"), 1_500))
    with_a_week.press("Today")
    QTest.keyClick(with_a_week.window, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog = with_a_week.window.findChild(QFileDialog)
    assert dialog is not None
    mark = own
    if other:
        mark = {",": ";", ";": ","}[own]
        dialog.filterSelected.emit(dialog.nameFilters()[1])
    assert dialog.defaultSuffix() == "csv"
    dialog.fileSelected.emit(str(tmp_path / "figures.csv"))
    dialog.reject()
    with_a_week.hear()
    with (tmp_path / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=mark))
    (sold,) = (row for row in rows if row and row[0] == "Items sold")
    assert sold[1] == ("1.5" if mark == "," else "1,5")


def test_the_tables_are_saved_as_csv(with_a_week: Owner, said: Said, tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    saving_of(with_a_week).save_tables(str(path))
    assert said.deeds == ["figures.csv saved"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["All figures"]
    assert rows[1] == [
        "Figure", "2\u20138 Mar 2026", "23 Feb\u20131 Mar 2026", "Unit", "Change (%)",
        "Change (points)", "Remark",
    ]  # fmt: skip
    assert ["Revenue", "35000", "0", "IDR", "", "", ""] in rows
    assert ["Median time to ready", "300", "", "seconds", "", "", ""] in rows
    assert ["Revenue by day"] in rows
    assert ["2026-03-05", "1", "5000", "0", "0"] in rows
    assert ["Telur", "35", "35000", "0", "0", "35000", "", "", "35000", "pcs", "P00001"] in rows
    assert ["Placed to ready", "7", "300", "480"] in rows


def test_a_file_has_numbers_under_their_unit_and_days_as_dates(context: AppContext) -> None:
    week, day = (date(2026, 3, 2), date(2026, 3, 8), None), (date(2026, 3, 9),) * 2
    columns = (
        Head("Days", "days"), Head("Share", "share"), Head("Time", "seconds"),
        Head("At", "moment"), Head("Sum", "change"), Head("", "text"),
    )  # fmt: skip
    noon = 1_773_032_400_000  # 12:00 in Jakarta
    rows = ((week, 0.07, 90, noon, -500, "a"), ((*day, None), None, None, None, 0, "b"))
    sheet = sheet_of(FigureTable("x", columns, rows), context.format)
    assert sheet.heads == [
        "Days, first day", "Days, last day", "Share (%)", "Time (seconds)", "At", "Sum (IDR)",
    ]  # fmt: skip
    assert list(sheet.rows) == [
        (date(2026, 3, 2), date(2026, 3, 8), 7, 90, datetime(2026, 3, 9, 12), -500),
        (date(2026, 3, 9), date(2026, 3, 9), None, None, None, 0),
    ]
    hour = FigureTable("x", (Head("Hour", "days"),), (((*day, 7),),))
    assert list(sheet_of(hour, context.format).rows) == [(datetime(2026, 3, 9, 7),)]
    assert list(sheet_of(FigureTable("x", columns, ()), context.format).rows) == []


def test_the_tables_are_saved_as_a_workbook(with_a_week: Owner, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "figures.xlsx"
    saving_of(with_a_week).save_tables(str(path))
    book = load_workbook(path)
    assert book.sheetnames == [
        "All figures", "Revenue by day", "Top products", "When the shop is busy", "Speed",
    ]  # fmt: skip
    assert book["Revenue by day"]["C5"].value == 5_000


def test_the_view_is_saved_on_paper(with_a_week: Owner, said: Said, tmp_path: Path) -> None:
    path = tmp_path / "figures.pdf"
    saving_of(with_a_week).save_report(str(path))
    assert said.deeds == ["figures.pdf saved"]
    document = path.read_bytes()
    assert document.startswith(b"%PDF-")
    assert len(document) > 10_000
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_nothing_can_be_saved_before_it_was_counted(
    context: AppContext, clock: SetClock, qtbot: QtBot
) -> None:
    window = StatisticsPage(context)
    qtbot.addWidget(window)
    assert not window.action("statistics.save").isEnabled()
    assert not window.action("statistics.print").isEnabled()


# --- the window itself ---------------------------------------------------------------------


def test_an_answer_that_comes_late_is_not_shown(
    context: AppContext, clock: SetClock, qtbot: QtBot
) -> None:
    """The owner has chosen other days while the first ones were being counted."""
    context.background = Background(context.shop.connection)
    window = StatisticsPage(context)
    qtbot.addWidget(window)
    window.refresh()
    window.choose("today")
    qtbot.waitUntil(lambda: window.looked() is not None)
    looked = window.looked()
    assert looked is not None
    assert looked.asked.first == MONDAY
    context.background.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1366, 720), (1920, 1032), (1000, 600)])
def test_it_stands_in_both_themes_and_any_size(
    context: AppContext, clock: SetClock, qtbot: QtBot, theme: str, size: tuple[int, int]
) -> None:
    an_order()
    context.theme = Theme(theme, 1.0 if size[0] > 1000 else 2.0)
    owner = seated(context, qtbot)
    owner.window.resize(*size)
    owner.press("Today")
    assert len(owner.view.panels) == 4
    assert not owner.window.grab().isNull()


def test_the_window_is_freed_when_closed(
    context: AppContext, clock: SetClock, qtbot: QtBot
) -> None:
    an_order()
    window = StatisticsPage(context)
    window.show()
    window.choose("today")
    window.grab()
    gone = weakref.ref(window)
    window.close()
    window.deleteLater()
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert gone() is None


def test_a_wide_screen_shows_the_same_in_larger_letters(with_a_week: Owner) -> None:
    figures = with_a_week.figures
    with_a_week.window.resize(1920, 1032)
    assert with_a_week.view.wide
    with_a_week.qtbot.waitUntil(lambda: with_a_week.figures == figures)
    with_a_week.window.resize(1366, 720)
    assert not with_a_week.view.wide
    with_a_week.qtbot.waitUntil(lambda: len(with_a_week.view.panels) == 4)
    assert with_a_week.panel(SalesPanel).chart.count() == 7


def test_after_past_sales_were_taken_over_it_opens_where_they_are(
    context: AppContext, clock: SetClock, qtbot: QtBot
) -> None:
    at(clock, date(2012, 5, 3), 9)
    an_order(a_product("Beras", 70_000))
    at(clock, date(2026, 3, 9), 9)
    owner = seated(context, qtbot)
    assert owner.window.asked().days == (date(2012, 4, 6), date(2012, 5, 3))
    assert "70.000" in owner.figures[0]
    assert owner.window.head.bar.current == 4
    owner.press("28 days")
    assert owner.window.asked().days == (date(2026, 2, 9), date(2026, 3, 8)), "what is chosen holds"


def test_all_time_begins_with_the_first_order_and_ends_now(
    context: AppContext, clock: SetClock, qtbot: QtBot
) -> None:
    at(clock, date(2026, 1, 2), 9)
    an_order(a_product("Beras", 70_000))
    at(clock, date(2026, 3, 9), 9)
    an_order(a_product("Gula", 5_000))
    owner = seated(context, qtbot)
    owner.press("Choose\u2026")
    owner.press("All time")
    assert owner.window.asked().days == (date(2026, 1, 2), date(2026, 3, 9))
    assert "Rp75.000" in owner.figures[0]
    assert owner.window.head.bar.current == 4


def test_hours_of_today_that_are_to_come_are_no_hours_without_orders(
    with_a_week: Owner, clock: SetClock
) -> None:
    an_order(a_product("Teh", 500))
    with_a_week.press("Today")
    heat = with_a_week.panel(HeatPanel).chart
    said = {heat.place_of(n): heat.words(n)[1] for n in range(heat.count())}
    monday = {hour: words for (day, hour), words in said.items() if day == MONDAY.weekday()}
    assert monday[9] == "no orders"
    assert monday[10] == "1.0 orders per hour"
    assert {words for hour, words in monday.items() if hour > 10} == {"still to come"}
    assert heat.text_of(1.0, 1.0) == "1", "nothing was averaged"
    with_a_week.press("7 days")
    heat = with_a_week.panel(HeatPanel).chart
    at(clock, MONDAY + timedelta(days=1), 9)
    assert "still to come" not in {heat.words(n)[1] for n in range(heat.count()) if n > 24}
