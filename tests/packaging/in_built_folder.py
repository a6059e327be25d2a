"""What of the built program another program of this computer would hide when it is missing: run
inside the built one by `test_built_folder.py`.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook
from PySide6.QtCore import QBuffer, QCollator, QIODevice, QLocale
from PySide6.QtGui import QFontDatabase, QImage, QImageReader
from PySide6.QtPrintSupport import QPrinterInfo

from gui.look import icons
from gui.look.theme import RESOURCES, Theme
from gui.pages import GUIDE, PAGES
from gui.printing import escpos, page_painting
from gui.printing.document import SIZES
from gui.printing.test_page import trial_sheet
from gui.runtime import screen
from gui.shell.guide import guide_pages
from gui.words.formatting import Formatting
from gui.words.language import Language
from models.formats import spreadsheets
from models.shop.opening import open_shop
from models.storage import postgres_driver


def faults(folder: Path) -> Iterator[str]:
    """What does not work, in words. `folder` is for files that are made and read again."""
    assert getattr(sys, "frozen", False), "this is not the built program"
    qt = screen.application(["botbelanja"])
    language = Language(qt)
    language.choose("id")
    if qt.translate("QPlatformTheme", "Cancel") != "Batal":
        yield "Qt's own words are not Indonesian"
    if QCollator(QLocale("id")).compare("éa", "eb") >= 0:
        yield "letters with accents are not sorted among the others"
    kinds = {bytes(kind.data()).decode() for kind in QImageReader.supportedImageFormats()}
    if not {"svg", "png", "jpeg", "ico"} <= kinds:
        yield f"of pictures it knows {sorted(kinds)} only"
    pictures = {path.name: QImage(str(path)) for path in RESOURCES.glob("icons/*.svg")}
    yield from (f"{name} is not drawn" for name, image in pictures.items() if image.isNull())
    theme = Theme("light")
    theme.apply_theme_to_application(qt)
    if "Inter" not in QFontDatabase.families():
        yield "its letters are missing"
    for name in {page.icon for page in PAGES.values()}:
        if icons.pixmap(name, theme.color("text"), 32).toImage().isNull():
            yield f"the icon {name} is missing"
    for topic in GUIDE.values():
        if not guide_pages.markdown(topic, "id"):
            yield f"the page {topic} of the guide is missing"
    with open_shop(str(folder / "shop.sqlite3")):
        yield from _on_paper(Formatting("id"))
    yield from _in_tables(folder)
    postgres_driver.load()
    import psycopg

    if psycopg.pq.__impl__ != "binary":
        yield "PostgreSQL's driver is not the one that it brings"
    QPrinterInfo.availablePrinterNames()  # asks the printers of the system, if it has any


def _on_paper(words: Formatting) -> Iterator[str]:
    sheet = trial_sheet(words)
    for size in SIZES.values():
        paper = QBuffer()
        paper.open(QIODevice.OpenModeFlag.WriteOnly)
        page_painting.write_pdf(sheet, size, paper)
        if not bytes(paper.data().data()).startswith(b"%PDF"):
            yield f"nothing is printed on {size.name}"
    if b"TOTAL" not in escpos.bytes_of(sheet, 48):
        yield "a printer for receipts is told nothing"


def _in_tables(folder: Path) -> Iterator[str]:
    book = Workbook()
    book.active.append(("Kode", "Nama", "Harga"))
    book.active.append(("A1", "Gula", 15_000))
    book.save(folder / "prices.xlsx")
    if len(list(spreadsheets.opened(folder / "prices.xlsx").rows())) != 2:
        yield "a workbook is not read"
