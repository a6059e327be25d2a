"""Lists of things in rows and columns, as every window shows them.

columns = (
    Column(self.tr("Product"), name_of, width=None),               # takes the spare width
    Column(self.tr("Price"), price_of, align="right", width=120, font="row_total"),
)
self.list = RowsView(context.theme, columns, key=id_of)
self.list.rows.show(products)               # changes only what differs
self.list.chosen.connect(self.open_order)   # Enter or double click; carries the value
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QPainter, QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gui.look.theme import Theme, elided, text_width
from gui.runtime.error_handler import guarded
from gui.widgets.rows.pane import own_viewport
from gui.widgets.text.chip import Badge, badge_width, paint_badge
from gui.widgets.text.plain_text import show_tip

Index = QModelIndex | QPersistentModelIndex
#: Put together once: joining two of Qt's flags in Python takes as long as drawing a short text.
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "center": Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter,
}
_OUTSIDE = QModelIndex()
PAD = 12  # between the edge of a cell and its text


def itself(row: Any) -> Any:
    return row


@dataclass(frozen=True)
class Column:
    """`value` gives the text of a row's cell. `width` in pixels at 100 %, None = the spare width.
    `font` and `token` are the theme's; `token` may be a function of the row. `badge` gives a chip
    to draw behind the text (or alone). `edit` gives the text to start editing with. A column of
    numbers (`right`) grows with the longest of them: a sum is never cut. So does one that `grows`.
    """

    head: str
    value: Callable[[Any], str]
    align: str = "left"
    width: int | None = None
    font: str = "row"
    token: str | Callable[[Any], str] = "text"
    badge: Callable[[Any], Badge | None] | None = None
    edit: Callable[[Any], str] | None = None
    grows: bool = False
    deed: str = ""  # what editing is (`models.journal.rights`)


class RowsModel(QAbstractTableModel):
    """A list of values. `show` works out what differs, so that selection and scroll stay."""

    #: A cell was edited: carries the row's value, the column's number and the typed text.
    edited = Signal(object, int, str)

    def __init__(
        self,
        columns: Sequence[Column],
        key: Callable[[Any], Hashable] = itself,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self._rows: list[Any] = []
        self.refused: Mapping[str, str] = {}  # deeds that are not for who is here, and whose

    @property
    def rows(self) -> list[Any]:
        return list(self._rows)

    def row(self, index: Index | int) -> Any:
        """The value at a row number or index, None outside."""
        number = index if isinstance(index, int) else index.row()
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, key: Hashable) -> int:
        """The row number of a key, -1 when it is not shown."""
        return next((i for i, row in enumerate(self._rows) if self._key(row) == key), -1)

    def show(self, rows: Sequence[Any]) -> None:
        """Shows these rows; keys must be unique."""
        wanted = {self._key(row): row for row in rows}
        self._remove_missing(wanted)
        self._reorder([self._key(row) for row in rows])
        self._insert_new(list(wanted.items()))
        self._update(list(wanted.values()))

    # --- Qt asks ---------------------------------------------------------------------------

    @guarded(0)
    def rowCount(self, parent: Index = _OUTSIDE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @guarded(0)
    def columnCount(self, parent: Index = _OUTSIDE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @guarded()
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.value(row)
        if role == Qt.ItemDataRole.EditRole:
            return column.edit(row) if column.edit else column.value(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_ALIGN[column.align])
        return None

    @guarded()
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].head
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_ALIGN[self.columns[section].align])
        return None

    @guarded(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags, column = super().flags(index), self.columns[max(0, index.column())]
        if index.isValid() and column.edit and column.deed not in self.refused:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @guarded(False)
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tells what was typed; the row changes when the news of it comes."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        if str(value) != self.data(index, role):
            self.edited.emit(self.row(index), index.column(), str(value))
        return True

    # --- the differences -------------------------------------------------------------------

    def _remove_missing(self, wanted: dict[Hashable, Any]) -> None:
        last = len(self._rows) - 1
        while last >= 0:
            if self._key(self._rows[last]) in wanted:
                last -= 1
                continue
            first = last
            while first > 0 and self._key(self._rows[first - 1]) not in wanted:
                first -= 1
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
            last = first - 1

    def _reorder(self, wanted: list[Hashable]) -> None:
        place = {key: i for i, key in enumerate(wanted)}
        order = sorted(range(len(self._rows)), key=lambda i: place[self._key(self._rows[i])])
        if order == list(range(len(order))):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        moved_to = {old: new for new, old in enumerate(order)}
        self._rows = [self._rows[i] for i in order]
        after = [self.index(moved_to[index.row()], index.column()) for index in before]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _insert_new(self, wanted: list[tuple[Hashable, Any]]) -> None:
        shown = {self._key(row) for row in self._rows}
        at = 0
        while at < len(wanted):
            if wanted[at][0] in shown:
                at += 1
                continue
            last = at
            while last + 1 < len(wanted) and wanted[last + 1][0] not in shown:
                last += 1
            self.beginInsertRows(QModelIndex(), at, last)
            self._rows[at:at] = [row for _, row in wanted[at : last + 1]]
            self.endInsertRows()
            at = last + 1

    def _update(self, wanted: list[Any]) -> None:
        for i, row in enumerate(wanted):
            if self._rows[i] != row:
                self._rows[i] = row
                self.dataChanged.emit(self.index(i, 0), self.index(i, len(self.columns) - 1))


class RowsView(QTableView):
    """44 px rows, a line between them, the current one in accent_soft with a bar at its left."""

    #: Enter or double click; carries the row's value.
    chosen = Signal(object)
    #: The current row changed; carries its value or None.
    moved = Signal(object)

    def __init__(
        self,
        theme: Theme,
        columns: Sequence[Column],
        key: Callable[[Any], Hashable] = itself,
        row_height: int = 44,
        model: RowsModel | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        own_viewport(self)
        self.theme = theme
        self.rows = model or RowsModel(columns, key)
        self.rows.setParent(self)
        self._empty: QWidget | None = None
        self._widths: dict[int, int] = {}
        #: The radius of the card that the list fills, so that it does not poke out of its corners.
        self.corners = 0
        self.setModel(self.rows)
        self.setItemDelegate(RowsDelegate(theme, self))
        self.setFont(theme.font("row"))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(row_height))
        self.verticalHeader().setMinimumSectionSize(theme.px(row_height))
        self._lay_out_head()
        self.activated.connect(self._choose)
        self.selectionModel().currentRowChanged.connect(self._move)
        for change in (self.rows.rowsInserted, self.rows.rowsRemoved, self.rows.modelReset):
            change.connect(self._show_empty)
        self.rows.rowsInserted.connect(self._inserted)
        self.rows.dataChanged.connect(self._changed)

    @property
    def current(self) -> Any:
        """The value of the current row, or None."""
        return self.rows.row(self.currentIndex()) if self.currentIndex().isValid() else None

    def go_to(self, number: int) -> None:
        """Makes a row current and scrolls it into sight."""
        if 0 <= number < self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(number, 0))

    def set_empty(self, empty: QWidget) -> None:
        """What stands in the middle of the list while it has no rows."""
        self._empty = empty
        empty.setParent(self.viewport())
        self._show_empty()

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_empty()
        if self.corners:
            shape = QPainterPath()
            shape.addRoundedRect(QRectF(self.rect()), self.corners, self.corners)
            self.setMask(QRegion(shape.toFillPolygon().toPolygon()))

    def _lay_out_head(self) -> None:
        head = self.horizontalHeader()
        head.setFont(self.theme.font("head"))
        head.setFixedHeight(self.theme.px(36))
        head.setHighlightSections(False)
        head.setMinimumSectionSize(self.theme.px(24))
        for i, column in enumerate(self.rows.columns):
            if column.width is None:
                head.setSectionResizeMode(i, QHeaderView.ResizeMode.Stretch)
            else:
                head.setSectionResizeMode(i, QHeaderView.ResizeMode.Fixed)
                self.setColumnWidth(i, self.theme.px(column.width))

    def _inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        self._make_room(first, last)

    def _changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self._make_room(first.row(), last.row())

    def _make_room(self, first: int, last: int) -> None:
        """What grows is as wide as the longest in these rows, and never narrower again."""
        rows = [row for at in range(first, last + 1) if (row := self.rows.row(at)) is not None]
        for at, column in enumerate(self.rows.columns):
            if column.width is None or not (column.align == "right" or column.grows):
                continue
            longest = max(map(column.value, rows), key=len, default="")
            needed = text_width(self.theme.font(column.font), longest) + 2 * self.theme.px(PAD)
            if needed > self._widths.get(at, self.theme.px(column.width)):
                self._widths[at] = needed
                self.setColumnWidth(at, needed)

    def _choose(self, index: QModelIndex) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.chosen.emit(self.rows.row(index))

    def _move(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.moved.emit(self.rows.row(current) if current.isValid() else None)

    def _show_empty(self) -> None:
        if self._empty is not None:
            self._empty.setGeometry(self.viewport().rect())
            self._empty.setVisible(self.rows.rowCount() == 0)


class RowsDelegate(QStyledItemDelegate):
    """Draws the cells; the numbers stand exactly under their heads."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    @guarded()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, RowsModel)
        column, row = model.columns[index.column()], model.row(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, option, index)
        box = option.rect.adjusted(self.theme.px(PAD), 0, -self.theme.px(PAD), 0)
        text = column.value(row)
        self._paint_text(painter, box, column, row, text)
        painter.restore()

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The colour of the row, the line under it and the bar of the current one."""
        theme, box = self.theme, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.color("accent_soft"))
            if index.column() == 0:
                painter.fillRect(box.left(), box.top(), 3, box.height(), theme.color("accent"))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.color("grid"))

    def _paint_text(
        self, painter: QPainter, box: QRect, column: Column, row: Any, text: str
    ) -> None:
        theme = self.theme
        badge = column.badge(row) if column.badge else None
        gap = theme.px(8) if text else 0
        spare = box.width() - (badge_width(theme, badge) + gap if badge else 0)
        font = theme.font(column.font)
        shown = elided(font, text, spare)
        token = column.token(row) if callable(column.token) else column.token
        painter.setFont(font)
        painter.setPen(theme.color(token))
        place = QRect(box.left(), box.top(), spare, box.height())
        painter.drawText(place, _ALIGN[column.align], shown)
        if badge:
            x = box.left() + (text_width(font, shown) + gap if text else 0)
            if column.align == "right":
                x = box.right() + 1 - badge_width(theme, badge)
            paint_badge(painter, theme, x, box.center().y() + 1, badge, box.right() + 1 - x)

    @guarded(QSize(0, 44))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.theme.px(64), self.theme.px(44))

    @guarded(False)
    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """What is cut is read to its end while the pointer rests on it."""
        text, room = str(index.data() or ""), option.rect.width() - 2 * self.theme.px(PAD)
        column = index.model().columns[index.column()]  # type: ignore[attr-defined]
        is_cut = text_width(self.theme.font(column.font), text) > room
        show_tip(event, view, text if is_cut else "")
        return True
