"""Asks once more before something that cannot be taken back with one key."""

from PySide6.QtWidgets import QMessageBox, QWidget


def sure(parent: QWidget, question: str, detail: str, verb: str, cancel: str) -> bool:
    """Whether the person pressed `verb`; `cancel` is what Enter and Esc do."""
    box = QMessageBox(QMessageBox.Icon.Question, "BotBelanja", question, parent=parent)
    box.setInformativeText(detail)
    yes = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton(cancel, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    box.exec()
    pressed = box.clickedButton()
    box.deleteLater()
    return pressed is yes
