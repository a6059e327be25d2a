"""Whether orders wait at all, and when one is late, a question urgent, a number off the board."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from gui.settings.section import Section
from gui.shell.app_context import AppContext
from gui.widgets.fields.boxes import NumberBox
from gui.widgets.fields.form import add_field, explanation
from gui.widgets.text.chip import Badge, Chip
from models import events
from models.events import Event
from models.settings import preferences

_LONGEST = 600  # minutes
_LONGEST_QUESTION = 60


class LatenessSection(Section):
    """Both limits count from the moment an order was placed, on every wall of the shop."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.set_head(
            self.tr("Late orders"), self.tr("When a card on the wall changes its colour.")
        )
        theme = context.theme
        card = self.card(self.tr("Shop without a warehouse"), deed="preferences.put")
        self.at_counter = QCheckBox(self.tr("Handed over at the counter"))
        self.at_counter.setAccessibleName(self.at_counter.text())
        card.addWidget(self.at_counter)
        told = self.tr(
            "What is paid is handed over with the sale and waits nowhere."
            " What is unpaid or wanted later still waits on the wall."
        )
        card.addWidget(explanation(theme, told))
        card = self.card(self.tr("Waiting time of an order"), deed="preferences.put")
        self.warn = self._minutes()
        self.late = self._minutes()
        add_field(theme, card, self.tr("Almost late after"), self.warn)
        add_field(theme, card, self.tr("Late after"), self.late)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self._chips = [Chip(theme) for _ in range(3)]
        for chip in self._chips:
            row.addWidget(chip)
        row.addStretch(1)
        card.addLayout(row)
        self.question = self._minutes()
        self.question.setRange(1, _LONGEST_QUESTION)
        questions = self.card(self.tr("Questions from the warehouse"), deed="preferences.put")
        add_field(
            theme, questions, self.tr("Every counter is asked after"), self.question,
            self.tr("Until then only the counter that took the order hears the question."),
        )  # fmt: skip
        self.board = self._minutes()
        board = self.card(self.tr("Customers' board"), deed="preferences.put")
        add_field(
            theme, board, self.tr("A number leaves it after"), self.board,
            self.tr(
                "After that the customer is sent to the counter;"
                " the board shows only how many are left."
            ),
        )  # fmt: skip
        self.column.addStretch(1)
        self.refresh()
        self.at_counter.clicked.connect(self._keep_at_counter)
        self.warn.editingFinished.connect(self._keep_warn)
        self.late.editingFinished.connect(self._keep_late)
        self.question.editingFinished.connect(self._keep_question)
        self.board.editingFinished.connect(self._keep_board)

    def is_affected_by(self, event: Event) -> bool:
        return event.kind == events.PREFERENCE_CHANGED

    def refresh(self) -> None:
        self.at_counter.setChecked(preferences.get(preferences.AT_COUNTER))
        warn = preferences.get(preferences.WARN_AFTER)
        late = preferences.get(preferences.LATE_AFTER)
        asked = preferences.get(preferences.QUESTION_AFTER)
        for box, value, low, high in (
            (self.warn, warn, 1, max(1, late - 1)),
            (self.late, late, warn + 1, _LONGEST),
            (self.question, asked, 1, _LONGEST_QUESTION),
            (self.board, preferences.get(preferences.BOARD_AFTER), 1, _LONGEST),
        ):
            if box.is_undecided:
                continue  # what is being chosen here is not overwritten by news from elsewhere
            box.blockSignals(True)
            box.setRange(low, high)
            box.blockSignals(False)
            box.show_kept(value)
        texts = (
            self.tr("Normal: up to {minutes} min").format(minutes=warn),
            self.tr("Almost late: {first} to {last} min").format(first=warn, last=late),
            self.tr("Late: from {minutes} min").format(minutes=late),
        )
        for chip, text, kind, icon in zip(
            self._chips,
            texts,
            ("neutral", "nearly_late", "late"),
            ("clock-outline", "clock-alert-outline", "alert"),
            strict=True,
        ):
            chip.show_badge(Badge(text, kind, icon))

    def _minutes(self) -> NumberBox:
        box = NumberBox(minimum=1, maximum=_LONGEST)
        box.setSuffix(self.tr(" minutes"))
        # Only what was typed to its end is kept, not every digit or step on the way.
        box.setKeyboardTracking(False)
        box.setMaximumWidth(self.context.theme.px(240))
        box.lineEdit().setTextMargins(self.context.theme.px(10), 0, 0, 0)
        return box

    def _keep_at_counter(self, chosen: bool) -> None:
        said = self.tr("What is paid is handed over at the counter")
        said = said if chosen else self.tr("What is paid waits for the warehouse")
        self.put(preferences.AT_COUNTER, chosen, said)

    def _keep_warn(self) -> None:
        minutes = self.warn.value()
        said = self.tr("Almost late after {minutes} min").format(minutes=minutes)
        self.put(preferences.WARN_AFTER, minutes, said)

    def _keep_question(self) -> None:
        minutes = self.question.value()
        said = self.tr("Every counter is asked after {minutes} min").format(minutes=minutes)
        self.put(preferences.QUESTION_AFTER, minutes, said)

    def _keep_board(self) -> None:
        minutes = self.board.value()
        said = self.tr("A number leaves the board after {minutes} min").format(minutes=minutes)
        self.put(preferences.BOARD_AFTER, minutes, said)

    def _keep_late(self) -> None:
        minutes = self.late.value()
        said = self.tr("Late after {minutes} min").format(minutes=minutes)
        self.put(preferences.LATE_AFTER, minutes, said)
