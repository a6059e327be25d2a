"""The owner asks further: why, what else, and what stands behind it; and takes panels home."""

import csv
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from gui.look.theme import text_width
from gui.statistics.export.export import Export
from gui.statistics.panels.dashboard_tables import all_figures
from gui.statistics.panels.drill_down import DrillDown, OneOrder, Orders
from gui.statistics.panels.main_panels import HeatPanel, LeadPanel, SalesPanel, TopPanel
from gui.statistics.panels.panel import Panel
from gui.statistics.reports.queue_report import QueuePanel, QueueReport
from gui.statistics.reports.reports_view import QUESTIONS
from gui.statistics.reports.special_reports import WhenReport
from models.errors import TextMissing
from models.fulfilment import fulfilment
from models.orders import drawer, order_history, orders, returns
from models.orders.order_filter import OrderFilter
from models.orders.order_history import Search
from models.orders.payments import Tender
from models.settings import preferences
from models.statistics import occasions
from models.storage.database import transaction
from tests.conftest import SetClock
from tests.gui.conftest import Said
from tests.gui.statistics.owner import (
    MONDAY,
    Owner,
    answer_of,
    at,
    further_of,
    strip_of,
)
from tests.readable import a_product, an_order, pcs

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
LAST_YEAR = (date(2025, 2, 26), date(2025, 3, 4))


def ask(owner: Owner, name: str) -> None:
    """Chooses a question of the second page by its name."""
    if not owner.window.further_shown:
        QTest.keyClick(owner.window, Key.Key_D, CONTROL)
    further = further_of(owner)
    number = further.names.index(name)
    QTest.mouseClick(further.choices.button(number), Qt.MouseButton.LeftButton)


def texts_of(panel: Panel) -> list[list[str]]:
    assert panel.table_view is not None
    model = panel.table_view.rows
    return [
        [model.data(model.index(row, column)) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


# --- questions -----------------------------------------------------------------------------


def test_ctrl_d_turns_to_the_next_questions_and_back(with_a_week: Owner) -> None:
    QTest.keyClick(with_a_week.window, Key.Key_D, CONTROL)
    assert further_of(with_a_week).isVisible()
    rows = {row[0]: row[1:] for row in texts_of(answer_of(with_a_week))}
    assert rows["Revenue"] == ["Rp35.000", "Rp0", "\u2013"]
    assert rows["Items per order"][0] == "5"
    assert rows["Cancelled orders"][0] == "0"
    QTest.keyClick(with_a_week.window, Key.Key_D, CONTROL)
    assert not further_of(with_a_week).isVisible()
    assert with_a_week.view.isVisible()


@pytest.mark.parametrize("question", QUESTIONS, ids=[q.text for q in QUESTIONS])
def test_each_question_is_answered_in_a_sentence_and_a_table(
    with_a_week: Owner, question: Any
) -> None:
    ask(with_a_week, question.name)
    panel = answer_of(with_a_week)
    assert panel.table is not None
    assert panel.title == panel.table.name
    assert panel.said
    assert not with_a_week.window.grab().isNull()


@pytest.mark.parametrize("question", QUESTIONS, ids=[q.text for q in QUESTIONS])
def test_each_question_has_an_answer_in_an_empty_shop(owner: Owner, question: Any) -> None:
    ask(owner, question.name)
    assert answer_of(owner).said
    assert not owner.window.grab().isNull()


def test_why_is_told_in_parts_that_add_up_to_the_rupiah(owner: Owner, clock: SetClock) -> None:
    rice, tea = a_product("Beras", 70_000), a_product("Teh", 5_333)
    at(clock, date(2026, 2, 2), 9)
    an_order(tea)
    at(clock, date(2026, 3, 1), 9)
    an_order((rice, pcs(1.5)), tea)
    an_order(tea)
    at(clock, date(2026, 3, 8), 9)
    for pieces in (1, 2, 3):
        an_order((rice, pcs(pieces)), (tea, pcs(2)))
    at(clock, MONDAY, 10)
    owner.press("7 days")
    ask(owner, "Why it changed")
    bars = answer_of(owner).chart.bars
    *parts, together = [bar.value for bar in bars]
    assert sum(parts) == together == owner.window.looked().found.now.sums.revenue - 115_666
    numbers = [int(x.replace(".", "")) for x in re.findall(r"Rp([\d.]+)", answer_of(owner).said)]
    assert numbers[0] == 115_666
    assert numbers[2] == together


@pytest.mark.parametrize("days", [(8,), (1, 8)])
def test_no_answer_compares_with_days_before_the_shop_was_open(
    owner: Owner, clock: SetClock, days: tuple[int, ...]
) -> None:
    tea = a_product("Teh", 5_000)
    for day in days:
        at(clock, date(2026, 3, day), 9)
        an_order(tea)
    at(clock, MONDAY, 10)
    owner.press("7 days")
    opened = f"{days[0]} Mar 2026"
    for question in ("Why it changed", "Categories"):
        ask(owner, question)
        answer = answer_of(owner)
        assert answer.said == f"Open since {opened}: these days cannot be compared yet"
        assert answer.table is not None
        (row,) = answer.table.rows
        names = [column.head for column in answer.table.columns]
        assert row[names.index("Before")] is row[names.index("Change")] is None
        assert answer.chart is None or not any("before" in x for x in answer.chart.words(0))


def test_days_before_the_shop_was_open_are_no_zeros(owner: Owner, clock: SetClock) -> None:
    at(clock, date(2026, 3, 8), 9)
    an_order(a_product("Teh", 5_000))
    at(clock, MONDAY, 10)
    owner.press("7 days")
    looked = owner.window.looked()
    assert looked is not None
    for table, columns in (
        (owner.panel(SalesPanel).table, (3, 4)),
        (owner.panel(TopPanel).table, (3, 4)),
        (all_figures(owner.context.format, looked.found), (3,)),
    ):
        assert table is not None
        assert {row[column] for row in table.rows for column in columns} == {None}
    assert {than[1] for _, _, than, *_ in all_figures(owner.context.format, looked.found).rows} == {
        None
    }
    assert not any("before" in x for x in owner.panel(SalesPanel).chart.words(6))


def test_an_hour_of_today_is_explained_as_well(owner: Owner, clock: SetClock) -> None:
    at(clock, date(2026, 2, 2), 9)
    an_order(a_product("Teh"))
    at(clock, MONDAY, 10)
    an_order(a_product("Telur", 1_000))
    owner.press("Today")
    sales = owner.panel(SalesPanel)
    hour = next(n for n in range(sales.chart.count()) if sales.chart.bar(n).revenue)
    sales.chart.pressed.emit(hour)
    assert answer_of(owner).said.startswith("From Rp0 to Rp1.000")


def test_from_why_it_is_one_step_to_the_orders(with_a_week: Owner, said: Said) -> None:
    with_a_week.panel(SalesPanel).chart.pressed.emit(3)
    with_a_week.press("Show the orders")
    ((page, arguments),) = said.opened
    assert (page, arguments["about"]) == ("order_history", "Thu 5 Mar 2026")
    assert [order.day for order in order_history.find(arguments["search"])] == [date(2026, 3, 5)]


def test_news_does_not_lead_away_from_the_day_that_is_asked_about(
    with_a_week: Owner, clock: SetClock
) -> None:
    with_a_week.panel(SalesPanel).chart.pressed.emit(3)
    assert answer_of(with_a_week).second.text() == "Thu 5 Mar 2026"  # type: ignore[attr-defined]
    order = order_history.find(Search(first_day=date(2026, 3, 5), last_day=date(2026, 3, 5)))[0]
    fulfilment.hand_over(order.id)
    with_a_week.hear()
    assert answer_of(with_a_week).said.startswith("From Rp0 to Rp5.000")
    ask(with_a_week, "Categories")
    assert texts_of(answer_of(with_a_week))[0][1] == "Rp5.000"
    with_a_week.press("28 days")
    assert texts_of(answer_of(with_a_week))[0][1] == "Rp35.000"


def test_with_little_width_the_answer_stands_below_the_questions(with_a_week: Owner) -> None:
    ask(with_a_week, "Why it changed")
    with_a_week.window.resize(900, 1400)
    panel = answer_of(with_a_week)
    with_a_week.qtbot.waitUntil(lambda: panel.y() > 0)
    assert panel.table_view is not None
    assert panel.chart is not None
    with_a_week.qtbot.waitUntil(lambda: panel.table_view.y() > panel.chart.geometry().bottom())
    with_a_week.window.resize(1366, 720)
    with_a_week.qtbot.waitUntil(lambda: panel.table_view.x() > panel.chart.geometry().right())
    ask(with_a_week, WhenReport.name())
    with_a_week.window.resize(900, 1400)
    with_a_week.qtbot.waitUntil(lambda: len(further_of(with_a_week).panels) == 4)
    panels = further_of(with_a_week).panels
    with_a_week.qtbot.waitUntil(lambda: len({panel.x() for panel in panels}) == 1)


# --- from a figure to its orders -----------------------------------------------------------


def test_cells_and_bars_lead_to_their_orders(with_a_week: Owner, said: Said) -> None:
    heat, top, lead = (with_a_week.panel(kind) for kind in (HeatPanel, TopPanel, LeadPanel))
    heat.chart.pressed.emit(heat.chart.hours.index(9))  # Monday at nine
    top.chart.pressed.emit(0)
    lead.chart.pressed.emit(3)
    week = Search(first_day=date(2026, 3, 2), last_day=date(2026, 3, 8))
    assert [arguments["search"] for _, arguments in said.opened] == [
        replace(week, order_filter=OrderFilter(weekday=0, hour=9)),
        replace(week, order_filter=OrderFilter(products=(1,))),
        replace(week, order_filter=OrderFilter(step="ready", seconds=480)),
    ]
    assert [arguments["about"] for _, arguments in said.opened] == [
        "Monday 09\u201310", "Telur", "Placed to ready: 8:00 min or longer",
    ]  # fmt: skip
    found = [len(order_history.find(arguments["search"])) for _, arguments in said.opened]
    assert found == [1, 7, 1]


def test_a_row_of_a_table_leads_on_as_its_bar_does(with_a_week: Owner, said: Said) -> None:
    ask(with_a_week, "Stations and staff")
    panel = answer_of(with_a_week)
    assert texts_of(panel)[0][:3] == ["Counter 1", "\u2013", "7"]
    assert panel.table_view is not None
    panel.table_view.chosen.emit(panel.table_view.rows.row(0))
    panel.chart.pressed.emit(0)
    (_, by_row), (_, by_bar) = said.opened
    assert by_row == by_bar
    assert by_row["search"].order_filter == OrderFilter(station="1", staff="")


def test_shorts_cancelled_and_returned_goods_lead_on(
    owner: Owner, clock: SetClock, said: Said
) -> None:
    rice = a_product("Beras", 70_000)
    order = an_order((rice, pcs(2)), a_product("Teh", 5_000)).id
    fulfilment.short(order, 2, reason="damaged")
    fulfilment.make_ready(order)
    fulfilment.hand_over(order)
    returns.return_goods(order, {1: pcs(1)}, note="pecah")
    orders.cancel(an_order(rice).id, "salah ketik")
    owner.press("Today")
    leads: list[DrillDown] = []
    for name in ("Short lines", "Cancelled orders", "Came back"):
        ask(owner, name)
        table = answer_of(owner).table
        assert table is not None
        lead = table.lead_of(table.rows[0])
        assert lead is not None
        leads.append(lead)
    assert leads[0].search.order_filter == OrderFilter(missing="damaged")
    assert leads[1].search.order_filter == OrderFilter(cancelled_for="salah ketik")
    assert leads[2].search == Search(order_filter=OrderFilter(products=(rice.id,), returned=True))
    assert answer_of(owner).said == "1 lines came back, Rp70.000 less on the bills"
    owner.window.lead(leads[2])
    assert said.opened == [("order_history", {"search": leads[2].search, "about": "Beras"})]


#: Which question has which orders behind its rows, and behind the bars that are no rows.
BEHIND: dict[str, tuple[list[set[str]], set[str]]] = {
    "Why it changed": ([{"rice"}, {"tea"}], {"rice", "tea"}),
    "Categories": ([{"rice"}, {"tea"}], set()),
    "Sellers by size (ABC)": ([{"rice"}, {"tea"}], {"rice", "tea"}),
    "No longer sold": ([{"egg"}], set()),
    "Came back": ([{"rice"}], {"rice"}),
    "Payments": ([{"rice"}], set()),
    "Tills": ([{"rice"}], set()),
    "Picking and trust": ([{"rice"}], set()),
}


def test_every_row_and_bar_of_an_answer_leads_to_its_orders(
    owner: Owner, clock: SetClock, said: Said
) -> None:
    rice, tea = (a_product(x, 9_000, category=x) for x in ("Beras", "Teh"))
    names = {}
    at(clock, date(2026, 3, 2), 9)
    names[an_order(a_product("Telur", category="Telur")).id] = "egg"
    at(clock, MONDAY, 9)
    drawer.open_drawer(0)
    order = an_order((rice, pcs(2)), tenders=[Tender("cash", 18_000)]).id
    names[order], names[an_order(tea).id] = "rice", "tea"
    fulfilment.make_ready(order)
    fulfilment.hand_over(order)
    returns.return_goods(order, {1: pcs(0.5)}, method="transfer")
    drawer.close_drawer(18_000)
    owner.press("Today")
    owner.hear()
    for question, (rows, bars) in BEHIND.items():
        ask(owner, question)
        panel = answer_of(owner)
        assert panel.table is not None
        found = [orders_of(panel.table.lead_of(row), names) for row in panel.table.rows]
        assert found[: len(rows)] == rows, question
        by_bar = orders_of(panel.lead_at(0), names)
        assert by_bar == (bars or rows[0]), question


def orders_of(lead: object, names: dict[int, str]) -> set[str]:
    assert isinstance(lead, Orders)
    return {names[order.id] for order in order_history.find(lead.search)}


def test_all_figures_and_the_key_figures_lead_to_their_orders(
    with_a_week: Owner, said: Said
) -> None:
    key_figures = with_a_week.view.figures.findChildren(QAbstractButton)
    assert [x.accessibleName() for x in key_figures] == with_a_week.figures
    QTest.mouseClick(key_figures[0], Qt.MouseButton.LeftButton)
    key_figures[4].setFocus()
    QTest.keyClick(key_figures[4], Key.Key_Return)
    QTest.keyClick(key_figures[5], Key.Key_Space)
    order_filter = [arguments["search"].order_filter for _, arguments in said.opened]
    assert order_filter == [
        OrderFilter(),
        OrderFilter(step="ready", seconds=300),
        OrderFilter(missing=""),
    ]
    counts = [len(order_history.find(arguments["search"])) for _, arguments in said.opened]
    assert counts == [7, 4, 0]
    ask(with_a_week, "All figures")
    table = answer_of(with_a_week).table
    assert table is not None
    assert all(isinstance(table.lead_of(row), Orders) for row in table.rows)


def test_two_that_are_bought_together_lead_to_the_orders_with_both(
    owner: Owner, clock: SetClock
) -> None:
    rice, egg, tea = (a_product(name, 1_000) for name in ("Beras", "Telur", "Teh"))
    for _ in range(4):
        an_order(rice, egg)
        an_order(tea)
    owner.press("Today")
    ask(owner, "Bought together")
    table = answer_of(owner).table
    assert table is not None
    assert texts_of(answer_of(owner)) == [["Beras", "Telur", "100.0%", "4", "2.0 \u00d7"]]
    lead = table.lead_of(table.rows[0])
    assert isinstance(lead, Orders)
    assert len(order_history.find(lead.search)) == 4


# --- the week side by side, and the queue at a moment ---------------------------------------


def test_the_week_stands_side_by_side_in_every_measure(with_a_week: Owner) -> None:
    ask(with_a_week, WhenReport.name())
    with_a_week.qtbot.waitUntil(lambda: len(further_of(with_a_week).panels) == 4)
    words = [panel.measure.text() for panel in further_of(with_a_week).panels]  # type: ignore[attr-defined]
    assert len(set(words)) == 4
    assert words[-1] == "Minutes until ready, average"


def test_the_queue_is_seen_as_it_stood_at_any_minute(
    owner: Owner, clock: SetClock, said: Said
) -> None:
    at(clock, MONDAY, 9, 30)
    first = an_order().id
    at(clock, MONDAY, 9, 40)
    an_order()
    at(clock, MONDAY, 9, 50)
    fulfilment.make_ready(first)
    fulfilment.hand_over(first)
    at(clock, MONDAY, 10)
    owner.press("Today")
    ask(owner, QueueReport.name())
    page = further_of(owner).shown_page
    assert isinstance(page, QueueReport)
    (panel,) = page.panels
    assert page.slider.value() == 600  # ten o'clock: now
    assert [row[0] for row in texts_of(panel)] == ["002"]
    page.slider.setValue(9 * 60 + 45)
    owner.qtbot.waitUntil(lambda: len(texts_of(panel)) == 2)
    assert [row[0] for row in texts_of(panel)] == ["001", "002"]
    assert panel.title == "The queue at 9 Mar 2026 09:45"
    assert texts_of(panel)[0][2] == "15:00 min"
    panel.chart.pressed.emit(1)
    owner.qtbot.waitUntil(lambda: page.slider.value() == 9 * 60 + 40)  # when two of them waited
    table = panel.table
    assert table is not None
    lead = table.lead_of(table.rows[0])
    assert lead == OneOrder(first)


def test_of_days_whose_orders_are_gone_the_queue_is_not_told_as_empty(
    owner: Owner, clock: SetClock, said: Said
) -> None:
    an_order()
    at(clock, MONDAY, 10)
    an_order()
    with transaction():
        preferences.write(preferences.DETAIL_FROM, 20260309)
    owner.press("Today")
    ask(owner, QueueReport.name())
    page = further_of(owner).shown_page
    assert isinstance(page, QueueReport)
    (panel,) = page.panels
    assert isinstance(panel, QueuePanel)
    assert len(texts_of(panel)) == 2
    before, after = (
        button
        for button in page.findChildren(QAbstractButton)
        if button.accessibleName() in ("The day before", "The day after")
    )
    QTest.keyClick(before, Key.Key_Space)
    gone = "Of days before 9 Mar 2026 only the sums are kept"
    owner.qtbot.waitUntil(lambda: panel.empty.accessibleName().startswith(gone))
    assert panel.empty.isVisible()
    QTest.keyClick(after, Key.Key_Space)
    owner.qtbot.waitUntil(lambda: not panel.empty.isVisible())


# --- the owner's own events ----------------------------------------------------------------


def write_event(owner: Owner, name: str) -> None:
    owner.press("New event")
    field = owner.window.focusWidget()
    assert isinstance(field, QLineEdit)
    field.clear()
    QTest.keyClicks(field, name)
    QTest.keyClick(field, Key.Key_Return)
    owner.hear()


def test_an_event_is_written_with_the_days_that_are_looked_at(
    with_a_week: Owner, said: Said
) -> None:
    with_a_week.press("Choose\u2026")
    write_event(with_a_week, "Pasar murah")
    (event,) = occasions.everyone()
    assert (event.name, event.first_day, event.last_day) == (
        "Pasar murah", date(2026, 3, 2), date(2026, 3, 8),
    )  # fmt: skip
    assert said.deeds == ["Pasar murah is on the axis"]
    sales = with_a_week.panel(SalesPanel)
    assert sales.chart.words(0)[-1] == "Pasar murah"
    assert sales.table.rows[0][-1] == "Pasar murah"
    assert not sales.grab().isNull()


def test_an_event_is_looked_at_against_the_last_time_it_was(
    with_a_week: Owner, clock: SetClock
) -> None:
    at(clock, LAST_YEAR[0], 9)
    an_order(a_product("Gula", 2_000))
    at(clock, MONDAY, 10)
    occasions.add("Lebaran", *LAST_YEAR)
    occasions.add("lebaran", date(2026, 3, 3), date(2026, 3, 8))
    with_a_week.hear()
    with_a_week.press("Choose\u2026")
    with_a_week.press("lebaran")
    assert with_a_week.days == ("3\u20138 Mar 2026, against Lebaran 26 Feb\u20133 Mar 2025")
    assert with_a_week.figures[0] == "Revenue: Rp33.000 1550% from Rp2.000"
    with_a_week.press("7 days")
    assert "Lebaran" not in with_a_week.days


def test_an_event_is_changed_and_removed_and_comes_back(with_a_week: Owner, said: Said) -> None:
    occasions.add("Pasar", date(2026, 3, 2), date(2026, 3, 8))
    with_a_week.hear()
    with_a_week.press("Choose\u2026")
    with_a_week.press("Change")
    field = with_a_week.window.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "Pasar"
    QTest.keyClicks(field, "Pasar malam")
    with_a_week.press("Save")
    assert occasions.everyone()[0].name == "Pasar malam"
    with_a_week.press("Change")
    with_a_week.press("Remove")
    assert occasions.everyone() == []
    undo = said.undos[-1]
    assert undo is not None
    undo()
    assert occasions.everyone()[0].name == "Pasar malam"


def test_esc_closes_the_form_and_then_the_strip(with_a_week: Owner) -> None:
    with_a_week.press("Choose\u2026")
    with_a_week.press("New event")
    QTest.keyClick(with_a_week.window.focusWidget(), Key.Key_Escape)
    assert strip_of(with_a_week).isVisible()
    assert occasions.everyone() == []
    QTest.keyClick(with_a_week.window.focusWidget(), Key.Key_Escape)
    assert not strip_of(with_a_week).isVisible()


def test_an_event_that_was_given_up_is_taken_up_again(with_a_week: Owner, said: Said) -> None:
    with_a_week.press("Choose\u2026")
    with_a_week.press("New event")
    field = with_a_week.window.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Pasar malam")
    QTest.keyClick(field, Key.Key_Escape)
    assert not field.isVisible()
    undo = said.undos[-1]
    assert undo is not None
    undo()
    assert (field.isVisible(), field.text()) == (True, "Pasar malam")


def test_an_event_without_a_name_is_marked_where_it_is_missing(
    with_a_week: Owner, qtbot: QtBot
) -> None:
    with_a_week.press("Choose\u2026")
    with_a_week.press("New event")
    field = with_a_week.window.focusWidget()
    assert isinstance(field, QLineEdit)
    with qtbot.capture_exceptions() as told:
        QTest.keyClick(field, Key.Key_Return)
    assert [kind for kind, *_ in told] == [TextMissing]
    assert field.property("wrong")
    assert field.isVisible()


def test_days_are_compared_with_last_year_or_with_an_event(
    with_a_week: Owner, clock: SetClock
) -> None:
    occasions.add("Lebaran", *LAST_YEAR)
    with_a_week.hear()
    compare = with_a_week.window.head.compare
    actions = compare.menu().actions()
    assert [action.text() for action in actions if action.text()] == [
        "The weeks before", "The same weeks last year", "Lebaran, 26 Feb\u20134 Mar 2025",
    ]  # fmt: skip
    actions[1].trigger()
    with_a_week.hear()
    assert with_a_week.days == "2\u20138 Mar 2026, against 3\u20139 Mar 2025"
    with_a_week.press("28 days")
    assert with_a_week.days == "9 Feb\u20138 Mar 2026, against 10 Feb\u20139 Mar 2025"


def test_a_month_stands_against_the_whole_one_before_and_28_days_against_28(
    with_a_week: Owner,
) -> None:
    window = with_a_week.window
    for period, said in (
        ("last_month", "1\u201328 Feb 2026, against 1\u201331 Jan"),
        ("month", "1\u20138 Mar 2026, against 1\u20138 Feb"),
        ("last_year", "1 Jan\u201331 Dec 2025, against 1 Jan\u201331 Dec 2024"),
        ("28", "9 Feb\u20138 Mar 2026, against 12 Jan\u20138 Feb"),
    ):
        window.choose(period)
        with_a_week.hear()
        assert with_a_week.days == said


@pytest.mark.parametrize(
    ("period", "word"),
    [("last_month", "The month before"), ("year", "The year before"), ("90", "The weeks before")],
)
def test_the_menu_calls_the_time_before_by_its_name(
    with_a_week: Owner, period: str, word: str
) -> None:
    with_a_week.window.choose(period)
    with_a_week.hear()
    assert with_a_week.window.head.compare.menu().actions()[0].text() == word


# --- the way out ---------------------------------------------------------------------------


def saving_of(owner: Owner) -> Export:
    return owner.window.saving


def save_panel(owner: Owner, panel: Panel, path: Path) -> None:
    """By the menu of the panel, into this file."""
    way = path.suffix.removeprefix(".")
    action = next(a for a in panel.menu().actions() if a.data() == way)
    action.trigger()
    dialog = owner.window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.defaultSuffix() == way
    dialog.reject()
    dialog.setParent(None)
    saving_of(owner).save_panel(str(path))


def test_every_panel_becomes_a_picture_on_white(
    with_a_week: Owner, said: Said, tmp_path: Path
) -> None:
    for number, panel in enumerate(with_a_week.view.panels):
        path = tmp_path / f"{number}.png"
        save_panel(with_a_week, panel, path)
        picture = QImage(str(path))
        assert picture.width() >= 2 * 720
        assert picture.pixelColor(2, 2).name() == "#ffffff"
        spots = ((x, y) for x in range(30, 1400, 11) for y in range(120, 500, 11))
        assert len({picture.pixelColor(*spot).name() for spot in spots}) > 3  # it is drawn
    assert len(said.deeds) == 4


def test_a_picture_of_lines_says_whose_figures_it_shows(with_a_week: Owner, tmp_path: Path) -> None:
    path = tmp_path / "sales.svg"
    save_panel(with_a_week, with_a_week.panel(SalesPanel), path)
    drawing = path.read_text(encoding="utf-8")
    assert "<svg" in drawing
    assert "Revenue by day" in drawing
    assert "2\u20138 Mar 2026, against" in drawing
    assert "counted 9 Mar 2026 10:00" in drawing
    assert "<image" not in drawing


def test_a_panel_of_the_second_page_goes_the_same_ways(with_a_week: Owner, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    ask(with_a_week, "Why it changed")
    for kind in ("png", "svg", "csv", "xlsx"):
        save_panel(with_a_week, answer_of(with_a_week), tmp_path / f"why.{kind}")
    page = load_workbook(tmp_path / "why.xlsx").active
    assert [cell.value for cell in page[2]] == ["Telur", 0, 35_000, 35_000, 0, "P00001"]
    with (tmp_path / "why.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[1] == ["Telur", "0", "35000", "35000", "0", "P00001"]
    assert (tmp_path / "why.svg").read_bytes().startswith(b"<?xml")


def test_nothing_that_people_typed_becomes_a_formula(owner: Owner, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    an_order(a_product("=HYPERLINK(1)", 1_000))
    owner.press("Today")
    top = owner.panel(TopPanel)
    for kind in ("csv", "xlsx"):
        save_panel(owner, top, tmp_path / f"top.{kind}")
    assert "'=HYPERLINK(1)" in (tmp_path / "top.csv").read_text(encoding="utf-8-sig")
    cell = load_workbook(tmp_path / "top.xlsx").active["A2"]
    assert (cell.data_type, cell.value) == ("s", "=HYPERLINK(1)")
    top.take_way(top.menu().actions()[0])
    text = QGuiApplication.clipboard().text()
    assert text.splitlines()[1].startswith("'=HYPERLINK(1)\t1\t1000")


def test_ctrl_c_copies_the_panel_in_which_the_focus_is(with_a_week: Owner, said: Said) -> None:
    with_a_week.panel(TopPanel).chart.setFocus()
    QTest.keyClick(with_a_week.window, Key.Key_C, CONTROL)
    assert said.deeds == ["Top products copied"]
    content = QGuiApplication.clipboard().mimeData()
    assert content.hasImage()
    assert content.text().splitlines()[1].startswith("Telur\t35\t35000")


def test_ctrl_e_saves_the_panel_in_which_the_focus_is(with_a_week: Owner) -> None:
    with_a_week.panel(LeadPanel).chart.setFocus()
    QTest.keyClick(with_a_week.window, Key.Key_E, CONTROL)
    dialog = with_a_week.window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith("speed 2026-03-02 2026-03-08.png")
    assert len(dialog.nameFilters()) == 5
    dialog.reject()


def test_an_answer_is_saved_under_the_days_that_it_shows(with_a_week: Owner) -> None:
    chart = with_a_week.panel(SalesPanel).chart
    chart.setFocus()
    QTest.keyClick(chart, Key.Key_Home)
    QTest.keyClick(chart, Key.Key_Return)
    with_a_week.hear()
    QTest.keyClick(with_a_week.window, Key.Key_E, CONTROL)
    dialog = with_a_week.window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith("why it changed 2026-03-02 2026-03-02.png")
    dialog.reject()


def test_the_answer_looked_at_is_saved_with_all_others(with_a_week: Owner, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    ask(with_a_week, "Sellers by size (ABC)")
    path = tmp_path / "figures.xlsx"
    saving_of(with_a_week).save_tables(str(path))
    assert load_workbook(path).sheetnames[-1] == "Sellers by size (ABC)"
    saving_of(with_a_week).save_report(str(tmp_path / "figures.pdf"))
    document = (tmp_path / "figures.pdf").read_bytes()
    assert len(re.findall(rb"/Type /Page\b", document)) == 2


# --- a year --------------------------------------------------------------------------------


def test_a_feast_is_drawn_in_months_too_and_names_never_stand_upon_each_other(
    with_a_week: Owner,
) -> None:
    occasions.add("Ramadan", date(2025, 8, 1), date(2025, 8, 20))
    occasions.add("Lebaran", date(2025, 8, 21), date(2025, 8, 23))
    with_a_week.window.choose("365")
    with_a_week.hear()
    chart = with_a_week.panel(SalesPanel).chart
    with_a_week.qtbot.waitUntil(lambda: chart.bars.unit == "month")
    image = QImage(chart.size(), QImage.Format.Format_RGB32)
    painter, taken = QPainter(image), []  # type: ignore[var-annotated]
    for occasion in reversed(chart.grounds()):
        chart.draw_ground(painter, occasion, taken)
    painter.end()
    (first, second) = sorted(taken)
    assert first[1] <= second[0]


def test_where_the_days_have_no_room_the_comparison_is_said_in_other_words(
    with_a_week: Owner,
) -> None:
    with_a_week.window.choose("365")
    with_a_week.hear()
    compare = with_a_week.window.head.compare
    with_a_week.qtbot.waitUntil(lambda: "2025" in compare.text())
    assert compare.text().startswith("against 3 Mar 2024")
    compare.resize(1000, 32)
    assert compare.shown_words() == compare.text()
    compare.resize(210, 32)
    assert compare.shown_words() == "against the time before"


def test_large_sums_are_never_cut(owner: Owner, clock: SetClock) -> None:
    an_order((a_product("Emas", 999_000_000, category="Emas"), pcs(9)))
    owner.press("Today")
    ask(owner, "Categories")
    view = answer_of(owner).table_view
    assert view is not None
    texts = texts_of(answer_of(owner))[0]
    for column, text in zip(view.rows.columns, texts, strict=True):
        assert column.width is None or column.width >= text_width(
            owner.context.theme.font("small"), text
        )


def test_names_have_room_beside_three_sums_and_the_amount_to_order_is_explained(
    with_a_week: Owner,
) -> None:
    a_product("Minyak Goreng Sania Royale 2 L", on_hand=pcs(1), reorder_at=pcs(4))
    for name, column in (("Sellers by size (ABC)", 1), ("Stock", 0)):
        ask(with_a_week, name)
        panel = answer_of(with_a_week)
        assert panel.chart is not None
        assert panel.table_view is not None
        assert panel.chart.width() < panel.width() / 4, name
        assert panel.table_view.columnWidth(column) >= 220, name
    assert "Order: what lasts for 14 days at the pace of the last 28" in panel.said
