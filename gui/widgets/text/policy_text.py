"""The privacy policy to be read: its words as they are, with only spacing and weight added."""

import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit, QWidget

from gui.look.theme import Theme
from models.settings.privacy import Change, Piece

# A line of the policy is a list of runs: words and what became of them.
_Line = list[tuple[str, Change]]
_SECTION = re.compile(r"\d+\. ")
_ITEM = re.compile(r" +[a-z]\. ")


class PolicyText(QTextEdit):
    """Scrolled by mouse or keys, never edited. Pieces that changed are marked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Privacy policy"))
        self.setStyleSheet(f"QTextEdit {{ background: {theme.hex('surface_alt')}; }}")

    def show_text(self, text: str) -> None:
        """The whole text, unmarked."""
        self.show_pieces([Piece(Change.KEPT, text)])

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """A text with what was removed from it and added to it since it was accepted."""
        document = QTextDocument(self)
        document.setDocumentMargin(self._theme.px(16))
        document.setDefaultFont(self._theme.letters(15))
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        first = True
        for line in _lines(pieces):
            words = "".join(run for run, _ in line)
            if not words.strip():
                continue
            block = self._block(words, first)
            if first:
                cursor.setBlockFormat(block)
            else:
                cursor.insertBlock(block)
            bold = first or bool(_SECTION.match(words))
            self._write(cursor, line, bold)
            first = False
        cursor.endEditBlock()
        self.setDocument(document)

    def _block(self, words: str, first: bool) -> QTextBlockFormat:
        px = self._theme.px
        block = QTextBlockFormat()
        block.setLineHeight(px(23), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        block.setBottomMargin(px(8))
        if first or _SECTION.match(words):
            block.setTopMargin(0 if first else px(12))
            block.setBottomMargin(px(4))
        elif _ITEM.match(words):
            # The letter hangs out to the left of its paragraph.
            block.setLeftMargin(px(24))
            block.setTextIndent(-px(20))
        return block

    def _write(self, cursor: QTextCursor, line: _Line, bold: bool) -> None:
        written = False
        for words, change in line:
            shown = words if written else words.lstrip(" ")
            form = QTextCharFormat()
            form.setFont(self._theme.letters(15, 700 if bold else 400))
            form.setForeground(self._theme.color("text"))
            self._mark(form, change)
            cursor.insertText(shown, form)
            written = written or bool(shown)

    def _mark(self, form: QTextCharFormat, change: Change) -> None:
        # Struck out and underlined, so that the marks do not speak by colour alone.
        if change is Change.REMOVED:
            form.setFontStrikeOut(True)
            form.setBackground(QColor(self._theme.color("danger_soft")))
            form.setForeground(self._theme.color("on_danger_soft"))
        elif change is Change.ADDED:
            form.setFontUnderline(True)
            form.setBackground(QColor(self._theme.color("ready_soft")))
            form.setForeground(self._theme.color("on_ready_soft"))


def _lines(pieces: Iterable[Piece]) -> list[_Line]:
    lines: list[_Line] = [[]]
    for piece in pieces:
        for place, part in enumerate(piece.text.split("\n")):
            if place:
                lines.append([])
            if part:
                lines[-1].append((part, piece.change))
    return lines
