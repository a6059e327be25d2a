"""Ctrl+K: type a few letters of what you want to do or change, and do it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from gui.input.actions import Actions, key_text, why_not
from gui.input.commands import ANYWHERE
from gui.input.held_keys import DeafMoment
from gui.look.theme import Theme
from gui.pages import PAGES
from gui.runtime.error_handler import guarded
from gui.shell.palette_words import (
    LOOSE,
    PLACES,
    Match,
    is_sure,
    names_of,
    names_of_place,
    search,
)
from gui.widgets.containers.empty_state import EmptyState
from gui.widgets.fields.search_field import SearchField
from gui.widgets.rows.rows import Column, RowsView
from gui.widgets.text.labels import Label
from models.settings import preferences

translate = QCoreApplication.translate

SHOWN = 12
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
}


class CommandPalette(QDialog):
    """Lists what can be done now in `window`; Enter does it when nothing else can be meant.

    What cannot be done now is found too, and says why; so are the settings, and the commands of
    other pages: done there when they need nothing that is chosen first, else named after their
    page, which is opened. `go` opens a page by its name.
    """

    def __init__(
        self, window: QWidget, theme: Theme, actions: Actions, go: Callable[..., object]
    ) -> None:
        super().__init__(window)
        theme.apply_theme(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._edge = theme.color("border_strong")
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("Find a command"))
        hidden = {"window.palette"}
        if not preferences.get(preferences.DEMO):
            hidden.add("home.remove_demo")
        here = [action for action in actions.in_front(window) if action.objectName() not in hidden]
        self._all = [action for action in here if action.isEnabled()]
        self._names = [names_of(action.objectName(), action.text()) for action in self._all]
        self._go_to = go
        self._window, self._actions = window, actions
        self._add_places()
        self._ends = [len(self._all)]
        known = {action.objectName() for action in self._all} | hidden
        self._add(action for action in here if action.objectName() not in known)
        self._ends.append(len(self._all))
        self._add_others(actions, known | {action.objectName() for action in here})
        self._found: list[Match] = []
        self._is_picked = False  # a person went to the row that is current
        self._is_offered = False  # the one row there is was asked about
        self._deaf = DeafMoment(self)
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
                Column(self.tr("Command"), QAction.text, token=_token),
                Column(self.tr("Key"), _key, "right", 160, "second", "text_faint"),
            ),
            key=QAction.objectName,
        )
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.horizontalHeader().hide()
        self.list.set_empty(EmptyState(theme, "magnify", self.tr("No such command.")))
        column.addWidget(self.box)
        column.addWidget(self.list, 1)
        self.prompt = Label(theme, "", "second", "on_warn_soft", "help-circle-outline")
        self.prompt.hide()
        column.addWidget(self.prompt)
        self.box.field.textChanged.connect(self.look_for)
        self.box.field.setMaxLength(100)
        self.box.field.returnPressed.connect(self._do_if_sure)
        self.box.field.installEventFilter(self)
        self.list.chosen.connect(self.do)
        self.list.moved.connect(self._tell)
        # Done after the palette is gone, so that the command finds its own window in front.
        self.finished.connect(self._trigger)
        self.look_for("")
        self.box.setFocus()

    def look_for(self, text: str) -> None:
        """The commands whose name is nearest to `text`, the best one current."""
        self._found = search(text, self._names)[:SHOWN]
        usual = self._all[: self._ends[0]]
        found = [self._all[match.index] for match in self._found] if text.strip() else usual
        self.list.rows.show(list({action.objectName(): action for action in found}.values()))
        self.list.go_to(0)
        self._is_picked = self._is_offered = False
        self._tell()

    def do(self) -> None:
        current = self.list.current
        if current is not None and current.isEnabled():
            self._chosen = current
            self.accept()
        elif current is not None:
            QApplication.beep()  # why not stands below

    def _tell(self) -> None:
        """Why what is marked cannot be done now."""
        current = self.list.current
        if current is None or current.isEnabled():
            self.prompt.hide()
        else:
            self._ask(why_not(current))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        """No window manager draws a frame around it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._edge)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step:
            last = self.list.rows.rowCount() - 1
            self.list.go_to(max(0, min(last, self.list.currentIndex().row() + step)))
            self._is_picked = True
            self._tell()
        return bool(step)

    def _do_if_sure(self) -> None:
        """Enter in the field: a deed that is not surely meant is only asked about."""
        current = self.list.current
        if current is None:
            return
        is_alone = self.list.rows.rowCount() == 1
        if (
            self._is_picked
            or is_sure(self._found, self._all.index(current), self._ends)
            or (is_alone and (self._found[0].tier > LOOSE or _only_shows(current)))
        ):
            self.do()
        elif is_alone and self._is_offered:
            if self._deaf.is_over:
                self.do()
        elif is_alone:
            self._is_offered = True
            self._deaf.start()  # a finger that bounces has read nothing
            self._ask(self.tr("Only this comes near it. Enter again does it."))
        else:
            self._ask(self.tr("Which one? Choose it with \u2191 \u2193, then Enter."))

    def _ask(self, text: str) -> None:
        self.prompt.set_text(text)
        self.prompt.show()

    def _add_places(self) -> None:
        """The settings, wherever one is."""
        settings = translate("commands", "Settings")
        for number, place in enumerate(PLACES):
            action = QAction(f"{settings} \u203a {translate('places', place.text)}", self)
            action.setObjectName(f"places.{number}")
            action.setData(("settings", {"section": place.section, "field": place.field}))
            action.triggered.connect(self._go)
            self._all.append(action)
            self._names.append(names_of_place(place))

    def _add_others(self, actions: Actions, known: set[str]) -> None:
        """What other pages do; what opens over a page (the payment) is offered there alone."""
        for id, command in actions.commands.items():
            if id in known or command.group not in PAGES:
                continue
            text = actions.text(id)
            page = translate("commands", PAGES[command.group].text)
            action = QAction(text if id in ANYWHERE else f"{page} \u203a {text}", self)
            action.setObjectName(id)
            action.setData((command.group, {}))
            action.triggered.connect(self._go)
            self._all.append(action)
            self._names.append(names_of(id, text))

    def _add(self, more: Iterable[QAction]) -> None:
        for action in more:
            self._all.append(action)
            self._names.append(names_of(action.objectName(), action.text()))

    def _go(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            page, arguments = action.data()
            self._go_to(page, **arguments)
            if action.objectName() in ANYWHERE:
                for there in self._actions.in_front(self._window):
                    if there.objectName() == action.objectName():
                        there.trigger()

    def _trigger(self) -> None:
        chosen, self._chosen = self._chosen, None
        self._all = []
        if chosen is not None:
            chosen.trigger()


def _only_shows(action: QAction) -> bool:
    """Whether it opens a page or a setting, and changes nothing."""
    kind, _, name = action.objectName().partition(".")
    return kind == "places" or (kind == "window" and name in PAGES)


def _key(action: QAction) -> str:
    """Its key; instead of it *not now*, or the page where it is done."""
    if not action.isEnabled():
        return translate("CommandPalette", "Not now")
    if action.data() is not None and action.objectName() in ANYWHERE:
        return translate("commands", PAGES[action.data()[0]].text)
    shortcuts = action.shortcuts()
    return key_text(shortcuts[0].toString()) if shortcuts else ""


def _token(action: QAction) -> str:
    return "text" if action.isEnabled() else "text_faint"
