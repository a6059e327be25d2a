"""Covers a window until a staff code is signed in; what was being worked on stays behind it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from gui.runtime.error_handler import guarded
from gui.shell.action_button import ActionButton
from gui.shell.app_context import AppContext
from gui.shell.sign_in.code_and_pin import CodeAndPin
from gui.widgets.buttons.button import Button
from gui.widgets.containers.card import Card
from gui.widgets.text.labels import Label
from models.settings import staff

_WAY = QBoxLayout.Direction


class LockScreen(QWidget):
    """Asks for a staff code and its PIN; the sentence about a wrong one stands under the fields."""

    def __init__(self, context: AppContext, last: str, *, in_row: bool = False) -> None:
        """`in_row`: a strip under a page that stays visible."""
        super().__init__()
        theme = context.theme
        self._context = context
        self.in_row = in_row
        theme.apply_theme(self)
        self.setAutoFillBackground(True)
        self.fields = CodeAndPin(context, last, in_row=in_row)
        self.fields.entered.connect(self.try_unlock)
        unlock = Button(theme, self.tr("Unlock"), "lock-open-outline", "primary", self.tr("Enter"))
        unlock.clicked.connect(self.try_unlock)
        text = self.tr("The owner's PIN is forgotten")
        self.forgotten = Button(theme, text, "lifebuoy", "toolbar")
        self.forgotten.clicked.connect(self._recover)
        if not staff.is_locked():
            self.forgotten.hide()
        guide = context.actions.bind(self, "window.keys", self._open_guide)
        self.guide = ActionButton(theme, guide, "toolbar")
        card = self if in_row else Card(theme)
        line = QBoxLayout(_WAY.LeftToRight if in_row else _WAY.TopToBottom, card)
        line.setContentsMargins(*[theme.px(8 if in_row else 24)] * 4)
        line.setSpacing(theme.px(12))
        line.addWidget(Label(theme, self.tr("Locked"), "title", "text", "lock-outline"))
        line.addWidget(self.fields, int(in_row))
        for button in (unlock, self.forgotten, self.guide):
            line.addWidget(button)
        if not in_row:
            card.setFixedWidth(theme.px(360))
            QVBoxLayout(self).addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)

    def take_focus(self) -> None:
        self.fields.take_focus()

    def try_unlock(self) -> None:
        """Signs in; a wrong PIN is told here, where the person looks."""
        self.fields.submit(staff.sign_in, self._context.unlock)

    def scanned(self, badge: str) -> None:
        """A badge signs in from anywhere on the lock."""
        self.fields.submit_badge(badge, staff.sign_in_by_badge, self._context.unlock)

    def _recover(self) -> None:
        from gui.shell.sign_in.recovery import RecoveryDialog

        dialog = RecoveryDialog(self._context, self.fields.code_line.text(), self)
        dialog.finished.connect(self.take_focus)
        dialog.open()

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key goes past it to what it covers, nor the Enter that unlocked to what is there."""

    def _open_guide(self) -> None:
        from gui.shell.guide.guide_window import GuideWindow

        context = self._context
        language = context.format.language
        GuideWindow(self, context.theme, context.actions, language, "staff").open()
