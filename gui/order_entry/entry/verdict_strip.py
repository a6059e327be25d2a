"""What became of a scan or a key, at the foot of the cart; with an offer for unknown codes."""

from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from gui.look.theme import Theme
from gui.shell.action_button import ActionButton
from gui.widgets.containers.card import Card
from gui.widgets.messages.toast import Toast
from gui.widgets.text.labels import WholeLabel
from models.formats.check_digits import is_broken

#: Kinds that are heard as well: the cashier looks at the goods, not at the screen.
HEARD = ("warn", "danger")


class VerdictStrip(QStackedWidget):
    """48 px that are always there, so that nothing jumps. Never takes the focus."""

    def __init__(self, theme: Theme, create: ActionButton | None = None) -> None:
        super().__init__()
        self.setFixedHeight(theme.px(48))
        #: What was told last: ready, warn or danger.
        self.kind = "ready"
        self._toast = Toast(theme)
        self._toast.setFixedHeight(theme.px(48))
        self.addWidget(self._toast)
        self._offer = Card(theme, "danger_soft", "danger_edge", 8)
        self._code = WholeLabel(theme, "", "body", "on_danger_soft", "barcode-off")
        row = QHBoxLayout(self._offer)
        row.setContentsMargins(theme.px(16), 0, theme.px(4), 0)
        row.addWidget(self._code, 1)
        if create is not None:
            create.set_height(40)
            row.addWidget(create)
        self.addWidget(self._offer)

    def tell(self, kind: str, verdict: str, what: str = "", code: str = "") -> None:
        """`kind` is ready, warn or danger; gone after three seconds."""
        self.setCurrentWidget(self._toast)
        self._toast.tell(kind, verdict, what, code)
        self._begin(kind)

    def offer_to_create(self, code: str) -> None:
        """Nobody knows the code; stays until something else is done.

        One whose last digit does not fit was misread from a torn label, or is a shop's own.
        """
        word, text = self.tr("Unknown code"), self.tr("Unknown code {code}")
        if is_broken(code):
            word = self.tr("scan again")
            text = self.tr("The last digit of {code} does not fit: scan again, or create it")
        text = text.format(code=code)
        self._code.set_text(text, bold=word)
        self._offer.setAccessibleName(text)
        self.setCurrentWidget(self._offer)
        self._begin("danger")

    def text(self) -> str:
        """What the strip says now."""
        shown: QWidget = self._offer if self.currentIndex() else self._toast
        return shown.accessibleName()

    def clear(self) -> None:
        self.setCurrentWidget(self._toast)
        self._toast.clear()

    def _begin(self, kind: str) -> None:
        self.kind = kind
        if kind in HEARD:
            QApplication.beep()
