"""Shown when the program itself has a fault: what to do, and a report without orders to copy."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from gui.look.theme import Theme
from gui.widgets.buttons.button import Button
from gui.widgets.text.labels import Label
from gui.widgets.text.plain_text import Words


class ReportDialog(QDialog):
    """Does not block: the counter can go on."""

    def __init__(
        self, theme: Theme, report: str, log_folder: Path | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._report = report
        theme.apply_theme(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.setWindowTitle(self.tr("A fault in the program"))
        self.resize(theme.px(640), theme.px(420))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(20)] * 4)
        column.setSpacing(theme.px(12))
        title = self.tr("Something went wrong in the program")
        column.addWidget(Label(theme, title, "title", "text", "alert-circle-outline"))
        text = Words(
            self.tr(
                "What was saved is safe and you can go on working. If it happens again, copy this "
                "report and send it to whoever looks after the program. It contains no orders."
            ),
            wordWrap=True,
        )
        column.addWidget(text)
        shown = QPlainTextEdit(report, readOnly=True)
        shown.setAccessibleName(self.tr("Report"))
        shown.setTabChangesFocus(True)
        column.addWidget(shown, 1)
        if log_folder is not None:
            where = self.tr("Log: {folder}").format(folder=log_folder)
            column.addWidget(Label(theme, where, "small", "text_faint"))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        copy = Button(theme, self.tr("Copy the report"), "content-copy", "normal")
        copy.clicked.connect(self.copy)
        close = Button(theme, self.tr("Go on"), "check", "primary")
        close.clicked.connect(self.accept)
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(close)
        column.addLayout(row)
        close.setFocus()

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
