"""No drawer is open: its starting cash, and how the last ones ended."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gui.input.text_fields import for_numbers
from gui.shell.action_button import ActionButton
from gui.shell.app_context import AppContext
from gui.widgets.containers.card import Card, Panel
from gui.widgets.containers.empty_state import EmptyState
from gui.widgets.fields.form import add_field, explanation
from gui.widgets.rows.rows import Column, RowsView
from gui.widgets.text.labels import Label
from gui.words.station_names import station_name, with_staff
from models.orders.drawer import Drawer

translate = QCoreApplication.translate


class ClosedDrawer(QWidget):
    """`buttons` are those of the page: open, and print the report of a closed drawer."""

    def __init__(self, context: AppContext, buttons: dict[str, ActionButton]) -> None:
        super().__init__()
        self._context = context
        theme, px = context.theme, context.theme.px
        self.opening = QLineEdit(maxLength=16)
        for_numbers(self.opening)
        self.sessions = RowsView(theme, self._columns(), key=_id_of)
        self.sessions.setAccessibleName(translate("drawer", "Closed tills"))
        self.sessions.corners = 9
        self.sessions.set_empty(
            EmptyState(
                theme, "cash-register", translate("drawer", "No till was closed yet"),
                translate("drawer", "Open it with its opening float; count it before you go home."),
            )
        )  # fmt: skip
        card = Card(theme)
        card.setMaximumWidth(px(560))  # a sum and a button need no more
        inside = QVBoxLayout(card)
        inside.setContentsMargins(px(16), px(12), px(16), px(16))
        inside.addWidget(Label(theme, translate("drawer", "The till is closed"), "title"))
        self.loose = explanation(theme, "")
        self.loose.hide()
        inside.addWidget(self.loose)
        add_field(
            theme, inside, translate("drawer", "Opening float"), self.opening,
            translate("drawer", "What is in the drawer for change now, in rupiah."),
        )  # fmt: skip
        inside.addWidget(buttons["open"])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*[px(16)] * 4)
        whole.setSpacing(px(12))
        whole.addWidget(card)
        panel = Panel(theme)
        panel.column.addWidget(self.sessions)
        whole.addWidget(panel, 1)
        whole.addWidget(buttons["report"], 0, Qt.AlignmentFlag.AlignRight)

    def show_sessions(self, closed: Sequence[Drawer]) -> None:
        """The newest first; it is the one whose report is printed unless another is chosen."""
        self.sessions.rows.show(closed)
        if closed and self.sessions.current is None:
            self.sessions.go_to(0)

    def show_loose(self, cash: int, elsewhere: Sequence[str]) -> None:
        """What was taken since the last till was closed, in rupiah, and what is to be said of other
        stations."""
        text = translate(
            "drawer",
            "{sum} in cash was taken while no till was open. What of it lies in the drawer now"
            " counts to the opening float.",
        )
        here = [text.format(sum=self._context.format.money(cash))] if cash else []
        self.loose.setText("\n".join([*here, *elsewhere]))
        self.loose.setVisible(bool(self.loose.text()))

    def show_newest(self) -> None:
        """What was just closed."""
        self.sessions.go_to(0)

    @property
    def chosen(self) -> Drawer | None:
        current = self.sessions.current
        return current if isinstance(current, Drawer) else None

    def _columns(self) -> tuple[Column, ...]:
        words = self._context.format

        def closed(drawer: Drawer) -> str:
            return words.date_and_time(drawer.closed_at or drawer.opened_at)

        def place(drawer: Drawer) -> str:
            return with_staff(station_name(drawer.station), drawer.staff)

        def expected(drawer: Drawer) -> str:
            return words.money(drawer.expected)

        def counted(drawer: Drawer) -> str:
            return words.money(drawer.counted or 0)

        def difference(drawer: Drawer) -> str:
            return words.money(drawer.difference or 0)

        def token(drawer: Drawer) -> str:
            return "on_danger_soft" if drawer.difference else "on_ready_soft"

        return (
            Column(translate("drawer", "Closed"), closed, width=190),
            Column(translate("drawer", "Station"), place),
            Column(translate("drawer", "Should be there"), expected, "right", 170),
            Column(translate("drawer", "Counted"), counted, "right", 150),
            Column(translate("drawer", "Difference"), difference, "right", 150, "row_total", token),
        )


def _id_of(drawer: Drawer) -> int:
    return drawer.id
