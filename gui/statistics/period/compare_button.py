"""The words beside the days: what they are compared with; pressed, they offer the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gui.look.theme import Theme
from gui.statistics.period.periods import range_text
from gui.statistics.period.words_button import WordsButton
from gui.words.formatting import Formatting
from models.statistics.occasions import Occasion


@dataclass(frozen=True, slots=True)
class Comparison:
    """With the weeks before, the same weeks last year, or one of the owner's events."""

    kind: str = "before"
    occasion: Occasion | None = None


BEFORE, LAST_YEAR = Comparison(), Comparison("last_year")
#: More events than these would make the menu taller than a small screen.
EVENTS = 12


class CompareButton(WordsButton):
    """`chosen` carries a Comparison."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, fmt: Formatting) -> None:
        super().__init__(theme, "second")
        self._format = fmt
        self._occasions: Sequence[Occasion] = ()
        self._months = 0
        self._comparison = BEFORE

    def know(self, occasions: Sequence[Occasion], comparison: Comparison, months: int) -> None:
        """The events there are, and what is compared with now: days of so many `months`, or none
        of the calendar's (0)."""
        self._occasions, self._comparison, self._months = occasions, comparison, months

    def menu(self) -> QMenu:
        menu = QMenu(self)
        self._add(menu, self._before(), BEFORE)
        self._add(menu, self.tr("The same weeks last year"), LAST_YEAR)
        if self._occasions:
            menu.addSeparator()
        for occasion in self._occasions[:EVENTS]:
            days = range_text(self._format, occasion.first_day, occasion.last_day)
            text = f"{occasion.name}, {days}".replace("&", "&&")
            self._add(menu, text, Comparison("event", occasion))
        menu.triggered.connect(self._choose)
        return menu

    def _before(self) -> str:
        """The time before, as these days have it."""
        if self._months == 12:
            return self.tr("The year before")
        if self._months > 1:
            return self.tr("The months before")
        return self.tr("The month before") if self._months else self.tr("The weeks before")

    def _add(self, menu: QMenu, text: str, comparison: Comparison) -> None:
        action = menu.addAction(text)
        action.setData(comparison)
        action.setCheckable(True)
        action.setChecked(comparison == self._comparison)

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(action.data())
