"""A number that answers in one look, with its change against the time before."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.widgets.containers.card import Card
from gui.widgets.text.labels import Label


class KeyFigure(Card):
    """A card: name, number, and below it the change (arrow and word) and what it is compared to."""

    def __init__(self, theme: Theme, name: str, wide: bool = False, parent: QWidget | None = None):
        super().__init__(theme, parent=parent)
        self._name_text = name
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(14), theme.px(12), theme.px(14), theme.px(12))
        column.setSpacing(theme.px(4))
        self._name = Label(theme, name, "second", "text_muted")
        self._value = Label(theme, "", "figure_wide" if wide else "figure", "text")
        self._change = Label(theme, "", "second_strong", "text_muted")
        self._compared = Label(theme, "", "second", "text_faint")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._change)
        row.addWidget(self._compared, 1)
        column.addWidget(self._name)
        column.addWidget(self._value)
        column.addLayout(row)
        self._cover: Cover | None = None

    def lead_on(self) -> QAbstractButton:
        """From now on the whole card can be pressed: gives the button that lies over it."""
        self._cover = Cover(self._theme, self)
        self._cover.setAccessibleName(self._name_text)
        return self._cover

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._cover is not None:
            self._cover.setGeometry(self.rect())
            self._cover.raise_()

    def set_name(self, name: str) -> None:
        """What the number is called from the next value on."""
        self._name_text = name
        self._name.set_text(name)

    def show_value(
        self, value: str, change: str = "", better: bool | None = None, compared: str = "",
        rising: bool | None = None,
    ) -> None:  # fmt: skip
        """`rising` gives the arrow's direction, `better` its colour (None: neither)."""
        self._value.set_text(value)
        token = {True: "on_ready_soft", False: "on_danger_soft", None: "text_muted"}[better]
        arrow = {True: "arrow-up", False: "arrow-down", None: ""}[rising]
        self._change.set_token(token)
        self._change.set_icon(arrow)
        self._change.set_text(change)
        self._change.setVisible(bool(change))
        self._compared.set_text(compared)
        self.setAccessibleName(f"{self._name_text}: {value} {change} {compared}".strip())
        if self._cover is not None:
            self._cover.setAccessibleName(self.accessibleName())


class Cover(QAbstractButton):
    """Seen only by its edge: under the pointer, and with the focus."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.hasFocus() and not self.underMouse():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = 2 if self.hasFocus() else 1
        painter.setPen(QPen(self._theme.color("accent"), wide))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        painter.end()
