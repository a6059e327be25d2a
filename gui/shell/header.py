"""The strip at the top of a window: where one can go, whether all is saved, who, where, when."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from gui.input.actions import key_text
from gui.look import icons
from gui.look.theme import Theme, elided, text_width
from gui.runtime.error_handler import guarded
from gui.shell.announcements.sent_orders import show_refused
from gui.shell.announcements.trouble import not_sent_text, trouble_at
from gui.shell.app_context import AppContext
from gui.widgets.buttons.button import Button
from gui.widgets.buttons.pressable import Pressable
from gui.widgets.text.chip import Chip
from gui.widgets.text.labels import Label
from gui.widgets.text.plain_text import set_tip
from gui.words.station_names import station_name
from models import clock, session
from models.settings import preferences

TABS = ("order_entry", "fulfilment", "statistics", "catalogue")
HEIGHT = 48


class Header(QWidget):
    """Made for the look of the page in front; `actions` are the window's own commands."""

    #: The doors stand where they do in a window of this width.
    fitted = Signal()

    def __init__(self, context: AppContext, actions: dict[str, QAction], page: str) -> None:
        super().__init__()
        theme = context.theme
        self._theme = theme
        self.setFixedHeight(theme.px(HEIGHT))
        self._logo = Logo(theme, actions["window.home"])
        self._tabs = [Tab(theme, actions[f"window.{name}"], name == page) for name in TABS]
        self._standing = Standing(context)
        self._lock = Tab(theme, actions["window.lock"], False, with_text=False)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), 0, theme.px(4), 0)
        row.setSpacing(0)
        row.addWidget(self._logo)
        row.addSpacing(theme.px(24))
        for tab in self._tabs:
            row.addWidget(tab)
        row.addStretch(1)
        row.addWidget(self._standing)
        row.addSpacing(theme.px(8))
        row.addWidget(self._lock)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In a narrow window, or with large letters, the less needed is left out first."""
        for left_out in range(5):
            for tab in (*self._tabs, self._lock):
                tab.leave_out(key=left_out >= 1, text=left_out >= 4)
            self._logo.leave_out(text=left_out >= 2)
            self._standing.leave_out(all_but_time=left_out >= 3)
            if self._row.sizeHint().width() <= self.width():
                break
        self.fitted.emit()

    @property
    def doors_end(self) -> int:
        """Where the names of the pages end, pixels from the left."""
        px = self._theme.px
        doors = (self._logo, *self._tabs)
        return px(16 + 24 + 8) + sum(door.sizeHint().width() for door in doors)

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self._theme.px(HEIGHT))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("border"))
        painter.end()


class Standing(QWidget):
    """Saved or not, the station, the staff code, the time."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        theme = context.theme
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        if session.current.is_training:
            leave = Button(theme, self.tr("End training"), "flask-outline", "toolbar")
            leave.clicked.connect(self._end_training)
            row.addWidget(leave)
        elif preferences.get(preferences.DEMO):
            row.addWidget(Chip(theme, self.tr("Demo"), "warn", "flask-outline"))
        self._refused = Button(theme, "", "alert-outline", "toolbar")
        self._refused.clicked.connect(self._show_refused)
        row.addWidget(self._refused)
        self._trouble = Button(theme, "", "alert", "toolbar")
        self._trouble.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._trouble.clicked.connect(self._tell_trouble)
        row.addWidget(self._trouble)
        self._saved = Label(theme, "", "second", "text_muted", "check-circle", "ready")
        self._station = Label(theme, "", "second", "text_muted", "monitor")
        self._staff = Label(theme, "", "second_strong", "text", "badge-account-outline")
        self._clock = Label(theme, "", "clock", "text")
        self._all_but_time = True
        for label in (self._saved, self._station, self._staff, self._clock):
            label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(label)
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._show)
        self._timer.start()
        context.feed.lost.connect(self._show)
        context.feed.found.connect(self._show)
        if context.line is not None:
            context.line.changed.connect(self._show)
        self._show()

    def _end_training(self) -> None:
        self._context.restart(bool)  # the copy goes with its windows

    def _show_refused(self) -> None:
        show_refused(self._context)

    def _tell_trouble(self) -> None:
        if (trouble := trouble_at(self._context)) is not None:
            self._context.notice(trouble.text, "warn", trouble.remedy)

    def _show(self) -> None:
        line = self._context.line
        refused = 0 if line is None else len(line.refused)
        self._refused.setText(not_sent_text(refused))
        self._refused.setVisible(refused > 0)
        trouble = trouble_at(self._context)
        if trouble is not None:
            short = str(trouble.count) if trouble.count else ""
            self._trouble.setText(trouble.word if self._all_but_time else short)
            self._trouble.setAccessibleName(trouble.word)
        self._trouble.setVisible(trouble is not None)
        self._saved.set_text(self.tr("Saved") if self._all_but_time else "")
        self._saved.setVisible(trouble is None)
        station, staff = session.current.station, session.current.staff
        self._station.set_text(station_name(station))
        self._staff.set_text(staff)
        self._staff.setVisible(bool(staff) and self._all_but_time)
        self._station.setVisible(self._all_but_time)
        self._clock.set_text(self._context.format.time(clock.now()))

    def leave_out(self, all_but_time: bool) -> None:
        """A lost connection is still told in words, by the notice under the header."""
        self._all_but_time = not all_but_time
        self._show()
        self.updateGeometry()


class Logo(Pressable):
    """The way home."""

    def __init__(self, theme: Theme, action: QAction, text: str = "BotBelanja") -> None:
        super().__init__()
        self._theme = theme
        self._with_text = True
        self.setText(text)
        self.setAccessibleName(action.text())
        set_tip(self, action.text())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(action.trigger)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        width = self._theme.px(28)
        if self._with_text:
            width += self._theme.px(8) + text_width(self._theme.letters(15, 700), self.text())
        return QSize(width, self._theme.px(HEIGHT))

    def leave_out(self, text: bool) -> None:
        self._with_text = not text
        self.updateGeometry()

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, size = self._theme, self._theme.px(28)
        painter = QPainter(self)
        plate = QRect(0, (self.height() - size) // 2, size, size)
        icons.paint_logo(painter, plate, theme.color("accent"), theme.color("on_accent"))
        if self._with_text:
            painter.setPen(theme.color("text"))
            painter.setFont(theme.letters(15, 700))
            box = self.rect().adjusted(size + theme.px(8), 0, 0, 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())
        _paint_focus(painter, self, theme)
        painter.end()


class Tab(Pressable):
    """One of the doors: icon, name and its key as faint text; underlined when it is in front."""

    def __init__(
        self, theme: Theme, action: QAction, current: bool, with_text: bool = True
    ) -> None:
        super().__init__()
        self._theme = theme
        self.current = current
        self._icon = str(action.property("icon_name"))
        self._all_text = action.text() if with_text else ""
        self._all_key = self._key = key_text(action.shortcuts()[0].toString())
        self.setText(self._all_text)
        self.setAccessibleName(action.text())
        set_tip(self, f"{action.text()} ({self._key})")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(action.trigger)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        px = self._theme.px
        width = px(12) * 2 + px(20)
        if self.text():
            width += px(8) + text_width(self._theme.font("button"), self.text())
        else:
            width -= 0 if self._all_text else px(12)
        if self._key:
            width += px(8) + text_width(self._theme.font("small"), self._key)
        return QSize(width, px(HEIGHT))

    def leave_out(self, key: bool, text: bool) -> None:
        self._key = "" if key else self._all_key
        self.setText("" if text else self._all_text)
        self.updateGeometry()

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(44), self._theme.px(HEIGHT))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        strong = self.current or self.underMouse()
        size = px(20) if self.text() else px(18)
        x = px(12) if self._all_text else 0
        colour = theme.color("text" if strong else "text_muted")
        icons.paint(painter, QRect(x, (self.height() - size) // 2, size, size), self._icon, colour)
        x += size + px(8)
        if self.text():
            painter.setFont(theme.font("button"))
            painter.setPen(colour)
            text = elided(painter.font(), self.text(), self.width() - x - px(4))
            painter.drawText(self._from(x), Qt.AlignmentFlag.AlignVCenter, text)
            x += text_width(painter.font(), text) + px(8)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text_faint"))
        if text_width(painter.font(), self._key) <= self.width() - x:
            painter.drawText(self._from(x), Qt.AlignmentFlag.AlignVCenter, self._key)
        if self.current:
            line = QRectF(0, self.height() - px(3), self.width(), px(3))
            painter.fillRect(line, theme.color("accent"))
        _paint_focus(painter, self, theme)
        painter.end()

    def _from(self, x: int) -> QRect:
        return QRect(x, 0, self.width() - x, self.height())


def _paint_focus(painter: QPainter, button: QAbstractButton, theme: Theme) -> None:
    if button.hasFocus():
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawRoundedRect(QRectF(button.rect()).adjusted(1, 3, -1, -3), 8, 8)
