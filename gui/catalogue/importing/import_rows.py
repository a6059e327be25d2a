"""The rows of a price list before they are imported: each with its result and the reason."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from gui.catalogue.importing.row_reasons import reason_text
from gui.shell.app_context import AppContext
from gui.widgets.rows.rows import Column, Index, RowsDelegate, RowsModel, RowsView
from gui.widgets.text.chip import Badge
from gui.words.formatting import Formatting
from models.catalogue_import.catalogue_import import Preview
from models.catalogue_import.matching import PreviewRow

translate = QCoreApplication.translate

#: Results as filters: the kind of chip, its icon, and the colour of the count.
LOOKS = {
    "new": ("ready", "plus", "on_ready_soft"),
    "changed": ("info", "pencil-outline", "on_info_soft"),
    "tidied": ("accent", "auto-fix", "on_accent_soft"),
    "check": ("warn", "alert-outline", "on_warn_soft"),
    "rejected": ("danger", "close-circle-outline", "on_danger_soft"),
    "same": ("neutral", "equal", "text_muted"),
}


def result_text(result: str) -> str:
    """The name of a result, as it stands on its filter."""
    return {
        "new": translate("catalogue", "New"),
        "changed": translate("catalogue", "Changed"),
        "tidied": translate("catalogue", "Tidied"),
        "check": translate("catalogue", "Check"),
        "rejected": translate("catalogue", "Rejected"),
        "same": translate("catalogue", "Unchanged"),
    }[result]


def result_badge(row: PreviewRow) -> Badge:
    kind, icon, _ = LOOKS[row.result]
    text = result_text(row.result)
    if row.result == "tidied":
        text = (
            translate("catalogue", "New, tidied")
            if row.action == "new"
            else translate("catalogue", "Changed, tidied")
        )
    elif row.result == "changed" and any(change.field == "price" for change in row.changes):
        text = translate("catalogue", "Price changes")
    return Badge(text, kind, icon)


class PreviewTable(RowsView):
    """Shows the rows of one result or all of them."""

    def __init__(self, context: AppContext) -> None:
        self._cells = _Cells(context.format)
        model = _PreviewRows(self._cells.columns(), _number_of)
        super().__init__(context.theme, model.columns, model=model)
        self.setItemDelegate(_PreviewDelegate(context.theme, self))
        self.setAccessibleName(translate("catalogue", "Rows of the file"))

    def show_preview(self, seen: Preview, result: str) -> None:
        """The rows with this result; an empty `result` is all."""
        self._cells.price_place = _place(seen, "price")
        shown = [row for row in seen.rows if row.result == result] if result else seen.rows
        self.rows.show(shown)
        self.scrollToTop()


class _PreviewRows(RowsModel):
    """A hundred thousand rows that change all at once."""

    def show(self, rows: Sequence[Any]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()


class _PreviewDelegate(RowsDelegate):
    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, RowsModel)
        row = model.row(index.row())
        if row is not None and row.result == "rejected":
            tint = self.theme.color("danger_soft")
            tint.setAlphaF(0.4)
            painter.fillRect(option.rect, tint)
        super().paint_ground(painter, option, index)


class _Cells:
    """What stands in the cells of the preview."""

    def __init__(self, words: Formatting) -> None:
        self._words = words
        self.price_place = -1  # the column of the file that is the price

    def columns(self) -> tuple[Column, ...]:
        return (
            Column(
                translate("catalogue", "Row"), self._number, "right", 68, "second", "text_faint"
            ),
            Column(translate("catalogue", "Result"), _nothing, width=156, badge=result_badge),
            Column(
                translate("catalogue", "Code"), self._code, width=120, font="second",
                token="text_faint",
            ),
            Column(translate("catalogue", "Name"), self._name, width=272),
            Column(
                translate("catalogue", "Price"), self._price, "right", 124, "row_total",
                self._price_token,
            ),
            Column(
                translate("catalogue", "Reason"), self._reason, font="body", token=_reason_token
            ),
        )  # fmt: skip

    def _number(self, row: PreviewRow) -> str:
        return self._words.number(row.number)

    def _code(self, row: PreviewRow) -> str:
        return row.fields.get("sku") or row.barcode or "\u2014"

    def _name(self, row: PreviewRow) -> str:
        return str(row.fields.get("name", "")) or "\u2014"

    def _price(self, row: PreviewRow) -> str:
        price = row.fields.get("price")
        if price is not None:
            return self._words.money(price)
        place = self.price_place
        return row.cells[place].strip()[:24] if 0 <= place < len(row.cells) else ""

    def _price_token(self, row: PreviewRow) -> str:
        bad = row.result == "rejected" and "price" not in row.fields
        return "on_danger_soft" if bad else "text"

    def _reason(self, row: PreviewRow) -> str:
        return reason_text(row, self._words)


def _reason_token(row: PreviewRow) -> str:
    return "text" if row.result in ("check", "rejected") else "text_muted"


def _nothing(row: PreviewRow) -> str:
    return ""


def _number_of(row: PreviewRow) -> int:
    return row.number


def _place(seen: Preview, field: str) -> int:
    return seen.header.index(seen.mapping[field]) if field in seen.mapping else -1
