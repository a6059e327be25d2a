"""What was typed in a form survives its being closed: it can be taken up again."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from gui.widgets.containers.layouts import is_taken_out

Values = tuple[str | int | bool, ...]


class Draft(QObject):
    """Remembers the fields of `form`; a PIN is never kept. `say` is that of the context."""

    def __init__(self, say: Callable[..., object], form: QWidget) -> None:
        super().__init__(form)
        self._say, self.form = say, form
        self._begun: Values = ()

    @property
    def is_touched(self) -> bool:
        """Whether anything was typed or chosen since the form was opened."""
        return self.values() != self._begun

    def begin(self) -> None:
        """The form stands as it was opened."""
        self._begun = self.values()

    def give_up(self, title: str, reopen: Callable[[], object]) -> None:
        """The form called `title` was closed without saving; `reopen` shows it again."""
        if self.is_touched:
            text = self.tr("{form} closed without saving").format(form=title)
            again = partial(self._take_up, reopen, self.values())
            self._say(text, again, "pencil-outline", title)

    def values(self) -> Values:
        """What stands in the fields, one after the other."""
        return tuple(value_of(field) for field in self._fields())

    def put_back(self, values: Values) -> None:
        for field, value in zip(self._fields(), values, strict=False):
            put_value(field, value)

    def choices(self) -> list[QWidget]:
        """The fields in which one chooses and types nothing."""
        boxes = [box for box in self.form.findChildren(QComboBox) if not box.isEditable()]
        return [*boxes, *self.form.findChildren(QCheckBox)]

    def _take_up(self, reopen: Callable[[], object], values: Values) -> None:
        reopen()
        self.put_back(values)

    def _fields(self) -> list[QWidget]:
        """An editable box is the line in it: its words are offered a moment later."""
        found = self.choices()
        for line in self.form.findChildren(QLineEdit):
            # A sum that is proposed is proposed anew.
            if line.echoMode() is QLineEdit.EchoMode.Normal and not line.property("bare"):
                found.append(line)
        return [field for field in found if not is_taken_out(field)]


def value_of(field: QWidget) -> str | int | bool:
    """What stands in a field: text, the number of a choice, or whether it is ticked."""
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    if isinstance(field, QComboBox):
        return field.currentIndex()
    return isinstance(field, QCheckBox) and field.isChecked()


def put_value(field: QWidget, value: str | int | bool) -> None:
    """As if a person had typed or chosen it."""
    if isinstance(field, QLineEdit):
        field.setText(str(value))
        field.setModified(True)
        field.textEdited.emit(field.text())
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(str(value))
        field.document().setModified(True)
    elif isinstance(field, QComboBox):
        field.setCurrentIndex(int(value))
    elif isinstance(field, QCheckBox):
        field.setChecked(bool(value))
