"""The owner's own events: chosen by one press, added, changed and removed in one row of fields."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gui.runtime.error_handler import guarded
from gui.shell.app_context import AppContext
from gui.statistics.period.periods import range_text
from gui.widgets.buttons.button import Button
from gui.widgets.containers.flow import Flow
from gui.widgets.fields.day_field import DayField
from gui.widgets.fields.draft import Draft
from gui.widgets.fields.form import mark_wrong, point_out
from gui.widgets.text.labels import Label
from gui.widgets.text.plain_text import set_tip
from models.errors import ShopError, TextMissing
from models.events import Receipt
from models.statistics import occasions
from models.statistics.occasions import NAME_LIMIT, Occasion

#: So many stand in the row; older ones are found among what days can be compared with.
SHOWN = 8


class OccasionForm(QWidget):
    """`chosen` carries the Occasion whose days shall be looked at."""

    chosen = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context, theme, px = context, context.theme, context.theme.px
        self._known: list[Occasion] = []
        self._current: Occasion | None = None  # whose days are looked at
        self._edited: Occasion | None = None  # None while a new one is written
        self._days = (date(2000, 1, 1), date(2000, 1, 1))
        self._group = QButtonGroup(self, exclusive=False)
        self._group.idClicked.connect(self._press)
        self._row = QWidget()
        self._flow = Flow(px(8))
        self._row.setLayout(self._flow)
        self._title = Label(theme, self.tr("Own events"), "second_strong", "text_muted")
        self._title.setMinimumHeight(px(40))
        self._new = Button(theme, self.tr("New event"), "calendar-plus", "filter")
        self._new.clicked.connect(self._write_new)
        self._change = Button(theme, self.tr("Change"), "pencil-outline", "filter")
        self._change.clicked.connect(self._write_change)
        for part in (self._title, self._new, self._change):
            self._flow.addWidget(part)
        self._buttons: list[Button] = []
        self._form = self._build_form()
        self._draft = Draft(context.say, self._form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self._row)
        column.addWidget(self._form)
        self._form.hide()

    def know(self, known: Sequence[Occasion], first: date, last: date) -> None:
        """The events there are, and the days that are looked at."""
        self._days = (first, last)
        same = [x for x in known if (x.first_day, x.last_day) == (first, last)]
        self._current = same[0] if same else None
        if list(known) != self._known:
            self._known = list(known)
            self._fill()
        for number, button in enumerate(self._buttons):
            button.setChecked(self._known[number] == self._current)
        self._change.setVisible(self._current is not None)

    # --- the row ---------------------------------------------------------------------------

    def _fill(self) -> None:
        for button in self._buttons:
            self._group.removeButton(button)
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for part in (self._new, self._change):  # the buttons stand before these
            self._flow.removeWidget(part)
        for number, occasion in enumerate(self._known[:SHOWN]):
            button = Button(self._context.theme, occasion.name, "flag-outline", "filter")
            days = range_text(self._context.format, occasion.first_day, occasion.last_day)
            button.set_count(str(occasion.first_day.year))
            set_tip(button, days)
            button.setAccessibleDescription(days)
            button.setCheckable(True)
            self._group.addButton(button, number)
            self._flow.addWidget(button)
            self._buttons.append(button)
            button.show()
        for part in (self._new, self._change):
            self._flow.addWidget(part)

    def _press(self, number: int) -> None:
        self.chosen.emit(self._known[number])

    # --- the form --------------------------------------------------------------------------

    def _write_new(self) -> None:
        """Begins with the days that are looked at: they are often just the ones."""
        self._open(None, "", *self._days)

    def _write_change(self) -> None:
        found = self._current
        if found is not None:
            self._open(found, found.name, found.first_day, found.last_day)

    def _open(self, edited: Occasion | None, name: str, first: date, last: date) -> None:
        self._edited = edited
        self._name.setText(name)
        self._first.show_day(first)
        self._last.show_day(last)
        self._remove.setVisible(edited is not None)
        mark_wrong(self._name, False)
        self._show_form()
        self._name.selectAll()
        self._draft.begin()

    def save(self) -> None:
        """Errors fly; the form stays open."""
        name, first, last = self._name.text(), self._first.day, self._last.day
        put: Callable[[], Receipt[Any]] = partial(occasions.add, name, first, last)
        if self._edited is not None:
            put = partial(occasions.change, self._edited.id, name, first, last)
        self._context.run(put, partial(self._saved, name), self._refused, self, self)

    def _refused(self, error: ShopError) -> None:
        if isinstance(error, TextMissing):
            point_out(self._name)
        raise error

    def _saved(self, name: str, _: Receipt[Any]) -> None:
        self._form.hide()
        self._new.setFocus(Qt.FocusReason.OtherFocusReason)
        name = name.strip()
        self._context.say(self.tr("{name} is on the axis").format(name=name), bold=name)

    def _give_up(self) -> None:
        self._draft.give_up(self._title.text(), self._show_form)
        self._form.hide()
        self._new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self) -> None:
        self._form.show()
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove(self) -> None:
        gone = self._edited
        if gone is None:
            return
        self._context.run(
            partial(occasions.remove, gone.id), partial(self._removed, gone), None, self, self
        )

    def _removed(self, gone: Occasion, removed: Receipt[None]) -> None:
        self._form.hide()
        self._new.setFocus(Qt.FocusReason.OtherFocusReason)
        text = self.tr("{name} removed").format(name=gone.name)
        undo = partial(self._context.undo, removed.sequence) if removed.sequence else None
        self._context.say(text, undo=undo, bold=gone.name)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves and Esc closes the form, before either means something else."""
        if not self._form.isVisible():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._give_up()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        else:
            super().keyPressEvent(event)

    def _build_form(self) -> QWidget:
        theme, px, fmt = self._context.theme, self._context.theme.px, self._context.format
        form = QWidget()
        self._name = QLineEdit()
        self._name.setMaxLength(NAME_LIMIT)
        self._name.setPlaceholderText(self.tr("Lebaran, sale, road works\u2026"))
        self._name.setAccessibleName(self.tr("Name of the event"))
        self._name.setMinimumWidth(px(240))
        self._first = DayField(theme, fmt, self.tr("First day of the event"))
        self._last = DayField(theme, fmt, self.tr("Last day of the event"))
        save = Button(theme, self.tr("Save"), "check", "toolbar_primary")
        save.clicked.connect(self.save)
        self._remove = Button(theme, self.tr("Remove"), "trash-can-outline", "toolbar")
        self._remove.clicked.connect(self.remove)
        row = QHBoxLayout(form)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        dash = Label(theme, "\u2013", "body", "text_muted")
        for part in (self._name, self._first, dash, self._last, save, self._remove):
            row.addWidget(part)
        row.addStretch(1)
        return form
