"""The row above the products: a field for words and codes, and filters with their counts."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.runtime.error_handler import guarded
from gui.shell.app_context import AppContext
from gui.widgets.buttons.button import Button
from gui.widgets.containers.flow import Flow
from gui.widgets.fields.search_field import SearchField
from models.catalogue import catalogue_listing

_PAUSE = 40  # ms: who types fast does not ask for every letter


class FilterBar(QWidget):
    """`asked` carries the filter and the text; `done` when Enter or Down leaves the field."""

    asked = Signal(str, str)
    done = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.filter = "all"
        self.box = SearchField(
            context.theme, self.tr("Name, code or barcode"), context.actions.key("catalogue.find")
        )
        self.box.setFixedWidth(context.theme.px(328))
        self.box.field.textEdited.connect(self._typed)
        self.box.field.returnPressed.connect(self._leave)
        self.box.field.installEventFilter(self)
        self.filters = {name: self._filter(name) for name in catalogue_listing.FILTERS}
        self.pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.pause.timeout.connect(self._ask)
        row = Flow(context.theme.px(8))
        self.setLayout(row)
        for part in (self.box, *self.filters.values()):
            row.addWidget(part)

    @property
    def text(self) -> str:
        return self.box.text().strip()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        for name, button in self.filters.items():
            button.set_count(self._context.format.number(counts[name]))

    def clear(self, filter_: str = "all") -> None:
        """Everything, or all of a filter; it asks."""
        self.box.field.setText("")
        self._use(filter_)

    def type(self, text: str) -> None:
        """Letters that were typed elsewhere and belong here."""
        self.box.field.setFocus()
        self.box.field.setText(text)
        self.pause.start()

    def take_focus(self) -> None:
        self.box.field.setFocus()
        self.box.field.selectAll()

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes to the hits, Esc empties the field."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Down:
            self._leave()
            return True
        if event.key() == Qt.Key.Key_Escape and self.box.text():
            self.clear(self.filter)
            return True
        return False

    def _typed(self) -> None:
        self.pause.start()

    def _leave(self) -> None:
        if self.pause.isActive():
            self._ask()
        self.done.emit()

    def _ask(self) -> None:
        self.pause.stop()
        self.asked.emit(self.filter, self.text)

    def _choose(self) -> None:
        self._use(self.sender().objectName())

    def _use(self, name: str) -> None:
        self.filter = name
        for other, button in self.filters.items():
            button.setChecked(other == name)
        self._ask()

    def _filter(self, name: str) -> Button:
        text = {
            "all": self.tr("All"),
            "low": self.tr("Low stock"),
            "out": self.tr("Out of stock"),
            "inactive": self.tr("Inactive"),
        }[name]
        button = Button(self._context.theme, text, "", "filter")
        button.setObjectName(name)
        button.setCheckable(True)
        button.setChecked(name == "all")
        button.clicked.connect(self._choose)
        return button
