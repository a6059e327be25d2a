"""The strip over the wall: what is counted, how fresh the news is, which station, what time.

The counts are filters: pressing one shows only those orders, pressing it again shows all.
"""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from gui.fulfilment.filters import LATER, STATES, StateStyle, state_text
from gui.look import icons
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.shell.announcements.sent_orders import show_refused
from gui.shell.announcements.trouble import not_sent_text, to_send_text
from gui.shell.app_context import AppContext
from gui.widgets.buttons.button import Button
from gui.widgets.text.labels import Label
from gui.widgets.text.plain_text import set_tip
from gui.words.station_names import station_name, with_staff
from models import clock, session

HEIGHT = 64


class TopBar(QWidget):
    """`theme` is scaled to the window."""

    #: A count was pressed; carries its name.
    chip_pressed = Signal(str)
    home_pressed = Signal()
    sound_pressed = Signal()

    def __init__(self, context: AppContext, theme: Theme, title: str) -> None:
        super().__init__()
        self._context = context
        self._theme = theme
        px = theme.px
        self.setFixedHeight(px(HEIGHT))
        # What does not fit is left out in a sensible order, so it never widens the window.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(px(10), 0, px(16), 0)  # the plate's touch reaches further left
        row.setSpacing(px(12))
        home = Plate(theme, "package-variant", context.actions.text("window.home"), True)
        home.clicked.connect(self.home_pressed)
        row.addWidget(home)
        self._title = self._label(title, "title")
        row.addWidget(self._title)
        row.addSpacing(px(12))
        self.chips = {state.name: CountChip(theme, state) for state in (*STATES, LATER)}
        for chip in self.chips.values():
            chip.clicked.connect(self._chip_pressed)
            row.addWidget(chip)
        row.addStretch(1)
        self._refused = Button(theme, "", "alert-outline", "toolbar")
        self._refused.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._refused.clicked.connect(self._show_refused)
        row.addWidget(self._refused)
        self.fresh_label = self._label("", "card_title")
        self.freshness = "", ""  # how fresh it is, and the same where there is little room
        self._age = self._label("", "card_title", "text_muted")
        self._station = self._label("", "card_title", "text_muted", "monitor")
        self._sound = Plate(theme, "volume-high", context.actions.text("queue.sound"), False)
        self._sound.setCheckable(True)  # a screen reader says whether it is on
        self._sound.clicked.connect(self.sound_pressed)
        self._clock = self._label("", "wall_clock")
        for widget, gap in (
            (self.fresh_label, 0),
            (self._age, 12),
            (self._station, 8),
            (self._sound, 8),
        ):
            row.addWidget(widget)
            row.addSpacing(px(gap))
        row.addWidget(self._clock)
        self.tick()

    def show_counts(self, counts: dict[str, int], chosen: str) -> None:
        for name, chip in self.chips.items():
            chip.show_count(self._context.format.number(counts[name]))
            chip.setChecked(name == chosen)
        self.chips[LATER.name].setVisible(counts[LATER.name] > 0)
        self._fit()

    def show_sound(self, is_on: bool) -> None:
        self._sound.setChecked(is_on)
        self._sound.set_icon("volume-high" if is_on else "volume-off")

    def tick(self) -> None:
        """A second passed: the clock, and how old the news is."""
        feed, form = self._context.feed, self._context.format
        age, line = feed.seconds_since_look, self._context.line
        refused = 0 if line is None else len(line.refused)
        self._refused.setText(not_sent_text(refused))
        self._refused.setVisible(refused > 0)
        if feed.is_stale:
            since = form.time(clock.now() - age * 1000)
            self.freshness = self.tr("Offline since {time}").format(time=since), self.tr("Offline")
            if line is not None and line.waiting:
                waits = to_send_text(line.waiting)
                self.freshness = f"{self.freshness[0]} \u00b7 {waits}", waits
            self.fresh_label.set_token("on_warn_soft")
            self.fresh_label.set_icon("alert")
            self._age.set_text("")
        else:
            self.freshness = self.tr("Up to date"), ""
            self.fresh_label.set_token("on_ready_soft")
            self.fresh_label.set_icon("check-circle")
            self._age.set_text(self.tr("%n s ago", "", max(1, age)))
        who = with_staff(station_name(session.current.station), session.current.staff)
        self._station.set_text(who, session.current.staff)
        self._clock.set_text(form.time(clock.now()))
        self._fit()

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("border"))
        painter.end()

    def _label(self, text: str, role: str, token: str = "text", icon: str = "") -> Label:
        label = Label(self._theme, text, role, token, icon)
        label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return label

    def _fit(self) -> None:
        """On a narrow screen the least needed goes first: age, station, title, the words."""
        margins = self._row.contentsMargins()
        spare = self.width() - margins.left() - margins.right()
        optional = [self._age, self._station, self._title]
        for widget in optional:
            widget.setVisible(True)
        self._age.setVisible(bool(self._age.text()))
        for chip in self.chips.values():
            chip.set_compact(False)
        words, few_words = self.freshness
        self.fresh_label.set_text(words)
        for widget in optional:
            if self._row.sizeHint().width() <= spare:
                break
            widget.hide()
        if self._row.sizeHint().width() > spare:
            for chip in self.chips.values():
                chip.set_compact(True)
        if self._row.sizeHint().width() > spare:
            self.fresh_label.set_text(few_words)  # its icon stays
            self.fresh_label.setAccessibleName(words)
        self._row.activate()  # at once: painted before, counts would stand on their words

    def _show_refused(self) -> None:
        show_refused(self._context)

    def _chip_pressed(self) -> None:
        chip = self.sender()
        assert isinstance(chip, CountChip)
        self.chip_pressed.emit(chip.state.name)


class CountChip(QAbstractButton):
    """A state with its count; checked when only those orders are shown."""

    def __init__(self, theme: Theme, state: StateStyle) -> None:
        super().__init__()
        self._theme = theme
        self.state = state
        self._count = ""
        self._compact = False
        self.setCheckable(True)
        self.setText(state_text(state.name))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_count(self, count: str) -> None:
        if count != self._count:
            self._count = count
            self.setAccessibleName(f"{self.text()} {count}")
            self.updateGeometry()
            self.update()

    def set_compact(self, compact: bool) -> None:
        """Only icon and count; the word is in the tool tip."""
        if compact != self._compact:
            self._compact = compact
            set_tip(self, self.text() if compact else "")
            self.updateGeometry()
            self.update()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        px = self._theme.px
        text = (
            0
            if self._compact
            else QFontMetrics(self._theme.font("card_title_wide")).horizontalAdvance(self.text())
        )
        count = QFontMetrics(self._theme.letters(22, 700)).horizontalAdvance(self._count)
        return QSize(px(14 + 22 + 8 + 12 + 14) + text + count, px(48))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(0, px(4), 0, -px(4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(self.state.fill))
        painter.drawRoundedRect(box, px(8), px(8))
        if self.isChecked() or self.hasFocus():
            token = "text" if self.isChecked() else "accent"
            painter.setPen(QPen(theme.color(token), px(3)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), px(9), px(9))
        ink = theme.color(self.state.ink)
        size, middle = px(22), box.center().y() + 1
        icons.paint(painter, QRect(px(14), middle - size // 2, size, size), self.state.icon, ink)
        painter.setPen(ink)
        painter.setFont(theme.font("card_title_wide"))
        if not self._compact:
            text = box.adjusted(px(14 + 22 + 8), 0, 0, 0)
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(theme.letters(22, 700))
        count = box.adjusted(0, 0, -px(14), 0)
        painter.drawText(
            count, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._count
        )
        painter.end()


class Plate(QAbstractButton):
    """An icon to press: the way home on a filled plate, the sound without one."""

    def __init__(self, theme: Theme, icon: str, name: str, filled: bool) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._filled = filled
        self.setAccessibleName(name)
        set_tip(self, name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(theme.px(48), theme.px(48))

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = QRect(0, 0, px(36), px(36))
        face.moveCenter(self.rect().center())
        ink = theme.color("on_accent" if self._filled else "text_muted")
        painter.setPen(Qt.PenStyle.NoPen)
        if self._filled:
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(face, px(8), px(8))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("text" if self._filled else "accent"), px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(face).adjusted(1, 1, -1, -1), px(8), px(8))
        inset = px(6)
        icons.paint(painter, face.adjusted(inset, inset, -inset, -inset), self._icon, ink)
        painter.end()
