"""A file that is named: typed, or chosen from a list of files."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from gui.input.text_fields import LONGEST
from gui.look.theme import Theme
from gui.shell.file_choice import file_to_open
from gui.widgets.buttons.button import Button


class FileRow(QWidget):
    """`name` is what the file is; `title` and `kinds` are those of the list of files."""

    def __init__(self, theme: Theme, file: str, name: str, title: str, kinds: str) -> None:
        super().__init__()
        self._title, self._kinds = title, kinds
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        self.line = QLineEdit(file, maxLength=LONGEST)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(name)
        row.addWidget(self.line, 1)
        look = Button(theme, self.tr("Choose a file"), "folder-open-outline", "toolbar")
        look.clicked.connect(self._look)
        row.addWidget(look)

    def _look(self) -> None:
        if path := file_to_open(self, self._title, self._kinds, None, self.line.text()):
            self.line.setText(path)
            self.line.setFocus()  # here Enter goes on, as its chip says
