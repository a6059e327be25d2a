"""Tells what Qt itself writes on this desktop: `python -m tests.desktop.words_of_qt id`."""

import json
import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTreeView,
)

from gui.words.language import Language


def standard_buttons() -> dict[str, str]:
    box, message = QDialogButtonBox(), QMessageBox()
    texts = {}
    for name, button in QDialogButtonBox.StandardButton.__members__.items():
        if made := box.addButton(button):
            texts[f"button {name}"] = made.text()
    for name, choice in QMessageBox.StandardButton.__members__.items():
        if shown := message.addButton(choice):
            texts[f"message {name}"] = shown.text()
    return texts


def file_dialog() -> dict[str, str]:
    """As Qt draws it; a desktop with a dialog of its own speaks its own language in it."""
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    texts = {}
    for mode in QFileDialog.AcceptMode:
        dialog.setAcceptMode(mode)
        for button in dialog.findChildren(QAbstractButton):
            texts[f"{mode.name} {button.objectName()}"] = button.text()
            texts[f"{mode.name} {button.objectName()} tip"] = button.toolTip()
        for label in dialog.findChildren(QLabel):
            texts[f"{mode.name} {label.objectName()}"] = label.text()
    files = dialog.findChild(QTreeView).model()
    for column in range(files.columnCount()):
        texts[f"column {column}"] = files.headerData(column, Qt.Orientation.Horizontal)
    return texts


def menus() -> dict[str, str]:
    texts = {}
    for field in (QLineEdit("x"), QPlainTextEdit("x")):
        for number, action in enumerate(field.createStandardContextMenu().actions()):
            texts[f"{type(field).__name__} {number}"] = action.text()
    return texts


if __name__ == "__main__":
    application = QApplication([])
    Language(application).choose(sys.argv[1])
    sys.stdout.write(json.dumps({**standard_buttons(), **file_dialog(), **menus()}))
