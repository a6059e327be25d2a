"""Ctrl+K: type a few letters of what you want to do, and do it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gui.actions import Actions, key_text
from gui.exception_desk import guarded
from gui.theme import Theme
from gui.widgets.empty_state import EmptyState
from gui.widgets.rows import Column, RowsView
from gui.widgets.search_field import SearchField

SHOWN = 12
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
}


class CommandPalette(QDialog):
    """Lists what can be done now in `window`; Enter does it."""

    def __init__(self, window: QWidget, theme: Theme, actions: Actions) -> None:
        super().__init__(window)
        theme.dress(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("Find a command"))
        hidden = {"window.palette", "edit.undo", "edit.redo"}
        self._can_do = [
            action
            for action in actions.in_front(window)
            if action.isEnabled() and action.objectName() not in hidden
        ]
        self._chosen: QAction | None = None
        self.resize(min(theme.px(560), window.width() - 32), theme.px(480))
        spot = window.mapToGlobal(window.rect().topLeft())
        self.move(spot.x() + (window.width() - self.width()) // 2, spot.y() + theme.px(64))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(12)] * 4)
        column.setSpacing(theme.px(8))
        self.box = SearchField(theme, self.tr("What do you want to do?"), "Esc", height=56)
        self.list = RowsView(
            theme,
            (
                Column(self.tr("Command"), QAction.text),
                Column(self.tr("Key"), _key, "right", 160, "second", "text_faint"),
            ),
            key=QAction.objectName,
        )
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.horizontalHeader().hide()
        self.list.set_empty(EmptyState(theme, "magnify", self.tr("No such command.")))
        column.addWidget(self.box)
        column.addWidget(self.list, 1)
        self.box.field.textChanged.connect(self.look_for)
        self.box.field.returnPressed.connect(self.do)
        self.box.field.installEventFilter(self)
        self.list.chosen.connect(self.do)
        # Done after the palette is gone, so that the command finds its own window in front.
        self.finished.connect(self._trigger)
        self.look_for("")
        self.box.setFocus()

    def look_for(self, text: str) -> None:
        """The commands whose name is nearest to `text`, the best one current."""
        found = self._can_do
        if text.strip():
            from rapidfuzz import fuzz, process, utils

            names = [action.text() for action in self._can_do]
            hits = process.extract(
                text, names, scorer=fuzz.WRatio, processor=utils.default_process,
                limit=SHOWN, score_cutoff=55,
            )  # fmt: skip
            found = [self._can_do[position] for _, _, position in hits]
        self.list.rows.show(list({action.objectName(): action for action in found}.values()))
        self.list.go_to(0)

    def do(self) -> None:
        self._chosen = self.list.current
        if self._chosen is not None:
            self.accept()

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step:
            last = self.list.rows.rowCount() - 1
            self.list.go_to(max(0, min(last, self.list.currentIndex().row() + step)))
        return bool(step)

    def _trigger(self) -> None:
        chosen, self._chosen = self._chosen, None
        self._can_do = []
        if chosen is not None:
            chosen.trigger()


def _key(action: QAction) -> str:
    shortcuts = action.shortcuts()
    return key_text(shortcuts[0].toString()) if shortcuts else ""
