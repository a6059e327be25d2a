"""Which column of the file is which: as it was understood, and changed by hand."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from gui.shell.app_context import AppContext
from gui.widgets.buttons.button import Button
from gui.widgets.containers.card import Card
from gui.widgets.containers.flow import Flow, in_a_flow
from gui.widgets.containers.layouts import empty
from gui.widgets.fields.boxes import ChoiceBox
from gui.widgets.text.labels import Label
from gui.words.field_names import field_name
from models.catalogue_import.columns import FIELDS
from models.catalogue_import.price_list import Columns

#: What a person can choose; the rest is known from other programs' own headers.
_CHOOSABLE = (
    "sku", "barcode", "name", "category", "brand", "unit", "cost", "price", "stock", "reorder_at",
    "active",
)  # fmt: skip
_DECIMALS = ("", ",", ".")


class ColumnsBar(Card):
    """Head of the file → our field, one beside the other."""

    change_wanted = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__(context.theme)
        self._theme = context.theme
        px = context.theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(8), px(16), px(8))
        row.setSpacing(px(16))
        self._fields = QWidget()
        self._pairs = Flow(px(16))
        self._fields.setLayout(self._pairs)
        row.addWidget(self._fields, 1)
        change = Button(context.theme, self.tr("Change columns"), "pencil-outline", "toolbar")
        change.clicked.connect(self.change_wanted)
        row.addWidget(change)

    def show_mapping(self, header: Sequence[str], mapping: Mapping[str, str]) -> None:
        empty(self._pairs)
        shown = sorted(
            (field for field in mapping if field != "reference"),
            key=lambda field: header.index(mapping[field]),
        )
        for field in shown:
            self._pairs.addWidget(self._pair(mapping[field], field))
        for head in header:
            if head not in mapping.values():
                self._pairs.addWidget(self._pair(head, ""))

    def _pair(self, head: str, field: str) -> QWidget:
        """`field` is empty for a column that is left out."""
        pair = QWidget()
        column = QVBoxLayout(pair)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(2))
        column.addWidget(Label(self._theme, head, "small", "text_muted"))
        if field:
            name = field_name(field)
            ours = Label(self._theme, name, "body_strong", "text", "arrow-right", "accent")
        else:
            ours = Label(self._theme, self.tr("left out"), "body", "on_warn_soft", "alert-outline")
        column.addWidget(ours)
        return pair


class ColumnsForm(Card):
    """A choice for each of our fields. `chosen` carries the mapping and the decimal mark."""

    chosen = Signal(object, str)
    cancelled = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__(context.theme)
        self._context = context
        theme, px = context.theme, context.theme.px
        self._kept: dict[str, str] = {}
        self.boxes = {field: ChoiceBox() for field in _CHOOSABLE}
        self.decimal = ChoiceBox()
        for text in (self.tr("As in the file"), "1.234,50", "1,234.50"):
            self.decimal.addItem(text)
        titled = [(field_name(field), box) for field, box in self.boxes.items()]
        fields = []
        for title, box in [*titled, (self.tr("Decimals"), self.decimal)]:
            box.setAccessibleName(title)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(6)
            field = QWidget()
            field.setFixedWidth(px(200))
            inside = QVBoxLayout(field)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(px(4))
            inside.addWidget(Label(theme, title, "second", "text_muted"))
            inside.addWidget(box)
            fields.append(field)
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
        whole.addWidget(in_a_flow(px(12), *fields))
        whole.addLayout(foot)

    def start(self, columns: Columns, decimal: str, hint: str = "") -> None:
        """Shows the file's columns to choose from, each with what stands in its first row."""
        self._kept = {
            field: head for field, head in columns.mapping.items() if field not in _CHOOSABLE
        }
        self._hint.set_text(hint)
        for field, box in self.boxes.items():
            box.clear()
            box.addItem(self.tr("not in the file"), "")
            for place, head in enumerate(columns.header):
                first = columns.first_row[place] if place < len(columns.first_row) else ""
                box.addItem(f"{head}  \u00b7  {first[:24]}" if first else head, head)
            box.setCurrentIndex(max(0, box.findData(columns.mapping.get(field, ""))))
        self.decimal.setCurrentIndex(_DECIMALS.index(decimal))
        self.boxes["sku"].setFocus()

    def mapping(self) -> dict[str, str]:
        chosen = {field: box.currentData() for field, box in self.boxes.items()}
        every = {**self._kept, **{field: head for field, head in chosen.items() if head}}
        return {field: every[field] for field in FIELDS if field in every}

    def _choose(self) -> None:
        self.chosen.emit(self.mapping(), _DECIMALS[self.decimal.currentIndex()])
