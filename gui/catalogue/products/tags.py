"""Little plates that can be taken away one by one, and a place to add another."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from gui.look import icons
from gui.look.theme import Theme, elided, text_width
from gui.runtime.error_handler import guarded
from gui.widgets.buttons.button import Button
from gui.widgets.buttons.pressable import Pressable
from gui.widgets.containers.flow import Flow
from gui.widgets.text.plain_text import set_tip


class Tag(Pressable):
    """A word with a cross: pressing it takes the word away."""

    def __init__(self, theme: Theme, text: str, shown: str, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.word = text
        self.setText(shown)
        self.setAccessibleName(name)
        set_tip(self, name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        px = self._theme.px
        width = text_width(self._theme.font("second"), self.text()) + px(10 + 6 + 16 + 8)
        return QSize(width, px(28))

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(56), self._theme.px(28))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("hover" if self.isDown() else "sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.color("accent"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        box = self.rect().adjusted(px(10), 0, -px(30), 0)
        font = theme.font("second")
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        text = elided(font, self.text(), box.width() + 1)
        painter.drawText(box.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter, text)
        size = px(16)
        spot = self.rect().adjusted(self.width() - px(24), 0, 0, 0)
        spot.setWidth(size)
        token = "on_danger_soft" if self.underMouse() else "text_muted"
        icons.paint(painter, spot, "close", theme.color(token))
        painter.end()


class Tags(QWidget):
    """The words of a product; `add` opens a field in which another is typed, where one can."""

    #: Carries the word that is to be taken away.
    removed = Signal(str)
    #: Carries the word that was typed.
    added = Signal(str)

    def __init__(
        self, theme: Theme, add: str, hint: str, remove: str, can_add: bool = True
    ) -> None:
        super().__init__()
        self._theme = theme
        self._remove = remove
        self._tags: list[Tag] = []
        self._whose = ""  # whose it is to change them, where it is not theirs who are here
        self._flow = Flow(theme.px(6))
        self.setLayout(self._flow)
        self._add = Button(theme, add, "plus", "dashed")
        self._add.set_height(28)
        if not can_add:
            self._add.hide()
        self._add.clicked.connect(self.open_field)
        self.field = QLineEdit()
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.field.setMaxLength(200)
        self.field.setFixedWidth(theme.px(200))
        self.field.returnPressed.connect(self.take)
        self.field.installEventFilter(self)
        self.field.hide()
        self._flow.addWidget(self._add)
        self._flow.addWidget(self.field)

    @property
    def words(self) -> list[str]:
        return [tag.word for tag in self._tags]

    def show_words(self, words: Sequence[tuple[str, str]]) -> None:
        """Pairs of the word and how it is shown."""
        if [(tag.word, tag.text()) for tag in self._tags] == list(words):
            return
        had_focus = any(tag.hasFocus() for tag in self._tags)
        for tag in self._tags:
            self._flow.removeWidget(tag)
            tag.hide()
            tag.deleteLater()
        self._tags = []
        for last in (self._add, self.field):
            self._flow.removeWidget(last)
        for word, shown in words:
            tag = Tag(self._theme, word, shown, self._remove.format(word=word))
            tag.clicked.connect(self._drop)
            self._settle(tag)
            self._tags.append(tag)
            self._flow.addWidget(tag)
            tag.show()
        for last in (self._add, self.field):
            self._flow.addWidget(last)
        if had_focus:  # not on another word, which the next Space would take away
            (self.field if self.field.isVisible() else self._add).setFocus()
        self.updateGeometry()

    def let(self, may: bool, why_not: str) -> None:
        """Whether who is here adds words and takes them away; under the pointer why not."""
        self._whose = why_not
        for part in (self._add, *self._tags):
            self._settle(part)

    def _settle(self, part: QWidget) -> None:
        part.setEnabled(not self._whose)
        set_tip(part, self._whose or (part.accessibleName() if isinstance(part, Tag) else ""))

    def close_field(self) -> None:
        had_focus = self.field.hasFocus()
        self.field.setText("")
        self.field.hide()
        self._add.show()
        if had_focus:
            self._add.setFocus()

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
            return False
        if event.type() == QEvent.Type.KeyPress:
            self.close_field()
        event.accept()  # else Esc would close more than this field
        return True

    def open_field(self) -> None:
        self._add.hide()
        self.field.show()
        self.field.setFocus()

    def take(self) -> None:
        """Enter: what stands in the field is another word; an empty field closes."""
        word = self.field.text().strip()
        self.field.setText("")
        if word:
            self.added.emit(word)
        else:
            self.close_field()

    def _drop(self) -> None:
        tag = self.sender()
        if isinstance(tag, Tag):
            self.removed.emit(tag.word)
