"""What became of a scan or a key, at the foot of the cart; with an offer for unknown codes."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from gui.action_button import ActionButton
from gui.exception_desk import guarded
from gui.theme import Theme
from gui.widgets.card import Card
from gui.widgets.labels import Label
from gui.widgets.toast import Toast
from gui.widgets.undo_bar import UndoBar

#: Kinds that are heard as well: the cashier looks at the goods, not at the screen.
HEARD = ("warn", "danger")
_CHILDREN = (QEvent.Type.ChildAdded, QEvent.Type.ChildPolished, QEvent.Type.ChildRemoved)


class VerdictStrip(QWidget):
    """48 px that are always there, so that nothing jumps. Never takes the focus.

    The bar with the way back has the whole strip; when something is told meanwhile, the words
    stand where they always do, and of the bar its button stays where it was.
    """

    def __init__(self, theme: Theme, create: ActionButton | None = None) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(theme.px(48))
        #: What was told last: ready, warn or danger.
        self.kind = "ready"
        self._is_telling = False
        self._pages = QStackedWidget(self)
        self._toast = Toast(theme)
        self._toast.setFixedHeight(theme.px(48))
        self._toast.cleared.connect(self._told)
        self._pages.addWidget(self._toast)
        self._offer = Card(theme, "danger_soft", "danger_edge", 8)
        self._code = Label(theme, "", "body", "on_danger_soft", "barcode-off")
        row = QHBoxLayout(self._offer)
        row.setContentsMargins(theme.px(16), 0, theme.px(4), 0)
        row.addWidget(self._code, 1)
        if create is not None:
            create.set_height(40)
            row.addWidget(create)
        self._pages.addWidget(self._offer)
        #: Where the bar with the way back appears.
        self.berth = QWidget(self)
        self.berth.hide()
        self.berth.installEventFilter(self)

    def tell(self, kind: str, verdict: str, what: str = "", code: str = "") -> None:
        """`kind` is ready, warn or danger; gone after three seconds."""
        self._pages.setCurrentIndex(0)
        self._toast.tell(kind, verdict, what, code)
        self._begin(kind)

    def offer_to_create(self, code: str) -> None:
        """Nobody knows the code; stays until something else is done."""
        text = self.tr("Unknown code {code}").format(code=code)
        self._code.set_text(text, bold=self.tr("Unknown code"))
        self._offer.setAccessibleName(text)
        self._pages.setCurrentIndex(1)
        self._begin("danger")

    def text(self) -> str:
        """What the strip says now."""
        shown: QWidget = self._offer if self._pages.currentIndex() else self._toast
        return shown.accessibleName()

    def clear(self) -> None:
        self._pages.setCurrentIndex(0)
        self._toast.clear()

    @property
    def bar(self) -> UndoBar | None:
        """The bar that is up, if there is one."""
        return next((bar for bar in self.berth.findChildren(UndoBar) if not bar.isHidden()), None)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _CHILDREN:
            self.berth.setVisible(self._has_bar())
            if self._has_bar():  # else what is told stays as it is: nothing slides under a hand
                self._settle()
        return False

    def _has_bar(self) -> bool:
        return any(isinstance(child, QWidget) for child in self.berth.children())

    def _begin(self, kind: str) -> None:
        self.kind = kind
        self._is_telling = True
        self._settle()
        if kind in HEARD:
            QApplication.beep()

    def _told(self) -> None:
        self._is_telling = False
        self._settle()

    def _settle(self) -> None:
        """The words at the left, what is up of the bar at the right."""
        bar, whole, taken, gap = self.bar, self.rect(), 0, 0
        if self._has_bar():
            taken = bar.least if bar is not None and self._is_telling else whole.width()
        if self._is_telling and taken:
            gap = self._theme.px(8)
        self._pages.setGeometry(whole.adjusted(0, 0, -(taken + gap) if gap else 0, 0))
        self.berth.setGeometry(whole.adjusted(whole.width() - taken, 0, 0, 0))
