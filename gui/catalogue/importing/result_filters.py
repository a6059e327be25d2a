"""The results of a price list as filters: how many rows are new, changed or refused."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.catalogue.importing.import_rows import LOOKS, result_text
from gui.shell.app_context import AppContext
from gui.widgets.buttons.button import Button
from gui.widgets.containers.flow import Flow
from models.catalogue_import.catalogue_import import Preview


class ResultFilters(QWidget):
    """`chosen` carries the result whose rows are wanted; empty for all of them."""

    chosen = Signal(str)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._words = context.format
        self.current = ""
        self.buttons = {"": self._button(context, "", self.tr("All"))}
        for name in LOOKS:
            self.buttons[name] = self._button(context, name, result_text(name))
        row = Flow(context.theme.px(8))
        self.setLayout(row)
        for button in self.buttons.values():
            row.addWidget(button)

    def reset(self) -> None:
        self.current = ""

    def show_counts(self, seen: Preview) -> None:
        """The counts of a file; a result that no row has any more gives way to all of them."""
        for name, button in self.buttons.items():
            count = seen.counts[name] if name else len(seen.rows)
            button.set_count(self._words.number(count), LOOKS[name][2] if name else "")
            button.setVisible(bool(count) or name in ("", "new", "changed", "check", "rejected"))
        if self.current and not seen.counts[self.current]:
            self.current = ""
        self.buttons[self.current].setChecked(True)

    def _choose(self) -> None:
        self.current = self.sender().objectName()
        self.chosen.emit(self.current)

    def _button(self, context: AppContext, name: str, text: str) -> Button:
        button = Button(context.theme, text, "", "filter")
        button.setObjectName(name)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.clicked.connect(self._choose)
        return button
