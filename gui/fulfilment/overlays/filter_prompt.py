"""Which orders shall be seen: a state, or what needs something of one category, with counts."""

from collections.abc import Sequence
from string import ascii_uppercase, digits

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.fulfilment.filters import ALL, Filter, icon_of, text_of
from gui.fulfilment.overlays.prompts import CardPrompt
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.widgets.buttons.button import Button
from gui.widgets.containers.scroll_area import ScrollArea
from gui.words.formatting import Formatting

WIDTH = 250  # of a button, at least
_KEYS = digits + ascii_uppercase  # one for each button; beyond these, arrows
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class FilterPrompt(CardPrompt):
    """Digits and letters choose at once, arrows and Enter as well; 0 shows all orders again."""

    #: Carries the `Filter`.
    answered = Signal(object)

    def __init__(
        self,
        theme: Theme,
        form: Formatting,
        offered: Sequence[tuple[Filter, int]],
        now: Filter,
        parent: QWidget,
    ) -> None:
        super().__init__(theme, form, parent)
        self.title(self.tr("Which orders do you want to see?"))
        self._columns = max(2, min(5, parent.width() // self.theme.px(WIDTH)))
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self.theme.px(6))
        self._buttons = [self._button(self.tr("All orders"), "package-variant", "0", ALL, now)]
        for place, (filter, count) in enumerate(offered, start=1):
            key = _KEYS[place : place + 1]
            self._buttons.append(self._button(text_of(filter), icon_of(filter), key, filter, now))
            self._buttons[-1].set_count(form.number(count))
        for place, button in enumerate(self._buttons):
            grid.addWidget(button, place // self._columns, place % self._columns)
        self.column.addWidget(_Scrolled(rows, sideways=False), 1)

    def take_focus(self) -> None:
        chosen = (button for button in self._buttons if button.isChecked())
        next(chosen, self._buttons[0]).setFocus()

    def _button(self, text: str, icon: str, key: str, filter: Filter, now: Filter) -> Button:
        button = Button(self.theme, text, icon, "toolbar", key)
        button.setCheckable(True)
        button.setChecked(filter == now)
        button.setProperty("filter", filter)
        button.clicked.connect(self._pressed)
        button.installEventFilter(self)
        return button

    def _pressed(self) -> None:
        self._choose(self.sender())

    def _choose(self, button: object) -> None:
        assert isinstance(button, Button)
        self.answered.emit(button.property("filter"))
        self.closed.emit()

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows go where they point; a button would go on to the next one, and out at the end."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        steps = _STEPS | {Qt.Key.Key_Up: -self._columns, Qt.Key.Key_Down: self._columns}
        if event.key() not in steps:
            return False
        there = next(i for i, button in enumerate(self._buttons) if button is watched)
        there += steps[Qt.Key(event.key())]
        if 0 <= there < len(self._buttons):
            self._buttons[there].setFocus()
        return True

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = _KEYS.find(event.text().upper()) if event.text() else -1
        if 0 <= place < len(self._buttons):
            self._choose(self._buttons[place])
        else:
            super().keyPressEvent(event)


class _Scrolled(ScrollArea):
    """The buttons in full, where there is room for that; arrows go from one to the other."""

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        content = self.widget()
        return content.sizeHint() if content is not None else super().sizeHint()

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
