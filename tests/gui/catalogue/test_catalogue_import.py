"""A price list is looked at on the screen, imported with one button, and taken back."""

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.catalogue.importing.row_reasons import has_sentence, reason_text
from gui.catalogue.page import CataloguePage
from gui.runtime.background import Background
from gui.shell.app_context import AppContext
from gui.widgets.text.labels import Label
from gui.words.formatting import Formatting
from gui.words.language import Language
from models.catalogue import catalogue_listing
from models.catalogue_import import catalogue_import
from models.shop.opening import Shop
from tests.gui.conftest import Said
from tests.readable import a_product, product_with_code

if TYPE_CHECKING:
    from gui.catalogue.importing.import_view import ImportView

HEAD = "kode,barcode,nama,satuan,harga_beli,harga_jual,stok"


def a_list(folder: Path, *rows: str, head: str = HEAD) -> str:
    path = folder / "list.csv"
    path.write_text("\n".join([head, *rows, ""]), encoding="utf-8")
    return str(path)


class Importer:
    """Who brings a price list."""

    def __init__(self, window: CataloguePage, context: AppContext) -> None:
        self.window = window
        self.context = context
        self.pane: ImportView = window.importing

    def open(self, path: str) -> None:
        self.window.opened(import_path=path)

    @property
    def shown(self) -> list[str]:
        """The rows in the table: code, price, reason."""
        table = self.pane.table.rows
        return [
            " | ".join(str(table.index(row, column).data()) for column in (2, 4, 5))
            for row in range(table.rowCount())
        ]

    @property
    def filters(self) -> list[str]:
        return [b.accessibleName() for b in self.pane.filters.buttons.values() if b.isVisible()]

    @property
    def buttons(self) -> list[str]:
        found = self.pane.findChildren(QAbstractButton)
        return [button.text() for button in found if button.isVisible()]

    def press(self, text: str) -> None:
        for button in self.pane.findChildren(QAbstractButton):
            if text in (button.text(), button.accessibleName()) and button.isVisible():
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                return
        raise AssertionError(f"no button {text}")


@pytest.fixture
def importer(context: AppContext, qtbot: QtBot) -> Importer:
    window = CataloguePage(context)
    qtbot.addWidget(window)
    QAbstractItemModelTester(window.importing.table.rows, window)
    window.resize(1366, 720)
    window.show()
    return Importer(window, context)


def test_every_row_has_its_result_and_the_button_names_the_number(
    importer: Importer, tmp_path: Path
) -> None:
    importer.open(a_list(tmp_path, "B1,,AQUA 600 ML,btl,2083,2500,", "B2,,SANIA,pch,,185OO,"))
    assert importer.shown == [
        "B1 | Rp2.500 | No remark",
        "B2 | 185OO | Price \u201c185OO\u201d contains the letter O, not the digit 0",
    ]
    assert importer.filters == ["All 2", "New 1", "Changed 0", "Check 0", "Rejected 1"]
    assert "Import 1 row" in importer.buttons
    assert "Save 1 rejected row as CSV" in importer.buttons
    assert catalogue_listing.listing() == []


def test_the_counts_are_filters(importer: Importer, tmp_path: Path) -> None:
    importer.open(a_list(tmp_path, "B1,,AQUA,btl,2083,2500,", "B2,,SANIA,pch,,x,"))
    importer.press("Rejected 1")
    assert [row[:2] for row in importer.shown] == ["B2"]
    importer.press("All 2")
    assert len(importer.shown) == 2


def test_importing_goes_back_to_the_products_and_can_be_undone(
    importer: Importer, tmp_path: Path, said: Said
) -> None:
    importer.open(a_list(tmp_path, "B1,,AQUA 600 ML,btl,2083,2500,"))
    QTest.keyClick(importer.pane, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert product_with_code("B1").name == "Aqua 600 ml"
    assert not importer.pane.isVisible()
    assert said.deeds == ["list.csv: 1 new, 0 changed, 0 left out"]
    importer.window.undo()
    assert not product_with_code("B1").active


def test_taking_an_import_back_says_what_it_did_and_it_is_done_again(
    application: Application, tmp_path: Path, qtbot: QtBot
) -> None:
    a_product("Aqua", 2_400, sku="B1")
    path = a_list(tmp_path, "B1,,Aqua,btl,,2500,", "B2,,Sania,pch,,1000,", "B3,,Teh,pch,,900,")
    main_window = application.start("catalogue", import_path=path)
    qtbot.waitActive(main_window)

    def press(keys: str) -> str:
        QTest.keySequence(main_window.windowHandle(), keys)
        application.scanner.settle()
        bar = main_window.undo_bar
        return bar.accessibleName() if bar is not None else ""

    press("Ctrl+Return")
    for _ in range(2):
        said = press("Ctrl+Z")
        assert said == "list.csv undone: 2 out of sale, 1 as before, 0 left as they are"
        assert catalogue_listing.counts()["all"] == 1
        assert press("Ctrl+Shift+Z") == "list.csv again: 2 back in sale, 1 changed"
        assert catalogue_listing.counts()["all"] == 3
    press("Ctrl+Shift+Z")
    assert main_window.notice_text() == "There is nothing to do again."


def test_a_file_that_changes_nothing_says_so(
    importer: Importer, tmp_path: Path, said: Said
) -> None:
    path = a_list(tmp_path, "B1,,Aqua,btl,2083,2500,")
    catalogue_import.run(path)
    importer.open(path)
    assert "Nothing to import" in importer.buttons
    assert importer.shown == ["B1 | Rp2.500 | Nothing changes"]


def test_a_price_is_shown_before_and_after(importer: Importer, tmp_path: Path) -> None:
    a_product("Aqua", 2_400, sku="B1")
    importer.open(a_list(tmp_path, "B1,,Aqua,,,2500,"))
    assert importer.shown == ["B1 | Rp2.500 | Rp2.400 \u2192 Rp2.500"]


def test_shouted_names_stay_when_the_box_is_not_ticked(importer: Importer, tmp_path: Path) -> None:
    importer.open(a_list(tmp_path, "B1,,AQUA BESAR,btl,2083,2500,"))
    QTest.mouseClick(importer.pane.title_case, Qt.MouseButton.LeftButton)
    importer.pane.run()
    assert product_with_code("B1").name == "AQUA BESAR"


def test_columns_that_nobody_knows_are_chosen_by_hand(importer: Importer, tmp_path: Path) -> None:
    importer.open(a_list(tmp_path, "B1,Teh,5000", head="satu,dua,tiga"))
    form = importer.pane.form
    assert form.isVisible()
    assert importer.pane.unreadable.isVisible()
    for field, head in (("sku", "satu"), ("name", "dua"), ("price", "tiga")):
        box = form.boxes[field]
        box.setCurrentIndex(box.findData(head))
    importer.press("Use these columns")
    assert importer.shown == ["B1 | Rp5.000 | No remark"]
    assert not form.isVisible()


def test_a_file_of_prices_only_shows_no_rows_of_the_file_before(
    importer: Importer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad = a_list(tmp_path, "B1,,Teh,btl,4000,5000,12"), tmp_path / "prices.csv"
    bad.write_text("Harga\n15000\n", encoding="utf-8")
    chosen = iter([good, str(bad)])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a, **k: (next(chosen), ""))
    ctrl = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(importer.window, Qt.Key.Key_I, ctrl)
    assert importer.shown == ["B1 | Rp5.000 | No remark"]
    importer.press("Another file")
    assert "prices.csv has no column for the name" in importer.pane.unreadable.accessibleName()
    assert not importer.pane.table.isVisible()
    assert not importer.pane.run_button.isVisible()
    assert importer.pane.form.isVisible()


def test_a_fault_while_a_file_is_read_shows_no_rows_of_the_file_before(
    importer: Importer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    importer.open(a_list(tmp_path, "B1,,Teh,btl,4000,5000,12"))

    def broken(*args: object, **kwargs: object) -> None:
        raise KeyError("name")

    monkeypatch.setattr(catalogue_import, "preview", broken)
    with pytest.raises(KeyError):
        importer.open(a_list(tmp_path, "B2,,Kopi,btl,4000,5000,12"))
    assert importer.pane.seen is None
    assert importer.pane.unreadable.isVisible()
    assert not importer.pane.run_button.isVisible()


def test_columns_that_are_left_out_are_named(importer: Importer, tmp_path: Path) -> None:
    importer.open(a_list(tmp_path, "Kopi,2000,Minuman,5", head="nama,harga_jual,Grup,Catatan"))
    shown = [label.text() for label in importer.pane.strip.findChildren(Label)]
    assert shown == [
        "nama",
        "Name",
        "harga_jual",
        "Price",
        "Grup",
        "left out",
        "Catatan",
        "left out",
    ]


def test_a_column_can_be_left_out(importer: Importer, tmp_path: Path) -> None:
    importer.open(a_list(tmp_path, "B1,,Teh,btl,4000,5000,12"))
    importer.press("Change columns")
    importer.pane.form.boxes["stock"].setCurrentIndex(0)
    importer.press("Use these columns")
    importer.pane.run()
    assert product_with_code("B1").on_hand is None


def test_a_file_that_cannot_be_read_says_why(importer: Importer, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"SQLite format 3\x00\x00\x01")
    importer.open(str(path))
    assert "cannot be read as text" in importer.pane.unreadable.accessibleName()
    assert not importer.pane.run_button.isEnabled()
    assert "Another file" in importer.buttons


def test_rejected_rows_are_saved(
    importer: Importer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: Said
) -> None:
    importer.open(a_list(tmp_path, "B1,,Teh,btl,4000,5OOO,12"))
    target = tmp_path / "rejected.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(target), ""))
    importer.press("Save 1 rejected row as CSV")
    assert "B1,,Teh,btl,4000,5OOO,12" in target.read_text("utf-8-sig")
    assert said.deeds == ["1 row saved in rejected.csv"]


def test_esc_gives_up(importer: Importer, tmp_path: Path) -> None:
    importer.open(a_list(tmp_path, "B1,,Teh,btl,4000,5000,12"))
    QTest.keyClick(importer.pane, Qt.Key.Key_Escape)
    assert not importer.pane.isVisible()
    assert catalogue_listing.listing() == []


def test_the_file_is_asked_for(
    importer: Importer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_list(tmp_path, "B1,,Teh,btl,4000,5000,12")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a, **k: (path, ""))
    importer.window.start_import()
    assert importer.pane.isVisible()
    assert len(importer.shown) == 1


def test_a_long_import_runs_beside_the_window_and_can_be_stopped(
    context: AppContext, shop: Shop, qtbot: QtBot, tmp_path: Path
) -> None:
    context.background = Background(shop.connection)
    window = CataloguePage(context)
    qtbot.addWidget(window)
    window.show()
    rows = [f"B{i},,Barang {i},pcs,,1000," for i in range(3000)]
    window.opened(import_path=a_list(tmp_path, *rows))
    qtbot.waitUntil(lambda: window.importing.seen is not None)
    threads: list[str] = []

    def watch(done: int, of: int) -> bool:
        threads.append(threading.current_thread().name)
        return done < 2000

    window.importing.watch = watch  # type: ignore[method-assign]
    window.importing.run()
    qtbot.waitUntil(lambda: not window.importing.is_busy)
    assert set(threads) == {"background"}
    assert catalogue_listing.listing() == []
    assert window.importing.isVisible()
    context.background.close()


def test_every_fact_of_an_import_has_a_sentence_in_both_languages(
    shop: Shop, language: Language, tmp_path: Path
) -> None:
    import ast

    sources = sorted(Path(catalogue_import.__file__).parent.glob("*.py"))
    codes = {
        str(node.args[0].value)
        for source in sources
        for node in ast.walk(ast.parse(source.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("Remark", "Refused")
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }
    codes |= {"misread", "unescaped", "code_twice", "name_twice"}
    assert len(codes) > 20
    assert [code for code in sorted(codes) if not has_sentence(code)] == []
    language.choose("id")
    rows = ("B1,,Chitato,,,5000,", ",,Chitato,,,10500,")
    seen = catalogue_import.preview(a_list(tmp_path, *rows))
    text = reason_text(seen.rows[1], Formatting("id"))
    assert text == "Tanpa kode, padahal \u201cChitato\u201d ada di baris 2 dengan kode: beri kode"
