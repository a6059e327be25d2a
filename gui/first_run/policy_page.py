"""The policy: read to the end, tick, accept."""

from PySide6.QtCore import QLocale, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.input.actions import key_text
from gui.look import icons
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.widgets.text.key_chip import KeyChip, key_chip_width, paint_key_chip
from gui.widgets.text.labels import Label
from gui.widgets.text.policy_text import PolicyText
from gui.words.formatting import Formatting
from models.settings import privacy
from models.settings.privacy import Policy

# Further than any document is long; the scroll bar stops at its end.
_FAR = 10_000_000


class PolicyPage(QWidget):
    """Shows the policy, or what changed in it against the text `accepted` before.

    `was_read` and `was_ticked` tell of this very text, when one comes back to it.
    """

    #: The end was reached, or the box was ticked or cleared.
    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        words: Formatting,
        policy: Policy,
        accepted: str = "",
        was_read: bool = False,
        was_ticked: bool = False,
    ) -> None:
        super().__init__()
        self._theme = theme
        self.policy = policy
        self.reached_end = was_read
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self.text = PolicyText(theme)
        if accepted:
            self.text.show_pieces(privacy.difference(accepted, policy.text))
        else:
            self.text.show_text(policy.text)
        column.addWidget(self.text, 1)
        self._unread = self._hint(self.tr("Read on to the end"), ("PgDown", "End"))
        self._read = self._hint(self.tr("Scroll back"), ("PgUp", "Home"))
        line = QHBoxLayout()
        line.addWidget(self._unread)
        line.addWidget(self._read)
        line.addStretch(1)
        line.addWidget(Label(theme, self._effective(words), "second", "text_muted"))
        column.addLayout(line)
        self.tick = AcceptBox(theme, self.tr("I have read this policy and agree to it"))
        self.tick.setChecked(was_ticked)
        column.addWidget(self.tick)
        self.setFocusProxy(self.text)
        self._bind_keys()
        self._show_reached()
        self.tick.toggled.connect(self._ticked)
        self._laid_out = QTimer(self, singleShot=True, interval=0)
        self._laid_out.timeout.connect(self._look)
        self.text.verticalScrollBar().valueChanged.connect(self._look)
        self.text.verticalScrollBar().rangeChanged.connect(self._look)

    @property
    def may_accept(self) -> bool:
        """Read to the end, and ticked."""
        return self.reached_end and self.tick.isChecked()

    def waits_for(self) -> str:
        """Why it cannot be accepted yet; empty when it can."""
        if not self.reached_end:
            return self.tr("Read to the end first")
        return "" if self.tick.isChecked() else self.tr("Tick the box first")

    def _effective(self, words: Formatting) -> str:
        """Since when the policy holds, in its own zone, as the policy itself says it."""
        moment = privacy.policy().effective
        shift = moment.utcoffset()
        hours = int(shift.total_seconds() // 3600) if shift else 0
        english = words.locale.language() == QLocale.Language.English
        return self.tr("Effective {day} {month} {year} {time} GMT{zone}").format(
            day=f"{moment.day:02d}",
            month=words.locale.standaloneMonthName(moment.month),
            year=moment.year,
            time=f"{moment:%H:%M}" if english else f"{moment:%H.%M}",
            zone=f"{hours:+d}",
        )

    @guarded()
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Only when the text is laid out is it known whether there is anything to scroll.
        self._laid_out.start()

    def _hint(self, text: str, keys: tuple[str, ...]) -> QWidget:
        hint = QWidget()
        row = QHBoxLayout(hint)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(6))
        if keys[0] == "PgUp":
            done = self.tr("You have reached the end.")
            row.addWidget(
                Label(self._theme, done, "second_strong", "on_ready_soft", "check-circle")
            )
            row.addWidget(Label(self._theme, text, "second", "text_muted"))
        else:
            row.addWidget(Label(self._theme, text, "second", "text_muted", "arrow-down"))
        for key in keys:
            row.addWidget(KeyChip(self._theme, key_text(key)))
        row.addStretch(1)
        hint.setFixedHeight(self._theme.px(24))
        return hint

    def _bind_keys(self) -> None:
        for key, scroll in (
            (Qt.Key.Key_PageDown, self._page_down),
            (Qt.Key.Key_PageUp, self._page_up),
            (Qt.Key.Key_End, self._to_end),
            (Qt.Key.Key_Home, self._to_begin),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(scroll)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.text)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self.tick.toggle)

    def _page_down(self) -> None:
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.value() + bar.pageStep())

    def _page_up(self) -> None:
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.value() - bar.pageStep())

    def _to_end(self) -> None:
        self.text.verticalScrollBar().setValue(_FAR)

    def _to_begin(self) -> None:
        self.text.verticalScrollBar().setValue(0)

    def _look(self) -> None:
        bar = self.text.verticalScrollBar()
        # Below the last line there is only the margin.
        end = bar.maximum() - self.text.document().documentMargin()
        if self.reached_end or not self.isVisible() or bar.value() < end:
            return
        self.reached_end = True
        self._show_reached()
        self.changed.emit()

    def _show_reached(self) -> None:
        self._unread.setVisible(not self.reached_end)
        self._read.setVisible(self.reached_end)

    def _ticked(self, ticked: bool) -> None:
        self.changed.emit()


class AcceptBox(QAbstractButton):
    """As wide as its text, so that nobody has to aim; any click on it, or Space, ticks it."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key_text("Space")
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        theme = self._theme
        text = QFontMetrics(theme.font("row_total")).horizontalAdvance(self.text())
        chip = key_chip_width(theme, self._key)
        return QSize(text + chip + theme.px(14 + 22 + 12 + 24 + 14), theme.px(48))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ticked, strong = self.isChecked(), self.isChecked() or self.hasFocus()
        painter.setBrush(theme.color("accent_soft" if ticked else "surface"))
        painter.setPen(QPen(theme.color("accent" if strong else "border_strong"), 1 + strong))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        self._paint_box(painter, ticked)
        chip = key_chip_width(theme, self._key)
        right = self.width() - theme.px(14) - chip
        paint_key_chip(painter, theme, right, self.height() // 2, self._key)
        left = theme.px(14 + 22 + 12)
        painter.setFont(theme.font("row_total"))
        painter.setPen(theme.color("text"))
        place = QRect(left, 0, right - left, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    def _paint_box(self, painter: QPainter, ticked: bool) -> None:
        theme, size = self._theme, self._theme.px(22)
        box = QRect(theme.px(14), (self.height() - size) // 2, size, size)
        painter.setBrush(theme.color("accent" if ticked else "surface"))
        painter.setPen(QPen(theme.color("accent" if ticked else "border_strong"), 2))
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 5, 5)
        if ticked:
            icons.paint(painter, box.adjusted(2, 2, -2, -2), "check-bold", theme.color("on_accent"))
