"""The paper before it is printed: as wide as it will be, at every width there is."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from gui.input.actions import key_text
from gui.printing import page_painting, printers
from gui.printing.document import SIZES, Document, Size
from gui.printing.document_texts import sheet_of
from gui.printing.print_settings import habits_of, papers_folder
from gui.shell.app_context import AppContext
from gui.widgets.buttons.button import Button
from gui.widgets.buttons.segmented import Segmented
from gui.widgets.containers.scroll_area import ScrollArea
from gui.widgets.fields.boxes import NumberBox
from gui.widgets.text.labels import Label
from gui.widgets.text.plain_text import Words
from models import print_spool
from models.print_spool import PrintRequest
from models.printing import documents, receipt
from models.printing.documents import Paper

#: More pages than this are not painted for looking at.
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class _Found:
    """What would be printed now, and the how manieth copy of it."""

    paper: Paper
    copy: int


def found(request: PrintRequest) -> _Found:
    paper = receipt.paper_of(request)
    return _Found(paper, print_spool.copies(request, documents.seal_of(paper)))


class Preview(QDialog):
    """Enter prints; the paper's width can be changed for the PDF file."""

    def __init__(
        self,
        context: AppContext,
        request: PrintRequest,
        print_: Callable[[PrintRequest], None],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self._context, self._wish, self._print = context, request, print_
        self._habits = habits_of(context.station)
        self._sizes = list(SIZES.values())
        self._size = self._habits.size
        self._found: _Found | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        context.theme.apply_theme(self)
        self.setWindowTitle(self.tr("Print preview"))
        room = parent.size() if parent else self.screen().availableSize()
        px = context.theme.px
        self.resize(min(px(940), room.width() - 40), min(px(720), room.height() - 40))
        self._build()
        self._ask()

    # --- building --------------------------------------------------------------------------

    def _build(self) -> None:
        theme, px = self._context.theme, self._context.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(*[px(16)] * 4)
        column.setSpacing(px(12))
        head = QHBoxLayout()
        head.setSpacing(px(12))
        self._title = Label(theme, self.tr("Print preview"), "title")
        head.addWidget(self._title, 1)
        self.count = NumberBox(minimum=1, maximum=print_spool.LABELS_LIMIT)
        self.count.setMinimumSize(px(96), px(40))
        self.count.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.count.setAccessibleName(self.tr("Labels of each product"))
        if self._wish.labels:
            self.count.setValue(self._wish.labels[0][1])
            head.addWidget(Label(theme, self.count.accessibleName(), "second_strong", "text_muted"))
            head.addWidget(self.count)
        names = [f"{size.name} mm" if size.is_roll else size.name for size in self._sizes]
        self.widths = Segmented(theme, names, self.tr("Paper"))
        self.widths.choose(self._sizes.index(self._size))
        head.addWidget(self.widths)
        column.addLayout(head)
        self._area = ScrollArea()
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(self.tr("Print preview"))
        self._area.setStyleSheet(f"QScrollArea {{ background: {theme.hex('sunken')}; }}")
        column.addWidget(self._area, 1)
        column.addLayout(self._foot())
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QShortcut(QKeySequence(key), self).activated.connect(self.print_button.click)
        self.print_button.setFocus()
        self.widths.chosen.connect(self.choose_size)
        self.count.valueChanged.connect(self._choose_count)

    def _foot(self) -> QHBoxLayout:
        theme, px = self._context.theme, self._context.theme.px
        row = QHBoxLayout()
        row.setSpacing(px(8))
        self._where = Label(theme, "", "second", "text_muted", "printer-outline")
        row.addWidget(self._where, 1)
        self.close_button = Button(theme, self.tr("Close"), "close", "normal", "Esc")
        self.close_button.clicked.connect(self.reject)
        row.addWidget(self.close_button)
        self.pdf_button = Button(theme, self.tr("Save as PDF"), "file-pdf-box", "normal")
        self.pdf_button.clicked.connect(self._save)
        row.addWidget(self.pdf_button)
        ready = bool(self._habits.way)
        text = self.tr("Print") if ready else self.tr("Choose a printer")
        self.print_button = Button(theme, text, "printer-outline", "primary", key_text("Enter"))
        self.print_button.clicked.connect(self._do_print if ready else self._set_up)
        row.addWidget(self.print_button)
        return row

    # --- showing ---------------------------------------------------------------------------

    def _ask(self) -> None:
        self._context.background.ask(partial(found, self._wish), self._show, owner=self)

    def _show(self, what: _Found) -> None:
        self._found = what
        self._paint()

    def _paint(self) -> None:
        if self._found is None:
            return
        sheet = self.sheet()
        self._title.set_text(sheet.title)
        ratio = self.devicePixelRatioF()
        pages = QWidget()
        pages.setStyleSheet(f"background: {self._context.theme.hex('sunken')};")
        column = QVBoxLayout(pages)
        column.setSpacing(self._context.theme.px(16))
        for image in page_painting.images(sheet, self._size, self._dpi() * ratio)[:_SHOWN]:
            image.setDevicePixelRatio(ratio)
            page = Words(alignment=Qt.AlignmentFlag.AlignHCenter)
            page.setPixmap(QPixmap.fromImage(image))
            page.setAccessibleName(sheet.title)
            column.addWidget(page)
        column.addStretch(1)
        self._area.setWidget(pages)
        self._say_where()

    def sheet(self) -> Document:
        assert self._found is not None
        spelled = self._habits.spelled
        return sheet_of(self._found.paper, self._context.format, self._found.copy, spelled)

    def _dpi(self) -> float:
        """Life-size, or what fits the window; a roll half as large again, to be read."""
        real = self.screen().logicalDotsPerInch() * (1.5 if self._size.is_roll else 1.0)
        fits = (self.width() - self._context.theme.px(90)) / self._size.width * 25.4
        return max(60.0, min(real, fits))

    def _say_where(self) -> None:
        """Where it would come out, or why it would not."""
        habits = self._habits
        same = self._size == habits.size
        if not habits.way:
            text = self.tr("This station has no printer yet.")
        elif not same:
            text = self.tr("The printer of this station has {paper}.").format(
                paper=_size_name(habits.size)
            )
        else:
            text = habits.target or self.tr("The usual printer of this station")
        self._where.set_text(text)
        self.print_button.setEnabled(same or not habits.way)

    # --- deeds -----------------------------------------------------------------------------

    def choose_size(self, number: int) -> None:
        self._size = self._sizes[number]
        self._paint()

    def _choose_count(self, count: int) -> None:
        labels = tuple((product, count) for product, _ in self._wish.labels)
        self._wish = PrintRequest("labels", labels=labels)
        self._ask()

    def _do_print(self) -> None:
        self._print(self._wish)
        self.accept()

    def _set_up(self) -> None:
        self.accept()
        self._context.open("settings", section="printing")

    def _save(self) -> None:
        if self._found is None:
            return
        sheet = self.sheet()
        proposed = printers.free_path(papers_folder(), sheet.title)
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as PDF"), str(proposed), "PDF (*.pdf)"
        )
        if path:
            self.save_to(Path(path))

    def save_to(self, path: Path) -> None:
        """Raises `PrinterFailed`."""
        printers.write_pdf(self.sheet(), self._size, path)
        said = self.tr("Saved: {file}").format(file=path.name)
        self._context.say(said, None, "file-pdf-box", path.name)


def _size_name(size: Size) -> str:
    return f"{size.name} mm" if size.is_roll else size.name
