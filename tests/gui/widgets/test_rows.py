"""Lists change only where they differ, so that the row one works on stays where it is."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from gui.look.theme import Theme
from gui.widgets.rows.rows import Column, RowsModel, RowsView


@dataclass(frozen=True)
class Item:
    code: int
    name: str = ""


def code_of(item: Item) -> int:
    return item.code


def name_of(item: Item) -> str:
    return item.name


COLUMNS = (Column("Code", lambda item: str(item.code), "right", 80), Column("Name", name_of))


def new_model() -> RowsModel:
    model = RowsModel(COLUMNS, code_of)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


lists = st.lists(
    st.builds(Item, st.integers(0, 12), st.sampled_from("abc")), max_size=12, unique_by=code_of
)


@settings(max_examples=150, deadline=None)
@given(st.lists(lists, min_size=1, max_size=5), st.integers(0, 12))
def test_whatever_is_shown_next_the_model_holds_exactly_that(
    qapp: QApplication, shown: list[list[Item]], followed: int
) -> None:
    model = new_model()
    model.show(shown[0])
    number = model.number_of(followed)
    mark = _persistent(model, number)
    for items in shown[1:]:
        model.show(items)
        assert model.rows == items
        if mark is not None and all(followed in map(code_of, more) for more in shown):
            assert model.row(mark.row()).code == followed


def _persistent(model: RowsModel, number: int):  # type: ignore[no-untyped-def]
    from PySide6.QtCore import QPersistentModelIndex

    return QPersistentModelIndex(model.index(number, 0)) if number >= 0 else None


def test_the_current_row_stays_current_when_another_comes_above_it(qtbot: QtBot) -> None:
    view = RowsView(Theme("light"), COLUMNS, code_of)
    qtbot.addWidget(view)
    view.rows.show([Item(1), Item(2), Item(3)])
    view.go_to(1)
    view.rows.show([Item(9), Item(1), Item(2, "changed"), Item(3)])
    assert view.current == Item(2, "changed")


def test_only_the_row_that_differs_is_painted_anew(qtbot: QtBot) -> None:
    model = new_model()
    model.show([Item(1, "a"), Item(2, "b"), Item(3, "c")])
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.show([Item(1, "a"), Item(2, "x"), Item(3, "c")])
    first, last, *_ = changed.args
    assert (first.row(), last.row()) == (1, 1)


def test_enter_chooses_the_row(qtbot: QtBot) -> None:
    view = RowsView(Theme("light"), COLUMNS, code_of)
    qtbot.addWidget(view)
    view.rows.show([Item(1), Item(2)])
    view.go_to(1)
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [Item(2)]


def test_an_edited_cell_tells_what_was_typed_and_waits_for_the_news(qtbot: QtBot) -> None:
    model = RowsModel((Column("Name", name_of, edit=name_of),), code_of)
    model.show([Item(1, "old")])
    with qtbot.waitSignal(model.edited) as edited:
        model.setData(model.index(0, 0), "new")
    assert edited.args == [Item(1, "old"), 0, "new"]
    assert model.row(0).name == "old"


@pytest.mark.parametrize("align", ["left", "right"])
def test_a_head_stands_over_its_column(qapp: QApplication, align: str) -> None:
    model = RowsModel((Column("Price", name_of, align),))
    model.show([Item(1, "Rp5")])
    role = Qt.ItemDataRole.TextAlignmentRole
    head = model.headerData(0, Qt.Orientation.Horizontal, role)
    assert head == model.data(model.index(0, 0), role)


def test_a_name_that_is_cut_is_read_under_the_pointer(qtbot: QtBot) -> None:
    view = RowsView(Theme("light"), COLUMNS, code_of)
    qtbot.addWidget(view)
    view.rows.show([Item(1, "Teh"), Item(2, "Minyak Goreng Sania Royale Kemasan Isi Ulang 2 L")])
    view.resize(240, 200)
    view.show()
    for row, said in ((0, ""), (1, "Minyak Goreng Sania Royale Kemasan Isi Ulang 2 L")):
        spot = view.visualRect(view.rows.index(row, 1)).center()
        pane = view.viewport()
        QCoreApplication.sendEvent(
            pane, QHelpEvent(QEvent.Type.ToolTip, spot, pane.mapToGlobal(spot))
        )
        assert QToolTip.text() == said
