"""Takes the figures out of the program: as tables (CSV, Excel) or as a sheet of paper (PDF)."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from gui.desk import Desk
from gui.file_choice import last_folder
from gui.room import Room
from gui.statistics.figure_tables import period_table, sheet_of, tables_of
from gui.statistics.further import FurtherFigures
from gui.statistics.report import report
from gui.statistics.sales_groups import bars_of
from models import export, preferences
from models.export import Sheet
from models.statistics import Dashboard


class Saving(QObject):
    """Asks where to, and writes there in the background."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._desk: Desk = room.desk
        self._room = room
        self._path = ""
        #: What would be saved now.
        self.found: Dashboard | None = None
        #: The second page, while it is looked at.
        self.further: FurtherFigures | None = None

    def ask_for_tables(self) -> None:
        filters = [self.tr("CSV file (*.csv)"), self.tr("Excel workbook (*.xlsx)")]
        self._ask(self.tr("Save the figures"), filters, "csv").fileSelected.connect(
            self.save_tables
        )

    def ask_for_report(self) -> None:
        filters = [self.tr("PDF document (*.pdf)")]
        dialog = self._ask(self.tr("Save the report"), filters, "pdf")
        dialog.fileSelected.connect(self.save_report)

    def save_tables(self, path: str) -> None:
        """A workbook when the name ends with .xlsx, otherwise CSV."""
        if self.found is not None:
            tables = tables_of(self._desk.format, self.found, bars_of(self.found))
            if self.further is not None and self.further.table is not None:
                tables.append(self.further.table)
            sheets = [sheet_of(table) for table in (period_table(self.found), *tables)]
            self._desk.background.ask(partial(_write_tables, path, sheets), self._saved, owner=self)

    def save_report(self, path: str) -> None:
        self._path = path
        self._desk.background.ask(_shop_name, self._write_report, owner=self)

    def _write_report(self, shop_name: str) -> None:
        if self.found is not None:
            document = report(self._desk.format, shop_name, self.found)
            writing = partial(_write_report, self._path, document)
            self._desk.background.ask(writing, self._saved, owner=self)

    def _ask(self, title: str, filters: list[str], suffix: str) -> QFileDialog:
        dialog = QFileDialog(self._room, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(filters)
        dialog.setDefaultSuffix(suffix)
        dialog.setDirectory(str(last_folder(self._desk.station)))
        dialog.selectFile(self._name())
        dialog.filterSelected.connect(self._follow_filter)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _name(self) -> str:
        found = self.found
        days: tuple[date, ...] = (found.first_day, found.last_day) if found else ()
        return " ".join([self.tr("statistics"), *(day.isoformat() for day in days)])

    def _follow_filter(self, chosen: str) -> None:
        """The ending follows the kind of file that is chosen."""
        dialog = self.sender()
        if isinstance(dialog, QFileDialog):
            dialog.setDefaultSuffix(chosen.partition("*.")[2].rstrip(")"))

    def _saved(self, name: str) -> None:
        text = self.tr("{file} saved").format(file=name)
        self._desk.say(text, icon="file-check-outline", bold=name)


def _shop_name() -> str:
    return preferences.get(preferences.SHOP_NAME)


def _write_tables(path: str, sheets: Sequence[Sheet]) -> str:
    place = Path(path)
    if place.suffix.lower() == ".xlsx":
        export.write_xlsx(place, sheets)
    else:
        export.write_csv_blocks(place, sheets)
    return place.name


def _write_report(path: str, document: bytes) -> str:
    export.write_document(Path(path), document)
    return Path(path).name
