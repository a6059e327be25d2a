"""Every column of every table: what it holds, what for, which clause allows it, how many rows."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from gui.shell.app_context import AppContext
from gui.widgets.buttons.button import Button
from gui.widgets.containers.card import Card
from gui.widgets.fields.search_field import SearchField
from gui.widgets.rows.rows import Column, RowsView
from gui.widgets.text.chip import Badge
from gui.widgets.text.labels import Label
from models.settings.data_inventory import Category, Holding, Inventory, Purpose

_LONGEST = 44  # letters of column names in a row


class InventoryCard(Card):
    """The table of the privacy section, with a filter; `save` is the button for a CSV."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context.theme)
        self._context = context
        self._holdings: tuple[Holding, ...] = ()
        theme, px = context.theme, context.theme.px
        self._categories = {
            Category.ORDER: Badge(self.tr("Order"), "info"),
            Category.TIME: Badge(self.tr("Time"), "info"),
            Category.PRODUCT: Badge(self.tr("Product"), "accent"),
            Category.QUANTITY: Badge(self.tr("Quantity"), "accent"),
            Category.NON_PERSONAL: Badge(self.tr("Non-personal"), "neutral"),
        }
        self._purposes = {
            Purpose.PROCESSING: self.tr("Order processing"),
            Purpose.PROCESSING_AND_ANALYSIS: self.tr("Processing, analysis"),
            Purpose.PROCESSING_AND_PROOF: self.tr("Processing, proof"),
            Purpose.ANALYSIS: self.tr("Analysis"),
            Purpose.IMPROVEMENT: self.tr("Improvement"),
            Purpose.PROTECTION: self.tr("Protection"),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(1, px(8), 1, px(10))
        column.setSpacing(px(8))
        head = QHBoxLayout()
        head.setContentsMargins(px(16), 0, px(16), 0)
        head.setSpacing(px(12))
        head.addWidget(Label(theme, self.tr("Data inventory"), "card_title"))
        self._count = Label(theme, "", "second", "text_muted")
        head.addWidget(self._count, 1)
        self.filter = SearchField(theme, self.tr("Filter columns"))
        self.filter.setFixedWidth(px(220))
        self.filter.field.textChanged.connect(self._filter)
        head.addWidget(self.filter)
        self.save = Button(theme, self.tr("Save CSV"), "file-download-outline", "toolbar")
        head.addWidget(self.save)
        column.addLayout(head)
        self.head = head
        self.list = RowsView(theme, self._columns(), key=_key, row_height=36)
        self.list.setAccessibleName(self.tr("Data inventory"))
        self.list.setMinimumHeight(px(36 + 36 * 6))
        column.addWidget(self.list, 1)

    def show_inventory(self, inventory: Inventory) -> None:
        """The holdings as counted just now."""
        self._holdings = tuple(
            part for holding in inventory.holdings for part in _in_lines(holding)
        )
        self._count.set_text(self.tr("%n column(s), every one listed", "", inventory.columns))
        self._filter(self.filter.text())

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Table"), _table, width=150, font="body_strong"),
            Column(self.tr("Columns"), _columns_of, font="body", token="text_muted"),
            Column(self.tr("Policy category"), _nothing, width=150, badge=self._category),
            Column(self.tr("Purpose"), self._purpose, width=170, font="second"),
            Column(self.tr("Policy"), _clause, width=110, font="second", token="text_muted"),
            Column(self.tr("Rows now"), self._rows, "right", 110, font="body_strong"),
        )

    def _filter(self, text: str) -> None:
        wanted = text.strip().casefold()
        self.list.rows.show(
            [holding for holding in self._holdings if wanted in self._words(holding)]
        )

    def _words(self, holding: Holding) -> str:
        parts = (
            holding.table, *holding.columns, self._categories[holding.category].text,
            self._purpose(holding), holding.clause,
        )  # fmt: skip
        return " ".join(parts).casefold()

    def _category(self, holding: Holding) -> Badge:
        return self._categories[holding.category]

    def _purpose(self, holding: Holding) -> str:
        return self._purposes[holding.purpose]

    def _rows(self, holding: Holding) -> str:
        return self._context.format.number(holding.rows)


def _in_lines(holding: Holding) -> list[Holding]:
    """A holding in as many rows as its columns need, so that every one of them can be read."""
    lines: list[list[str]] = [[]]
    for column in holding.columns:
        if len(", ".join([*lines[-1], column])) > _LONGEST:
            lines.append([])
        lines[-1].append(column)
    return [replace(holding, columns=tuple(line)) for line in lines]


def _key(holding: Holding) -> tuple[str, ...]:
    return (holding.table, *holding.columns)


def _table(holding: Holding) -> str:
    return holding.table


def _columns_of(holding: Holding) -> str:
    return ", ".join(holding.columns)


def _clause(holding: Holding) -> str:
    return holding.clause


def _nothing(holding: Holding) -> str:
    return ""
