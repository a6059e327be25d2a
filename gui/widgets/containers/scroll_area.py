"""A page that scrolls: what one types in, and what is missing or wrong there, is in sight."""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QShowEvent, QWindow
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from gui.runtime.error_handler import guarded


class ScrollArea(QScrollArea):
    """Holds `content` without a frame, as wide as there is room, and takes no focus itself.

    What gets the focus is scrolled into sight and stays there while the page grows or the window
    shrinks, until a person scrolls. What is clicked does not move away under the pointer. Without
    `sideways` the content gives way where it is too narrow.
    """

    def __init__(self, content: QWidget | None = None, sideways: bool = True) -> None:
        super().__init__(widgetResizable=True)
        self._follows = True
        self._heard: QWindow | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if not sideways:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if content is not None:
            self.setWidget(content)
        bar = self.verticalScrollBar()
        bar.actionTriggered.connect(self._let_go)
        # Later: what lies inside has its new place only after the bar has its new range.
        bar.rangeChanged.connect(self._keep_in_sight, Qt.ConnectionType.QueuedConnection)

    def show_in_sight(self, inside: QWidget) -> None:
        """Scrolls no further than it must; two lines around it hold its title and a remark."""
        self._follows = True
        content, page = self.widget(), self.viewport().size()
        assert content is not None
        lines = 2 * inside.fontMetrics().height()
        across = max(0, min(lines, (page.width() - inside.width()) // 2))
        around = max(0, min(lines, (page.height() - inside.height()) // 2))
        first, last = QPoint(), inside.rect().bottomRight()
        for corner in (last, first):  # of what is larger than the page its beginning
            place = inside.mapTo(content, corner)
            self.ensureVisible(place.x(), place.y(), across, around)

    @guarded()
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        window = self.window().windowHandle()
        if window is not None and window is not self._heard:
            self._heard = window
            window.focusObjectChanged.connect(self._follow_focus)

    def _follow_focus(self, focus: QObject | None) -> None:
        if not isinstance(focus, QWidget) or not self.viewport().isAncestorOf(focus):
            return
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self.show_in_sight(focus)
        else:
            self._let_go()

    def _keep_in_sight(self) -> None:
        focus = self.window().focusWidget()
        if self._follows and focus is not None and self.viewport().isAncestorOf(focus):
            self.show_in_sight(focus)

    def _let_go(self) -> None:
        self._follows = False


def bring_into_sight(widget: QWidget) -> None:
    """Also where it has the focus already, and a person scrolled it away."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, ScrollArea):
            above.show_in_sight(widget)
        above = above.parentWidget()
