"""What one person did, newest first: the owner's look into the journal."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui.shell.app_context import AppContext
from gui.widgets.buttons.button import Button
from gui.widgets.containers.empty_state import EmptyState
from gui.widgets.rows.rows import Column, RowsView
from gui.widgets.text.labels import Label
from gui.words.deed_words import deed_word
from gui.words.station_names import station_name
from models.settings import staff_deeds
from models.settings.staff_deeds import Deed


class DeedsDialog(QDialog):
    """Also what the person approved; the column says who let it pass."""

    def __init__(self, context: AppContext, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme, px = context.theme, context.theme.px
        self._words = context.format
        theme.apply_theme(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("What {code} did").format(code=code)
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[px(24)] * 4)
        column.setSpacing(px(12))
        column.addWidget(Label(theme, title, "title"))
        columns = (
            Column(self.tr("Time"), self._time, width=190),
            Column(self.tr("What"), _what),
            Column(self.tr("Order"), self._number, "right", 90),
            Column(self.tr("Station"), _where, width=150, token="text_muted"),
            Column(self.tr("Approved by"), _approver, width=140, token="text_muted"),
        )
        self.list = RowsView(theme, columns, key=_sequence, row_height=36)
        self.list.setAccessibleName(title)
        self.list.set_empty(
            EmptyState(
                theme, "history", self.tr("Nothing yet"),
                self.tr("What is done with this staff code stands here."),
            )
        )  # fmt: skip
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = Button(theme, self.tr("Close"), "", "normal", "Esc")
        close.clicked.connect(self.reject)
        row.addWidget(close)
        column.addLayout(row)
        self.resize(px(860), px(560))
        self.list.setFocus()
        context.background.ask(partial(staff_deeds.deeds, code), self._show, owner=self)

    def _show(self, found: list[Deed]) -> None:
        self.list.rows.show(found)
        self.list.go_to(0)

    def _time(self, deed: Deed) -> str:
        return self._words.date_and_time(deed.at)

    def _number(self, deed: Deed) -> str:
        return "" if deed.number is None else self._words.order_number(deed.number)


def _what(deed: Deed) -> str:
    return deed_word(deed.kind)


def _where(deed: Deed) -> str:
    return station_name(deed.station)


def _approver(deed: Deed) -> str:
    return deed.approved_by


def _sequence(deed: Deed) -> int:
    return deed.sequence
