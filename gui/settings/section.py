"""One page of the settings: its title, what it is for, and its cards."""

from functools import partial
from operator import attrgetter
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.shell.app_context import AppContext
from gui.shell.sign_in.window_lock import belongs_to
from gui.widgets.buttons.segmented import Segmented
from gui.widgets.containers.card import Card
from gui.widgets.containers.layouts import Within
from gui.widgets.containers.scroll_area import ScrollArea
from gui.widgets.text.labels import Label
from models.errors import ShopError
from models.events import Event, Receipt
from models.settings import preferences
from models.settings.preferences import Preference

T = TypeVar("T")

NARROW = 760


class SectionCard(Card):
    """A card of a section; whose it is stands in it for whoever may choose nothing there."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.whose = Label(theme, "", "second_strong", "text_muted", "lock-outline")
        self.whose.hide()
        self._refused: list[QWidget] = []

    def let(self, may: bool, why_not: str) -> None:
        """Whether anything can be chosen here; what cannot be by itself stays as it is."""
        whose, stop, _ = why_not.partition(". ")  # nothing was tried yet
        self.whose.set_text(f"{whose}{stop}")
        self.whose.setVisible(not may)
        if not may and not self._refused:
            parts = [part for part in self.children() if isinstance(part, QWidget)]
            told = QLabel | Label
            self._refused = [x for x in parts if x.isEnabled() and not isinstance(x, told)]
        for part in self._refused:
            part.setEnabled(may)
        if may:
            self._refused = []


class Section(QWidget):
    """Subclasses add cards to `self.column` and ask in `refresh`, which is called when seen."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context = context
        px = context.theme.px
        inner = QWidget()
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(px(24), px(20), px(24), px(16))
        self.column.setSpacing(px(12))
        head = QHBoxLayout()
        head.setSpacing(px(12))
        self._title = Label(context.theme, "", "page_title")
        self._subtitle = Label(context.theme, "", "body", "text_muted")
        head.addWidget(self._title)
        head.addWidget(self._subtitle, 1)
        self.column.addLayout(head)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(ScrollArea(inner))

        self._folding: list[QBoxLayout] = []

    def fold(self, row: QBoxLayout) -> None:
        """Lets a row stand as a column where the section is narrow or the letters are large."""
        self._folding.append(row)

    @property
    def is_narrow(self) -> bool:
        return self.width() < self.context.theme.px(NARROW)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        for row in self._folding:
            row.setDirection(way.TopToBottom if self.is_narrow else way.LeftToRight)

    def set_head(self, title: str, subtitle: str) -> None:
        """The large title, and beside it what the section is for."""
        self._title.set_text(title)
        self._subtitle.set_text(subtitle)

    def is_affected_by(self, event: Event) -> bool:
        """Whether this news can change what the section shows."""
        return False

    def refresh(self) -> None:
        """Shows things as they now are."""

    def scanned(self, code: str) -> None:
        """A label was scanned while the section is shown: goods are sold at the counter."""
        self.context.open("order_entry", scanned=code)

    def go_to(self, field: str) -> None:
        """The focus is on that field, an attribute (or one of its own) of the section."""
        widget = attrgetter(field)(self)
        if isinstance(widget, Segmented):
            widget.take_focus()
        else:
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)  # what stands there is marked

    def entered(self) -> None:
        """Enter was pressed on its name in the list: what a button of it promises."""

    def save_state(self) -> object:
        """What must survive when the windows are built anew."""
        return None

    def restore_state(self, carried: object) -> None:
        """Takes up what `save_state` gave, if it gave something."""

    def card(self, title: str = "", wide: int | None = 720, deed: str = "") -> QVBoxLayout:
        """A new card at the end of the column; `wide` at most, None for as wide as there is.

        All that is chosen in it is the same `deed`, if one is given.
        """
        theme = self.context.theme
        card = SectionCard(theme)
        if wide is not None:
            card.setMaximumWidth(theme.px(wide))
        inside = Within(card)
        inside.setContentsMargins(*[theme.px(16)] * 4)
        inside.setSpacing(theme.px(6))
        if title:
            inside.addWidget(Label(theme, title, "card_title"))
            inside.addSpacing(theme.px(6))
        if deed:
            inside.addWidget(card.whose)
            belongs_to(card, deed)
        self.column.addWidget(card)
        return inside

    def put(self, preference: Preference[T], value: T, said: str) -> None:
        """Chooses a preference and offers to take it back; refused, what stands is shown again."""
        put = partial(preferences.put, preference, value)
        self.context.run(put, partial(self._say_put, said), self.show_stored, self)

    def show_stored(self, error: ShopError) -> None:
        """What was chosen here is refused: it does not stay on the screen."""
        if isValid(self):
            self.refresh()
        raise error

    def _say_put(self, said: str, changed: Receipt[None]) -> None:
        if changed.sequence is not None:
            again = partial(self._say_put, said)
            undo = partial(self.context.undo, changed.sequence, again=again)
            self.context.say(said, undo=undo, icon="check")
