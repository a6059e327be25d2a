"""One of several buttons of which one is chosen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton


class Choice(QAbstractButton):
    """Put all of them into one exclusive QButtonGroup; arrow keys then move between them.

    Tab stops at the chosen one. Qt sees to that when one gets the focus; a click does that before
    it chooses.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self._be_the_stop)
        self._be_the_stop(False)

    def _be_the_stop(self, chosen: bool) -> None:
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if chosen else policy.ClickFocus)
