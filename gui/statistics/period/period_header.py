"""The head of the window: which days, compared with what, counted when, and the ways out."""

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from gui.input.actions import key_text
from gui.shell.action_button import ActionButton
from gui.shell.page import Page
from gui.statistics.period.compare_button import CompareButton, Comparison
from gui.statistics.period.period_query import DashboardResult
from gui.statistics.period.periods import IN_THE_BAR, range_text, text_of
from gui.widgets.buttons.button import Button
from gui.widgets.buttons.segmented import Segmented
from gui.widgets.text.labels import Label
from gui.widgets.text.plain_text import set_tip


class PeriodHeader(QWidget):
    """Belongs to the statistics window, whose commands its buttons are."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        theme, px = page.context.theme, page.context.theme.px
        self._format = page.context.format
        names = [*(text_of(name) for name in IN_THE_BAR), self.tr("Choose\u2026")]
        #: The periods; the last one opens the strip.
        self.bar = Segmented(theme, names, self.tr("Period"))
        self.range = Label(theme, "", "row_total")
        #: What the days are compared with.
        self.compare = CompareButton(theme, self._format)
        # When it was counted, in as few letters as can be: the days need the room.
        self.counted = Label(theme, "", "second", "text_muted", "clock-check-outline")
        for part in (self.range, self.counted):  # what they are compared with gives way
            part.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # Without words: the days beside it need the room.
        turning = page.action("statistics.more")
        self._more = Button(theme, "", "chart-box-plus-outline", "toolbar")
        self._more.setCheckable(True)
        self._more.setAccessibleName(turning.text())
        set_tip(self._more, f"{turning.text()} ({key_text(turning.shortcut().toString())})")
        self._more.clicked.connect(turning.trigger)
        buttons = [
            ActionButton(theme, page.action(command), "toolbar")
            for command in ("statistics.save", "statistics.print")
        ]
        texts, files = QHBoxLayout(), QHBoxLayout()
        texts.addWidget(self.range)
        texts.addWidget(self.compare, 1)
        texts.addWidget(self.counted)
        for button in (self._more, *buttons):
            files.addWidget(button)
        for row in (texts, files):
            row.setSpacing(px(8))
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(px(8))
        self._box.addWidget(self.bar)
        self._box.addLayout(texts, 1)
        self._box.addLayout(files)

    def set_narrow(self, narrow: bool) -> None:
        turn(self._box, narrow)

    def show_page(self, further: bool) -> None:
        """Whether the second page is looked at."""
        self._more.setChecked(further)

    def show_looked(self, looked: DashboardResult, comparison: Comparison, months: int) -> None:
        """What was found; the days are of so many calendar `months`, or none of them (0)."""
        fmt, found = self._format, looked.found
        self.range.set_text(range_text(fmt, found.first_day, found.last_day))
        before = range_text(
            fmt,
            found.before_first_day,
            found.before_last_day,
            year=found.before_first_day.year != found.last_day.year,
        )
        if comparison.occasion is not None:
            before = f"{comparison.occasion.name} {before}"
        text = self.tr("against {days}").format(days=before)
        if found.unfinished:
            text = self.tr("against {days} until {time}").format(
                days=before, time=fmt.time(found.counted_at)
            )
        self.compare.show_words(text, self._shortly(comparison))
        set_tip(self.compare, text)
        self.compare.know(looked.known, comparison, months)
        self.counted.set_text(fmt.time(found.counted_at))
        counted = self.tr("Counted {time}").format(time=fmt.time(found.counted_at))
        self.counted.setAccessibleName(counted)
        set_tip(self.counted, counted)

    def _shortly(self, comparison: Comparison) -> str:
        """What is compared with, where the days have no room."""
        if comparison.occasion is not None:
            return self.tr("against {days}").format(days=comparison.occasion.name)
        last_year = comparison.kind == "last_year"
        return self.tr("against last year") if last_year else self.tr("against the time before")


def turn(box: QBoxLayout, narrow: bool) -> None:
    """Lets things that stand beside each other stand below each other, or back."""
    direction = QBoxLayout.Direction
    box.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
