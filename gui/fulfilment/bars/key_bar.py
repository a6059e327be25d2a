"""The strip under the wall: what can be done with the card in focus, and with which key.

What was just done, and the way back from it, stands at its right end for a while, over the keys
that are needed least; so it covers no card, and no key that is needed all the time.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from gui.fulfilment.bars.top_bar import Plate
from gui.input.actions import why_not
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.widgets.buttons.pressable import Pressable
from gui.widgets.messages.toast import Toast
from gui.widgets.text.key_chip import key_chip_width, paint_key_chip
from gui.widgets.text.plain_text import set_tip

HEIGHT = 56
GROWN = 1.15  # keys on the wall are read from further away than those of a counter


class KeyBar(QWidget):
    """`actions` with their keys come most needed first: what has no room is kept in a menu.

    `cards` is the key and the word for choosing a card, which is no command.
    """

    def __init__(
        self, theme: Theme, cards: tuple[str, str], actions: list[tuple[str, QAction]]
    ) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(theme.px(HEIGHT))
        self._grown = grown = Theme(theme.name, theme.text_scale * GROWN)
        self.buttons = [KeyButton(grown, *cards, self)]
        #: Where the bar with the way back appears.
        self.berth = QWidget(self)
        self.berth.installEventFilter(self)
        self.berth.lower()
        self.toast = Toast(grown, self)
        self.toast.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for key, action in actions:
            button = KeyButton(grown, key, action.text(), self)
            button.clicked.connect(action.trigger)
            action.changed.connect(self._follow)
            button.action = action
            button.follow()
            self.buttons.append(button)
        #: Opens a menu of what the strip has no room for.
        self.rest = Plate(grown, "dots-horizontal", self.tr("More"), False)
        self.rest.setObjectName("rest")
        self.rest.setParent(self)
        self.rest.clicked.connect(self._offer_rest)
        #: Those of what stands over the wall, while there is something.
        self.of_list: list[KeyButton] = []
        self.toast.raise_()

    def _offer_rest(self) -> None:
        """What the strip has no room for, over the button."""
        menu = QMenu(self)
        for button in self.buttons:
            if button.action is not None and not button.isVisible():
                menu.addAction(button.action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.rest.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def show_list(self, keys: Sequence[tuple[str, str, Callable[[], object]]]) -> None:
        """A list beside the wall has the keys now: key, word and what a press does; or none."""
        for old in self.of_list:
            old.hide()
            old.deleteLater()
        self.of_list = []
        for key, text, deed in keys:
            button = KeyButton(self._grown, key, text, self)
            button.clicked.connect(deed)
            self.of_list.append(button)
        for button in self.buttons:
            button.hide()
        self.toast.raise_()
        self._fit()

    def _follow(self) -> None:
        for button in self.buttons:
            if button.action is not None and button.action is self.sender():
                before = button.text()
                button.follow()
                if button.text() != before:  # whether it can be pressed takes no room
                    self._fit()

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self._theme.px
        width = max(min(self.width(), px(480)), self.width() // 3)
        self.berth.setGeometry(self.width() - width, px(2), width - px(8), self.height() - px(6))
        self.toast.setGeometry(self.rect().adjusted(px(8), px(6), -width - px(8), -px(6)))
        self._fit()

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ChildAdded:
            self.toast.pass_by()
        if event.type() in (QEvent.Type.ChildAdded, QEvent.Type.ChildRemoved):
            is_taken = any(isinstance(child, QWidget) for child in self.berth.children())
            (self.berth.raise_ if is_taken else self.berth.lower)()
            self._fit()
        return False

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.color("border"))
        painter.end()

    def _fit(self) -> None:
        x, end = self._theme.px(16), self.width() - self._theme.px(8)
        if any(isinstance(child, QWidget) for child in self.berth.children()):
            end = self.berth.x()
        shown = self.of_list or self.buttons
        widths = [button.sizeHint().width() for button in shown]
        fits = x + sum(widths) <= end
        if not fits:
            end -= self.rest.width()
        for button, width in zip(shown, widths, strict=True):
            button.setGeometry(x, 1, width, self.height() - 1)
            button.setVisible(x + width <= end)
            x += width
        self.rest.move(end, (self.height() - self.rest.height()) // 2)
        self.rest.setVisible(not fits and shown is self.buttons)


class KeyButton(Pressable):
    """A key and what it does; to be pressed on a touch screen as well."""

    def __init__(self, theme: Theme, key: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self.action: QAction | None = None
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def follow(self) -> None:
        """Shows what its action would do now; under the pointer, why it cannot."""
        if self.action is not None:
            self.setText(self.action.text())
            self.setAccessibleName(self.action.text())
            self.setEnabled(self.action.isEnabled())
            self.closed = "" if self.action.isEnabled() else why_not(self.action)
            set_tip(self, self.closed)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        px = self._theme.px
        width = key_chip_width(self._theme, self._key) + px(8)
        width += QFontMetrics(self._theme.font("body")).horizontalAdvance(self.text())
        return QSize(width + px(18), px(48))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isDown():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(-6, 5, -10, -5), 8, 8)
        x = paint_key_chip(painter, theme, 0, self.height() // 2, self._key) + px(8)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text_muted" if self.isEnabled() else "text_faint"))
        painter.drawText(
            self.rect().adjusted(x, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text()
        )
        painter.end()
