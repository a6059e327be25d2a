"""Which printer this station has, what comes out of it by itself, and what is still to come."""

import sys
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gui.printing import print_settings as keys
from gui.printing import printers
from gui.printing.document import SIZES
from gui.printing.print_settings import habits_of, papers_folder
from gui.printing.test_page import trial_sheet
from gui.settings.devices.papers import PapersCard
from gui.settings.section import Section
from gui.shell.app_context import AppContext
from gui.shell.file_choice import last_folder
from gui.widgets.buttons.button import Button
from gui.widgets.buttons.segmented import Segmented
from gui.widgets.fields.boxes import ChoiceBox
from gui.widgets.fields.form import add_field, heading
from models import events
from models.events import Event

_COLUMNS = (0, 32, 42, 48)


class PrintingSection(Section):
    """Kept on this machine, not in the shop: a printer belongs to a station."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.set_head(self.tr("Printing"), self.tr("The printer of this station."))
        self._add_printer()
        self._add_habits()
        self.papers = PapersCard(context, self.card(self.tr("Not printed yet"), wide=None))
        self.column.addStretch(1)
        self.refresh()
        self.way.activated.connect(self._keep_way)
        self.printer.activated.connect(self._keep_printer)
        self.address.editingFinished.connect(self._keep_address)
        self.columns.activated.connect(self._keep_columns)
        self.folder.editingFinished.connect(self._keep_folder)
        self.browse.clicked.connect(self._choose_folder)
        self.paper.chosen.connect(self._keep_paper)
        self.trial.clicked.connect(self.print_trial)
        self.tickets_at.editingFinished.connect(self._keep_tickets_at)
        for box in self.boxes.values():
            box.clicked.connect(self._keep_box)

    def is_affected_by(self, event: Event) -> bool:
        return event.kind in events.PAPER_KINDS | events.ORDER_KINDS

    # --- building --------------------------------------------------------------------------

    def _add_printer(self) -> None:
        theme = self.context.theme
        card = self.card(self.tr("Printer"))
        self.way = ChoiceBox()
        for way, text in (
            ("", self.tr("None yet")),
            ("system", self.tr("A printer of this station")),
            ("escpos", self.tr("A receipt printer (ESC/POS)")),
            ("pdf", self.tr("PDF files in a folder")),
        ):
            self.way.addItem(text, way)
        add_field(theme, card, self.tr("Print with"), self.way)
        self.printer = ChoiceBox()
        self._system = _part(card)
        add_field(theme, self._system[1], self.tr("Printer of this station"), self.printer)
        self._receipts = _part(card)
        self.address = QLineEdit(maxLength=200)
        add_field(
            theme, self._receipts[1], self.tr("Address"), self.address,
            self.tr("On the network, for instance 192.168.1.50; on a cable, its name in the "
                    "settings of Windows.")
            if sys.platform == "win32" else
            self.tr("On the network, for instance 192.168.1.50; on a cable, for instance "
                    "/dev/usb/lp0."),
        )  # fmt: skip
        self.columns = ChoiceBox()
        for columns in _COLUMNS:
            text = self.tr("{count} characters").format(count=columns)
            self.columns.addItem(text if columns else self.tr("As the paper is wide"), columns)
        add_field(theme, self._receipts[1], self.tr("Characters in a line"), self.columns)
        self._files = _part(card)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.folder = QLineEdit(maxLength=500)
        self.folder.setAccessibleName(self.tr("Folder"))
        self.browse = Button(theme, self.tr("Choose"), "folder-open-outline", "toolbar")
        row.addWidget(self.folder, 1)
        row.addWidget(self.browse)
        self._files[1].addWidget(heading(theme, self.tr("Folder")))
        self._files[1].addLayout(row)
        self._files[1].addSpacing(theme.px(10))
        names = [f"{size.name} mm" if size.is_roll else size.name for size in SIZES.values()]
        self.paper = Segmented(theme, names, self.tr("Paper"))
        card.addWidget(heading(theme, self.tr("Paper")))
        card.addWidget(self.paper)
        card.addSpacing(theme.px(10))
        self.trial = Button(theme, self.tr("Test print"), "printer-check", "toolbar")
        card.addWidget(self.trial, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_habits(self) -> None:
        theme = self.context.theme
        card = self.card(self.tr("Automatically"))
        self.boxes: dict[str, QCheckBox] = {}
        for key, text in (
            (keys.RECEIPTS, self.tr("Print a receipt after each payment")),
            (keys.SPELLED, self.tr("Write the total in words on receipts")),
            (keys.DRAWER, self.tr("Open the cash drawer with a receipt for cash")),
            (keys.TICKETS, self.tr("Print a pick ticket for each order and each change")),
        ):  # fmt: skip
            self.boxes[key] = box = QCheckBox(text)
            box.setObjectName(key)
            box.setAccessibleName(text)
            card.addWidget(box)
        card.addSpacing(theme.px(6))
        self.tickets_at = QLineEdit(maxLength=20)
        add_field(
            theme, card, self.tr("Pick tickets come out at station"), self.tickets_at,
            self.tr("Empty: at this one. The other station needs a printer of its own."),
        )  # fmt: skip

    # --- showing ---------------------------------------------------------------------------

    def refresh(self) -> None:
        station = self.context.station
        habits = habits_of(station)
        self.way.setCurrentIndex(self.way.findData(habits.way))
        for way, (part, _) in (
            ("system", self._system), ("escpos", self._receipts), ("pdf", self._files),
        ):  # fmt: skip
            part.setVisible(habits.way == way)
        self.trial.setEnabled(bool(habits.way))
        if habits.way == "system" and not self.printer.count():
            self._list_printers(habits.target)
        for field, text in (
            (self.address, station.text(keys.ADDRESS)),
            (self.folder, station.text(keys.FOLDER) or str(papers_folder())),
            (self.tickets_at, station.text(keys.TICKETS_AT)),
        ):
            if not field.hasFocus():
                field.setText(text)
        columns = int(station.number(keys.COLUMNS, 0))
        self.columns.setCurrentIndex(max(0, self.columns.findData(columns)))
        self.paper.choose(list(SIZES.values()).index(habits.size))
        for key, box in self.boxes.items():
            box.setChecked(station.yes(key, key == keys.RECEIPTS))
        self.papers.refresh()

    def _list_printers(self, chosen: str) -> None:
        self.printer.addItem(self.tr("The usual printer of this station"), "")
        for name in printers.system_printers():
            self.printer.addItem(name, name)
        if chosen and self.printer.findData(chosen) < 0:
            absent = self.tr("{printer} (not connected)").format(printer=chosen)
            self.printer.addItem(absent, chosen)
        self.printer.setCurrentIndex(max(0, self.printer.findData(chosen)))

    # --- choosing --------------------------------------------------------------------------

    def _keep(self, key: str, value: str | float | bool) -> None:
        self.context.station.remember(key, value)
        self.refresh()

    def _keep_way(self) -> None:
        self.printer.clear()  # what was plugged in meanwhile is listed anew
        self._keep(keys.WAY, str(self.way.currentData()))

    def _keep_printer(self) -> None:
        self._keep(keys.PRINTER, str(self.printer.currentData()))

    def _keep_address(self) -> None:
        self._keep(keys.ADDRESS, self.address.text().strip())

    def _keep_columns(self) -> None:
        self._keep(keys.COLUMNS, int(self.columns.currentData()))

    def _keep_folder(self) -> None:
        self._keep(keys.FOLDER, self.folder.text().strip())

    def _choose_folder(self) -> None:
        title = self.tr("Folder for papers")
        begin = self.folder.text() or str(last_folder(self.context.station))
        if folder := QFileDialog.getExistingDirectory(self, title, begin):
            self.folder.setText(folder)
            self._keep_folder()

    def _keep_paper(self, number: int) -> None:
        self._keep(keys.PAPER, list(SIZES)[number])

    def _keep_tickets_at(self) -> None:
        self._keep(keys.TICKETS_AT, self.tickets_at.text().strip())

    def _keep_box(self, on: bool) -> None:
        self._keep(self.sender().objectName(), on)

    # --- trying ----------------------------------------------------------------------------

    def print_trial(self) -> None:
        """Prints now; the outbox is for papers of the shop."""
        habits = habits_of(self.context.station)
        print_it = partial(printers.deliver, trial_sheet(self.context.format), habits)
        if habits.way == "system":
            self._tried(print_it())
        else:
            self.context.background.ask(print_it, self._tried, owner=self)

    def _tried(self, _: None) -> None:
        self.context.say(self.tr("The test print is out"), None, "printer-check")


def _part(card: QVBoxLayout) -> tuple[QWidget, QVBoxLayout]:
    """Fields that are shown only for one way to print."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(card.spacing())
    card.addWidget(part)
    return part, column
