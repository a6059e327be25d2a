"""What is on the shelves on the first day: a demo, the owner's own file, or nothing yet."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QVBoxLayout,
    QWidget,
)

from gui.first_run.answers import Start
from gui.look.theme import Theme
from gui.place.choice_tile import ChoiceTile
from gui.place.file_row import FileRow


@dataclass(frozen=True, slots=True)
class ProductFacts:
    """What the page was told, if it was; `file` counts for an import only."""

    start: Start | None = None
    file: str = ""

    @property
    def catalogue(self) -> Path | None:
        return Path(self.file).expanduser() if self.start is Start.IMPORT else None


class ProductsPage(QWidget):
    """Three ways to begin; a demo lives in a file and so needs no server."""

    #: Another way was chosen, or another file.
    changed = Signal()

    def __init__(
        self, theme: Theme, facts: ProductFacts, demo_allowed: bool, has_name: bool
    ) -> None:
        """Who gave the shop a name (`has_name`) is proposed that shop, and no demo."""
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        column.setSpacing(theme.px(12))
        self._group = QButtonGroup(self, exclusive=True)
        self.choices = {
            Start.DEMO: ChoiceTile(
                theme,
                "storefront-outline",
                self.tr("Try it with a demo shop"),
                self.tr(
                    "A minimarket in Jakarta with 90 days of orders. Marked as a demo, and "
                    "removed with one click."
                ),
            ),
            Start.IMPORT: ChoiceTile(
                theme,
                "file-import-outline",
                self.tr("Import my products"),
                self.tr(
                    "From a CSV or Excel file. You see every row and what becomes of it before "
                    "anything is stored."
                ),
            ),
            Start.EMPTY: ChoiceTile(
                theme,
                "package-variant",
                self.tr("Start empty"),
                self.tr("Add products one by one, or import them later with Ctrl+I."),
            ),
        }
        for start, choice in self.choices.items():
            self._group.addButton(choice)
            column.addWidget(choice)
            if start is Start.IMPORT:
                column.addWidget(self._file_row(facts.file))
        self.choices[Start.DEMO].setVisible(demo_allowed)
        chosen = facts.start or (Start.EMPTY if has_name else Start.DEMO)
        if chosen is Start.DEMO and not demo_allowed:
            chosen = Start.EMPTY
        self.choices[chosen].setChecked(True)
        column.addStretch(1)
        self._group.buttonToggled.connect(self._chose)
        self._show_file()
        self.setFocusProxy(self.choices[chosen])

    def facts(self) -> ProductFacts:
        start = next(start for start, choice in self.choices.items() if choice.isChecked())
        return ProductFacts(start, self.file.text().strip())

    def waits_for(self) -> str:
        """Why one cannot go on yet; empty when one can."""
        catalogue = self.facts().catalogue
        if catalogue is None:
            return ""
        if not self.file.text().strip():
            return self.tr("Choose a file first")
        return "" if catalogue.is_file() else self.tr("There is no such file")

    def _file_row(self, file: str) -> FileRow:
        title = self.tr("Choose the catalogue")
        kinds = self.tr("Catalogues (*.csv *.xlsx *.txt)")
        self._row = FileRow(self._theme, file, self.tr("File with the catalogue"), title, kinds)
        self._row.setContentsMargins(self._theme.px(56), 0, 0, 0)
        self.file = self._row.line
        self.file.textChanged.connect(self._typed)
        return self._row

    def _chose(self) -> None:
        self._show_file()
        self.changed.emit()

    def _typed(self, text: str) -> None:
        self.changed.emit()

    def _show_file(self) -> None:
        self._row.setVisible(self.choices[Start.IMPORT].isChecked())
