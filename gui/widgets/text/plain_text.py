"""Words as they were typed: Qt takes a text that looks like HTML for HTML, wherever it can."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtGui import Qt as Text
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

from gui.look.theme import BREAK, breakable
from gui.runtime.error_handler import guarded


class Words(QLabel):
    """A label that shows a product called `<b>` as it is called, and is never as wide as a word
    of two hundred letters."""

    def __init__(self, text: str = "", **properties: Any) -> None:
        super().__init__(textFormat=Qt.TextFormat.PlainText, **properties)
        self.setText(text)

    @guarded()
    def setText(self, text: str) -> None:
        super().setText(breakable(text))

    @guarded("")
    def text(self) -> str:
        return super().text().replace(BREAK, "")


def set_tip(widget: QWidget | QAction, text: str) -> None:
    """What is said while the pointer rests on it."""
    widget.setToolTip(plain(text))


def show_tip(event: QHelpEvent, widget: QWidget, text: str) -> None:
    """The same where it differs from place to place; nothing is said for no text."""
    QToolTip.showText(event.globalPos(), plain(text), widget)


def plain(text: str) -> str:
    """The text for where Qt decides by itself whether it is HTML."""
    return Text.convertFromPlainText(text) if Text.mightBeRichText(text) else text
