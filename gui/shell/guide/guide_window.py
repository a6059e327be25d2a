"""F1: the page of the guide that belongs to what is on the screen, and every key beside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui.input.actions import Actions
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.shell.guide import guide_pages
from gui.shell.guide.guide_text import GuideText
from gui.shell.guide.key_list import KeyList
from gui.widgets.buttons.button import Button
from gui.widgets.buttons.nav_button import NavButton
from gui.widgets.containers.scroll_area import ScrollArea, bring_into_sight
from gui.widgets.fields.search_field import SearchField
from gui.widgets.text.labels import Label
from gui.widgets.text.plain_text import Words

CONTENTS_WIDTH, TEXT_WIDTH, KEYS_WIDTH = 264, 420, 350
CONTENTS_SHARE = 36  # per cent of the window, at most
_KEYS = "keys"


class GuideWindow(QDialog):
    """Begins with `topic`. Where there is no room beside the text, the keys stand on a page."""

    def __init__(
        self, parent: QWidget, theme: Theme, actions: Actions, language: str, topic: str
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        theme.apply_theme(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Guide"))
        px, size = theme.px, parent.size()
        self.text = GuideText(theme, language)
        self.keys = ScrollArea(KeyList(theme, actions, parent.window()), sideways=False)
        self.keys.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.keys.setAccessibleName(self.tr("Keyboard shortcuts"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[px(20)] * 4)
        column.setSpacing(px(12))
        head = QHBoxLayout()
        head.addWidget(Label(theme, self.tr("Guide"), "title"), 1)
        close = Button(theme, self.tr("Close"), "close", "toolbar", "Esc")
        close.clicked.connect(self.accept)
        head.addWidget(close)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addWidget(self._contents())
        row.addWidget(self.text, 3)
        row.addWidget(self.keys, 2)
        column.addLayout(row, 1)
        for key, deed in (
            (QKeySequence(Qt.Key.Key_F1), self.accept),
            (QKeySequence.StandardKey.Find, self.search.setFocus),
        ):
            QShortcut(key, self).activated.connect(deed)
        self.text.sourceChanged.connect(self._follow)
        self.text.open(topic)
        self.text.setFocus()
        self.resize(min(px(1280), size.width() - 40), min(px(760), size.height() - 40))

    def look_for(self) -> None:
        """Lists the pages in which what was typed stands, and opens the best of them."""
        words = self.search.text().split()
        found = guide_pages.found(self.search.text(), self._language)
        for topic, button in self._buttons.items():
            button.setVisible(topic in found)
        self._nothing.setVisible(not found)
        self.text.mark(words)
        if words and found and self.text.topic != found[0]:
            self.text.open(found[0])

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters that nobody took are looked for."""
        if event.text().strip() and event.text().isprintable():
            self.search.setFocus()
            self.search.field.insert(event.text())
        else:
            super().keyPressEvent(event)

    @guarded()
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        bring_into_sight(self._buttons[self.text.topic])

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        widest = self.width() * CONTENTS_SHARE // 100
        self._side.setFixedWidth(min(self._theme.px(CONTENTS_WIDTH), widest))
        fits = self.width() >= self._theme.px(CONTENTS_WIDTH + TEXT_WIDTH + KEYS_WIDTH)
        only_keys = not fits and self.text.topic == _KEYS
        self.keys.setVisible(fits or only_keys)
        self.text.setVisible(not only_keys)

    def _contents(self) -> QWidget:
        theme, px = self._theme, self._theme.px
        self._side = side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        key = QKeySequence(QKeySequence.StandardKey.Find).toString()
        self.search = SearchField(theme, self.tr("Search the guide"), key)
        self.search.field.textChanged.connect(self.look_for)
        self.search.field.returnPressed.connect(self.text.setFocus)
        column.addWidget(self.search)
        pages = QWidget()
        inside = QVBoxLayout(pages)
        inside.setContentsMargins(0, 0, px(4), 0)
        inside.setSpacing(px(1))
        self._group = QButtonGroup(self, exclusive=True)
        self._buttons: dict[str, NavButton] = {}
        for topic, icon in guide_pages.TOPICS.items():
            button = NavButton(theme, icon, guide_pages.title(topic, self._language))
            button.setObjectName(topic)
            button.set_height(36)
            self._group.addButton(button)
            self._buttons[topic] = button
            inside.addWidget(button)
        self._nothing = Words(self.tr("No page of the guide has these words."), wordWrap=True)
        self._nothing.hide()
        inside.addWidget(self._nothing)
        inside.addStretch(1)
        self._group.buttonToggled.connect(self._choose)
        column.addWidget(ScrollArea(pages, sideways=False), 1)
        return side

    def _choose(self, button: NavButton, chosen: bool) -> None:
        if chosen and button.objectName() != self.text.topic:
            self.text.open(button.objectName())

    def _follow(self) -> None:
        button = self._buttons[self.text.topic]
        button.setChecked(True)
        bring_into_sight(button)
        self._make_room()
