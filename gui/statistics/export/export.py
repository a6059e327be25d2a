"""Takes the figures out of the program: all as tables or on paper, one panel as a picture too."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from gui.shell.file_choice import last_folder
from gui.shell.page import Page
from gui.statistics.export.panel_images import for_clipboard, png_of, svg_of
from gui.statistics.export.printed_report import report
from gui.statistics.panels.dashboard_tables import all_figures
from gui.statistics.panels.figure_tables import marks_of, sheet_of
from gui.statistics.panels.panel import Panel
from gui.statistics.period.period_query import DashboardResult
from models.export.export import COMMAS, POINTS, Marks, Sheet

if TYPE_CHECKING:
    from datetime import date

    from gui.shell.app_context import AppContext


class Export(QObject):
    """Asks where to, and writes there in the background."""

    def __init__(
        self,
        page: Page,
        looked: Callable[[], DashboardResult | None],
        first_page: Callable[[], list[Panel]],
        second_page: Callable[[], list[Panel]],
    ) -> None:
        """What is shown now, and the panels of either page (none of one that is not seen)."""
        super().__init__(page)
        self._context: AppContext = page.context
        self._page = page
        self._panel: Panel | None = None
        self._first_page, self._second_page = first_page, second_page
        self._looked = looked
        # Of the CSV file that is asked for.
        self._marks = marks_of(page.context.format)

    def watch(self, panel: Panel) -> None:
        """What is asked of this panel's menu is done here."""
        panel.wanted.connect(self._wanted)

    # --- everything ------------------------------------------------------------------------

    def ask_for_tables(self) -> None:
        filters = [*self._csv_filters(), self.tr("Excel workbook (*.xlsx)")]
        self._ask(self.tr("Save the figures"), filters, "csv").fileSelected.connect(
            self.save_tables
        )

    def ask_for_report(self) -> None:
        filters = [self.tr("PDF document (*.pdf)")]
        dialog = self._ask(self.tr("Save the report"), filters, "pdf")
        dialog.fileSelected.connect(self.save_report)

    def save_tables(self, path: str) -> None:
        """A workbook when the name ends with .xlsx, otherwise CSV."""
        if (looked := self._looked()) is not None:
            tables = [all_figures(self._context.format, looked.found)]
            panels = [*self._first_page(), *self._second_page()]
            tables += [panel.table for panel in panels if panel.table is not None]
            self._write_tables(path, [sheet_of(table, self._context.format) for table in tables])

    def save_report(self, path: str) -> None:
        if (looked := self._looked()) is not None:
            self._write_document(path, report(self._context.format, looked, self._second_page()))

    # --- one panel -------------------------------------------------------------------------

    def ask_for_focused(self) -> None:
        """The panel in which the focus is: as what, says the dialog."""
        self._ask_for_panel("png")

    def _ask_for_panel(self, way: str) -> None:
        panel = self._focused()
        if panel is None:
            return
        self._panel = panel
        filters = [
            self.tr("Picture (*.png)"),
            self.tr("Drawing (*.svg)"),
            *self._csv_filters(),
            self.tr("Excel workbook (*.xlsx)"),
        ]
        dialog = self._ask(self.tr("Save this panel"), filters, way, panel)
        dialog.fileSelected.connect(self.save_panel)

    def save_panel(self, path: str) -> None:
        """What the end of the name says: a picture, a drawing, a workbook or CSV."""
        panel, fmt = self._panel, self._context.format
        if panel is None or panel.table is None:
            return
        kind = Path(path).suffix.lower()
        if kind in (".png", ".svg"):
            self._write_document(path, (png_of if kind == ".png" else svg_of)(panel, fmt))
        else:
            self._write_tables(path, [sheet_of(panel.table, fmt)])

    def copy_panel(self) -> None:
        """Picture and table of the panel in which the focus is."""
        panel = self._focused()
        if panel is not None:
            QGuiApplication.clipboard().setMimeData(for_clipboard(panel, self._context.format))
            text = self.tr("{panel} copied").format(panel=panel.title)
            self._context.say(text, icon="content-copy", bold=panel.title)

    def _focused(self) -> Panel | None:
        here = self._second_page() or self._first_page()
        panels = [panel for panel in here if panel.table is not None]
        focus = self._page.focusWidget()
        for panel in panels:
            if focus is not None and panel.isAncestorOf(focus):
                return panel
        return panels[0] if panels else None

    def _wanted(self, way: str) -> None:
        self.sender().take_focus()  # type: ignore[attr-defined]
        if way == "copy":
            self.copy_panel()
        else:
            self._ask_for_panel(way)

    # --- writing ---------------------------------------------------------------------------

    def _write_tables(self, path: str, sheets: Sequence[Sheet]) -> None:
        writing = partial(_write_tables, path, sheets, self._marks)
        self._context.background.ask(writing, self._saved, owner=self)

    def _write_document(self, path: str, document: bytes) -> None:
        writing = partial(_write_document, path, document)
        self._context.background.ask(writing, self._saved, owner=self)

    def _ask(
        self, title: str, filters: list[str], suffix: str, panel: Panel | None = None
    ) -> QFileDialog:
        self._marks = marks_of(self._context.format)
        dialog = QFileDialog(self._page, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(filters)
        dialog.selectNameFilter(next(x for x in filters if f"*.{suffix})" in x))
        dialog.setDefaultSuffix(suffix)
        dialog.setDirectory(str(last_folder(self._context.station)))
        dialog.selectFile(f"{self._name(panel)}.{suffix}")
        dialog.filterSelected.connect(self._follow_filter)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _name(self, panel: Panel | None) -> str:
        """After the panel and the days that it shows, which may be others than the page's."""
        looked = self._looked() if panel is None else panel.looked
        days: tuple[date, ...] = (looked.asked.first, looked.asked.last) if looked else ()
        words = "".join(x if x.isalnum() else " " for x in (panel.title if panel else "")).split()
        parts = [" ".join(words).lower() or self.tr("statistics")]
        return " ".join([*parts, *(day.isoformat() for day in days)])

    def _csv_filters(self) -> list[str]:
        """CSV as the reader's spreadsheet expects it, and the other way."""
        own = marks_of(self._context.format)
        return [self._csv_filter(marks) for marks in sorted((POINTS, COMMAS), key=own.__ne__)]

    def _csv_filter(self, marks: Marks) -> str:
        if marks == COMMAS:
            return self.tr("CSV with semicolons, 1,5 (*.csv)")
        return self.tr("CSV with commas, 1.5 (*.csv)")

    def _follow_filter(self, chosen: str) -> None:
        """The ending and the marks follow the kind of file that is chosen."""
        for marks in (POINTS, COMMAS):
            if chosen == self._csv_filter(marks):
                self._marks = marks
        dialog = self.sender()
        if isinstance(dialog, QFileDialog):
            dialog.setDefaultSuffix(chosen.partition("*.")[2].rstrip(")"))

    def _saved(self, name: str) -> None:
        text = self.tr("{file} saved").format(file=name)
        self._context.say(text, icon="file-check-outline", bold=name)


def _write_tables(path: str, sheets: Sequence[Sheet], marks: Marks) -> str:
    from models.export import export

    place = Path(path)
    if place.suffix.lower() == ".xlsx":
        export.write_xlsx(place, sheets)
    elif len(sheets) == 1:
        export.write_csv(place, sheets[0], marks=marks)
    else:
        export.write_csv_blocks(place, sheets, marks=marks)
    return place.name


def _write_document(path: str, document: bytes) -> str:
    from models.export import export

    export.write_document(Path(path), document)
    return Path(path).name
