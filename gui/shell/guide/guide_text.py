"""A page of the guide to be read: its links lead to other pages, Alt+Left back again."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.shell.guide import guide_pages
from gui.widgets.text.markdown import dress


class GuideText(QTextBrowser):
    """`sourceChanged` says when another page is shown, `topic` which one it is."""

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._wanted: list[str] = []
        self.topic = ""
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(theme.px(16))
        self.setStyleSheet(f"QTextEdit {{ background: {theme.hex('surface')}; }}")
        self.sourceChanged.connect(self._show)

    def open(self, topic: str) -> None:
        self.setSource(QUrl(f"{topic}.md"))

    def mark(self, words: list[str]) -> None:
        """Marks these words wherever they stand, and shows the first of them."""
        self._wanted = words
        marks = [mark for word in words for mark in self._marks(word)]
        self.setExtraSelections(marks)
        if marks:
            first = min(marks, key=lambda mark: mark.cursor.position())
            place = self.cursorRect(first.cursor)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + place.top() - self.viewport().height() // 3)

    @guarded("")
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        text = guide_pages.markdown(_topic_of(QUrl(name)), self._language)
        return guide_pages.without_pictures(text)

    def _show(self, place: QUrl) -> None:
        self.topic = _topic_of(place)  # the browser itself knows it only later
        dress(self.document(), self._theme)
        self.setAccessibleName(guide_pages.title(self.topic, self._language))
        self.mark(self._wanted)

    def _marks(self, word: str) -> list[QTextEdit.ExtraSelection]:
        marks = []
        cursor = self.document().find(word)
        while not cursor.isNull():
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(cursor)
            mark.format.setBackground(self._theme.color("warn"))
            mark.format.setForeground(self._theme.color("on_warn"))
            marks.append(mark)
            cursor = self.document().find(word, cursor)
        return marks


def _topic_of(place: QUrl) -> str:
    return place.path().removesuffix(".md")
