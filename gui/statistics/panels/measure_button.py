"""The words beside the heat map's title: what its cells tell; pressed, they offer the others."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gui.look.theme import Theme
from gui.statistics.charts.heat_map import MEASURES
from gui.statistics.period.words_button import WordsButton
from gui.widgets.text.plain_text import set_tip
from gui.words.marked import marked

translate = QCoreApplication.translate

_TEXTS: dict[str, str] = {
    "orders": marked("statistics", "Orders per hour, average"),
    "lines": marked("statistics", "Lines per hour, average"),
    "revenue": marked("statistics", "Revenue per hour, average"),
    "wait": marked("statistics", "Minutes until ready, average"),
}


class MeasureButton(WordsButton):
    """Offers `MEASURES`."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._measure = MEASURES[0]
        set_tip(self, self.tr("Show something else"))
        self.say(in_millions=False)

    @property
    def measure(self) -> str:
        """One of `MEASURES`."""
        return self._measure

    def set_measure(self, measure: str) -> None:
        """Says another one without telling anybody."""
        self._measure = measure

    def say(self, in_millions: bool) -> None:
        """Money is told in thousands or millions, whichever the numbers need."""
        text = translate("statistics", _TEXTS[self._measure])
        if self._measure == "revenue":
            unit = self.tr("in millions") if in_millions else self.tr("in thousands")
            text = f"{text}, {unit}"
        self.show_words(text)

    def menu(self) -> QMenu:
        menu = QMenu(self)
        for measure in MEASURES:
            action = menu.addAction(translate("statistics", _TEXTS[measure]))
            action.setData(measure)
            action.setCheckable(True)
            action.setChecked(measure == self._measure)
        menu.triggered.connect(self._choose)
        return menu

    def _choose(self, action: QAction) -> None:
        self._measure = action.data()
        self.chosen.emit(self._measure)
