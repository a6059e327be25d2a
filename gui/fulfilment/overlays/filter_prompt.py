"""Which orders shall be seen: a state, or what needs something of one category, with counts."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
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
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class FilterPrompt(CardPrompt):
    """Digits choose at once, arrows and Enter as well; 0 shows all orders again."""

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
            key = str(place) if place <= 9 else ""
            self._buttons.append(self._button(text_of(filter), icon_of(filter), key, filter, now))
            self._buttons[-1].set_count(form.number(count))
        for place, button in enumerate(self._buttons):
            grid.addWidget(button, place // self._columns, place % self._columns)
        self.column.addWidget(_Scrolled(rows), 1)

    def take_focus(self) -> None:
        chosen = (button for button in self._buttons if button.isChecked())
        next(chosen, self._buttons[0]).setFocus()

    def _button(self, text: str, icon: str, key: str, filter: Filter, now: Filter) -> Button:
        button = Button(self.theme, text, icon, "toolbar", key)
        button.setCheckable(True)
        button.setChecked(filter == now)
        button.setProperty("filter", filter)
        button.clicked.connect(self._pressed)
        return button

    def _pressed(self) -> None:
        self._choose(self.sender())

    def _choose(self, button: object) -> None:
        assert isinstance(button, Button)
        self.answered.emit(button.property("filter"))
        self.closed.emit()

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, columns = event.key(), self._columns
        steps = _STEPS | {Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}
        here = next((i for i, button in enumerate(self._buttons) if button.hasFocus()), 0)
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            if (place := key - Qt.Key.Key_0) < len(self._buttons):
                self._choose(self._buttons[place])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self._buttons[here])
        elif key in steps:
            there = here + steps[Qt.Key(key)]
            if 0 <= there < len(self._buttons):
                self._buttons[there].setFocus()
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
