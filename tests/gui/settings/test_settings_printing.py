"""The owner gives a station its printer, and sees to the papers that did not come out."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.printing import print_settings, printers
from gui.printing.document import SIZES, Document
from gui.printing.print_settings import habits_of
from gui.settings.devices.printing import PrintingSection
from gui.shell.app_context import AppContext
from models import print_spool
from models.errors import PrinterFailed
from models.print_spool import PrintRequest, State
from tests.gui.conftest import Said
from tests.readable import an_order


@pytest.fixture
def section(context: AppContext, qtbot: QtBot) -> PrintingSection:
    section = PrintingSection(context)
    qtbot.addWidget(section)
    section.show()
    return section


def choose_way(section: PrintingSection, way: str) -> None:
    section.way.setCurrentIndex(section.way.findData(way))
    section.way.activated.emit(section.way.currentIndex())


def test_a_new_station_has_no_printer(section: PrintingSection, context: AppContext) -> None:
    assert section.way.currentData() == ""
    assert not section.trial.isEnabled()
    for field in (section.printer, section.address, section.folder):
        assert not field.isVisible()


def test_each_way_to_print_asks_for_what_it_needs(section: PrintingSection) -> None:
    fields = {"system": section.printer, "escpos": section.address, "pdf": section.folder}
    for way in fields:
        choose_way(section, way)
        assert [w for w, field in fields.items() if field.isVisible()] == [way]
        assert section.trial.isEnabled()


def test_what_is_chosen_is_kept_by_the_station(
    section: PrintingSection, context: AppContext
) -> None:
    choose_way(section, "escpos")
    section.address.setText(" 192.168.1.50 ")
    section.address.editingFinished.emit()
    section.paper.chosen.emit(list(SIZES).index("58"))
    QTest.mouseClick(section.boxes[print_settings.SPELLED], Qt.MouseButton.LeftButton)
    chosen = habits_of(context.station)
    assert (chosen.way, chosen.target, chosen.size.name) == ("escpos", "192.168.1.50", "58")
    assert (chosen.columns, chosen.spelled, chosen.opens_drawer) == (32, True, False)
    section.columns.setCurrentIndex(section.columns.findData(42))
    section.columns.activated.emit(section.columns.currentIndex())
    assert habits_of(context.station).columns == 42


def test_receipts_can_be_left_out(section: PrintingSection, context: AppContext) -> None:
    choose_way(section, "pdf")
    assert print_settings.prints_receipts(context.station)
    QTest.mouseClick(section.boxes[print_settings.RECEIPTS], Qt.MouseButton.LeftButton)
    assert not print_settings.prints_receipts(context.station)


@pytest.mark.parametrize("prints", [True, False])
def test_a_receipt_of_a_later_payment_comes_when_the_customer_takes_one(
    section: PrintingSection, context: AppContext, prints: bool
) -> None:
    choose_way(section, "pdf")
    context.station.remember(print_settings.RECEIPTS, prints)
    receipt = [PrintRequest("receipt")]
    assert print_settings.papers_of_payment(context.station, receipt=True) == receipt
    assert print_settings.papers_of_payment(context.station, receipt=False) == []


def test_a_trial_comes_out_on_the_paper_that_is_chosen(
    section: PrintingSection, said: Said, tmp_path: Path
) -> None:
    choose_way(section, "pdf")
    section.folder.setText(str(tmp_path))
    section.folder.editingFinished.emit()
    QTest.mouseClick(section.trial, Qt.MouseButton.LeftButton)
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["Test print.pdf"]
    assert said.deeds == ["The test print is out"]


def test_a_trial_that_fails_says_why(
    section: PrintingSection, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    def off(sheet: Document, chosen: print_settings.PrintSettings) -> None:
        raise PrinterFailed("no_answer", chosen.target)

    monkeypatch.setattr(printers, "deliver", off)
    choose_way(section, "escpos")
    with pytest.raises(PrinterFailed):
        section.print_trial()
    assert said.deeds == []


def test_papers_that_failed_are_listed_printed_again_or_forgotten(
    section: PrintingSection, said: Said
) -> None:
    an_order(papers=[PrintRequest("receipt"), PrintRequest("ticket", station="Gudang")])
    job = print_spool.take()
    assert job is not None
    print_spool.fail(job, "no_answer")
    section.refresh()
    shown = section.papers.list.rows.rows
    assert [row.request.paper for row in shown] == ["receipt", "ticket"]
    section.papers.list.go_to(0)
    QTest.mouseClick(section.papers.again, Qt.MouseButton.LeftButton)
    assert {job.state for job in print_spool.outstanding()} == {State.WAITING}
    section.refresh()
    section.papers.list.go_to(1)
    assert not section.papers.again.isEnabled()
    QTest.mouseClick(section.papers.forget, Qt.MouseButton.LeftButton)
    assert said.deeds == ["Pick ticket 001 is forgotten"]
    assert [job.request.paper for job in print_spool.outstanding()] == ["receipt"]
