"""A price list on its way in: its columns, every row with its result, and the one button."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QStackedWidget,
    QVBoxLayout,
)

from gui.catalogue.commands import CatalogueCommands
from gui.catalogue.importing.import_columns import ColumnsBar, ColumnsForm
from gui.catalogue.importing.import_rows import PreviewTable
from gui.catalogue.importing.result_filters import ResultFilters
from gui.catalogue.importing.step_bar import StepBar
from gui.input.actions import allow
from gui.shell.action_button import ActionButton
from gui.shell.app_context import AppContext
from gui.shell.file_choice import file_to_open, file_to_save
from gui.widgets.containers.card import Card
from gui.widgets.containers.empty_state import EmptyState
from gui.widgets.containers.flow import Steady, in_a_flow
from gui.widgets.containers.working_page import WorkingPage
from gui.widgets.text.labels import Label
from gui.words.error_messages import sentence
from models.catalogue_import import catalogue_import
from models.catalogue_import.catalogue_import import ImportReport, Preview
from models.catalogue_import.price_list import Columns, columns
from models.errors import ImportStopped, ShopError, UnreadableFile
from models.events import Receipt

#: Names of other programs stay as they are.
_PROGRAMS = {
    "loyverse": "Loyverse", "shopify": "Shopify", "shopify_old": "Shopify", "square": "Square",
    "odoo": "Odoo", "odoo_technical": "Odoo", "woocommerce": "WooCommerce",
    "botbelanja": "BotBelanja",
}  # fmt: skip
_FILE, _COLUMNS, _PREVIEW, _IMPORT = range(4)
# Why a file could not be read that a person mends by saying which column is which.
_COLUMNS_UNKNOWN = ("no_columns", "no_name_column")


class ImportView(Steady):
    """`read` shows a file; `closed` when it was imported or given up."""

    closed = Signal()

    _progressed = Signal(int, int)

    def __init__(self, context: AppContext, deeds: CatalogueCommands) -> None:
        super().__init__()
        self._context = context
        self._deeds = deeds
        self._path = ""
        self._mapping: dict[str, str] | None = None
        self._decimal = ""
        self._stopped = False
        self.seen: Preview | None = None
        theme = context.theme
        self._title = Label(theme, self.tr("Import a catalogue"), "title")
        self._file = Label(theme, "", "body", "text_muted", "file-document-outline")
        self._trail = StepBar(
            theme, (self.tr("File"), self.tr("Columns"), self.tr("Preview"), self.tr("Import"))
        )
        self.strip = ColumnsBar(context)
        self.strip.change_wanted.connect(self.change_columns)
        self.form = ColumnsForm(context)
        self.form.chosen.connect(self._columns_chosen)
        self.form.cancelled.connect(self._columns_kept)
        self.form.hide()
        self.filters = ResultFilters(context)
        self.filters.chosen.connect(self._show_rows)
        self._note = Label(theme, "", "second", "text_muted", "information-outline")
        self.title_case = QCheckBox(self.tr("Write names in title case"))
        self.title_case.setChecked(True)
        self.title_case.clicked.connect(self._read_again)
        self.table = PreviewTable(context)
        self._working = WorkingPage(theme)
        self.unreadable = EmptyState(theme, "file-alert-outline", "")
        self._hint = Label(theme, "", "second", "text_muted", align=Qt.AlignmentFlag.AlignRight)
        self._pages = QStackedWidget()
        self._progressed.connect(self._working.show_progress)
        self._patience = QTimer(self, singleShot=True, interval=200)
        self._patience.timeout.connect(self._show_busy)
        self._lay_out()

    @property
    def path(self) -> str:
        """The file that is shown."""
        return self._path

    # --- what one can do -------------------------------------------------------------------

    def ask_file(self) -> str:
        """Asks for a file; empty when none was chosen."""
        kinds = self.tr("Price lists (*.csv *.tsv *.txt *.xlsx *.xls *.ods)")
        title = self.tr("Import a catalogue")
        return file_to_open(self.window(), title, kinds, self._context.station)

    def read(self, path: str) -> None:
        """Shows what importing this file would do."""
        self._path, self._mapping, self._decimal = path, None, ""
        self.seen = None
        self._show_facts(False)
        self.filters.reset()
        self._columns_kept()
        self._read_again()

    def choose_file(self) -> None:
        if path := self.ask_file():
            self.read(path)

    def change_columns(self) -> None:
        """Opens the choice of columns in the place of the strip."""
        self._context.background.ask(
            partial(columns, self._path), self._show_form, self._failed, owner=self
        )

    def run(self) -> None:
        """Writes what is shown."""
        if self.seen is None or not self.seen.to_write:
            return
        self._trail.go_to(_IMPORT)
        self._begin(self.tr("Importing {file} \u2026"))
        question = partial(
            catalogue_import.run, self._path, self.seen.mapping,
            title_case=self.seen.title_case, decimal=self._decimal, progress=self.watch,
            sha256=self.seen.sha256,
        )  # fmt: skip
        self._context.background.ask(question, self._imported, self._failed, owner=self)

    def save_rejected(self) -> None:
        """Saves what was refused, as it stood in the file, to be mended and imported again."""
        if self.seen is None:
            return
        name = self.tr("{name} rejected.csv").format(name=Path(self._path).stem)
        title = self.tr("Save rejected rows")
        if path := file_to_save(self.window(), title, name, "CSV (*.csv)", self._context.station):
            self.save_rejected_to(path)

    def save_rejected_to(self, path: str) -> None:
        assert self.seen is not None
        count = catalogue_import.save_rows(path, self.seen)
        text = self.tr("%n row(s) saved in {file}", "", count).format(file=Path(path).name)
        self._context.say(text, None, "content-save-outline", Path(path).name)

    def cancel(self) -> None:
        """Esc: the choice of columns first, then running work, then the whole import."""
        if self.form.isVisible() and self.seen is not None:
            self._columns_kept()
        elif self.is_busy:
            self._stopped = True
        else:
            self.closed.emit()

    # --- reading ---------------------------------------------------------------------------

    def _read_again(self) -> None:
        self._file.set_text(Path(self._path).name)
        self._begin(self.tr("Reading {file} \u2026"))
        question = partial(
            catalogue_import.preview, self._path, self._mapping,
            title_case=self.title_case.isChecked(), decimal=self._decimal, progress=self.watch,
        )  # fmt: skip
        self._context.background.ask(question, self._show, self._failed, owner=self)

    def _show(self, seen: Preview) -> None:
        self._end()
        self.seen = seen
        words = self._context.format
        rows = self.tr("%n row(s)", "", len(seen.rows))
        rows = rows.replace(str(len(seen.rows)), words.number(len(seen.rows)))
        sheet = self.tr("sheet {name}").format(name=seen.sheet) if seen.sheet else ""
        facts = [Path(seen.path).name, sheet, rows, _PROGRAMS.get(seen.format, "")]
        self._file.set_text(" \u00b7 ".join(fact for fact in facts if fact))
        self._trail.go_to(_PREVIEW)
        self.strip.show_mapping(seen.header, seen.mapping)
        self.filters.show_counts(seen)
        self._show_facts(True)
        self._note.set_text(
            "" if seen.zero_counts else self.tr("A stock of zero is read as not counted")
        )
        self._note.setVisible(not seen.zero_counts)
        self._show_rows()
        self._name_buttons(seen)
        if not seen.to_write and not {"name", "price"} <= set(seen.mapping):
            self.change_columns()  # nothing can be imported before somebody says which is which

    def _show_rows(self) -> None:
        if self.seen is not None:
            self.table.show_preview(self.seen, self.filters.current)
            self._pages.setCurrentWidget(self.table)

    def _name_buttons(self, seen: Preview) -> None:
        words = self._context.format
        count, rejected = seen.to_write, seen.counts["rejected"]
        text = self.tr("Import %n row(s)", "", count).replace(str(count), words.number(count))
        nothing = self.tr("Nothing to import")
        self.run_button.setText(text if count else nothing)
        self.run_button.setVisible(True)
        allow(self.run_button, bool(count), nothing)
        text = self.tr("Save %n rejected row(s) as CSV", "", rejected)
        self._save.setText(text.replace(str(rejected), words.number(rejected)))
        self._save.setVisible(bool(rejected))
        self._save.setEnabled(bool(rejected))
        self._hint.set_text(self.tr("Nothing is saved yet. An import can be undone."))

    def _show_facts(self, there: bool) -> None:
        """What is only there to see while a file could be read."""
        for part in (self.strip, self.filters, self.title_case, self._hint):
            part.setVisible(there)
        if not there:
            self._note.hide()
            for action in (self.run_button, self._save):
                action.setVisible(False)
                action.setEnabled(False)

    def _failed(self, error: BaseException) -> None:
        self._end()
        if isinstance(error, ImportStopped):
            if self.seen is None:
                self.closed.emit()
            else:
                self._show(self.seen)
            return
        self.seen = None
        self._show_facts(False)
        self.unreadable.say(sentence(error, self._context.format))
        self._pages.setCurrentWidget(self.unreadable)
        if not isinstance(error, ShopError):
            raise error
        self._trail.go_to(_FILE)
        if isinstance(error, UnreadableFile) and error.reason in _COLUMNS_UNKNOWN:
            self._trail.go_to(_COLUMNS)
            self.change_columns()

    def _imported(self, done: Receipt[ImportReport]) -> None:
        self._end()
        self.closed.emit()
        self._deeds.imported(Path(self._path).name, done)

    # --- columns ---------------------------------------------------------------------------

    def _show_form(self, found: Columns) -> None:
        if self.seen is not None:
            found = Columns(found.header, self.seen.mapping, found.first_row)
        self.form.start(found, self._decimal, self.tr("Each column with its first row"))
        self.strip.hide()
        self.form.show()

    def _columns_chosen(self, mapping: dict[str, str], decimal: str) -> None:
        self._mapping, self._decimal = mapping, decimal
        self._columns_kept()
        self._read_again()

    def _columns_kept(self) -> None:
        self.form.hide()
        self.strip.setVisible(self.seen is not None)

    # --- while it works --------------------------------------------------------------------

    @property
    def is_busy(self) -> bool:
        return self._patience.isActive() or self._pages.currentWidget() is self._working

    def _begin(self, text: str) -> None:
        self._stopped = False
        self._working.begin(text.format(file=Path(self._path).name))
        self.run_button.setEnabled(False)
        self._save.setEnabled(False)
        self._patience.start()

    def _end(self) -> None:
        self._patience.stop()
        if self._pages.currentWidget() is self._working:
            self._pages.setCurrentWidget(self.table)

    def _show_busy(self) -> None:
        self._pages.setCurrentWidget(self._working)

    def watch(self, done: int, of: int) -> bool:
        """Called on the thread that works; False stops it."""
        self._progressed.emit(done, of)
        return not self._stopped

    # --- building --------------------------------------------------------------------------

    def _lay_out(self) -> None:
        theme, px = self._context.theme, self._context.theme.px
        bind = self._context.actions.bind
        card = Card(theme)
        card.setMinimumHeight(px(200))
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._pages)
        self.table.corners = 9
        for page in (self.table, self._working, self.unreadable):
            self._pages.addWidget(page)
        self.run_button = bind(self, "import.run", self.run, False)
        self._save = bind(self, "import.save_rejected", self.save_rejected, False)
        ways = (
            bind(self, "import.cancel", self.cancel),
            bind(self, "import.other_file", self.choose_file),
            self._save,
        )
        back = [ActionButton(theme, way) for way in ways]
        run = ActionButton(theme, self.run_button, "primary")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(16), px(16), px(16), px(16))
        whole.setSpacing(px(12))
        whole.addWidget(in_a_flow(px(16), self._title, self._file, self._trail, spread=True))
        whole.addWidget(self.strip)
        whole.addWidget(self.form)
        around = (self.filters, self._note, self.title_case)
        whole.addWidget(in_a_flow(px(8), *around, spread=True))
        whole.addWidget(card, 1)
        whole.addWidget(in_a_flow(px(12), *back, self._hint, run, spread=True))
