"""Which column of the file is which: as it was understood, and changed by hand."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gui.desk import Desk
from gui.field_names import field_name
from gui.widgets.button import Button
from gui.widgets.card import Card
from gui.widgets.labels import Label
from models.catalogue_columns import FIELDS
from models.price_list import Columns

#: What a person can choose; the rest is known from other programs' own headers.
_CHOOSABLE = (
    "sku", "barcode", "name", "category", "brand", "unit", "cost", "price", "stock", "reorder_at",
    "active",
)  # fmt: skip
_DECIMALS = ("", ",", ".")
_PER_ROW = 9


class ColumnsStrip(Card):
    """Head of the file → our field, one beside the other."""

    change_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._theme = desk.theme
        px = desk.theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(8), px(16), px(8))
        row.setSpacing(px(16))
        self._fields = QWidget()
        self._grid = QGridLayout(self._fields)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(2))
        row.addWidget(self._fields, 1)
        change = Button(desk.theme, self.tr("Change columns"), "pencil-outline", "toolbar")
        change.clicked.connect(self.change_wanted)
        row.addWidget(change)

    def show_mapping(self, header: Sequence[str], mapping: Mapping[str, str]) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        shown = sorted(
            (field for field in mapping if field != "reference"),
            key=lambda field: header.index(mapping[field]),
        )
        for place, field in enumerate(shown):
            row, column = 2 * (place // _PER_ROW), place % _PER_ROW
            self._grid.addWidget(
                Label(self._theme, mapping[field], "small", "text_muted"), row, column
            )
            arrow = Label(
                self._theme, field_name(field), "body_strong", "text", "arrow-right", "accent"
            )
            self._grid.addWidget(arrow, row + 1, column)
            self._grid.setColumnStretch(column, 1)


class ColumnsForm(Card):
    """A choice for each of our fields. `chosen` carries the mapping and the decimal mark."""

    chosen = Signal(object, str)
    cancelled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        theme, px = desk.theme, desk.theme.px
        self._kept: dict[str, str] = {}
        self._boxes = {field: QComboBox() for field in _CHOOSABLE}
        self.decimal = QComboBox()
        for text in (self.tr("As in the file"), "1.234,50", "1,234.50"):
            self.decimal.addItem(text)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(4))
        titled = [(field_name(field), box) for field, box in self._boxes.items()]
        for place, (title, box) in enumerate([*titled, (self.tr("Decimals"), self.decimal)]):
            row, column = 2 * (place // 6), place % 6
            box.setAccessibleName(title)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(6)
            grid.addWidget(Label(theme, title, "second", "text_muted"), row, column)
            grid.addWidget(box, row + 1, column)
            grid.setColumnStretch(column, 1)
        self._hint = Label(theme, "", "second", "text_muted")
        cancel = Button(theme, self.tr("Cancel"), "close", "toolbar")
        use = Button(theme, self.tr("Use these columns"), "check", "toolbar_primary")
        cancel.clicked.connect(self.cancelled)
        use.clicked.connect(self._choose)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self._hint, 1)
        foot.addWidget(cancel)
        foot.addWidget(use)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(16), px(12), px(16), px(12))
        whole.setSpacing(px(12))
        whole.addLayout(grid)
        whole.addLayout(foot)

    def start(self, columns: Columns, decimal: str, hint: str = "") -> None:
        """Shows the file's columns to choose from, each with what stands in its first row."""
        self._kept = {
            field: head for field, head in columns.mapping.items() if field not in _CHOOSABLE
        }
        self._hint.set_text(hint)
        for field, box in self._boxes.items():
            box.clear()
            box.addItem(self.tr("not in the file"), "")
            for place, head in enumerate(columns.header):
                first = columns.first_row[place] if place < len(columns.first_row) else ""
                box.addItem(f"{head}  \u00b7  {first[:24]}" if first else head, head)
            box.setCurrentIndex(max(0, box.findData(columns.mapping.get(field, ""))))
        self.decimal.setCurrentIndex(_DECIMALS.index(decimal))
        self._boxes["sku"].setFocus()

    def mapping(self) -> dict[str, str]:
        chosen = {field: box.currentData() for field, box in self._boxes.items()}
        every = {**self._kept, **{field: head for field, head in chosen.items() if head}}
        return {field: every[field] for field in FIELDS if field in every}

    def _choose(self) -> None:
        self.chosen.emit(self.mapping(), _DECIMALS[self.decimal.currentIndex()])
